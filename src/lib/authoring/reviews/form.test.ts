import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/question/question.ts';
import {
	formOf,
	movedOption,
	questionOf,
	withoutOption,
	withoutPremise,
	withPremise,
	type QuestionForm
} from './form.ts';

const common = {
	id: 'q-1',
	stem: '2024年青山馆藏书多少册？',
	explanation: '年报第一节。',
	difficulty: 2,
	excludes: ['q-2'],
	source: { document: 'd', article: 'a', section: 's', sentence: '藏书3万册。' }
};
const questions: Question[] = [
	{ ...common, type: 'single-choice', options: ['1万册', '2万册', '3万册'], key: 2 },
	{ ...common, type: 'multiple-choice', options: ['甲', '乙', '丙'], key: [0, 2] },
	{ ...common, type: 'true-false', key: false },
	{
		...common,
		type: 'fill-in',
		stem: '馆名是____，藏书____册。',
		blanks: 2,
		key: [['青山馆'], ['3万', '30000']]
	},
	{ ...common, type: 'numeric', key: { value: 3, tolerance: 0.1, unit: '万册' } },
	{ ...common, type: 'ordering', options: ['审核', '申请', '公示'], key: [1, 0, 2] },
	{
		...common,
		type: 'matching',
		premises: ['甲馆', '乙馆'],
		options: ['1家', '2家', '3家'],
		key: [
			[0, 1],
			[1, 0]
		]
	},
	{ ...common, type: 'short-answer', key: '先申请，再审核。' }
];
const issues = (question: Question | undefined, change: Partial<QuestionForm>) => {
	if (!question) throw new Error('no such question');
	const result = questionOf({ ...formOf(question), ...change }, question);
	return result.ok ? [] : result.error.map(({ where, why }) => `${where} ${why}`);
};
const ofType = (type: string) => questions.find((question) => question.type === type);

describe('the form of a question', () => {
	it.each(questions)('gives a $type back as it was', (question) => {
		expect(questionOf(formOf(question), question)).toEqual({ ok: true, value: question });
	});

	it('keeps id, source and what it does not show', () => {
		const [first] = questions;
		const changed =
			first && questionOf({ ...formOf(first), stem: '改过的题干？', difficulty: 0, explanation: ' ' }, first);
		expect(changed).toMatchObject({
			ok: true,
			value: { id: 'q-1', stem: '改过的题干？', excludes: ['q-2'], source: common.source }
		});
		expect(changed?.ok && 'difficulty' in changed.value).toBe(false);
		expect(changed?.ok && 'explanation' in changed.value).toBe(false);
	});

	it('names the field that is wrong', () => {
		expect(issues(ofType('single-choice'), { stem: '  ' })).toEqual(['stem empty']);
		expect(issues(ofType('single-choice'), { right: [false, false, false] })).toEqual(['key no-key']);
		expect(issues(ofType('single-choice'), { options: ['1万册', '', '3万册'] })).toEqual(['options.1 empty']);
		expect(issues(ofType('multiple-choice'), { options: ['甲'], right: [true] })).toContain(
			'options few-options'
		);
		expect(issues(ofType('fill-in'), { stem: '没有空。' })).toContain('stem no-blank');
		expect(issues(ofType('fill-in'), { blanks: ['青山馆', ' | '] })).toEqual(['blanks.1 empty']);
		expect(issues(ofType('numeric'), { value: '三万' })).toEqual(['value not-a-number']);
		expect(issues(ofType('numeric'), { tolerance: '-1' })).toEqual(['tolerance not-a-number']);
		expect(issues(ofType('matching'), { pairs: [1, -1] })).toEqual(['pairs.1 no-key']);
		expect(issues(ofType('short-answer'), { model: '' })).toEqual(['key empty']);
	});

	it('lets options come, go and change places without losing the key', () => {
		const single = formOf(questions[0] as Question);
		expect(movedOption(single, 2, -1)).toMatchObject({
			options: ['1万册', '3万册', '2万册'],
			right: [false, true, false]
		});
		expect(movedOption(single, 0, -1)).toBe(single);
		expect(withoutOption(single, 0)).toMatchObject({ options: ['2万册', '3万册'], right: [false, true] });
		const matching = formOf(ofType('matching') as Question);
		expect(withoutOption(matching, 1).pairs).toEqual([-1, 0]);
		expect(withoutPremise(withPremise(matching), 0)).toMatchObject({
			premises: ['乙馆', ''],
			pairs: [0, -1]
		});
	});

	it('never leaves an ordering in its right order', () => {
		const ordering = ofType('ordering') as Question;
		const result = questionOf({ ...formOf(ordering), options: ['审核', '申请', '公示'] }, ordering);
		expect(result).toMatchObject({ ok: true, value: { options: ['申请', '公示', '审核'], key: [2, 0, 1] } });
	});

	it('reads full-width figures', () => {
		const numeric = ofType('numeric') as Question;
		expect(questionOf({ ...formOf(numeric), value: '１，５００' }, numeric)).toMatchObject({
			ok: true,
			value: { key: { value: 1500 } }
		});
	});
});

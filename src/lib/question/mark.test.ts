import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '#lib/base/parse.ts';
import { markResponse } from './mark.ts';
import { matchKey, MarkingSchema, type Marking } from './marking.ts';
import { readNumber } from './numeric.ts';
import { BankSchema, QuestionSchema, ResponseSchema, type Question, type Response } from './question.ts';

const single: Question = {
	id: 'a',
	type: 'single-choice',
	stem: '哪一项？',
	options: ['甲', '乙', '丙'],
	key: 1
};
const multiple: Question = {
	id: 'b',
	type: 'multiple-choice',
	stem: '哪几项？',
	options: ['甲', '乙', '丙', '丁'],
	key: [0, 2, 3]
};
const blanks: Question = {
	id: 'c',
	type: 'fill-in',
	stem: '____年有____个。',
	blanks: 2,
	key: [['2022', '二〇二二'], ['11.17万']]
};
const numeric: Question = {
	id: 'd',
	type: 'numeric',
	stem: '多少？',
	key: { value: 82.84, tolerance: 0.01, unit: '%' }
};
const ordering: Question = {
	id: 'e',
	type: 'ordering',
	stem: '排序',
	options: ['先', '中', '后'],
	key: [2, 0, 1]
};
const matching: Question = {
	id: 'f',
	type: 'matching',
	stem: '配对',
	premises: ['一', '二'],
	options: ['甲', '乙', '丙'],
	key: [
		[0, 2],
		[1, 0]
	]
};
const judged: Question = { id: 'g', type: 'true-false', stem: '对吗？', key: false };
const short: Question = { id: 'h', type: 'short-answer', stem: '为什么？', key: '因为。' };
const all = [single, multiple, blanks, numeric, ordering, matching, judged, short];

/** The response that gives the key itself. */
function keyAsResponse(question: Question): Response {
	switch (question.type) {
		case 'single-choice':
			return { type: 'single-choice', choice: question.key };
		case 'multiple-choice':
			return { type: 'multiple-choice', choices: question.key };
		case 'true-false':
			return { type: 'true-false', judgement: question.key };
		case 'fill-in':
			return { type: 'fill-in', blanks: question.key.map((accepted) => accepted[0] ?? '') };
		case 'numeric':
			return { type: 'numeric', text: String(question.key.value) };
		case 'ordering':
			return { type: 'ordering', order: question.key };
		case 'matching':
			return { type: 'matching', pairs: question.key };
		case 'short-answer':
			return { type: 'short-answer', text: question.key };
	}
}

const index = fc.nat({ max: 30 });
const anyResponse: fc.Arbitrary<Response> = fc.oneof(
	fc.record({ type: fc.constant('single-choice' as const), choice: index }),
	fc.record({ type: fc.constant('multiple-choice' as const), choices: fc.array(index, { maxLength: 26 }) }),
	fc.record({ type: fc.constant('true-false' as const), judgement: fc.boolean() }),
	fc.record({
		type: fc.constant('fill-in' as const),
		blanks: fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 })
	}),
	fc.record({ type: fc.constant('numeric' as const), text: fc.string({ unit: 'binary' }) }),
	fc.record({ type: fc.constant('ordering' as const), order: fc.array(index, { maxLength: 26 }) }),
	fc.record({
		type: fc.constant('matching' as const),
		pairs: fc.array(fc.tuple(index, index), { maxLength: 26 })
	}),
	fc.record({ type: fc.constant('short-answer' as const), text: fc.string({ unit: 'binary' }) })
);
const anyMarking: fc.Arbitrary<Marking> = fc.record(
	{
		'multiple-choice': fc.constantFrom(
			'all-or-nothing' as const,
			'half-when-incomplete' as const,
			'per-option' as const
		),
		'fill-in': fc.constantFrom('per-blank' as const, 'all-or-nothing' as const),
		ordering: fc.constantFrom('all-or-nothing' as const, 'per-position' as const),
		matching: fc.constantFrom('per-pair' as const, 'all-or-nothing' as const)
	},
	{ requiredKeys: [] }
);

describe('marking', () => {
	it('never throws and stays within 0 and full points, whatever was given for whatever question', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...all),
				fc.option(anyResponse, { nil: undefined }),
				anyMarking,
				(question, response, marking) => {
					const { share, verdict } = markResponse(question, response, marking);
					expect(share >= 0 && share <= 1).toBe(true);
					expect(verdict === 'right').toBe(share === 1);
				}
			)
		);
	});

	it('gives full points for the key, under every marking', () => {
		fc.assert(
			fc.property(fc.constantFrom(...all), anyMarking, (question, marking) => {
				expect(markResponse(question, keyAsResponse(question), marking, 1)).toEqual({
					verdict: 'right',
					share: 1
				});
			})
		);
	});

	it('marks nothing given as wrong', () => {
		for (const question of all) expect(markResponse(question, undefined).verdict).toBe('wrong');
	});

	it('is all or nothing for multiple choice unless the bank says otherwise', () => {
		const incomplete: Response = { type: 'multiple-choice', choices: [0, 2] };
		const oneWrong: Response = { type: 'multiple-choice', choices: [0, 1, 2, 3] };
		expect(markResponse(multiple, incomplete).share).toBe(0);
		expect(markResponse(multiple, incomplete, { 'multiple-choice': 'half-when-incomplete' }).share).toBe(0.5);
		expect(markResponse(multiple, oneWrong, { 'multiple-choice': 'half-when-incomplete' }).share).toBe(0);
		expect(markResponse(multiple, oneWrong, { 'multiple-choice': 'per-option' }).share).toBeCloseTo(2 / 3);
	});

	it('counts a repeated choice once', () => {
		expect(markResponse(multiple, { type: 'multiple-choice', choices: [3, 2, 0, 0] }).share).toBe(1);
	});

	it('gives a blank its part, forgiving width, case, spaces and quotation marks', () => {
		expect(markResponse(blanks, { type: 'fill-in', blanks: ['２０２２', '12万'] }).share).toBe(0.5);
		expect(markResponse(blanks, { type: 'fill-in', blanks: ['二〇二二', ' 11.17 万 '] }).share).toBe(1);
		expect(matchKey('“五强”')).toBe(matchKey('五强'));
		expect(markResponse(blanks, { type: 'fill-in', blanks: ['', ''] }).share).toBe(0);
	});

	it('takes a tolerance as inclusive and reads figures as people type them', () => {
		expect(markResponse(numeric, { type: 'numeric', text: '82.85％' }).share).toBe(1);
		expect(markResponse(numeric, { type: 'numeric', text: '82.851' }).share).toBe(0);
		expect(readNumber('１，０３７ 万人', '万人')).toBe(1037);
		expect(readNumber('1037万', '万人')).toBe(1037);
		expect(readNumber('1037亿', '万人')).toBeUndefined();
		expect(readNumber('约十', '')).toBeUndefined();
		expect(readNumber('1e999', '')).toBeUndefined();
	});

	it('counts each right place of an ordering when the bank says so', () => {
		const response: Response = { type: 'ordering', order: [2, 1, 0] };
		expect(markResponse(ordering, response).share).toBe(0);
		expect(markResponse(ordering, response, { ordering: 'per-position' }).share).toBeCloseTo(1 / 3);
	});

	it('gives no point to a premise that was matched twice', () => {
		expect(
			markResponse(matching, {
				type: 'matching',
				pairs: [
					[0, 2],
					[0, 1],
					[1, 0]
				]
			}).share
		).toBe(0.5);
	});

	it('leaves a short answer ungraded until a person marks it', () => {
		const given: Response = { type: 'short-answer', text: '因为' };
		expect(markResponse(short, given).verdict).toBe('ungraded');
		expect(markResponse(short, given, {}, 0.5)).toEqual({ verdict: 'partly', share: 0.5 });
		expect(markResponse(short, { type: 'short-answer', text: ' ' }, {}, 1).share).toBe(0);
	});
});

describe('schemas', () => {
	it('take every well-formed question and response, and refuse a key that names no option', () => {
		for (const question of all) {
			expect(parse(QuestionSchema, question)).toEqual({ ok: true, value: question });
			expect(parse(ResponseSchema, keyAsResponse(question)).ok).toBe(true);
		}
		expect(parse(QuestionSchema, { ...single, key: 3 }).ok).toBe(false);
		expect(parse(QuestionSchema, { ...multiple, key: [2, 0] }).ok).toBe(false);
		expect(parse(QuestionSchema, { ...ordering, key: [0, 0, 1] }).ok).toBe(false);
		expect(
			parse(QuestionSchema, {
				...matching,
				key: [
					[0, 2],
					[0, 1]
				]
			}).ok
		).toBe(false);
		expect(parse(QuestionSchema, { ...blanks, blanks: 1 }).ok).toBe(false);
	});

	it('refuse a bank that holds the same id twice', () => {
		expect(parse(BankSchema, { id: 'x', title: '', questions: [single, single] }).ok).toBe(false);
		expect(parse(MarkingSchema, { ordering: 'by-mood' }).ok).toBe(false);
	});
});

import { describe, expect, it } from 'vitest';
import type { Bank, Question } from '#lib/question/question.ts';
import { cpuMsOf } from '../../../tests/support/cpu-time.ts';
import { lintBank, lintQuestion } from './lint.ts';
import { indexPaper } from './lint/paper-index.ts';

type Single = Extract<Question, { type: 'single-choice' }>;
const single = (entries: Partial<Single> = {}): Single => ({
	id: 'q',
	type: 'single-choice',
	stem: '2023年，青山市图书馆新添了多少册图书？',
	options: ['1200册', '1500册', '1800册', '2100册'],
	key: 1,
	explanation: '年报写明。',
	...entries
});
const judged = (stem: string, key = true): Question => ({
	id: 'q',
	type: 'true-false',
	stem,
	key,
	explanation: '年报写明。'
});
const bank = (...questions: Question[]): Bank => ({ id: 'b', title: '', questions });
const rules = (question: Question) => lintQuestion(question).map(({ rule }) => rule);

it('a sound question breaks no rule', () => expect(lintQuestion(single())).toEqual([]));

/** Each rule: an item that breaks it, and one as near as can be that does not. */
describe.each<[rule: string, broken: Question, sound: Question]>([
	[
		'lost-referent',
		single({ stem: '该馆2023年新添了多少册图书？' }),
		single({ stem: '青山馆2023年新添了多少册图书？' })
	],
	[
		'relative-time',
		single({ stem: '去年，青山市图书馆新添了多少册图书？' }),
		single({ stem: '青山市“去年今日”展览展出了多少册图书？' })
	],
	[
		'relative-time',
		single({ stem: '青山市图书馆当年新添了多少册图书？' }),
		single({ stem: '2023年开馆的青山市图书馆当年新添了多少册图书？' })
	],
	['placeholder', single({ stem: 'XX市图书馆新添了多少册图书？' }), single()],
	[
		'unbalanced-marks',
		single({ stem: '“书香青山行动新添了多少册图书？' }),
		single({ stem: '“书香青山”行动新添了多少册图书？' })
	],
	['truncated', single({ stem: '，青山市图书馆新添了多少册图书？' }), single()],
	['truncated', single({ stem: '青 山 市 图 书馆新添了多少册图书？' }), single()],
	['furniture', single({ stem: '青山馆（记者：李某）新添了多少册图书？' }), single()],
	['trivial', single({ stem: '青山市图书馆年报印在第几页？' }), single()],
	[
		'negative-stem',
		single({ stem: '下列不属于青山馆藏书量的是哪个？' }),
		single({ stem: '展览“不是终点”展出了多少册图书？' })
	],
	['absolute', judged('青山馆的图书完全免费借阅。'), judged('青山馆的图书免费借阅。')],
	['vague', judged('青山馆往往在周一闭馆。'), judged('青山馆在周一闭馆。')],
	['opinion', single({ stem: '读者觉得青山馆新添了多少册图书？' }), single()],
	['overlong', single({ stem: `${'青山馆的书很多，'.repeat(16)}一共多少册？` }), single()],
	[
		'duplicate-option',
		single({ options: ['1.5亿元', '15000万元', '2亿元'], key: 2 }),
		single({ options: ['1.5亿元', '1.6亿元', '2亿元'] })
	],
	[
		'duplicate-option',
		single({ options: ['百分之二十', '20%', '30%'], key: 2 }),
		single({ options: ['20%', '25%', '30%'] })
	],
	['unit-type', single({ options: ['1200册', '1500人', '1800册'] }), single()],
	['unit-type', single({ options: ['1200册', '很多', '1800册'] }), single()],
	[
		'all-of-the-above',
		single({ options: ['甲', '乙', '以上都对'] }),
		single({ options: ['以上林场', '乙', '丙'] })
	],
	[
		'length-cue',
		single({ options: ['甲', '青山市东城区分馆和西城区分馆', '丙'] }),
		single({ options: ['甲馆', '乙馆', '丙馆'] })
	],
	['order', single({ options: ['1500册', '1200册', '1800册'] }), single()],
	[
		'order',
		single({ options: ['2023年5月1日', '2022年5月1日'], key: 0 }),
		single({ options: ['2022年5月1日', '2023年5月1日'] })
	],
	[
		'order-cue',
		{
			id: 'q',
			type: 'ordering',
			stem: '排出下列各馆。',
			options: ['甲', '乙'],
			key: [1, 0],
			explanation: '见年报。'
		},
		{
			id: 'q',
			type: 'ordering',
			stem: '按开馆先后排出下列各馆。',
			options: ['甲', '乙'],
			key: [1, 0],
			explanation: '见年报。'
		}
	],
	[
		'nothing-to-choose',
		{
			id: 'q',
			type: 'multiple-choice',
			stem: '青山馆有哪些分馆？',
			options: ['甲', '乙'],
			key: [0, 1],
			explanation: '见年报。'
		},
		{
			id: 'q',
			type: 'multiple-choice',
			stem: '青山馆有哪些分馆？',
			options: ['甲', '乙', '丙'],
			key: [0, 1],
			explanation: '见年报。'
		}
	],
	[
		'answer-in-stem',
		single({ stem: '新添1500册图书的青山馆新添了多少册？' }),
		single({ stem: '新添11500册图书的青山馆借出多少册？' })
	],
	[
		'answer-in-stem',
		{
			id: 'q',
			type: 'numeric',
			stem: '5家分馆共有几家？',
			key: { value: 5, unit: '家' },
			explanation: '见年报。'
		},
		{
			id: 'q',
			type: 'numeric',
			stem: '25家分馆中新建的有几家？',
			key: { value: 5, unit: '家' },
			explanation: '见年报。'
		}
	],
	[
		'word-repeat',
		single({ stem: '书香行动由谁发起？', options: ['书香行动办', '市文联', '市妇联'], key: 0 }),
		single({ stem: '书香行动由谁发起？', options: ['书香行动办', '书香行动组', '市妇联'], key: 0 })
	],
	[
		'blank-count',
		{
			id: 'q',
			type: 'fill-in',
			stem: '青山馆在____市。',
			blanks: 2,
			key: [['甲'], ['乙']],
			explanation: '见年报。'
		},
		{
			id: 'q',
			type: 'fill-in',
			stem: '青山馆在____市____区。',
			blanks: 2,
			key: [['甲'], ['乙']],
			explanation: '见年报。'
		}
	],
	[
		'common-word-blank',
		{
			id: 'q',
			type: 'fill-in',
			stem: '____图书馆建设。',
			blanks: 1,
			key: [['加强']],
			explanation: '见年报。'
		},
		{
			id: 'q',
			type: 'fill-in',
			stem: '开展“____”行动。',
			blanks: 1,
			key: [['书香']],
			explanation: '见年报。'
		}
	],
	[
		'open-list',
		single({
			stem: '下列不包括在内的分馆是？',
			source: { document: 'd', sentence: '设有东馆、西馆、南馆等。' }
		}),
		single({
			stem: '下列不包括在内的分馆是？',
			source: { document: 'd', sentence: '设有东馆、西馆、南馆。' }
		})
	],
	[
		'sensitive',
		judged('习近平总书记指出，青山馆最大。', false),
		judged('习近平总书记指出，青山馆最大。', true)
	],
	['no-explanation', single({ explanation: ' ' }), single()]
])('%s', (rule, broken, sound) => {
	it('is broken', () => expect(rules(broken)).toContain(rule));
	it('is kept', () => expect(rules(sound)).not.toContain(rule));
});

it('a double negative is an error, a single one a warning', () => {
	const negatives = (stem: string) =>
		lintQuestion(single({ stem })).filter(({ rule }) => /negative/.test(rule));
	expect(negatives('下列不属于青山馆的是？')).toMatchObject([{ rule: 'negative-stem', severity: 'warning' }]);
	expect(negatives('下列不属于错误的是？')).toMatchObject([
		{ rule: 'negative-stem' },
		{ rule: 'double-negative', severity: 'error' }
	]);
	expect(negatives('下列【不属于】青山馆的是？')).toEqual([]);
});

it('a bank may allow 以上都对; without its leave it is an error', () => {
	const question = single({ options: ['1200册', '1500册', '以上都对'] });
	const found = (allows: Bank['allows']) =>
		lintBank({ ...bank(question), allows }).some(({ rule }) => rule === 'all-of-the-above');
	expect(found(undefined)).toBe(true);
	expect(found(['all-of-the-above'])).toBe(false);
});

it('a finding says where its words stand', () => {
	const stem = '2023年，青山馆近日新添了多少册图书？';
	const [finding] = lintQuestion(single({ stem }));
	expect(finding).toMatchObject({ rule: 'relative-time', where: 'stem' });
	expect(stem.slice(...finding!.range!)).toBe('近日');
});

it('the passage that a group shares explains its pronouns', () => {
	expect(rules(single({ stem: '该馆新添了多少册图书？', group: 'g' }))).not.toContain('lost-referent');
});

describe('between questions', () => {
	const found = (rule: string, ...questions: Question[]) =>
		lintBank(bank(...questions)).filter((finding) => finding.rule === rule);

	it('a stem that states another answer leaks it, unless the two are kept apart', () => {
		const other = judged('2023年，青山市图书馆新添了1500册图书，读者踊跃。');
		const a = single({ id: 'a' });
		expect(found('cross-leak', a, { ...other, id: 'b' })).toMatchObject([
			{ question: 'a', params: { other: 'b' } }
		]);
		expect(found('cross-leak', { ...a, excludes: ['b'] }, { ...other, id: 'b' })).toEqual([]);
		expect(
			found('cross-leak', a, { ...other, stem: '2023年，青山市图书馆新添了21500册图书。', id: 'b' })
		).toEqual([]);
	});

	it('a decimal point counts: 1.5 is not 15', () => {
		const a = single({ id: 'a', options: ['1.5万册', '2万册'], key: 0 });
		const b = { ...judged('2023年，青山市图书馆新添了15万册图书。'), id: 'b' };
		expect(found('cross-leak', a, b)).toEqual([]);
	});

	it('the same question twice is a duplicate, the same answer to another question is not', () => {
		const a = single({ id: 'a' });
		expect(found('duplicate', a, { ...a, id: 'b', stem: '2023年青山市图书馆新添了多少册图书' })).toHaveLength(
			1
		);
		expect(found('duplicate', a, { ...a, id: 'b', stem: '东城区分馆一共借出了几册？' })).toEqual([]);
	});

	it('keys that gather on one letter are reported, spread ones are not', () => {
		const questions = (keyOf: (n: number) => number) =>
			Array.from({ length: 12 }, (_, n) =>
				single({ id: `q${n}`, key: keyOf(n), stem: `第${n}号馆有多少册？` })
			);
		expect(found('key-balance', ...questions(() => 2))).toMatchObject([
			{ question: 'b', params: { letter: 'C', count: 12 } }
		]);
		expect(found('key-balance', ...questions((n) => n % 4))).toEqual([]);
	});

	it('an edited question is compared with the others through the index, not with its older self', () => {
		const a = single({ id: 'a' });
		const other = single({ id: 'b', stem: '东湖县有几座水库？', options: ['3座', '5座'], key: 0 });
		const paper = indexPaper([a, other]);
		const edited = { ...a, stem: '2023年，青山市图书馆一共新添了多少册图书？' };
		expect(lintQuestion(edited, { paper })).toEqual([]);
		paper.put({ ...edited, id: 'c' });
		expect(lintQuestion(edited, { paper })).toMatchObject([{ rule: 'duplicate', params: { other: 'c' } }]);
		paper.remove('c');
		expect(lintQuestion(edited, { paper })).toEqual([]);
	});

	it('while a question is edited it is told whose answer it gives away', () => {
		const paper = indexPaper([single({ id: 'a' })]);
		const teller = { ...judged('2023年，青山市图书馆新添了1500册图书，读者踊跃。'), id: 'b' };
		expect(lintQuestion(teller, { paper })).toMatchObject([
			{ question: 'a', rule: 'cross-leak', params: { other: 'b' } }
		]);
	});

	it('ten thousand questions take seconds, and one more look at one of them next to nothing', () => {
		const names = [...'东西南北上下前后青红黄白黑金银铜铁石'];
		const questions = Array.from({ length: 10_000 }, (_, n) =>
			single({
				id: `q${n}`,
				stem: `${1900 + (n % 120)}年，${names[n % 18]}${names[(n * 7) % 17]}${n}号馆新添了多少册图书？`,
				options: ['1册', `${n + 100}册`]
			})
		);
		const whole = cpuMsOf(() => lintBank(bank(...questions)));
		expect(whole).toBeLessThan(60_000);
		const paper = indexPaper(questions);
		lintQuestion(questions[0]!, { paper });
		const again = cpuMsOf(() => {
			for (let n = 0; n < 50; n++) lintQuestion({ ...questions[n * 100]!, explanation: '' }, { paper });
		});
		expect(again).toBeLessThan(whole);
	}, 120_000);
});

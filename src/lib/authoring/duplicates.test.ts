import { expect, it } from 'vitest';
import type { Question } from '#lib/question/question.ts';
import { cpuMsOf } from '../../../tests/support/cpu-time.ts';
import { findDuplicates, findDuplicatesOf } from './duplicates.ts';
import { indexPaper } from './lint/paper-index.ts';

type Single = Extract<Question, { type: 'single-choice' }>;
const single = (entries: Partial<Single> = {}): Single => ({
	id: 'a',
	type: 'single-choice',
	stem: '2023年，青山市图书馆新添了多少册图书？',
	options: ['1200册', '1500册', '1800册'],
	key: 1,
	...entries
});
const banks = (...questions: Question[]) => [{ id: 'x', questions }];

it.each<[reason: string, other: Question]>([
	['same-question', single({ id: 'b', stem: '2023年青山市图书馆新添了多少册图书' })],
	['same-answer', single({ id: 'b', stem: '青山市图书馆2023年一共新添了多少册图书？' })],
	[
		'same-answer',
		single({ id: 'b', options: ['1500 册', '1700册'], key: 0, stem: '2023年，青山市图书馆新添图书多少册？' })
	],
	[
		'same-statement',
		{ id: 'b', type: 'true-false', stem: '2023年，青山市图书馆新添了1500册图书。', key: true }
	],
	['other-answer', single({ id: 'b', key: 2 })]
])('%s', (reason, other) => {
	expect(findDuplicates(banks(single(), other))).toMatchObject([
		{ first: { id: 'a' }, second: { id: 'b' }, reason }
	]);
});

it('another year, another place, another measure are other questions', () => {
	const others = [
		single({ id: 'b', stem: '2022年，青山市图书馆新添了多少册图书？' }),
		single({ id: 'c', stem: '2023年，东湖县档案馆修复了多少册图书？' }),
		single({ id: 'd', stem: '2023年，青山市图书馆的读者借出过几次？', options: ['3次', '4次'], key: 0 })
	];
	expect(findDuplicates(banks(single(), ...others))).toEqual([]);
});

it('finds them across banks, also where two banks use one id', () => {
	const found = findDuplicates([
		{ id: 'x', questions: [single()] },
		{ id: 'y', questions: [single()] }
	]);
	expect(found).toMatchObject([{ firstBank: 'x', secondBank: 'y', score: 1 }]);
});

it('does not find a question alike to its own older wording', () => {
	const paper = indexPaper([
		single(),
		single({ id: 'b', stem: '东湖县有几家书店？', options: ['3家', '4家'] })
	]);
	const edited = single({ stem: '2023年，青山市图书馆一共新添了多少册图书？' });
	expect(findDuplicatesOf(edited, paper)).toEqual([]);
	paper.put({ ...edited, id: 'c' });
	expect(findDuplicatesOf(edited, paper)).toMatchObject([{ second: { id: 'c' }, reason: 'same-question' }]);
	paper.remove('c');
	expect(findDuplicatesOf(edited, paper)).toEqual([]);
});

it('English questions are compared by their words', () => {
	const english = (id: string, stem: string, key: string) =>
		single({ id, stem, options: ['10 metres', key], key: 1 });
	const one = english('a', 'How long was the bridge over the Lyne that opened in 1931?', '240 metres');
	const same = english('b', 'The bridge over the Lyne, opened in 1931, was how long?', '240 metres');
	const other = english('c', 'How wide was the market hall that opened in 1931?', '240 metres');
	expect(findDuplicates(banks(one, same, other)).map(({ second }) => second.id)).toEqual(['b']);
});

it('ten thousand questions take seconds, not minutes', () => {
	const places = [...'东西南北上下前后青红黄白黑金银铜铁石'];
	const questions = Array.from({ length: 10_000 }, (_, n) =>
		single({
			id: `q${n}`,
			stem: `${1900 + (n % 120)}年，${places[n % 18]}${places[(n * 7) % 17]}${n}号馆新添了多少册图书？`,
			options: ['1册', `${n + 100}册`]
		})
	);
	expect(cpuMsOf(() => findDuplicates(banks(...questions)))).toBeLessThan(30_000);
}, 120_000);

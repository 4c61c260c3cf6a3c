import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldReviews, pairKey, type ReviewAct, type Reviewed } from './reviews.ts';

const questionWith = (id: string, stem = '2024年建成几家？') =>
	({ id, type: 'true-false', stem, key: true }) as const;
const log = (...acts: ReviewAct[]): Reviewed[] =>
	acts.map((act, at) => ({ id: `act-${at + 1}`, seq: at + 1, act }));
const accepted = (...questions: string[]): ReviewAct => ({ type: 'accepted', questions });
const rejected = (...questions: string[]): ReviewAct => ({ type: 'rejected', questions });
const edited = (id: string, stem?: string): ReviewAct => ({
	type: 'edited',
	question: questionWith(id, stem)
});
const undone = (act: string): ReviewAct => ({ type: 'undone', act });
const replaced = (change: Partial<Extract<ReviewAct, { type: 'replaced' }>>): ReviewAct => ({
	type: 'replaced',
	document: 'd-2',
	carried: [],
	changed: [],
	fresh: [],
	...change
});
const stateOf = (acts: readonly Reviewed[], id: string) => foldReviews(acts).decisions.get(id)?.state;

describe('reviews', () => {
	it('are the last decision on each question', () => {
		const acts = log(accepted('a', 'b'), rejected('b'), edited('c'));
		expect([...foldReviews(acts).decisions].map(([id, { state }]) => `${id} ${state}`)).toEqual([
			'a accepted',
			'b rejected',
			'c edited'
		]);
	});

	it('keep what was written, also when the question is rejected and accepted again', () => {
		const acts = log(edited('a', '改过的题干'), rejected('a'), accepted('a'));
		expect(foldReviews(acts).decisions.get('a')).toMatchObject({
			state: 'edited',
			edited: { stem: '改过的题干' }
		});
	});

	it('go back one by one, a bulk decision as one', () => {
		const acts = log(accepted('a'), rejected('a', 'b'));
		expect(foldReviews(acts).last?.id).toBe('act-2');
		const once = [...acts, { id: 'act-3', seq: 3, act: undone('act-2') }];
		expect(stateOf(once, 'a')).toBe('accepted');
		expect(stateOf(once, 'b')).toBeUndefined();
		expect(foldReviews(once).last?.id).toBe('act-1');
	});

	it('are not taken back beyond another import of the document', () => {
		expect(foldReviews(log(accepted('a'), replaced({}))).last).toBeUndefined();
	});

	it('say what another import changed until someone has looked at it again', () => {
		const draft = questionWith('b');
		const acts = log(
			accepted('a', 'b'),
			replaced({
				changed: [{ question: 'a', was: '旧句。', now: '新句。' }],
				carried: [{ draft, change: 'gone', was: '没了的句子。' }],
				fresh: ['n']
			})
		);
		const before = foldReviews(acts);
		expect(before.flags.get('a')).toEqual({ was: '旧句。', now: '新句。' });
		expect(before.flags.get('b')).toEqual({ was: '没了的句子。' });
		expect(before.carried.get('b')?.draft).toEqual(draft);
		expect([...before.fresh]).toEqual(['n']);
		const after = foldReviews([...acts, { id: 'x', seq: 3, act: accepted('a', 'n') }]);
		expect([...after.flags.keys()]).toEqual(['b']);
		expect(after.fresh.size).toBe(0);
		expect(after.carried.has('b')).toBe(true);
	});

	it('remember which of two alike are both wanted', () => {
		const acts = log({ type: 'kept-both', questions: ['b', 'a'] });
		expect(foldReviews(acts).keptBoth.has(pairKey('a', 'b'))).toBe(true);
	});

	it('come out the same in any order and however often an act is given', () => {
		const ids = fc.constantFrom('a', 'b', 'c', 'd');
		const some = fc.array(ids, { minLength: 1, maxLength: 3 });
		const act = fc.oneof(
			some.map((questions) => accepted(...questions)),
			some.map((questions) => rejected(...questions)),
			fc.tuple(ids, fc.string({ minLength: 1 })).map(([id, stem]) => edited(id, `题${stem}`)),
			fc.integer({ min: 1, max: 12 }).map((at) => undone(`act-${at}`)),
			some.map((fresh) => replaced({ fresh }))
		);
		fc.assert(
			fc.property(
				fc
					.array(act, { minLength: 1, maxLength: 12 })
					.map((acts) => log(...acts))
					.chain((whole) =>
						fc
							.array(fc.constantFrom(...whole), { maxLength: 6 })
							.chain((again) =>
								fc.shuffledSubarray([...whole, ...again], { minLength: whole.length + again.length })
							)
							.map((mixed) => ({ whole, mixed }))
					),
				({ whole, mixed }) => {
					expect(foldReviews(mixed)).toEqual(foldReviews(whole));
				}
			)
		);
	});
});

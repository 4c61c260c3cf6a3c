import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millis } from '#lib/base/time.ts';
import type { Question } from '#lib/question/question.ts';
import { PRACTICE_MODES } from './events.ts';
import { remember } from './memory.ts';
import { queueFor, type Pool } from './queues.ts';
import { byQuestion, type Recall } from './recalls.ts';
import { inBookOrder, wrongEntryOf, USUAL_RULE } from './wrong-book.ts';

const NOW = millis(Date.UTC(2026, 5, 1));
const question = (n: number): Question =>
	({
		id: `q${n}`,
		type: n % 4 === 3 ? 'short-answer' : 'true-false',
		stem: `第${n}题`,
		difficulty: 1 + (n % 5),
		chapter: `第${n % 3}章`,
		topics: [n % 2 ? '奇' : '偶'],
		...(n % 4 === 3 ? { key: '答' } : { key: n % 2 === 0 })
	}) as Question;

const recall = (n: number, daysAgo: number, right: boolean): Recall => ({
	event: `${n}-${daysAgo}`,
	course: 'c',
	question: `q${n}`,
	at: millis(NOW - daysAgo * 86_400_000),
	day: '2026-05-01',
	mode: 'random',
	verdict: right ? 'right' : 'wrong',
	grade: right ? 3 : 1,
	tookMs: 3_000
});

function poolOf(count: number, recalls: Recall[], more: Partial<Pool> = {}): Pool {
	return {
		questions: Array.from({ length: count }, (_, n) => question(n)),
		recalls,
		memories: remember(recalls),
		wrong: inBookOrder(
			[...byQuestion(recalls).values()].flatMap((list) => wrongEntryOf(list, USUAL_RULE) ?? [])
		),
		favourites: new Set(['q1', 'q4']),
		removed: new Set(),
		now: NOW,
		...more
	};
}
const ids = (list: Question[]) => list.map(({ id }) => id);

describe('a practice queue', () => {
	it('holds each question once, none that was removed, the same for the same seed', () => {
		fc.assert(
			fc.property(
				fc.nat({ max: 40 }),
				fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 60 }), fc.boolean()), { maxLength: 60 }),
				fc.constantFrom(...PRACTICE_MODES),
				fc.string(),
				(count, history, mode, seed) => {
					const recalls = history
						.map(([n, days, right]) => recall(n, days, right))
						.sort((a, b) => a.at - b.at);
					const pool = poolOf(count, recalls, { removed: new Set(['q2']) });
					const wish = { mode, seed, of: mode === 'topic' ? '奇' : '第1章' };
					const queue = ids(queueFor(wish, pool));
					expect(new Set(queue).size).toBe(queue.length);
					expect(queue).not.toContain('q2');
					for (const id of queue) expect(pool.questions.some((one) => one.id === id)).toBe(true);
					expect(ids(queueFor(wish, pool))).toEqual(queue);
				}
			)
		);
	});

	it('keeps the order of the course in turn, and rises in survival', () => {
		const pool = poolOf(12, []);
		expect(ids(queueFor({ mode: 'sequential', seed: '' }, pool))[3]).toBe('q3');
		const rising = queueFor({ mode: 'survival', seed: 's' }, pool).map(({ difficulty }) => difficulty ?? 0);
		expect(rising).toEqual([...rising].sort((a, b) => a - b));
		expect(ids(queueFor({ mode: 'chapter', of: '第1章', seed: '' }, pool))).toEqual([
			'q1',
			'q4',
			'q7',
			'q10'
		]);
		expect(ids(queueFor({ mode: 'topic', of: '奇', seed: '', most: 2 }, pool))).toEqual(['q1', 'q3']);
		expect(ids(queueFor({ mode: 'favourites', seed: '' }, pool))).toEqual(['q1', 'q4']);
		expect(queueFor({ mode: 'rapid', seed: '' }, pool).some(({ type }) => type === 'short-answer')).toBe(
			false
		);
	});

	it('of the day holds ten: what is due and what was wrong among what is new', () => {
		const recalls = [recall(1, 50, true), recall(1, 48, true), recall(5, 2, false)];
		const pool = poolOf(40, recalls);
		const queue = ids(queueFor({ mode: 'daily', seed: '2026-06-01' }, pool));
		expect(queue).toHaveLength(10);
		expect(queue).toContain('q1');
		expect(queue).toContain('q5');
		expect(ids(queueFor({ mode: 'wrong-answer', seed: '' }, pool))).toEqual(['q5']);
		expect(ids(queueFor({ mode: 'review', seed: '' }, pool))).toContain('q1');
	});

	it('of the day brings in no more new questions than the learner wants', () => {
		const recalls = [1, 2, 3, 4].map((n) => recall(n, 30, true));
		const isNew = (id: string) => !recalls.some(({ question: asked }) => asked === id);
		const wish = { mode: 'daily', seed: '2026-06-01' } as const;
		const newOf = (more: Partial<Pool>) =>
			ids(queueFor(wish, poolOf(40, recalls, more))).filter(isNew).length;
		expect(newOf({})).toBe(6);
		expect(newOf({ newLeft: 3 })).toBe(3);
		expect(newOf({ newLeft: 0 })).toBe(0);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millis } from '#lib/base/time.ts';
import type { Publication } from '#lib/course/publication.ts';
import { bestsOf } from './bests.ts';
import { practiceDays } from './days.ts';
import { masteryByLesson, masteryByTopic, masteryOf } from './mastery.ts';
import { remember } from './memory.ts';
import { minutesFor, paceMs } from './pace.ts';
import type { Recall } from './recalls.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1, 4);

function recall(question: string, minutes: number, more: Partial<Recall> = {}): Recall {
	const at = millis(START + minutes * 60_000);
	return {
		event: `${question}-${minutes}`,
		course: 'c',
		question,
		at,
		day: new Date(at).toISOString().slice(0, 10),
		mode: 'review',
		verdict: 'right',
		grade: 3,
		tookMs: 10_000,
		...more
	};
}

describe('mastery', () => {
	const memories = remember([recall('a', 0), recall('b', 0, { verdict: 'wrong', grade: 1 })]);
	const just = { memories, now: millis(START) };

	it('is the share that would be recalled now: all right after, less each day, nothing of what was never asked', () => {
		expect(masteryOf(['a'], just)).toEqual({ share: 1, asked: 1, total: 1 });
		expect(masteryOf(['a', 'c'], just)).toEqual({ share: 0.5, asked: 1, total: 2 });
		expect(masteryOf([], just)).toEqual({ share: 0, asked: 0, total: 0 });
		const later = masteryOf(['a', 'b'], { memories, now: millis(START + 10 * DAY) });
		expect(later.share).toBeLessThan(0.95);
		expect(later.share).toBeGreaterThan(0.5);
	});

	it('stays between 0 and 1 and never rises while nothing is practised', () => {
		fc.assert(
			fc.property(fc.nat({ max: 900 }), fc.nat({ max: 900 }), (days, more) => {
				const at = (n: number) =>
					masteryOf(['a', 'b', 'c'], { memories, now: millis(START + n * DAY) }).share;
				expect(at(days)).toBeGreaterThanOrEqual(at(days + more));
				expect(at(days)).toBeLessThanOrEqual(2 / 3);
				expect(at(days + more)).toBeGreaterThan(0);
			})
		);
	});

	it('is told by lesson in the order of the course and by topic, the largest first', () => {
		const course = {
			modules: [
				{
					id: 'm',
					title: '单元',
					lessons: [
						{ id: 'l1', title: '第一课', questions: ['a', 'gone'] },
						{ id: 'l2', title: '第二课', questions: ['b', 'c'] },
						{ id: 'l3', title: '只读', questions: [] }
					]
				}
			],
			bank: { questions: [{ id: 'a', topics: ['甲', '乙'] }, { id: 'b', topics: ['乙'] }, { id: 'c' }] }
		} as unknown as Publication;
		expect(masteryByLesson(course, just)).toEqual([
			{ id: 'l1', title: '第一课', share: 1, asked: 1, total: 1 },
			{ id: 'l2', title: '第二课', share: 0.5, asked: 1, total: 2 }
		]);
		expect(masteryByTopic(course, just).map(({ id, total }) => [id, total])).toEqual([
			['乙', 2],
			['甲', 1]
		]);
	});
});

describe('a learner’s pace', () => {
	it('is the median of the latest answers with a moment to read, the usual one before there are any', () => {
		expect(paceMs([])).toBe(25_000);
		expect(paceMs(Array.from({ length: 20 }, (_, n) => ({ tookMs: n < 11 ? 6_000 : 900_000 })))).toBe(10_000);
	});
	it('gives whole minutes, at least one', () => {
		expect([minutesFor(0, 20_000), minutesFor(1, 20_000), minutesFor(18, 14_000)]).toEqual([0, 1, 4]);
	});
});

describe('personal bests', () => {
	const of = (list: Recall[]) => bestsOf(list, practiceDays(list));

	it('are empty before anything happened', () => {
		expect(of([])).toEqual({ streak: 0, mostInADay: 0, survival: 0, rapid: 0 });
	});

	it('name the fullest day, the first one of equal days', () => {
		const list = [recall('a', 0), recall('b', 1), recall('a', 1_440), recall('b', 1_441)];
		expect(of(list)).toMatchObject({ mostInADay: 2, mostOn: '2026-01-01', streak: 2 });
	});

	it('take the mock exam with the best share, of equal ones the longer', () => {
		const exam = (attempt: string, right: number, wrong: number, from: number) =>
			Array.from({ length: right + wrong }, (_, n) =>
				recall(`${attempt}${n}`, from, {
					mode: 'mock-exam',
					attempt,
					...(n >= right && { verdict: 'wrong' as const, grade: 1 as const })
				})
			);
		expect(of([...exam('x', 3, 1, 0), ...exam('y', 6, 2, 9), ...exam('z', 9, 9, 20)]).exam).toEqual({
			right: 6,
			questions: 8
		});
	});

	it('count right answers in a row, in that mode only', () => {
		const right = (n: number) => recall(`r${n}`, n, { mode: 'survival' });
		const wrong = recall('z', 3, { mode: 'survival', verdict: 'wrong', grade: 1 });
		const other = recall('y', 5, { mode: 'random', verdict: 'wrong', grade: 1 });
		const list = [right(0), right(1), wrong, right(4), other, right(6), right(7)];
		expect(of(list)).toMatchObject({ survival: 3, rapid: 0 });
	});
});

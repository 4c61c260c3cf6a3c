import { describe, expect, it } from 'vitest';
import { uuidFrom } from '#lib/base/id.ts';
import { millis, monotonic } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import { learnerFrom } from './learner.ts';
import { isWanted, milestoneId, milestonesOf } from './milestones.ts';
import { USUAL_SETTINGS } from './settings.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1, 8);
const dayOf = (n: number) => new Date(START + n * DAY_MS).toISOString().slice(0, 10);

let made = 0;
function event(kind: string, body: Record<string, unknown>, at: number): LoggedEvent {
	made++;
	return {
		id: uuidFrom(millis(at), Uint8Array.of(made >> 8, made & 255, 1, 2, 3, 4, 5, 6, 7, 8)),
		kind,
		version: 1,
		member: 'm',
		device: 'd',
		deviceSeq: made,
		at: millis(at),
		mono: monotonic(0),
		boot: 'b',
		body
	};
}

function answered(question: string, verdict: string, day: number, minute = 0): LoggedEvent {
	const body = { course: 'c', question, mode: 'random', response: null, verdict, tookMs: 1, day: dayOf(day) };
	return event('question-practised', body, START + day * DAY_MS + minute * 60_000);
}
const read = (lesson: string, day: number, course = 'c') =>
	event('lesson-finished', { course, lesson, readMs: 1, day: dayOf(day) }, START + day * DAY_MS);
const onDays = (days: readonly number[]) => days.map((day) => answered(`q${day}`, 'right', day));
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

const reached = (events: LoggedEvent[], lessons: Record<string, number> = {}) =>
	milestonesOf(learnerFrom(events), new Map(Object.entries(lessons)));

describe('milestones', () => {
	it('are none for who has just begun', () => {
		expect(reached([])).toEqual([]);
		expect(reached(onDays(upTo(6)))).toEqual([]);
	});

	it('hold the day on which a row of days got so long, and stay when the row breaks', () => {
		const seven = { type: 'streak', day: dayOf(6), days: 7, from: dayOf(0) };
		expect(reached(onDays(upTo(7)))).toEqual([seven]);
		expect(reached(onDays([...upTo(7), 9, 10]))).toEqual([seven]);
	});

	it('count a row anew after a missed day, and the first of its length only', () => {
		const second = [8, 9, 10, 11, 12, 13, 14];
		expect(reached(onDays([0, 1, 2, 3, 4, 5, ...second]))).toEqual([
			{ type: 'streak', day: dayOf(14), days: 7, from: dayOf(8) }
		]);
		expect(reached(onDays([...upTo(7), ...second]))[0]).toMatchObject({ day: dayOf(6) });
	});

	it('are told for the hundredth answer with what was right until then', () => {
		const many = upTo(120).map((n) => answered(`q${n}`, n % 4 ? 'right' : 'wrong', 0, n));
		expect(reached(many)).toEqual([{ type: 'answers', day: dayOf(0), count: 100, right: 75 }]);
		expect(reached(many.slice(0, 99))).toEqual([]);
	});

	it('know the first course of which every lesson was read, and only when its lessons are known', () => {
		const log = [read('one', 0), read('other', 1, 'd'), read('two', 2), read('second', 3, 'd')];
		expect(reached(log, { c: 2, d: 2 })).toEqual([
			{ type: 'course', day: dayOf(2), course: 'c', lessons: 2 }
		]);
		expect(reached(log, { c: 3 })).toEqual([]);
		expect(reached(log)).toEqual([]);
	});

	it('tell when a book of five mistakes was won back, by two right answers each', () => {
		const wrong = upTo(5).map((n) => answered(`q${n}`, 'wrong', 0, n));
		const right = (day: number) => upTo(5).map((n) => answered(`q${n}`, 'right', day, n));
		expect(reached([...wrong, ...right(1)])).toEqual([]);
		expect(reached([...wrong, ...right(1), ...right(2)])).toEqual([
			{ type: 'wrong-book', day: dayOf(2), won: 5 }
		]);
		const four = (list: LoggedEvent[]) => list.slice(0, 4);
		expect(reached([...four(wrong), ...four(right(1)), ...four(right(2))])).toEqual([]);
	});

	it('do not count as won what was removed by hand', () => {
		const wrong = upTo(5).map((n) => answered(`q${n}`, 'wrong', 0, n));
		const removed = upTo(5).map((n) =>
			event(
				'question-marked',
				{ course: 'c', question: `q${n}`, revision: 1, change: { type: 'removed', on: true } },
				START + DAY_MS
			)
		);
		expect(reached([...wrong, ...removed, answered('q9', 'right', 2)])).toEqual([]);
	});

	it('are not told to who switched points or days in a row off', () => {
		const [streak, answers] = [onDays(upTo(7)), upTo(100).map((n) => answered(`q${n}`, 'right', 0, n))].map(
			(log) => reached(log)[0]!
		);
		expect(isWanted(streak!, { ...USUAL_SETTINGS, streak: false })).toBe(false);
		expect(isWanted(streak!, { ...USUAL_SETTINGS, points: false })).toBe(true);
		expect(isWanted(answers!, { ...USUAL_SETTINGS, points: false })).toBe(false);
		expect(isWanted(answers!, { ...USUAL_SETTINGS, streak: false })).toBe(true);
	});

	it('have one id each', () => {
		const all = reached([...onDays(upTo(100)), ...[read('one', 3)]], { c: 1 });
		expect(all.map(milestoneId)).toEqual(['streak-100', 'answers-100', 'streak-30', 'streak-7', 'course']);
	});
});

import { describe, expect, it } from 'vitest';
import { uuidFrom } from '#lib/base/id.ts';
import { millis, monotonic } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import { learnerFrom } from './learner.ts';
import { practiceToday } from './today.ts';

const HOUR = 3_600_000;
const NOW = millis(Date.UTC(2026, 10, 21, 4));
const moment = { now: NOW, today: '2026-11-21', here: new Set(['c']), questions: 40 };

let made = 0;
function event(kind: string, hoursAgo: number, body: Record<string, unknown>): LoggedEvent {
	made++;
	const at = millis(NOW - hoursAgo * HOUR + made);
	return {
		id: uuidFrom(at, Uint8Array.of(made >> 8, made & 255, 1, 2, 3, 4, 5, 6, 7, 8)),
		kind,
		version: 1,
		member: 'm',
		device: 'd',
		deviceSeq: made,
		at,
		mono: monotonic(made),
		boot: 'b',
		body
	};
}

function practised(question: string, hoursAgo: number, more: Record<string, unknown> = {}): LoggedEvent {
	const day = new Date(NOW - hoursAgo * HOUR + 8 * HOUR).toISOString().slice(0, 10);
	const usual = { course: 'c', question, mode: 'random', response: null, verdict: 'right', tookMs: 6_000 };
	return event('question-practised', hoursAgo, { ...usual, day, ...more });
}
const settings = (change: Record<string, unknown>) =>
	event('study-settings-changed', 0, { revision: 1, change });
const list = (count: number, hoursAgo: number, more: Record<string, unknown> = {}) =>
	Array.from({ length: count }, (_, n) => practised(`q${n}`, hoursAgo, more));

const todayOf = (...events: LoggedEvent[]) => practiceToday(learnerFrom(events), moment);

describe('today’s practice', () => {
	it('of somebody new is the daily quiz', () => {
		expect(todayOf()).toEqual({
			due: 0,
			dueMinutes: 0,
			daily: 'open',
			dailyAnswered: 0,
			dailyLeft: 10,
			dailyMinutes: 4,
			wrong: 0,
			answered: 0,
			right: 0,
			lessonsRead: 0,
			points: 0,
			streak: 0
		});
	});

	it('has what fell due, in minutes of the learner’s own pace', () => {
		const today = todayOf(...list(24, 24 * 9));
		expect(today).toMatchObject({ due: 24, dueMinutes: 4, answered: 0, streak: 0 });
	});

	it('leaves out what was removed by hand and what lies in a course that is not here', () => {
		const removed = event('question-marked', 1, {
			course: 'c',
			question: 'q0',
			revision: 1,
			change: { type: 'removed', on: true }
		});
		const elsewhere = practised('far', 24 * 9, { course: 'other' });
		expect(todayOf(...list(3, 24 * 9), elsewhere, removed).due).toBe(2);
	});

	it('keeps to the limit of reviews a day, what was reviewed today counts', () => {
		const history = [...list(8, 24 * 9), settings({ reviewsPerDay: 5 })];
		expect(todayOf(...history).due).toBe(5);
		expect(todayOf(...history, ...list(2, 1, { mode: 'review' })).due).toBe(3);
		expect(todayOf(...history, ...list(6, 1, { mode: 'review' })).due).toBe(0);
	});

	it('knows how far the daily quiz is, also when there are fewer than ten questions', () => {
		expect(todayOf(...list(4, 1, { mode: 'daily' }))).toMatchObject({ daily: 'begun', dailyLeft: 6 });
		expect(todayOf(...list(10, 1, { mode: 'daily' }))).toMatchObject({ daily: 'done', dailyMinutes: 0 });
		expect(todayOf(...list(10, 30, { mode: 'daily' }))).toMatchObject({ daily: 'open' });
		const few = learnerFrom(list(4, 1, { mode: 'daily' }));
		expect(practiceToday(few, { ...moment, questions: 4 })).toMatchObject({ daily: 'done' });
		const none = learnerFrom([]);
		expect(practiceToday(none, { ...moment, questions: 0 })).toMatchObject({ daily: 'none' });
		const run = (answered: number, ended: boolean) =>
			practiceToday(few, { ...moment, dailyRun: { slots: 9, answered, ended } });
		expect(run(4, true)).toMatchObject({ daily: 'done', dailyLeft: 0, dailyMinutes: 0 });
		expect(run(6, false)).toMatchObject({ daily: 'begun', dailyAnswered: 6, dailyLeft: 3 });
	});

	it('has a shorter daily quiz when few new questions are wanted', () => {
		const history = [...list(3, 30), settings({ newPerDay: 4 })];
		expect(todayOf(...history)).toMatchObject({ daily: 'open', dailyLeft: 7 });
		expect(todayOf(...history, practised('other', 1))).toMatchObject({ daily: 'open', dailyLeft: 7 });
		expect(todayOf(settings({ newPerDay: 0 }))).toMatchObject({ daily: 'none' });
	});

	it('says what was achieved: answers, lessons, points, days in a row', () => {
		const lesson = event('lesson-finished', 1, { course: 'c', lesson: 'l', readMs: 9, day: '2026-11-21' });
		const today = todayOf(...list(3, 25), practised('a', 1), practised('b', 1, { verdict: 'wrong' }), lesson);
		expect(today).toMatchObject({ answered: 2, right: 1, lessonsRead: 1, points: 8, streak: 2, wrong: 1 });
	});

	it('tells nothing of points and days to those who do not want to see them', () => {
		const today = todayOf(...list(3, 1), settings({ points: false, streak: false }));
		expect(today.points).toBeUndefined();
		expect(today.streak).toBeUndefined();
	});
});

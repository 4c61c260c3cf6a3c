import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidFrom } from '#lib/base/id.ts';
import { millis, monotonic } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import { learnerFrom, learnerWith, NO_LEARNER } from './learner.ts';
import { USUAL_SETTINGS } from './settings.ts';

const START = Date.UTC(2026, 0, 1, 8);
const attempt = uuidFrom(millis(START), new Uint8Array(10));

function event(n: number, kind: string, body: Record<string, unknown>, at = START + n * 60_000): LoggedEvent {
	return {
		id: idOf(n),
		kind,
		version: 1,
		member: 'm',
		device: n % 2 ? 'phone' : 'desk',
		deviceSeq: n + 1,
		at: millis(at),
		mono: monotonic(n),
		boot: 'b',
		body
	};
}
function idOf(n: number): string {
	return uuidFrom(millis(START + n), Uint8Array.of(n >> 8, n & 255, 1, 2, 3, 4, 5, 6, 7, 8));
}

const practised = (question: string, verdict: string, more: Record<string, unknown> = {}) => ({
	course: 'c',
	question,
	mode: 'random',
	response: null,
	tookMs: 4_000,
	day: '2026-01-01',
	verdict,
	...more
});

const question = fc.constantFrom('q1', 'q2', 'q3');
const on = fc.boolean();
const revision = fc.integer({ min: 1, max: 3 });
const act = fc.oneof(
	{
		weight: 5,
		arbitrary: fc
			.tuple(question, fc.constantFrom('right', 'partly', 'wrong'), fc.boolean())
			.map(([id, verdict, exam]) => ({
				kind: 'question-practised',
				body: practised(id, verdict, exam ? { mode: 'mock-exam', attempt } : {})
			}))
	},
	fc.nat({ max: 20 }).map((n) => ({ kind: 'practice-undone', body: { event: idOf(n) } })),
	fc.tuple(question, revision, fc.constantFrom('favourite', 'removed'), on).map(([id, rev, type, isOn]) => ({
		kind: 'question-marked',
		body: { course: 'c', question: id, revision: rev, change: { type, on: isOn } }
	})),
	fc
		.record({
			revision,
			change: fc.constantFrom({ rightInARow: 1 }, { rightInARow: 3 }, { retention: 0.8 }, { points: false })
		})
		.map((body) => ({ kind: 'study-settings-changed', body })),
	fc.nat({ max: 3 }).map((right) => ({
		kind: 'level-finished',
		body: { course: 'c', level: 'l', right, questions: 3, day: '2026-01-01' }
	})),
	fc.constantFrom('l1', 'l2').map((lesson) => ({
		kind: 'lesson-finished',
		body: { course: 'c', lesson, readMs: 1, day: '2026-01-01' }
	}))
);

describe('a learner', () => {
	it('is the same whether events come one by one, in any order, twice, or all at once', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(act, fc.nat({ max: 40 })), { maxLength: 21 }),
				fc.array(fc.nat(), { minLength: 21, maxLength: 21 }),
				(acts, order) => {
					const log = acts.map(([{ kind, body }, minute], n) =>
						event(n, kind, body, START + minute * 60_000)
					);
					const whole = learnerFrom(log);
					const mixed = log
						.map((one, n) => ({ one, key: order[n] ?? 0 }))
						.sort((a, b) => a.key - b.key)
						.map(({ one }) => one);
					let steps = NO_LEARNER;
					for (const one of [...mixed, ...mixed.slice(0, 3)]) steps = learnerWith(steps, [one]);
					expect(steps).toEqual(whole);
				}
			),
			{ numRuns: 300 }
		);
	});

	it('forgets an answer that was taken back, also when that is heard of first', () => {
		const log = [
			event(0, 'question-practised', practised('q1', 'wrong')),
			event(1, 'practice-undone', { event: idOf(0) })
		];
		expect(learnerFrom(log.slice(0, 1)).wrong).toHaveLength(1);
		for (const order of [log, [...log].reverse()]) {
			const learner = order.reduce((held, one) => learnerWith(held, [one]), NO_LEARNER);
			expect(learner.wrong).toEqual([]);
			expect(learner.memories.size).toBe(0);
		}
	});

	it('counts a question of a mock exam once, though two devices handed it in', () => {
		const twice = [3, 4].map((n) =>
			event(n, 'question-practised', practised('q1', 'wrong', { mode: 'mock-exam', attempt }))
		);
		expect(learnerFrom(twice).recalls).toHaveLength(1);
		expect(learnerFrom(twice).wrong[0]?.wrong).toBe(1);
	});

	it('holds of two changes to a setting the higher revision, and keeps the others', () => {
		const { settings } = learnerFrom([
			event(0, 'study-settings-changed', { revision: 2, change: { rightInARow: 3 } }),
			event(1, 'study-settings-changed', { revision: 1, change: { rightInARow: 1, streak: false } })
		]);
		expect(settings).toEqual({ ...USUAL_SETTINGS, rightInARow: 3, streak: false });
	});

	it('brings a question back that was removed by hand', () => {
		const mark = (n: number, isOn: boolean) =>
			event(n, 'question-marked', {
				course: 'c',
				question: 'q1',
				revision: n,
				change: { type: 'removed', on: isOn }
			});
		const wrong = event(0, 'question-practised', practised('q1', 'wrong'));
		expect(learnerFrom([wrong, mark(1, true)]).wrong).toEqual([]);
		const back = learnerFrom([wrong, mark(1, true), mark(2, false)]);
		expect(back.marks.get('q1')?.removed).toBe(false);
		expect(back.wrong).toHaveLength(1);
	});
});

import fc from 'fast-check';
import { createEmptyCard, State, type Card } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { millis, type Millis } from '#lib/base/time.ts';
import { dayFrom } from './days.ts';
import { dueAt, intervalFactor, memoryOf, schedulerFor, USUAL_MEMORY, type Memory } from './memory.ts';
import type { Recall } from './recalls.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 1, 8);
const scheduler = schedulerFor(USUAL_MEMORY);

function recallAt(at: number, grade: Recall['grade'], zoneHours = 0): Recall {
	return {
		event: String(at),
		course: 'c',
		question: 'q',
		at: millis(at),
		day: dayFrom(Math.floor((at + zoneHours * HOUR) / DAY)),
		mode: 'review',
		verdict: grade === 1 ? 'wrong' : 'right',
		grade,
		tookMs: 5_000
	};
}

function memoryAfter(...list: Recall[]): Memory {
	const memory = memoryOf(list, scheduler);
	if (!memory) throw new Error('there were recalls');
	return memory;
}

const grades = fc.constantFrom<Recall['grade'][]>(1, 2, 3, 4);
const histories = fc.array(
	fc.record({ hours: fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 2_000 })), grade: grades }),
	{ minLength: 1, maxLength: 25 }
);

describe('the memory of a question', () => {
	it('is that of ts-fsrs, played recall by recall', () => {
		fc.assert(
			fc.property(histories, (history) => {
				let at = START;
				const list = history.map(({ hours, grade }) => recallAt((at += hours * HOUR), grade));
				let card: Card = createEmptyCard(START);
				for (const one of list) card = scheduler.next(card, one.at, one.grade).card;
				expect(memoryAfter(...list)).toMatchObject({
					due: card.due.getTime(),
					state: card.state === State.Review ? 'review' : 'learning',
					stabilityDays: card.stability,
					difficulty: card.difficulty,
					reviews: card.reps,
					lapses: card.lapses
				});
			})
		);
	});

	it('counts the nights of the learner, not those of Greenwich', () => {
		const early = Date.UTC(2026, 0, 10, 23, 50);
		const morning = (zone: number) =>
			memoryAfter(
				recallAt(early - 5 * DAY, 4, zone),
				recallAt(early, 3, zone),
				recallAt(early + HOUR / 2, 3, zone)
			);
		const evening = memoryAfter(
			recallAt(early - 5 * DAY - 6 * HOUR, 4),
			recallAt(early - 6 * HOUR, 3),
			recallAt(early - 5.5 * HOUR, 3)
		);
		// Ten to eight and twenty past eight in Beijing are one morning, whatever the day is called elsewhere.
		expect(morning(8).stabilityDays).toBe(evening.stabilityDays);
		expect(morning(0).stabilityDays).not.toBe(evening.stabilityDays);
	});

	it('takes a flight over the date line for no night at all', () => {
		const west = { ...recallAt(START, 3), day: '2026-01-02' };
		const east = { ...recallAt(START + 10 * HOUR, 3), day: '2026-01-01' };
		expect(memoryAfter(west, east).stabilityDays).toBe(
			memoryAfter(west, { ...east, day: west.day }).stabilityDays
		);
	});
});

describe('what is due', () => {
	const at = (due: number, state: Memory['state']): Memory => ({
		...memoryAfter(recallAt(START, 4)),
		question: `${due}`,
		due: millis(due),
		state
	});
	const due = (now: Millis, ...list: Memory[]) => dueAt(list, now).map(({ question }) => Number(question));
	it('after nights is there half a day before its hour, after minutes at its minute', () => {
		expect(due(millis(1_000 * DAY), at(1_000 * DAY + 12 * HOUR, 'review'))).toHaveLength(1);
		expect(due(millis(1_000 * DAY), at(1_000 * DAY + 12 * HOUR + 1, 'review'))).toEqual([]);
		expect(due(millis(1_000 * DAY), at(1_000 * DAY + 1, 'learning'))).toEqual([]);
	});
	it('never comes back on the day it was answered well', () => {
		const memory = memoryAfter(recallAt(START, 4));
		expect(memory.state).toBe('review');
		expect(dueAt([memory], millis(START + 11 * HOUR))).toEqual([]);
	});
});

it('a higher retention shortens intervals as much as the scheduler does', () => {
	const long = [0, 40, 200].map((days) => recallAt(START + days * DAY, 4));
	const daysWith = (retention: number) => {
		const memory = memoryOf(long, schedulerFor({ ...USUAL_MEMORY, retention }));
		return memory ? (memory.due - memory.lastAt) / DAY : 0;
	};
	const factor = intervalFactor({ ...USUAL_MEMORY, retention: 0.95 });
	expect(intervalFactor(USUAL_MEMORY)).toBeCloseTo(1, 10);
	expect(daysWith(0.95)).toBeGreaterThan(30);
	expect(daysWith(0.95) / (memoryAfter(...long).stabilityDays * factor)).toBeCloseTo(1, 1);
});

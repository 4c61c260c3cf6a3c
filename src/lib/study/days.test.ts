import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millis } from '#lib/base/time.ts';
import { calendarWeeks, heatOf } from './calendar.ts';
import { dayFrom, dayNumber, longestStreak, practiceDays, streak } from './days.ts';
import type { Recall } from './recalls.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1, 8);

/** One answer where the clocks are `zone` hours ahead of Greenwich. */
function answerAt(at: number, zone = 8): Recall {
	return {
		event: String(at),
		course: 'c',
		question: `q${at}`,
		at: millis(at),
		day: dayFrom(Math.floor((at + zone * HOUR) / (24 * HOUR))),
		mode: 'daily',
		verdict: 'right',
		grade: 3,
		tookMs: 6_000
	};
}

describe('a calendar day', () => {
	it('is found again from its number, over four thousand years', () => {
		fc.assert(
			fc.property(fc.integer({ min: -700_000, max: 700_000 }), (number) => {
				expect(dayNumber(dayFrom(number))).toBe(number);
			})
		);
		expect(['1970-01-01', '2000-02-29', '2026-11-21'].map((day) => dayFrom(dayNumber(day)))).toEqual([
			'1970-01-01',
			'2000-02-29',
			'2026-11-21'
		]);
	});
});

describe('days in a row', () => {
	const journeys = fc.array(
		fc.record({ pauseHours: fc.integer({ min: 1, max: 24 }), zone: fc.integer({ min: -12, max: 14 }) }),
		{ minLength: 1, maxLength: 40 }
	);

	it('survive every flight of someone who practises at least once in 24 hours', () => {
		fc.assert(
			fc.property(journeys, (journey) => {
				let at = START;
				const list = journey.map(({ pauseHours, zone }) => answerAt((at += pauseHours * HOUR), zone));
				const days = practiceDays(list);
				const here = list.at(-1)?.day ?? '';
				const ahead = days.filter(({ day }) => dayNumber(day) > dayNumber(here) + 1).length;
				expect(streak(days, here, millis(at))).toBe(days.length - ahead);
				expect(longestStreak(days)).toBe(days.length);
			})
		);
	});

	it('are the same however the logs of two devices come together', () => {
		fc.assert(
			fc.property(journeys, fc.array(fc.boolean()), (journey, phones) => {
				let at = START;
				const list = journey.map(({ pauseHours, zone }) => answerAt((at += pauseHours * HOUR), zone));
				const phone = list.filter((_, n) => phones[n] === true);
				const desk = list.filter((_, n) => phones[n] !== true);
				expect(practiceDays([...desk, ...phone])).toEqual(practiceDays(list));
				expect(practiceDays([...phone, ...desk])).toEqual(practiceDays(list));
			})
		);
	});

	it('wait for the flight to be over: the day that the date line took is not held against anyone', () => {
		const west = answerAt(START, -10);
		const today = answerAt(START + 20 * HOUR, 14).day;
		expect(dayNumber(today) - dayNumber(west.day)).toBe(2);
		expect(streak(practiceDays([west]), today, millis(START + 20 * HOUR))).toBe(1);
		expect(streak(practiceDays([west]), today, millis(START + 40 * HOUR))).toBe(0);
	});

	it('end with a whole day without practice, and keep the longest run', () => {
		const days = practiceDays([0, 1, 2, 5, 6].map((n) => answerAt(START + n * 24 * HOUR)));
		expect(streak(days, '2026-01-07')).toBe(2);
		expect(streak(days, '2026-01-09')).toBe(0);
		expect(longestStreak(days)).toBe(3);
		expect(longestStreak([])).toBe(0);
	});
});

describe('the calendar', () => {
	it('shows whole weeks from Monday on, today in the last one', () => {
		const days = practiceDays([answerAt(Date.UTC(2026, 10, 21, 4)), answerAt(Date.UTC(2026, 10, 21, 5))]);
		const weeks = calendarWeeks(days, '2026-11-21', 3);
		expect(weeks.map(({ monday }) => monday)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
		const last = weeks.at(-1);
		expect(last?.days.map(({ ahead }) => ahead)).toEqual([false, false, false, false, false, false, true]);
		expect(last?.days[5]).toMatchObject({ day: '2026-11-21', answered: 2, right: 2, heat: 1 });
		expect(last).toMatchObject({ answered: 2, right: 2, tookMs: 12_000 });
	});
	it('is darker the more was answered', () => {
		expect([0, 1, 9, 10, 19, 20, 39, 40, 500].map(heatOf)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
	});
});

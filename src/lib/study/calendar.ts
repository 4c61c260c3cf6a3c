import { dayFrom, dayNumber, type PracticeDay } from './days.ts';

/** One square of the calendar. */
export interface CalendarDay {
	day: string;
	answered: number;
	right: number;
	tookMs: number;
	heat: Heat;
	/** It has not come yet. */
	ahead: boolean;
}

/** Monday to Sunday. */
export interface CalendarWeek {
	monday: string;
	days: CalendarDay[];
	answered: number;
	right: number;
	tookMs: number;
}

/** None, a little, …, a lot: 0–4. */
export type Heat = 0 | 1 | 2 | 3 | 4;

/** From so many answers a day the next shade begins; one 正 is five. */
export const HEATS = [1, 10, 20, 40] as const;

export function heatOf(answered: number): Heat {
	if (answered >= HEATS[3]) return 4;
	if (answered >= HEATS[2]) return 3;
	if (answered >= HEATS[1]) return 2;
	return answered >= HEATS[0] ? 1 : 0;
}

/**
 * The last weeks up to the one of today, earliest first.
 * @param today the learner's calendar day
 */
export function calendarWeeks(days: readonly PracticeDay[], today: string, weeks: number): CalendarWeek[] {
	const byDay = new Map(days.map((day) => [day.day, day]));
	const now = dayNumber(today);
	const lastMonday = now - weekday(now);
	return Array.from({ length: weeks }, (_, at) => {
		const monday = lastMonday - (weeks - 1 - at) * 7;
		const own = Array.from({ length: 7 }, (__, n) => calendarDay(byDay, monday + n, now));
		return {
			monday: dayFrom(monday),
			days: own,
			answered: sumOf(own, ({ answered }) => answered),
			right: sumOf(own, ({ right }) => right),
			tookMs: sumOf(own, ({ tookMs }) => tookMs)
		};
	});
}

function calendarDay(byDay: ReadonlyMap<string, PracticeDay>, number: number, now: number): CalendarDay {
	const day = dayFrom(number);
	const { answered = 0, right = 0, tookMs = 0 } = byDay.get(day) ?? {};
	return { day, answered, right, tookMs, heat: heatOf(answered), ahead: number > now };
}

/** 0 is Monday: 1970-01-01 was a Thursday. */
function weekday(number: number): number {
	return (((number + 3) % 7) + 7) % 7;
}

function sumOf<Item>(items: readonly Item[], count: (item: Item) => number): number {
	return items.reduce((sum, item) => sum + count(item), 0);
}

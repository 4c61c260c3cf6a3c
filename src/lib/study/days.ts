import type { Millis } from '#lib/base/time.ts';
import type { Recall } from './recalls.ts';

/** Practice of one calendar day of the learner's. */
export interface PracticeDay {
	day: string;
	answered: number;
	right: number;
	tookMs: number;
	firstAt: Millis;
	lastAt: Millis;
}

/** By the day the learner's device showed, earliest first; a flight changes no day that is past. */
export function practiceDays(recalls: readonly Recall[]): PracticeDay[] {
	const days = new Map<string, PracticeDay>();
	for (const { day, at, verdict, tookMs } of recalls) {
		const held = days.get(day) ?? { day, answered: 0, right: 0, tookMs: 0, firstAt: at, lastAt: at };
		held.answered++;
		if (verdict === 'right') held.right++;
		held.tookMs += tookMs;
		if (at < held.firstAt) held.firstAt = at;
		if (at > held.lastAt) held.lastAt = at;
		days.set(day, held);
	}
	return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Eastwards over the date line a calendar loses a day: this much time between two answers breaks nothing. */
const LONGEST_NIGHT_MS = 36 * 3_600_000;

/**
 * Days in a row with practice, up to today or yesterday: nothing is lost before the day is over.
 * @param today the learner's calendar day
 */
export function streak(days: readonly PracticeDay[], today: string): number {
	const past = days.filter(({ day }) => day <= today);
	const last = past.at(-1);
	if (!last || dayNumber(today) - dayNumber(last.day) > 1) return 0;
	let length = 1;
	for (let at = past.length - 1; at > 0; at--) {
		const [later, earlier] = [past[at], past[at - 1]];
		if (!later || !earlier) break;
		const isNext = dayNumber(later.day) - dayNumber(earlier.day) === 1;
		if (!isNext && later.firstAt - earlier.lastAt > LONGEST_NIGHT_MS) break;
		length++;
	}
	return length;
}

/** Days since 1970-01-01 of a calendar day `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
	return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

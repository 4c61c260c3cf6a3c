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
 * @param today the learner's calendar day; a flight westwards may leave practice on the day after it
 * @param now after a flight eastwards this tells that the night was no longer than others
 */
export function streak(days: readonly PracticeDay[], today: string, now?: Millis): number {
	const past = days.filter(({ day }) => dayNumber(day) <= dayNumber(today) + 1);
	const last = past.at(-1);
	if (!last) return 0;
	const isOver = dayNumber(today) - dayNumber(last.day) > 1;
	if (isOver && (now === undefined || now - last.lastAt > LONGEST_NIGHT_MS)) return 0;
	let length = 1;
	for (let at = past.length - 1; at > 0; at--) {
		const later = past[at];
		if (!later || !follows(past[at - 1], later)) break;
		length++;
	}
	return length;
}

/** Days since 1970-01-01 of a calendar day `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
	return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** The calendar day `YYYY-MM-DD` so many days after 1970-01-01 (the proleptic Gregorian calendar). */
export function dayFrom(number: number): string {
	// Years are counted from March, so that the leap day is their last one; 146,097 days make 400 years.
	const shifted = number + 719_468;
	const era = Math.floor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1_460) +
			Math.floor(dayOfEra / 36_524) -
			Math.floor(dayOfEra / 146_096)) /
			365
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
	const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
		'-'
	);
}

/** The longest run of days in a row there ever was. */
export function longestStreak(days: readonly PracticeDay[]): number {
	let [longest, length] = [0, 0];
	days.forEach((day, at) => {
		length = follows(days[at - 1], day) ? length + 1 : 1;
		longest = Math.max(longest, length);
	});
	return longest;
}

/** Whether a row of days goes on from one day of practice to the next one there was. */
export function follows(earlier: PracticeDay | undefined, later: PracticeDay): boolean {
	if (!earlier) return false;
	const isNext = dayNumber(later.day) - dayNumber(earlier.day) === 1;
	return isNext || later.firstAt - earlier.lastAt <= LONGEST_NIGHT_MS;
}

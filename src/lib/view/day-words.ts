import type { Translate } from '#lib/i18n/translate.ts';

/** A calendar day is the same everywhere: it is never moved into a zone. */
const CALENDAR = { timeZone: 'UTC' } as const;

/** `2026-11-21` → “11月21日周六”. */
export function dayWords(language: string, day: string): string {
	return format(language, day, { month: 'long', day: 'numeric', weekday: 'short' });
}

/** `2026-11-21` → “2026年11月21日”. */
export function fullDay(language: string, day: string): string {
	return format(language, day, { dateStyle: 'long' });
}

/** `2026-11-21` → “11月21日星期六”. */
export function longDay(language: string, day: string): string {
	return format(language, day, { month: 'long', day: 'numeric', weekday: 'long' });
}

/** `2026-11-21` → “11/21”. */
export function shortDay(language: string, day: string): string {
	return format(language, day, { month: 'numeric', day: 'numeric' });
}

/** From Monday: “一”, “二” … */
export function weekdayLetters(language: string): { short: string; long: string }[] {
	return Array.from({ length: 7 }, (_, n) => {
		// The 5th of January 1970 was a Monday.
		const day = `1970-01-${String(5 + n).padStart(2, '0')}`;
		return {
			short: format(language, day, { weekday: 'narrow' }),
			long: format(language, day, { weekday: 'long' })
		};
	});
}

function format(language: string, day: string, options: Intl.DateTimeFormatOptions): string {
	return new Intl.DateTimeFormat(language, { ...options, ...CALENDAR }).format(
		Date.parse(`${day}T00:00:00Z`)
	);
}

/** Time spent, by the minute: “5 小时 20 分”. */
export function spentWords(t: Translate, ms: number): string {
	const minutes = Math.round(ms / 60_000);
	if (minutes === 0) return t('progress:lessThanMinute');
	if (minutes < 60) return t('minutes', { count: minutes });
	return t('progress:hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** 0.856 → “86%”. */
export function percentWords(share: number): string {
	return `${Math.round(share * 100)}%`;
}

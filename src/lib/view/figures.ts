import type { Translate } from '#lib/i18n/translate.ts';

/** 9250 hundredths → `92.5`. */
export function pointsOf(hundredths: number): string {
	return String(Math.round(hundredths) / 100);
}

/** 668 s → “11 分 08 秒”; under a minute only seconds. */
export function durationWords(t: Translate, durationMs: number): string {
	const seconds = Math.round(durationMs / 1000);
	if (seconds < 60) return t('seconds', { count: seconds });
	return t('minutesSeconds', {
		minutes: Math.floor(seconds / 60),
		seconds: String(seconds % 60).padStart(2, '0')
	});
}

/** The day and time in the reader's own zone. */
export function momentWords(language: string, at: number): string {
	return new Intl.DateTimeFormat(language, {
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		hour12: false
	}).format(at);
}

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

/** How long until a question comes back, in one figure: 10 minutes, 3 days, 2 months. */
export function intervalWords(t: Translate, ms: number): string {
	const minutes = Math.max(1, Math.round(ms / 60_000));
	if (minutes < 60) return t('practice:minutes', { count: minutes });
	const hours = Math.round(minutes / 60);
	if (hours < 24) return t('practice:hours', { count: hours });
	const days = Math.round(hours / 24);
	if (days < 60) return t('practice:days', { count: days });
	return t('practice:months', { count: Math.round(days / 30) });
}

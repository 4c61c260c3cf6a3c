/** The languages of the interface; the first is the one of a first visit. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Kept in this cookie and under the same name in localStorage. */
export const LANGUAGE_KEY = 'saixue-language';

export function isLanguage(value: unknown): value is Language {
	return LANGUAGES.some((language) => language === value);
}

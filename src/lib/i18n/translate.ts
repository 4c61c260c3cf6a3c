import { createInstance, type i18n, type TFunction } from 'i18next';
import { ROOMS, type Room } from './keys.ts';
import type { Language } from './language.ts';

/** `t('quiz:handIn')`; without a room in front the word is of `common`. */
export type Translate = TFunction<typeof ROOMS>;

/** Words as they stand in one locale file. */
export type Bundle = Record<string, string>;

/** A dictionary that answers at once. Plain: it runs in a page, a worker and Node alike. */
export function createDictionary(language: Language, bundles: Partial<Record<Room, Bundle>>): i18n {
	const dictionary = createInstance();
	void dictionary.init({
		lng: language,
		fallbackLng: false,
		initAsync: false,
		keySeparator: false,
		defaultNS: 'common',
		ns: [...ROOMS],
		resources: { [language]: bundles },
		// Svelte escapes what it prints.
		interpolation: { escapeValue: false }
	});
	return dictionary;
}

export function translateIn(dictionary: i18n): Translate {
	return dictionary.getFixedT(dictionary.language, ROOMS);
}

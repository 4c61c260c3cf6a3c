import type { i18n } from 'i18next';
import { createContext } from 'svelte';
import { ROOMS, type Room } from './keys.ts';
import type { Language } from './language.ts';
import type { Bundle, Translate } from './translate.ts';

export type { Language } from './language.ts';

/**
 * One for each request and each page load, so that nobody ever reads another person's language. The
 * dictionary is handed in: a page that the server gives its words (a shared set) does without.
 */
export class Translator {
	readonly #dictionary: i18n | undefined;
	// Nothing on screen reads it.
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #rooms = new Set<Room>(['common']);
	#language = $state.raw<Language>('zh-CN');
	#t = $state.raw<Translate>();

	constructor(dictionary?: i18n) {
		this.#dictionary = dictionary;
		this.#t = this.#inLanguage();
	}

	get language(): Language {
		return this.#language;
	}

	/** Read it where it is used (`i18n.t(…)`), so that words change with the language. */
	get t(): Translate {
		if (!this.#t) throw new Error('this page has no dictionary');
		return this.#t;
	}

	/** Loads the words of some rooms, in the language in use only. */
	async need(...rooms: Room[]): Promise<void> {
		for (const room of rooms) this.#rooms.add(room);
		if (await this.#load(this.#language)) this.#t = this.#inLanguage();
	}

	/** Changes the language in place, once all its words are here. */
	async use(language: Language): Promise<void> {
		if (language === this.#language) return;
		await this.#load(language);
		await this.#dictionary?.changeLanguage(language);
		this.#language = language;
		this.#t = this.#inLanguage();
	}

	#inLanguage(): Translate | undefined {
		return this.#dictionary?.getFixedT(this.#dictionary.language, ROOMS);
	}

	/** @returns whether anything was missing */
	async #load(language: Language): Promise<boolean> {
		const dictionary = this.#dictionary;
		if (!dictionary) return false;
		const missing = [...this.#rooms].filter((room) => !dictionary.hasResourceBundle(language, room));
		await Promise.all(
			missing.map(async (room) => {
				const words = await files[`./locales/${language}/${room}.json`]?.();
				if (words) dictionary.addResourceBundle(language, room, words);
			})
		);
		return missing.length > 0;
	}
}

/** Chinese `common` comes with the dictionary; all other words are fetched when a page needs them. */
const files = import.meta.glob<Bundle>(['./locales/*/*.json', '!./locales/zh-CN/common.json'], {
	import: 'default'
});

export const [useTranslator, provideTranslator] = createContext<Translator>();

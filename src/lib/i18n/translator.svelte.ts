import { createContext } from 'svelte';
import type { Room } from './keys.ts';
import type { Language } from './language.ts';
import common from './locales/zh-CN/common.json';
import { translateIn, type Bundle, type Translate } from './translate.ts';

export type { Language } from './language.ts';

/** One for each request and each page load, so that nobody ever reads another person's language. */
export class Translator {
	readonly #words: Record<Language, Record<string, Bundle>> = { 'zh-CN': { common }, en: {} };
	// Nothing on screen reads it.
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #rooms = new Set<Room>(['common']);
	#language = $state.raw<Language>('zh-CN');
	#t = $state.raw(translateIn('zh-CN', this.#words['zh-CN']));

	get language(): Language {
		return this.#language;
	}

	/** Read it where it is used (`i18n.t(…)`), so that words change with the language. */
	get t(): Translate {
		return this.#t;
	}

	/** Loads the words of some rooms, in the language in use only. */
	async need(...rooms: Room[]): Promise<void> {
		for (const room of rooms) this.#rooms.add(room);
		if (await this.#load(this.#language)) this.#speak(this.#language);
	}

	/** Changes the language in place, once all its words are here. */
	async use(language: Language): Promise<void> {
		if (language === this.#language) return;
		await this.#load(language);
		this.#language = language;
		this.#speak(language);
	}

	/** A new function each time, so that everything on screen says its words again. */
	#speak(language: Language): void {
		this.#t = translateIn(language, this.#words[language]);
	}

	/** @returns whether anything was missing */
	async #load(language: Language): Promise<boolean> {
		const held = this.#words[language];
		const missing = [...this.#rooms].filter((room) => !held[room]);
		await Promise.all(
			missing.map(async (room) => {
				const words = await files[`./locales/${language}/${room}.json`]?.();
				if (words) held[room] = words;
			})
		);
		return missing.length > 0;
	}
}

/** Chinese `common` comes with the program; all other words are fetched when a page needs them. */
const files = import.meta.glob<Bundle>(['./locales/*/*.json', '!./locales/zh-CN/common.json'], {
	import: 'default'
});

export const [useTranslator, provideTranslator] = createContext<Translator>();

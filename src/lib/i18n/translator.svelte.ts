import { createContext } from 'svelte';
import type { Room } from './keys.ts';
import type { Language } from './language.ts';
import common from './locales/zh-CN/common.json';
import { createDictionary, translateIn, type Bundle, type Translate } from './translate.ts';

export type { Language } from './language.ts';

/** One for each request and each page load, so that nobody ever reads another person's language. */
export class Translator {
	readonly #dictionary = createDictionary('zh-CN', { common });
	// Nothing on screen reads it.
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #rooms = new Set<Room>(['common']);
	#language = $state.raw<Language>('zh-CN');
	#t = $state.raw(translateIn(this.#dictionary));

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
		if (await this.#load(this.#language)) this.#t = translateIn(this.#dictionary);
	}

	/** Changes the language in place, once all its words are here. */
	async use(language: Language): Promise<void> {
		if (language === this.#language) return;
		await this.#load(language);
		await this.#dictionary.changeLanguage(language);
		this.#language = language;
		this.#t = translateIn(this.#dictionary);
	}

	/** @returns whether anything was missing */
	async #load(language: Language): Promise<boolean> {
		const missing = [...this.#rooms].filter((room) => !this.#dictionary.hasResourceBundle(language, room));
		await Promise.all(
			missing.map(async (room) => {
				const words = await files[`./locales/${language}/${room}.json`]?.();
				if (words) this.#dictionary.addResourceBundle(language, room, words);
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

import * as v from 'valibot';
import { createContext } from 'svelte';
import { parseJson } from '#lib/base/parse.ts';
import { LANGUAGE_KEY, LANGUAGES, type Language } from '#lib/i18n/language.ts';

const SettingsSchema = v.object({
	theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
	letterKeys: v.optional(v.boolean(), true),
	language: v.optional(v.picklist(LANGUAGES))
});
export type Theme = v.InferOutput<typeof SettingsSchema>['theme'];

const STORED = 'saixue:settings';
const A_YEAR_S = 31_536_000;

/** What a person chose for this device. The language goes into a cookie too, so that the server agrees. */
export class Settings {
	#theme = $state.raw<Theme>('system');
	#letterKeys = $state.raw(true);
	#language = $state.raw<Language>();

	constructor() {
		const stored = parseJson(SettingsSchema, readStored() ?? '{}');
		if (!stored.ok) return;
		this.#theme = stored.value.theme;
		this.#letterKeys = stored.value.letterKeys;
		this.#language = stored.value.language;
	}

	get theme(): Theme {
		return this.#theme;
	}
	set theme(theme: Theme) {
		this.#theme = theme;
		this.#save();
	}

	/** Whether A–Z choose options; off for those whose tools use single keys. */
	get letterKeys(): boolean {
		return this.#letterKeys;
	}
	set letterKeys(on: boolean) {
		this.#letterKeys = on;
		this.#save();
	}

	/** Undefined while nobody chose: then the server's choice for the page holds. */
	get language(): Language | undefined {
		return this.#language;
	}
	set language(language: Language | undefined) {
		this.#language = language;
		if (language) document.cookie = `${LANGUAGE_KEY}=${language}; path=/; max-age=${A_YEAR_S}; samesite=lax`;
		this.#save();
	}

	#save(): void {
		const { theme, letterKeys, language } = this;
		try {
			localStorage.setItem(STORED, JSON.stringify({ theme, letterKeys, language }));
		} catch {
			// Storage is switched off: the choice holds until the page is closed.
		}
	}
}

export const [useSettings, provideSettings] = createContext<Settings>();

function readStored(): string | null {
	try {
		return localStorage.getItem(STORED);
	} catch {
		return null;
	}
}

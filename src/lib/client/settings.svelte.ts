import * as v from 'valibot';
import { createContext } from 'svelte';
import { parseJson } from '#lib/base/parse.ts';
import { LANGUAGE_KEY, LANGUAGES, type Language } from '#lib/i18n/language.ts';

/** Of the usual size, in percent. */
export const TEXT_SIZES = [100, 125, 150, 175, 200] as const;
/** Times the usual speed. */
export const SPEECH_RATES = [0.75, 1, 1.25, 1.5] as const;

/** What an older version stored still reads, and what it did not know, or no longer fits, gets its default. */
const SettingsSchema = v.object({
	theme: fallback(v.picklist(['system', 'light', 'dark']), 'system'),
	highContrast: fallback(v.boolean(), false),
	textSize: fallback(v.picklist(TEXT_SIZES), 100),
	/** 大字版: larger type and targets, fewer things a screen. */
	largeType: fallback(v.boolean(), false),
	/** On top of what the system asks for. */
	lessMotion: fallback(v.boolean(), false),
	/** Felt only where the device can, and never while a quiz counts. */
	haptics: fallback(v.boolean(), true),
	speechRate: fallback(v.picklist(SPEECH_RATES), 1),
	/** Whether A–Z choose options; off for those whose tools use single keys. */
	letterKeys: fallback(v.boolean(), true),
	/** Undefined while nobody chose: then the server's choice for the page holds. */
	language: v.fallback(v.optional(v.picklist(LANGUAGES)), undefined)
});
type Choices = v.InferOutput<typeof SettingsSchema>;
export type Theme = Choices['theme'];
export type TextSize = Choices['textSize'];
export type SpeechRate = Choices['speechRate'];

const STORED = 'saixue:settings';
const A_YEAR_S = 31_536_000;

/**
 * What a person chose for this device. How the page looks after it is the matter of `src/early.js`, which
 * hears of every change. The language goes into a cookie too, so that the server agrees.
 */
export class Settings {
	#choices = $state.raw<Choices>(readStored());

	get theme(): Theme {
		return this.#choices.theme;
	}
	set theme(theme: Theme) {
		this.#change({ theme });
	}

	get highContrast(): boolean {
		return this.#choices.highContrast;
	}
	set highContrast(highContrast: boolean) {
		this.#change({ highContrast });
	}

	get textSize(): TextSize {
		return this.#choices.textSize;
	}
	set textSize(textSize: TextSize) {
		this.#change({ textSize });
	}

	get largeType(): boolean {
		return this.#choices.largeType;
	}
	set largeType(largeType: boolean) {
		this.#change({ largeType });
	}

	get lessMotion(): boolean {
		return this.#choices.lessMotion;
	}
	set lessMotion(lessMotion: boolean) {
		this.#change({ lessMotion });
	}

	get haptics(): boolean {
		return this.#choices.haptics;
	}
	set haptics(haptics: boolean) {
		this.#change({ haptics });
	}

	get speechRate(): SpeechRate {
		return this.#choices.speechRate;
	}
	set speechRate(speechRate: SpeechRate) {
		this.#change({ speechRate });
	}

	get letterKeys(): boolean {
		return this.#choices.letterKeys;
	}
	set letterKeys(letterKeys: boolean) {
		this.#change({ letterKeys });
	}

	get language(): Language | undefined {
		return this.#choices.language;
	}
	set language(language: Language | undefined) {
		this.#change({ language });
		if (language) document.cookie = `${LANGUAGE_KEY}=${language}; path=/; max-age=${A_YEAR_S}; samesite=lax`;
	}

	#change(change: Partial<Choices>): void {
		this.#choices = { ...this.#choices, ...change };
		try {
			localStorage.setItem(STORED, JSON.stringify(this.#choices));
		} catch {
			// Storage is switched off: the choice holds until the page is closed.
		}
		window.dispatchEvent(new CustomEvent(STORED, { detail: this.#choices }));
	}
}

export const [useSettings, provideSettings] = createContext<Settings>();

/** @returns the choices in a stored text, with defaults for whatever it does not hold */
export function choicesFrom(stored: string | null): Choices {
	const parsed = parseJson(SettingsSchema, stored ?? '{}');
	return parsed.ok ? parsed.value : v.parse(SettingsSchema, {});
}

function readStored(): Choices {
	try {
		return choicesFrom(localStorage.getItem(STORED));
	} catch {
		return choicesFrom(null);
	}
}

function fallback<Input, Output>(schema: v.GenericSchema<Input, Output>, value: Input & Output) {
	return v.fallback(v.optional(schema, value), value);
}

import { SPEECH_RATES, type Settings, type SpeechRate } from './settings.svelte.ts';
import { utterancesOf, type Passage } from './speech/utterances.ts';

export type { Passage } from './speech/utterances.ts';

/** A browser that cannot say it after all says nothing at all: after so long nobody waits any more. */
const SILENT_MS = 6_000;

/**
 * Reads passages aloud with the browser's own voices, one short piece after the other. Where a browser pauses
 * by ending (Android), so do we: pausing keeps the piece, and going on says it once more.
 */
export class Speech {
	readonly #settings: Settings;
	#phase = $state.raw<'silent' | 'speaking' | 'paused'>('silent');
	#at = $state.raw<string>();
	#failed = $state.raw(false);
	#pieces: { id: string; text: string; language: Passage['language'] }[] = [];
	#next = 0;
	/** Browsers drop the rest of an utterance that nobody holds. */
	#said: SpeechSynthesisUtterance | undefined;
	#patience: ReturnType<typeof setTimeout> | undefined;

	constructor(settings: Settings) {
		this.#settings = settings;
	}

	get phase() {
		return this.#phase;
	}
	/** The id of the passage that is being read, or where reading was paused. */
	get at(): string | undefined {
		return this.#at;
	}
	/** The browser offered to speak and then had no voice for it. */
	get failed(): boolean {
		return this.#failed;
	}
	get rate(): SpeechRate {
		return this.#settings.speechRate;
	}
	/** A new speed holds from the sentence on that is being said. */
	set rate(wanted: number) {
		this.#settings.speechRate = SPEECH_RATES.find((rate) => rate === wanted) ?? 1;
		if (this.#phase === 'speaking') this.#sayNext();
	}

	/** From the passage with the id `from`, or from the first. */
	start(passages: readonly Passage[], from?: string): void {
		const first = Math.max(
			0,
			passages.findIndex(({ id }) => id === from)
		);
		this.#pieces = passages
			.slice(first)
			.flatMap((passage) =>
				utterancesOf(passage).map((text) => ({ id: passage.id, text, language: passage.language }))
			);
		this.#next = 0;
		this.#failed = false;
		this.#sayNext();
	}

	pause(): void {
		if (this.#phase !== 'speaking') return;
		this.#phase = 'paused';
		this.#hush();
	}

	goOn(): void {
		if (this.#phase === 'paused') this.#sayNext();
	}

	stop(): void {
		if (this.#phase === 'silent') return;
		this.#phase = 'silent';
		this.#at = undefined;
		this.#pieces = [];
		this.#hush();
	}

	#sayNext(): void {
		const piece = this.#pieces[this.#next];
		this.#hush();
		if (!piece) return this.stop();
		this.#phase = 'speaking';
		this.#at = piece.id;
		const said = new SpeechSynthesisUtterance(piece.text);
		said.lang = piece.language;
		said.voice = voiceFor(piece.language) ?? null;
		said.rate = this.rate;
		// What was cancelled ends too: only the one that is being said counts.
		const ifCurrent = (act: () => void) => () => {
			if (this.#said === said) act();
		};
		said.onstart = () => clearTimeout(this.#patience);
		said.onend = ifCurrent(() => {
			this.#next += 1;
			this.#sayNext();
		});
		said.onerror = ifCurrent(() => this.#fail());
		this.#said = said;
		this.#patience = setTimeout(
			ifCurrent(() => this.#fail()),
			SILENT_MS
		);
		speechSynthesis.speak(said);
	}

	#fail(): void {
		this.stop();
		this.#failed = true;
	}

	#hush(): void {
		clearTimeout(this.#patience);
		this.#said = undefined;
		speechSynthesis.cancel();
	}
}

/** Whether there is anything to offer. Some browsers name their voices only once they spoke: they get a try. */
export function canSpeak(language: Passage['language']): boolean {
	if (!('speechSynthesis' in window)) return false;
	return speechSynthesis.getVoices().length === 0 || voiceFor(language) !== undefined;
}

/** One that lives on the device before one that needs the network; of Chinese, Putonghua before the others. */
function voiceFor(language: Passage['language']): SpeechSynthesisVoice | undefined {
	const tag = (voice: SpeechSynthesisVoice) => voice.lang.replace('_', '-').toLowerCase();
	const wanted = language.toLowerCase();
	const rank = (voice: SpeechSynthesisVoice) =>
		(tag(voice).startsWith(wanted) ? 0 : 2) + (voice.localService ? 0 : 1);
	return speechSynthesis
		.getVoices()
		.filter((voice) => tag(voice).startsWith(wanted.slice(0, 2)))
		.sort((a, b) => rank(a) - rank(b))[0];
}

import { createContext } from 'svelte';

/** What was just done, shown for a while and read out. One per page load. */
export class Announcer {
	#message = $state.raw<{ text: string; turn: number } | undefined>();

	get message() {
		return this.#message;
	}

	say(text: string): void {
		const turn = (this.#message?.turn ?? 0) + 1;
		this.#message = { text, turn };
		setTimeout(() => {
			if (this.#message?.turn === turn) this.#message = undefined;
		}, SHOWN_MS);
	}
}
const SHOWN_MS = 4_000;

export const [useAnnouncer, provideAnnouncer] = createContext<Announcer>();

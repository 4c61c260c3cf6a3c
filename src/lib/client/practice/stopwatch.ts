import { VisibleTime } from '../visible-time.ts';

/** Time spent on each question until it is answered: by the monotonic clock, and without hidden time. */
export class Stopwatch {
	readonly #spentMs = new Map<number, number>();
	#slot: number | undefined;
	#running: VisibleTime | undefined;

	/** Goes on with a question, from what it took before. */
	goOn(slot: number): void {
		this.rest();
		this.#slot = slot;
		this.#running = new VisibleTime();
	}

	/** Keeps what was spent until now. */
	rest(): void {
		if (this.#slot !== undefined) this.#spentMs.set(this.#slot, this.ms());
		this.#running?.stop();
		this.#running = undefined;
		this.#slot = undefined;
	}

	/** Of the question that is on screen; 0 where none is to be answered. */
	ms(): number {
		if (this.#slot === undefined) return 0;
		return (this.#spentMs.get(this.#slot) ?? 0) + (this.#running?.ms() ?? 0);
	}

	/** An answer was taken back: its time counts on. */
	giveBack(slot: number, tookMs: number): void {
		this.#spentMs.set(slot, tookMs);
	}

	/** An answer was given. */
	forget(slot: number): void {
		if (this.#slot === slot) {
			this.#running?.stop();
			this.#running = undefined;
			this.#slot = undefined;
		}
		this.#spentMs.delete(slot);
	}
}

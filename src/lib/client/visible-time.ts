/** Time spent with a page on screen, by the monotonic clock: a page in the background is not read. */
export class VisibleTime {
	#passedMs = 0;
	#since: number | undefined;

	constructor() {
		document.addEventListener('visibilitychange', this.#follow);
		this.#follow();
	}

	/** Whole ms since it was made, without the hidden ones. */
	ms(): number {
		return Math.round(this.#passedMs + (this.#since === undefined ? 0 : performance.now() - this.#since));
	}

	stop(): void {
		document.removeEventListener('visibilitychange', this.#follow);
	}

	#follow = () => {
		this.#passedMs = this.ms();
		this.#since = document.visibilityState === 'visible' ? performance.now() : undefined;
	};
}

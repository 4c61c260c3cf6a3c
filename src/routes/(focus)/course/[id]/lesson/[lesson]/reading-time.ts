/** Time spent with a page on screen: a page in the background is not read. */
export class ReadingTime {
	#readMs = 0;
	#since: number | undefined;

	constructor() {
		document.addEventListener('visibilitychange', this.#follow);
		this.#follow();
	}

	readMs(): number {
		return Math.round(this.#readMs + (this.#since === undefined ? 0 : performance.now() - this.#since));
	}

	stop(): void {
		document.removeEventListener('visibilitychange', this.#follow);
	}

	#follow = () => {
		this.#readMs = this.readMs();
		this.#since = document.visibilityState === 'visible' ? performance.now() : undefined;
	};
}

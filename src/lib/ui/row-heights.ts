/** Heights of the rows of a long list in px: those that were on screen as measured, the others as their like. */
export class RowHeights {
	readonly #measured = new Map<string, number>();
	/** Settled by the first rows of a kind: an average that drifts would move all that lies above. */
	readonly #usual = new Map<string, number>();
	readonly #first: number;

	/** @param first until anything was measured */
	constructor(first: number) {
		this.#first = first;
	}

	/** What had another height before was laid out anew, with other letters or another width: so are all. */
	isAnew(rows: readonly { key: string; height: number }[]): boolean {
		return rows.some(({ key, height }) => {
			const held = this.#measured.get(key);
			return held !== undefined && Math.abs(held - height) > ROUGHLY;
		});
	}

	/**
	 * Takes what was just laid out; gives whether anything differs from what was counted with.
	 * @param rows all that are on screen when they are laid out anew: what was known before is forgotten
	 */
	measure(rows: readonly { key: string; kind: string; height: number }[]): boolean {
		const isAnew = this.isAnew(rows);
		if (isAnew) this.clear();
		let isOther = isAnew;
		for (const { key, kind, height } of rows) {
			if (Math.abs(this.of(key, kind) - height) > ROUGHLY) isOther = true;
			this.#measured.set(key, height);
		}
		for (const kind of new Set(rows.map((row) => row.kind))) {
			if (this.#usual.has(kind)) continue;
			const heights = rows.filter((row) => row.kind === kind).map(({ height }) => height);
			this.#usual.set(kind, heights.reduce((sum, height) => sum + height, 0) / heights.length);
			isOther = true;
		}
		return isOther;
	}

	clear(): void {
		this.#measured.clear();
		this.#usual.clear();
	}

	of(key: string, kind: string): number {
		return this.#measured.get(key) ?? this.#usual.get(kind) ?? this.#first;
	}

	/** Where each row begins; the last one is where the list ends. */
	offsets(keys: readonly string[], kinds: readonly string[]): Float64Array {
		const offsets = new Float64Array(keys.length + 1);
		let at = 0;
		for (const [index, key] of keys.entries()) {
			at += this.of(key, kinds[index] ?? '');
			offsets[index + 1] = at;
		}
		return offsets;
	}
}
/** Half a device pixel is no difference. */
const ROUGHLY = 0.5;

/** The row at `y` px from the top of the list: the first above it, the last below; −1 when there is none. */
export function rowAt(offsets: Float64Array, y: number): number {
	let low = 0;
	let high = offsets.length - 2;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((offsets[middle] ?? 0) <= y) low = middle;
		else high = middle - 1;
	}
	return high < 0 ? -1 : low;
}

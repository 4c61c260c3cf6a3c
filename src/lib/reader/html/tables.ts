import { squeeze, type Found, type Place } from './blocks.ts';

/** Cells longer than this hold text that only stands in a grid. */
const CELL_MOST = 300;

/** One table while its cells come in. */
export class TableWriter {
	readonly place: Place;
	readonly #rows: Found[][][] = [];
	/** Captions and what stands between the rows. */
	readonly #outside: Found[] = [];
	#isGrid = true;

	constructor(place: Place) {
		this.place = place;
	}

	row(): void {
		this.#rows.push([]);
	}

	cell(): void {
		if (this.#rows.length === 0) this.row();
		this.#rows[this.#rows.length - 1]?.push([]);
	}

	/** A table or a heading in a cell: the grid only lays out a page. */
	layOut(): void {
		this.#isGrid = false;
	}

	add(found: readonly Found[], inCell: boolean): void {
		const row = this.#rows[this.#rows.length - 1];
		const into = inCell ? row?.[row.length - 1] : undefined;
		for (const one of found) (into ?? this.#outside).push(one);
	}

	/** Its rows, one line each with tabs between cells; or its cells one after another if it is no grid. */
	finish(): Found[] {
		const rows = this.#rows.filter((cells) => cells.some((cell) => cell.length > 0));
		if (!this.#isGrid || rows.length < 2 || !isData(rows)) return [...this.#outside, ...rows.flat(2)];
		return [
			...this.#outside,
			...rows.map((cells): Found => {
				const removed = cells.flat().every(({ line }) => line.scaffolding);
				const text = cells.map((cell) => squeeze(cell.map(({ line }) => line.text).join(' '))).join('\t');
				const linked = cells.flat().reduce((sum, one) => sum + one.linked, 0);
				const kind = { kind: 'table' } as const;
				const place = cells.flat()[0]?.place ?? this.place;
				return { line: { text, ...(removed ? { scaffolding: true } : kind) }, place, linked };
			})
		];
	}
}

function isData(rows: readonly Found[][][]): boolean {
	if (!rows.some((cells) => cells.length > 1)) return false;
	return rows.every((cells) =>
		cells.every(
			(cell) =>
				cell.reduce((sum, { line }) => sum + line.text.length, 0) <= CELL_MOST &&
				cell.every(({ line }) => line.heading === undefined && line.kind !== 'table')
		)
	);
}

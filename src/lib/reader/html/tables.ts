import type { RawLine } from '../../document/raw.ts';
import { squeeze, type Found, type Place } from './blocks.ts';

/** Cells longer than this hold text that only stands in a grid. */
const CELL_MOST = 300;

/** One table while its cells come in. */
export class TableWriter {
	readonly place: Place;
	readonly #rows: Row[] = [];
	/** The cells of the row that comes in. */
	#cells: Found[][] | undefined;
	/** Captions and what stands between the rows. */
	readonly #outside: Found[] = [];
	#isGrid = true;

	constructor(place: Place) {
		this.place = place;
	}

	row(): void {
		this.#finishRow();
		this.#cells = [];
	}

	cell(): void {
		this.#cells ??= [];
		this.#cells.push([]);
	}

	/** A table or a heading in a cell: the grid only lays out a page. */
	layOut(): void {
		this.#isGrid = false;
	}

	add(found: readonly Found[], inCell: boolean): void {
		const into = inCell ? this.#cells?.[this.#cells.length - 1] : undefined;
		for (const one of found) (into ?? this.#outside).push(one);
	}

	/** Its rows, one line each with tabs between cells; or its cells one after another if it is no grid. */
	finish(): Found[] {
		this.#finishRow();
		const isTable = this.#isGrid && this.#rows.length >= 2 && isData(this.#rows);
		return [...this.#outside, ...this.#rows.flatMap(isTable ? lineOf : blocksOf)];
	}

	/** Most cells are one short text: kept as such, a table of a million cells takes little room. */
	#finishRow(): void {
		const cells = this.#cells;
		this.#cells = undefined;
		const first = cells?.flat()[0];
		if (!cells || !first) return;
		const isPlain = cells.every(
			([one, more]) =>
				more === undefined && (one === undefined || (one.place === first.place && isPlainLine(one.line)))
		);
		if (!isPlain) this.#rows.push({ cells });
		else {
			const linked = cells.flat().reduce((sum, one) => sum + one.linked, 0);
			this.#rows.push({ texts: cells.map(([one]) => one?.line.text ?? ''), place: first.place, linked });
		}
	}
}

type Row = { cells: Found[][] } | { texts: string[]; place: Place; linked: number };

function isPlainLine({ heading, kind, scaffolding, newPage }: RawLine): boolean {
	return heading === undefined && kind === undefined && !scaffolding && !newPage;
}

function lineOf(row: Row): Found[] {
	if ('texts' in row) {
		const { texts, place, linked } = row;
		return [{ line: { text: texts.map(squeeze).join('\t'), kind: 'table' }, place, linked }];
	}
	const all = row.cells.flat();
	const [first] = all;
	if (!first) return [];
	const text = row.cells.map((cell) => squeeze(cell.map(({ line }) => line.text).join(' '))).join('\t');
	const linked = all.reduce((sum, one) => sum + one.linked, 0);
	const removed = all.every(({ line }) => line.scaffolding);
	return [
		{ line: { text, ...(removed ? { scaffolding: true } : { kind: 'table' }) }, place: first.place, linked }
	];
}

function blocksOf(row: Row): Found[] {
	if ('cells' in row) return row.cells.flat();
	const texts = row.texts.filter((text) => text !== '');
	return texts.map((text) => ({
		line: { text, opens: true },
		place: row.place,
		linked: row.linked / texts.length
	}));
}

function isData(rows: readonly Row[]): boolean {
	const widest = rows.reduce(
		(most, row) => Math.max(most, ('texts' in row ? row.texts : row.cells).length),
		0
	);
	return (
		widest > 1 &&
		rows.every((row) =>
			'texts' in row
				? row.texts.every((text) => text.length <= CELL_MOST)
				: row.cells.every(
						(cell) =>
							cell.reduce((sum, { line }) => sum + line.text.length, 0) <= CELL_MOST &&
							cell.every(({ line }) => line.heading === undefined && line.kind !== 'table')
					)
		)
	);
}

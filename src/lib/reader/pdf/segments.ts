import { isIdeograph, isWidePunctuation } from '../../document/characters.ts';
import { normaliseCharacters } from '../../document/normalise.ts';
import type { PdfPage, PdfRun } from './source.ts';

/** A stretch of text on one line without a wide gap in it. Lengths in points. */
export interface Segment {
	text: string;
	left: number;
	right: number;
	/** The line it stands on, from the top of the page. */
	y: number;
	size: number;
	/** Where smaller gaps divide it: in a table they may be cells. At least one. */
	pieces: Piece[];
}

export interface Piece {
	text: string;
	left: number;
	right: number;
}

export interface SegmentedPage {
	width: number;
	height: number;
	/** From top to bottom and from left to right. */
	segments: Segment[];
	/** Text across the page, as stamps have it. */
	aslant: string[];
}

/** Gaps wider than this, in sizes of the letters, divide what belongs to different columns or cells. */
const WIDE_GAP = 1.3;

/** From this on a gap may divide cells, if the rows around have one there too. */
const CELL_GAP = 0.5;

/** Puts the glyphs of a page together to stretches of text; a page set sideways is turned first. */
export function segmentPage(page: PdfPage): SegmentedPage {
	const turned = turnPage(page);
	const upright: PdfRun[] = [];
	const aslant: PdfRun[] = [];
	for (const run of turned.runs) (Math.abs(run.angle) <= 3 ? upright : aslant).push(run);
	const rows = rowsOf(upright.map((run) => ({ ...run, text: normaliseCharacters(run.text) })));
	return {
		width: turned.width,
		height: turned.height,
		segments: rows.flatMap(segmentsOf),
		aslant: aslant.length === 0 ? [] : [aslant.map(({ text }) => text).join('')]
	};
}

/** Whole quarters by which most letters are turned are turned back. */
function turnPage(page: PdfPage): PdfPage {
	const letters = new Map<number, number>();
	for (const { angle, text } of page.runs) {
		const quarter = (((Math.round(angle / 90) * 90) % 360) + 360) % 360;
		if (Math.abs(angle - Math.round(angle / 90) * 90) <= 3)
			letters.set(quarter, (letters.get(quarter) ?? 0) + text.length);
	}
	let most = 0;
	for (const [quarter, count] of letters) if (count > (letters.get(most) ?? 0)) most = quarter;
	if (most === 0) return page;
	const { width, height } = page;
	const place = ({ x, y }: PdfRun) => {
		if (most === 90) return { x: y, y: width - x };
		return most === 270 ? { x: height - y, y: x } : { x: width - x, y: height - y };
	};
	const sideways = most !== 180;
	return {
		width: sideways ? height : width,
		height: sideways ? width : height,
		runs: page.runs.map((run) => ({ ...run, ...place(run), angle: angleBetween(run.angle, most) }))
	};
}

function angleBetween(angle: number, turn: number): number {
	const rest = (((angle - turn) % 360) + 360) % 360;
	return rest > 180 ? rest - 360 : rest;
}

/** Runs that stand on one line; a raised or lowered figure stands on that of its neighbours. */
function rowsOf(runs: PdfRun[]): PdfRun[][] {
	const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
	const rows: { y: number; size: number; runs: PdfRun[] }[] = [];
	const small: PdfRun[] = [];
	for (const run of sorted) {
		const row = rows[rows.length - 1];
		const near = row && run.y - row.y <= 0.3 * Math.min(run.size, row.size);
		if (near) {
			row.runs.push(run);
			row.size = Math.max(row.size, run.size);
		} else rows.push({ y: run.y, size: run.size, runs: [run] });
	}
	// Rows of nothing but small figures beside a row of larger letters.
	const kept = rows.filter((row, at) => {
		const host = [rows[at + 1], rows[at - 1]].find(
			(other) =>
				other !== undefined && row.size < other.size * 0.9 && Math.abs(other.y - row.y) < other.size * 0.6
		);
		if (!host || row.runs.some(({ text }) => text.trim().length > 6) || !besides(row.runs, host.runs))
			return true;
		const raised = row.y < host.y;
		small.push(...row.runs);
		host.runs.push(...row.runs.map((run) => ({ ...run, text: raised ? raise(run.text) : run.text })));
		return false;
	});
	return kept.map((row) => withoutShadows(row.runs.sort((a, b) => a.x - b.x)));
}

/** Each small run touches the end of a large one. */
function besides(small: readonly PdfRun[], large: readonly PdfRun[]): boolean {
	return small.every((run) =>
		large.some((other) => {
			const gap = run.x - (other.x + other.width);
			return gap > -0.4 * other.size && gap < 0.5 * other.size;
		})
	);
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function raise(text: string): string {
	return /^\s*\d{1,3}\s*$/.test(text)
		? text.trim().replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit)
		: text;
}

/** Some programs print bold by printing twice. */
function withoutShadows(runs: readonly PdfRun[]): PdfRun[] {
	return runs.filter((run, at) => {
		for (let before = at - 1; before >= 0; before--) {
			const other = runs[before];
			if (other === undefined || run.x - other.x > 0.3 * run.size) return true;
			if (other.text === run.text && Math.abs(other.width - run.width) < 0.3 * run.size) return false;
		}
		return true;
	});
}

function segmentsOf(row: readonly PdfRun[]): Segment[] {
	const segments: (Segment & { letters: number })[] = [];
	for (const run of row) {
		const last = segments[segments.length - 1];
		const gap = last ? run.x - last.right : Infinity;
		if (!last || gap > WIDE_GAP * Math.max(run.size, last.size)) {
			segments.push({
				text: run.text.trimStart(),
				left: run.x,
				right: run.x + run.width,
				y: run.y,
				size: run.size,
				letters: run.text.length,
				pieces: [pieceOf(run)]
			});
			continue;
		}
		const piece = last.pieces[last.pieces.length - 1];
		if (!piece || gap > CELL_GAP * run.size) last.pieces.push(pieceOf(run));
		else {
			piece.text += run.text;
			piece.right = Math.max(piece.right, run.x + run.width);
		}
		const space = needsSpace(last.text, run.text, gap / run.size) ? ' ' : '';
		last.text += space + run.text;
		last.right = Math.max(last.right, run.x + run.width);
		// The size and the line are those of most of the letters.
		if (run.text.length > last.letters) {
			last.size = run.size;
			last.y = run.y;
			last.letters = run.text.length;
		}
	}
	return segments
		.filter(({ text }) => /\S/.test(text))
		.map(({ text, left, right, y, size, pieces }) => ({ text: text.trim(), left, right, y, size, pieces }));
}

function pieceOf({ text, x, width }: PdfRun): Piece {
	return { text, left: x, right: x + width };
}

/** Between letters of words a gap of a sixth of their size is a space; Chinese needs none. */
function needsSpace(before: string, after: string, gap: number): boolean {
	if (gap < 0.16 || /\s$/.test(before) || /^\s/.test(after)) return false;
	const [last, first] = [before.charCodeAt(before.length - 1), after.charCodeAt(0)];
	const isWide = (code: number) => isIdeograph(code) || isWidePunctuation(code);
	return gap > 0.9 || !(isWide(last) || isWide(first));
}

import { cannotStart, displayWidth, endsSentence, isDigit, isLetter, isOpener } from './characters.ts';
import type { Line } from './lines.ts';
import { isHeadingMark } from './numerals.ts';
import { isAttribution, isDateLine, isTitleLike } from './roles.ts';

const NARROWEST = 16;
const WIDEST = 260;
const RAGGED_WIDEST = 130;
/** Lines of a stretch; what is usual is read together with the stretches beside it. */
export const WIDE_WINDOW = 60;
const NEARLY_AS_MANY = 0.65;

/** A line that stands in as far as this is centred or set to the right: it shows nothing of the column. */
export const SET_ASIDE = 12;

function isText(line: Line): boolean {
	if (line.kind !== undefined || line.heading !== undefined || line.text.includes('\t')) return false;
	return line.indent < SET_ASIDE;
}

/** What the widths of lines tell, read once. */
export interface Measures {
	lines: readonly Line[];
	/** Columns to the line's end; 0 for what shows no column. */
	widths: Int32Array;
	/** 1 where the line stops within a sentence, and more with the marks below. */
	torn: Uint8Array;
}

const TORN = 1;
/** Ends as English lines do. */
const RAGGED = 2;
/** Too short to tell from a heading. */
const SLIGHT = 4;

export function measureLines(lines: readonly Line[]): Measures {
	const widths = new Int32Array(lines.length);
	const torn = new Uint8Array(lines.length);
	lines.forEach((line, at) => {
		if (!isText(line)) return;
		widths[at] = line.indent + line.width;
		if (!isTorn(line.text) || standsAlone(line)) return;
		const ragged = /[a-z,;] ?$|-$/.test(line.text) ? RAGGED : 0;
		torn[at] = TORN | ragged | (line.text.length <= 20 && isTitleLike(line.text, 20) ? SLIGHT : 0);
	});
	return { lines, widths, torn };
}

/** The column of each stretch of lines, read together with the stretches beside it. */
export function usualColumns(measures: Measures): (number | undefined)[] {
	const stretches = Math.ceil(measures.lines.length / WIDE_WINDOW);
	return Array.from({ length: stretches }, (_stretch, i) => {
		const from = Math.max(0, (i - 1) * WIDE_WINDOW);
		const to = Math.min(measures.lines.length, (i + 2) * WIDE_WINDOW);
		// Lines within a paragraph lost no indent: they tell best.
		const inner = columnWidth(measures, from, to, { innerOnly: true });
		return inner ?? columnWidth(measures, from, to) ?? edgeOf(measures, from, to);
	});
}

/** Columns to which nearly every torn line is set: it reaches them, or its next word would not have fitted. */
export function exactColumns(
	measures: Measures,
	usual: readonly (number | undefined)[]
): (number | undefined)[] {
	return usual.map((column, i) => {
		if (column === undefined) return undefined;
		const from = Math.max(0, (i - 1) * WIDE_WINDOW);
		const to = Math.min(measures.lines.length - 1, (i + 2) * WIDE_WINDOW);
		let best: { exact: number; share: number } | undefined;
		for (const exact of [column - 1, column, column + 1]) {
			const share = shareSetTo(exact, measures, from, to);
			if (share >= EXACTLY && share > (best?.share ?? 0)) best = { exact, share };
		}
		return best?.exact;
	});
}

/** The share of torn lines that are as full as a print of this width allows; 0 where there are but a few. */
function shareSetTo(exact: number, { lines, widths, torn }: Measures, from: number, to: number): number {
	let [all, set] = [0, 0];
	for (let at = from; at < to; at++) {
		const kind = torn[at] ?? 0;
		const [line, next, width = 0] = [lines[at], lines[at + 1], widths[at]];
		if (kind === 0 || (kind & SLIGHT) !== 0 || !line || !next) continue;
		all++;
		const hangs = width === exact + 2 && /[，、；：]$/.test(line.text);
		if (hangs || (width <= exact && !isShort(line, next, exact + 1))) set++;
	}
	return all < 6 ? 0 : set / all;
}

/** Of the torn lines so many are as full as they can be. */
const EXACTLY = 0.9;

/** Where hardly any paragraph is longer than a line: the edge at which all torn lines stop and none goes past. */
function edgeOf({ lines, widths, torn }: Measures, from: number, to: number): number | undefined {
	let widest = 0;
	let full = 0;
	for (let at = from; at < to; at++) widest = Math.max(widest, (widths[at] ?? 0) - squeeze(lines[at]));
	for (let at = from; at < to; at++) {
		const kind = torn[at] ?? 0;
		if (kind === 0 || (kind & SLIGHT) !== 0) continue;
		if ((widths[at] ?? 0) < widest - EDGE) return undefined;
		full++;
	}
	return full >= 2 && widest >= NARROWEST * 2 && widest <= WIDEST ? widest : undefined;
}

/** So many columns may be left at the edge, for a number or a mark that could not be torn; an indent lost. */
const EDGE = 6;

/** The usual column, if a line near by is set to it and none is wider; otherwise what these few lines show. */
export function columnNear(
	measures: Measures,
	from: number,
	to: number,
	usual: number | undefined
): number | undefined {
	const { lines, widths } = measures;
	// Against what is usual two lines prove nothing.
	const few = { fewest: usual === undefined ? 2 : 3 };
	let reached = false;
	let reachedInset = false;
	for (let at = from; usual !== undefined && at < to; at++) {
		const width = widths[at] ?? 0;
		if (width - squeeze(lines[at]) > usual + 1) return columnWidth(measures, from, to, few);
		reached ||= width >= usual - 3;
		reachedInset ||= width >= usual - 3 - LOST_INDENT;
	}
	if (reached) return usual;
	const near = columnWidth(measures, from, to, few);
	if (near === undefined) return reachedInset ? usual : undefined;
	// Nothing but first lines that lost their indent.
	const lost = usual === undefined ? 0 : usual - near;
	return Math.abs(lost - LOST_INDENT) <= 1 ? usual : near;
}

/**
 * The width at which lines break: half the lines that stop within a sentence can be set to it, and hardly any
 * line is wider. In a ragged print (English) that is the widest line.
 */
function columnWidth(
	measures: Measures,
	from: number,
	to: number,
	{ innerOnly = false, fewest = 2 } = {}
): number | undefined {
	const { lines, widths } = measures;
	let count = 0;
	let torn = 0;
	let widest = 0;
	let ragged = 0;
	for (let at = from; at < to; at++) {
		const width = widths[at] ?? 0;
		if (width > 0) count++;
		widest = Math.max(widest, width);
		if (!votesIn(measures, at, innerOnly)) continue;
		torn++;
		if (((measures.torn[at] ?? 0) & RAGGED) !== 0) ragged++;
	}
	if (torn < fewest || (torn * 4 < count && !innerOnly)) return undefined;
	if (ragged * 2 > torn && widest <= RAGGED_WIDEST) return widest >= NARROWEST ? widest : undefined;
	const votes = new Map<number, number>();
	for (let at = from; at < to; at++) {
		if (!votesIn(measures, at, innerOnly)) continue;
		const width = widths[at] ?? 0;
		for (let possible = width - squeeze(lines[at]); possible <= width + 1; possible++) {
			votes.set(possible, (votes.get(possible) ?? 0) + 1);
		}
	}
	let column = 0;
	let most = 0;
	for (const [width, found] of votes) {
		if (found > most || (found === most && width > column)) {
			most = found;
			column = width;
		}
	}
	column = withLostIndent(votes, column, most);
	if (most < fewest || most * 2 < torn || column < NARROWEST || column > WIDEST) return undefined;
	let over = 0;
	for (let at = from; at < to; at++) {
		const width = (widths[at] ?? 0) - squeeze(lines[at]);
		// A line of half as much again was not set to this column by any squeezing.
		if (width > column + 1) over += width > column * 1.5 ? 2 : 1;
	}
	return over * 5 <= count ? column : undefined;
}

/** Whether a line shows the column: torn, and for inner ones behind another torn line. */
function votesIn({ torn }: Measures, at: number, innerOnly: boolean): boolean {
	if ((torn[at] ?? 0) === 0) return false;
	const before = torn[at - 1] ?? 0;
	return !innerOnly || (before !== 0 && (before & SLIGHT) === 0);
}

/** Where first lines lost their indent, they vote for less: the full lines tell, if there are nearly as many. */
function withLostIndent(votes: ReadonlyMap<number, number>, column: number, most: number): number {
	for (let wider = column + LOST_INDENT + 1; wider > column + 2; wider--) {
		if ((votes.get(wider) ?? 0) >= most * NEARLY_AS_MANY) return wider;
	}
	return column;
}

/** A short heading, a field, a byline: such a line ends where it ends and shows no column. */
export function standsAlone(line: Line): boolean {
	if (line.field || (line.mark && isHeadingMark(line.mark) && line.text.length <= 60)) return true;
	return line.text.length <= 80 && (isAttribution(line.text) || isDateLine(line.text));
}

/** Columns a printer may have gained by squeezing marks; a line as long as a paragraph was not set at all. */
function squeeze(line: Line | undefined): number {
	if (line === undefined) return 0;
	return Math.min(line.width - line.tight, line.width > 80 ? 3 : 12);
}

/** Ends in the middle of a sentence, as far as its last letter tells. */
export function isTorn(text: string): boolean {
	return !endsSentence(text) && !/[：:；;]$/.test(text);
}

/** A Chinese paragraph begins two ideographs in. */
export const LOST_INDENT = 4;

/** Whether the next line's first word would still have fitted behind this line: then the break was meant. */
export function isShort(line: Line, next: Line, column: number): boolean {
	return line.indent + line.width + firstUnitWidth(next.text) < column;
}

/** What a printer may not tear: a word, a number with its sign, an ideograph with the comma behind it. */
function firstUnitWidth(text: string): number {
	let end = 0;
	while (end < text.length && isOpener(text[end] ?? '')) end++;
	const code = text.charCodeAt(end);
	if (isDigit(code) || isLetter(code)) {
		while (end < text.length && end < 30 && /[\w.,%+'’/-]/.test(text[end] ?? '')) end++;
		return displayWidth(text.slice(0, end)) + (/[a-z]/i.test(text[0] ?? '') ? 1 : 0);
	}
	end++;
	while (end < text.length && cannotStart(text.slice(end, end + 1))) end++;
	return displayWidth(text.slice(0, end));
}

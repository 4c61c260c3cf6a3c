import { endsSentence, isDigit, isLetter, isOpener, displayWidth, cannotStart } from './characters.ts';
import type { Line } from './lines.ts';
import { isHeadingMark } from './numerals.ts';
import { isAttribution, isDateLine, isTitleLike } from './roles.ts';

/** How the print around a line is set; read from its neighbours, since one file may hold several columns. */
export interface Setting {
	/** Columns of the wrapped lines from here on, and up to here; undefined where every line is a paragraph. */
	ahead: number | undefined;
	behind: number | undefined;
	/** Whether an empty line after a full sentence ends a paragraph. */
	blanksCount: boolean;
	/** Whether it ends one after anything. */
	blanksDecide: boolean;
	/** Whether paragraphs are indented here, so that a line that is not goes on with the one before. */
	indented: boolean;
	/** Whether first lines of paragraphs were printed two ideographs in and lost that space. */
	indentLost: boolean;
}

const WINDOW = 9;
const NARROWEST = 16;
const WIDEST = 260;
const RAGGED_WIDEST = 130;
const WIDE_WINDOW = 60;
const NEARLY_AS_MANY = 0.65;

export function readSettings(lines: readonly Line[]): Setting[] {
	const widths = lines.map((line) => (isText(line) ? line.indent + line.width : 0));
	const indents = indentTrust(lines);
	const usual = usualColumns(lines, widths);
	const columns = lines.map((_line, at) => {
		const column = usual[Math.floor(at / WIDE_WINDOW)];
		return {
			ahead: columnNear(lines, widths, at, Math.min(lines.length, at + WINDOW), column),
			behind: columnNear(lines, widths, Math.max(0, at - WINDOW + 1), at + 1, column)
		};
	});
	fillGaps(columns);
	const lost = lostIndents(lines, columns);
	const trust = blankTrust(lines, columns);
	return columns.map((column, at) => ({
		...column,
		blanksCount: trust[at]?.blanksCount ?? true,
		blanksDecide: trust[at]?.blanksDecide ?? false,
		indented: indents[at] ?? false,
		indentLost: lost[at] ?? false
	}));
}

/** A line that stands in as far as this is centred or set to the right: it shows nothing of the column. */
export const SET_ASIDE = 12;

function isText(line: Line): boolean {
	if (line.kind !== undefined || line.heading !== undefined || line.text.includes('\t')) return false;
	return line.indent < SET_ASIDE;
}

/** The column of each stretch of lines, read together with the stretches beside it. */
function usualColumns(lines: readonly Line[], widths: readonly number[]): (number | undefined)[] {
	const stretches = Math.ceil(lines.length / WIDE_WINDOW);
	return Array.from({ length: stretches }, (_stretch, i) => {
		const from = Math.max(0, (i - 1) * WIDE_WINDOW);
		const to = Math.min(lines.length, (i + 2) * WIDE_WINDOW);
		// Lines within a paragraph lost no indent: they tell best.
		const inner = columnWidth(lines, widths, from, to, true);
		return inner ?? columnWidth(lines, widths, from, to) ?? edgeOf(lines, widths, from, to);
	});
}

/** Where hardly any paragraph is longer than a line: the edge at which all torn lines stop and none goes past. */
function edgeOf(
	lines: readonly Line[],
	widths: readonly number[],
	from: number,
	to: number
): number | undefined {
	let widest = 0;
	let torn = 0;
	for (let at = from; at < to; at++) widest = Math.max(widest, (widths[at] ?? 0) - squeeze(lines[at]));
	for (let at = from; at < to; at++) {
		const [line, width = 0] = [lines[at], widths[at]];
		if (line === undefined || width === 0 || !isTorn(line.text) || standsAlone(line)) continue;
		if (isTitleLike(line.text, 20)) continue;
		if (width < widest - EDGE) return undefined;
		torn++;
	}
	return torn >= 2 && widest >= NARROWEST * 2 && widest <= WIDEST ? widest : undefined;
}

/** So many columns may be left at the edge, for a number or a mark that could not be torn; an indent lost. */
const EDGE = 6;

/** The usual column, if a line near by is set to it and none is wider; otherwise what these few lines show. */
function columnNear(
	lines: readonly Line[],
	widths: readonly number[],
	from: number,
	to: number,
	usual: number | undefined
): number | undefined {
	let reached = false;
	let reachedInset = false;
	for (let at = from; usual !== undefined && at < to; at++) {
		const width = widths[at] ?? 0;
		if (width - squeeze(lines[at]) > usual + 1) return columnWidth(lines, widths, from, to);
		reached ||= width >= usual - 3;
		reachedInset ||= width >= usual - 3 - LOST_INDENT;
	}
	if (reached) return usual;
	const near = columnWidth(lines, widths, from, to);
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
	lines: readonly Line[],
	widths: readonly number[],
	from: number,
	to: number,
	innerOnly = false
): number | undefined {
	let count = 0;
	let torn = 0;
	let widest = 0;
	let ragged = 0;
	const votes = new Map<number, number>();
	for (let at = from; at < to; at++) {
		const width = widths[at] ?? 0;
		const line = lines[at];
		if (width === 0 || line === undefined) continue;
		count++;
		widest = Math.max(widest, width);
		if (!isTorn(line.text) || standsAlone(line)) continue;
		if (innerOnly && !isInner(lines[at - 1])) continue;
		torn++;
		if (/[a-z,;] ?$|-$/.test(line.text)) ragged++;
		for (let possible = width - squeeze(line); possible <= width + 1; possible++) {
			votes.set(possible, (votes.get(possible) ?? 0) + 1);
		}
	}
	if (torn < 2 || (torn * 4 < count && !innerOnly)) return undefined;
	if (ragged * 2 > torn && widest <= RAGGED_WIDEST) return widest >= NARROWEST ? widest : undefined;
	let column = 0;
	let most = 0;
	for (const [width, found] of votes) {
		if (found > most || (found === most && width > column)) {
			most = found;
			column = width;
		}
	}
	column = withLostIndent(votes, column, most);
	if (most < 2 || most * 2 < torn || column < NARROWEST || column > WIDEST) return undefined;
	let over = 0;
	for (let at = from; at < to; at++) {
		const width = (widths[at] ?? 0) - squeeze(lines[at]);
		// A line of half as much again was not set to this column by any squeezing.
		if (width > column + 1) over += width > column * 1.5 ? 2 : 1;
	}
	return over * 5 <= count ? column : undefined;
}

function isInner(before: Line | undefined): boolean {
	return (
		before !== undefined &&
		isText(before) &&
		isTorn(before.text) &&
		!isTitleLike(before.text, 15) &&
		!standsAlone(before)
	);
}

/** Where first lines lost their indent, they vote for less: the full lines tell, if there are nearly as many. */
function withLostIndent(votes: ReadonlyMap<number, number>, column: number, most: number): number {
	for (let wider = column + LOST_INDENT + 1; wider > column + 2; wider--) {
		if ((votes.get(wider) ?? 0) >= most * NEARLY_AS_MANY) return wider;
	}
	return column;
}

/** A short heading, a field, a byline: such a line ends where it ends and shows no column. */
function standsAlone(line: Line): boolean {
	if (line.field || (line.mark && isHeadingMark(line.mark) && line.text.length <= 60)) return true;
	return line.text.length <= 80 && (isAttribution(line.text) || isDateLine(line.text));
}

/** Columns a printer may have gained by squeezing marks; a line as long as a paragraph was not set at all. */
function squeeze(line: Line | undefined): number {
	if (line === undefined) return 0;
	return Math.min(line.width - line.tight, line.width > 80 ? 3 : 12);
}

/** Ends in the middle of a sentence, as far as its last letter tells. */
function isTorn(text: string): boolean {
	return !endsSentence(text) && !/[：:；;]$/.test(text);
}

/** Of the empty lines around, how many stand within a sentence? Under half, they count; hardly any, they decide. */
function blankTrust(
	lines: readonly Line[],
	columns: readonly Pick<Setting, 'ahead' | 'behind'>[]
): Pick<Setting, 'blanksCount' | 'blanksDecide'>[] {
	const torn = new Uint32Array(lines.length + 1);
	const gaps = new Uint32Array(lines.length + 1);
	for (let at = 0; at < lines.length; at++) {
		const [before, line] = [lines[at - 1], lines[at]];
		const gap = before !== undefined && line !== undefined && line.blanks > 0;
		gaps[at + 1] = (gaps[at] ?? 0) + (gap ? 1 : 0);
		torn[at + 1] = (torn[at] ?? 0) + (gap && isTornApart(before, line, columns[at - 1]) ? 1 : 0);
	}
	return lines.map((_line, at) => {
		const from = Math.max(0, at - WIDE_WINDOW);
		const to = Math.min(lines.length, at + WIDE_WINDOW);
		const all = (gaps[to] ?? 0) - (gaps[from] ?? 0);
		const bad = (torn[to] ?? 0) - (torn[from] ?? 0);
		return { blanksCount: all === 0 || bad * 2 < all, blanksDecide: all >= 3 && bad * 20 <= all };
	});
}

/** An unfinished line that is full, or too long for a heading, does not end where the empty line stands. */
function isTornApart(
	before: Line,
	line: Line,
	column: Pick<Setting, 'ahead' | 'behind'> | undefined
): boolean {
	if (!isTorn(before.text) || before.heading !== undefined || before.kind !== undefined) return false;
	const mark = before.mark;
	if (mark && isHeadingMark(mark) && before.text.length <= 60) return false;
	const width = column?.behind ?? column?.ahead;
	return width === undefined ? before.text.length > 36 : !isShort(before, line, width - LOST_INDENT);
}

/** Some lines stand in by two columns and more, and those that do mostly follow a full stop or a short line. */
function indentTrust(lines: readonly Line[]): boolean[] {
	const deep = new Uint32Array(lines.length + 1);
	const good = new Uint32Array(lines.length + 1);
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at];
		const before = lines[at - 1];
		const isDeep = line !== undefined && line.indent >= 2 && line.indent <= 8 && line.kind === undefined;
		deep[at + 1] = (deep[at] ?? 0) + (isDeep ? 1 : 0);
		const starts = isDeep && (before === undefined || !isTorn(before.text) || before.text.length < 20);
		good[at + 1] = (good[at] ?? 0) + (starts ? 1 : 0);
	}
	return lines.map((_line, at) => {
		const from = Math.max(0, at - WIDE_WINDOW);
		const to = Math.min(lines.length, at + WIDE_WINDOW);
		const all = (deep[to] ?? 0) - (deep[from] ?? 0);
		return all >= 2 && ((good[to] ?? 0) - (good[from] ?? 0)) * 4 >= all * 3;
	});
}

/** Short paragraphs within a wrapped print show no column of their own: they are set like those around them. */
function fillGaps(columns: { ahead: number | undefined; behind: number | undefined }[]): void {
	let last = -1;
	columns.forEach((column, at) => {
		if (column.ahead === undefined && column.behind === undefined) return;
		if (last >= 0 && at - last > 1 && at - last <= GAP_MOST) {
			const before = columns[last]?.behind ?? columns[last]?.ahead;
			const after = column.ahead ?? column.behind;
			for (let between = last + 1; between < at; between++)
				columns[between] = { ahead: after, behind: before };
		}
		last = at;
	});
}

const GAP_MOST = 12;

/** Lines after a clear end of a paragraph: most stop four columns early where the indent was lost. */
function lostIndents(
	lines: readonly Line[],
	columns: readonly Pick<Setting, 'ahead' | 'behind'>[]
): boolean[] {
	const early = new Uint32Array(lines.length + 1);
	const full = new Uint32Array(lines.length + 1);
	for (let at = 0; at < lines.length; at++) {
		const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
		const column = columns[at]?.ahead ?? columns[at]?.behind;
		const behind = columns[at - 1]?.behind ?? columns[at - 1]?.ahead;
		const opens =
			before && line && next && behind !== undefined && before.indent + before.width <= behind - 6;
		const isEarly = opens && line.indent < 2 && column !== undefined && isShort(line, next, column);
		const isFull = opens && column !== undefined && !isEarly && !isShort(line, next, column);
		// One column more than the indent: a print with spaces beside digits is not exact.
		early[at + 1] = (early[at] ?? 0) + (isEarly && !isShort(line, next, column - LOST_INDENT - 1) ? 1 : 0);
		full[at + 1] = (full[at] ?? 0) + (isFull ? 1 : 0);
	}
	return lines.map((_line, at) => {
		const from = Math.max(0, at - WIDE_WINDOW);
		const to = Math.min(lines.length, at + WIDE_WINDOW);
		const found = (early[to] ?? 0) - (early[from] ?? 0);
		return found >= 2 && found > (full[to] ?? 0) - (full[from] ?? 0);
	});
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

import {
	columnNear,
	exactColumns,
	isShort,
	isTorn,
	LOST_INDENT,
	measureLines,
	SET_ASIDE,
	standsAlone,
	usualColumns,
	WIDE_WINDOW
} from './columns.ts';
import type { Line } from './lines.ts';
import { isHeadingMark } from './numerals.ts';

/** How the print around a line is set; read from its neighbours, since one file may hold several columns. */
export interface Setting {
	/** Columns of the wrapped lines from here on, and up to here; undefined where every line is a paragraph. */
	ahead: number | undefined;
	behind: number | undefined;
	/** The column to the letter, where nearly all torn lines are as full as they can be. */
	exact: number | undefined;
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

export function readSettings(lines: readonly Line[]): Setting[] {
	const measures = measureLines(lines);
	const indents = indentTrust(lines);
	const usual = usualColumns(measures);
	const near = (from: number, to: number, at: number): number | undefined =>
		columnNear(measures, from, to, usual[Math.floor(at / WIDE_WINDOW)]);
	const ahead = lines.map((_line, at) => near(at, Math.min(lines.length, at + WINDOW), at));
	const columns = lines.map((_line, at) => ({
		ahead: ahead[at],
		// Full windows that end here were read where they begin.
		behind: at >= WINDOW - 1 ? ahead[at - WINDOW + 1] : near(0, at + 1, at)
	}));
	fillGaps(columns);
	const lost = lostIndents(lines, columns);
	const trust = blankTrust(lines, columns);
	const exact = exactColumns(measures, usual);
	return columns.map((column, at) => ({
		...column,
		exact: exact[Math.floor(at / WIDE_WINDOW)],
		blanksCount: trust[at]?.blanksCount ?? true,
		blanksDecide: trust[at]?.blanksDecide ?? false,
		indented: indents[at] ?? false,
		indentLost: lost[at] ?? false
	}));
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
		const starts =
			isDeep && (before === undefined || !isTorn(before.text) || before.text.length < 20 || isApart(before));
		good[at + 1] = (good[at] ?? 0) + (starts ? 1 : 0);
	}
	return lines.map((_line, at) => {
		const from = Math.max(0, at - WIDE_WINDOW);
		const to = Math.min(lines.length, at + WIDE_WINDOW);
		const all = (deep[to] ?? 0) - (deep[from] ?? 0);
		return all >= 2 && ((good[to] ?? 0) - (good[from] ?? 0)) * 4 >= all * 3;
	});
}

function isApart(line: Line): boolean {
	return standsAlone(line) || line.indent >= SET_ASIDE;
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

import { displayWidth, endsSentence } from '../../document/characters.ts';
import type { RawLine } from '../../document/raw.ts';
import { isIssue } from '../../document/roles.ts';
import { findColumns, findGutter, median, type Column } from './columns.ts';
import { findMargins } from './margins.ts';
import type { Piece, Segment, SegmentedPage } from './segments.ts';
import { headingSizes, type HeadingSizes } from './sizes.ts';

/** One printed line: its segments from left to right. */
interface Row {
	segments: Segment[];
	left: number;
	right: number;
	y: number;
	size: number;
}

/** The lines of all pages in reading order, with what only the page shows: headings, tables, indents, gaps. */
export function linesOfPages(pages: readonly SegmentedPage[]): RawLine[] {
	const margins = findMargins(pages);
	const bodies = pages.map((page) => page.segments.filter((segment) => !margins.has(segment)));
	const sizes = headingSizes(bodies.flat());
	const gutters = bodies.flatMap((segments) => findGutter(segments) ?? []);
	const lines = pages.flatMap((page, at) => {
		const columns = findColumns(bodies[at] ?? [], gutters);
		const lines = columns.flatMap((column) => linesOfColumn(column, sizes));
		const first = lines.find(({ text }) => text !== '');
		if (first && at > 0) first.newPage = true;
		const removed = [
			...page.segments.filter((segment) => margins.has(segment)).map(({ text }) => text),
			...page.aslant
		];
		return [...lines, ...removed.map((text): RawLine => ({ text, scaffolding: true }))];
	});
	return raiseUnderMasthead(lines);
}

/** The name of a periodical over its issue line stands above no heading: the next ones are on top. */
function raiseUnderMasthead(lines: RawLine[]): RawLine[] {
	const head = lines.filter(({ text, scaffolding }) => text !== '' && !scaffolding).slice(0, 6);
	const issue = head.findIndex(({ text }) => isIssue(text.trim().split(/\s{2,}/)[0] ?? ''));
	const name = head.slice(0, Math.max(0, issue)).find(({ heading }) => heading === 1);
	const others = lines.filter((line) => line !== name && line.heading !== undefined);
	if (!name || others.some(({ heading }) => heading === 1)) return lines;
	for (const line of others) line.heading = Math.max(1, (line.heading ?? 1) - 1);
	return lines;
}

function linesOfColumn(column: Column, sizes: HeadingSizes): RawLine[] {
	const rows = divideCells(rowsOf(column));
	const pitch = median(
		rows
			.slice(1)
			.map((row, at) => row.y - (rows[at]?.y ?? 0))
			.filter((step) => step > 0)
	);
	const tables = tableRows(rows);
	const lines: RawLine[] = [];
	rows.forEach((row, at) => {
		const before = rows[at - 1];
		const gap = before ? row.y - before.y : 0;
		if (before && gap > Math.max(pitch * 1.4, Math.max(row.size, before.size) * 1.9))
			lines.push({ text: '' });
		if (tables.has(at)) {
			lines.push({ text: row.segments.map(({ text }) => text).join('\t'), kind: 'table' });
			return;
		}
		const text = textOf(row);
		const heading = sizes.levelOf(row.size, text);
		const last = lines[lines.length - 1];
		if (heading !== undefined && before && last?.heading === heading && gap < row.size * 2) {
			last.text = joinHeading(last.text, text);
			return;
		}
		const indent = Math.round((row.left - column.left) / (row.size / 2));
		lines.push({
			text: heading === undefined ? ' '.repeat(Math.min(60, Math.max(0, indent))) + text : text,
			...(heading !== undefined && { heading })
		});
	});
	return lines;
}

function joinHeading(before: string, after: string): string {
	return /[a-z,;:-]$/i.test(before) && /^[a-z]/i.test(after) ? `${before} ${after}` : before + after;
}

function rowsOf({ segments }: Column): Row[] {
	const rows: Row[] = [];
	for (const segment of segments) {
		const row = rows[rows.length - 1];
		if (row && Math.abs(row.y - segment.y) < 0.4 * Math.min(row.size, segment.size)) {
			row.segments.push(segment);
			row.segments.sort((a, b) => a.left - b.left);
			row.left = Math.min(row.left, segment.left);
			row.right = Math.max(row.right, segment.right);
			if (segment.text.length > 1) row.size = Math.max(row.size, segment.size);
		} else {
			rows.push({
				segments: [segment],
				left: segment.left,
				right: segment.right,
				y: segment.y,
				size: segment.size
			});
		}
	}
	return rows;
}

/**
 * Cells that stand close together: a row is divided at a small gap where a row next to it has a wide one, or
 * a small one too, behind a text of another length or in a row with wide gaps. (第一条 and 第二条 are followed
 * by gaps at the same place and are no cells.)
 */
function divideCells(rows: readonly Row[]): Row[] {
	const wide = rows.map(({ segments }) => segments.slice(1).map(({ left }) => left));
	const small = rows.map(({ segments }) => segments.flatMap(({ pieces }) => pieces.slice(1)));
	return rows.map((row, at) => {
		if (small[at]?.length === 0) return row;
		const isCell = (left: number, before: Piece): boolean =>
			[at - 1, at + 1].some((near) => {
				const close = (other: number) => Math.abs(other - left) < row.size * 0.4;
				if (wide[near]?.some(close)) return true;
				return (rows[near]?.segments ?? []).some(({ pieces }) =>
					pieces.some((piece, i) => {
						const isLonger = Math.abs((pieces[i - 1]?.right ?? before.right) - before.right) > row.size;
						return i > 0 && close(piece.left) && (isLonger || row.segments.length > 1);
					})
				);
			});
		return { ...row, segments: row.segments.flatMap((segment) => divide(segment, isCell)) };
	});
}

function divide(segment: Segment, isCell: (left: number, before: Piece) => boolean): Segment[] {
	const cells: Piece[][] = [];
	for (const piece of segment.pieces) {
		const cell = cells[cells.length - 1];
		const before = cell?.[cell.length - 1];
		if (!cell || !before || isCell(piece.left, before)) cells.push([piece]);
		else cell.push(piece);
	}
	if (cells.length < 2) return [segment];
	return cells.map((pieces) => ({
		...segment,
		pieces,
		text: pieces.map(({ text }) => text.trim()).join(' '),
		left: pieces[0]?.left ?? segment.left,
		right: pieces[pieces.length - 1]?.right ?? segment.right
	}));
}

/** What a printer left free between two pieces of a line stays as wide as it was. */
function textOf({ segments, size }: Row): string {
	let text = '';
	segments.forEach((segment, at) => {
		const before = segments[at - 1];
		const gap = before ? Math.round((segment.left - before.right) / (size / 2)) : 0;
		text += ' '.repeat(at === 0 ? 0 : Math.min(40, Math.max(1, gap))) + segment.text;
	});
	return text;
}

/** Two rows and more of several pieces that begin, end or are centred below each other. */
function tableRows(rows: readonly Row[]): Set<number> {
	const found = new Set<number>();
	for (let at = 0; at < rows.length;) {
		let end = at + 1;
		while (isTableRow(rows[end - 1]) && isTableRow(rows[end]) && areAligned(rows[end - 1], rows[end])) end++;
		const group = rows.slice(at, end);
		if (group.length >= 2 && !isContents(group)) for (let i = at; i < end; i++) found.add(i);
		at = end;
	}
	return found;
}

function isTableRow(row: Row | undefined): boolean {
	return (
		row !== undefined &&
		row.segments.length >= 2 &&
		row.segments.every(({ text }) => displayWidth(text) <= 60)
	);
}

function areAligned(before: Row | undefined, row: Row | undefined): boolean {
	if (!before || !row) return false;
	const matched = row.segments.filter((segment) =>
		before.segments.some((other) => {
			const near = Math.max(segment.size, other.size);
			return (
				Math.abs(segment.left - other.left) < near ||
				Math.abs(segment.right - other.right) < near ||
				Math.abs(segment.left + segment.right - other.left - other.right) < near
			);
		})
	);
	return matched.length >= 2 && matched.length * 2 > Math.min(before.segments.length, row.segments.length);
}

/** A table of contents has its page numbers at the right; so have bylines and dates, but not row after row. */
function isContents(rows: readonly Row[]): boolean {
	return rows.every(({ segments }) => {
		const last = segments[segments.length - 1]?.text ?? '';
		return (
			segments.length === 2 &&
			/^[.…·\s]*[（(]?\d{1,4}[）)]?$/.test(last) &&
			!endsSentence(segments[0]?.text ?? '')
		);
	});
}

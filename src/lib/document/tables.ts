import type { Line } from './lines.ts';

const BOX = /[\u2502\u2503\u2551]/;
const BOX_RULE = /^[\u2500-\u257f+\-=|\s]+$/;

/** Rows drawn with strokes, │ 项目 │ 分值 │ or | item | points |: their cells are divided by tabs as elsewhere. */
export function readDrawnTables(lines: Line[]): void {
	let from = 0;
	for (let at = 0; at <= lines.length; at++) {
		const line = lines[at];
		if (line !== undefined && (isDrawnRow(line) || BOX_RULE.test(line.text))) continue;
		const rows = lines.slice(from, at).filter(isDrawnRow);
		if (rows.length >= 2 || rows.some(({ text }) => BOX.test(text))) for (const row of rows) readRow(row);
		from = at + 1;
	}
}

function isDrawnRow({ text, kind, heading }: Line): boolean {
	if ((kind !== undefined && kind !== 'table') || heading !== undefined || BOX_RULE.test(text)) return false;
	return (
		BOX.test(text) || (text.length > 4 && text.startsWith('|') && text.endsWith('|') && kind === undefined)
	);
}

function readRow(row: Line): void {
	const inner = row.text.replace(/^\s?[|\u2502\u2503\u2551]|[|\u2502\u2503\u2551]\s?$/g, '');
	row.text = inner
		.split(/[|\u2502\u2503\u2551]/)
		.map((cell) => cell.trim().replace(/\t/g, ' '))
		.join('\t');
	row.kind = 'table';
}

/**
 * Rows whose cells stand apart: three lines in a row that have a gap, or two that have two. A single line
 * with a gap is a title, a name and an office, or a wide space.
 */
export function markTables(lines: Line[]): void {
	let from = 0;
	let gaps = 0;
	for (let at = 0; at <= lines.length; at++) {
		const line = lines[at];
		const cells = line === undefined ? 1 : cellsOf(line);
		if (cells > 1) {
			gaps += cells - 1;
			continue;
		}
		const rows = at - from;
		if (rows >= 3 || (rows === 2 && gaps >= 4)) for (let i = from; i < at; i++) markRow(lines[i]);
		from = at + 1;
		gaps = 0;
	}
}

function cellsOf({ text, kind, heading, mark }: Line): number {
	if ((kind !== undefined && kind !== 'table') || heading !== undefined || !text.includes('\t')) return 1;
	// “一、\t总则” has one gap behind its number.
	const words = mark ? text.slice(mark.end).replace(/^\t/, '') : text;
	return words.split('\t').length;
}

function markRow(line: Line | undefined): void {
	if (line !== undefined) line.kind = 'table';
}

import { millis } from '#lib/base/time.ts';
import type { ResultRow } from '#lib/wire/results.ts';

/** One word for each column and each of the words in the cells. */
export interface CsvWords {
	name: string;
	title: string;
	score: string;
	full: string;
	percent: string;
	right: string;
	questions: string;
	ungraded: string;
	passed: string;
	startedAt: string;
	handedInAt: string;
	minutes: string;
	markedBy: string;
	clock: string;
	yes: string;
	no: string;
	server: string;
	device: string;
	suspect: string;
	/** Of the file, without its ending. */
	fileName: string;
}

/** Excel reads UTF-8 only with this in front. */
export const BYTE_ORDER_MARK = '\ufeff';

export function csvHeader(words: CsvWords): string {
	return line([
		words.name,
		words.title,
		words.score,
		words.full,
		words.percent,
		words.right,
		words.questions,
		words.ungraded,
		words.passed,
		words.startedAt,
		words.handedInAt,
		words.minutes,
		words.markedBy,
		words.clock
	]);
}

/** @param zone IANA name: a sheet shows the clock on the wall of whoever reads it */
export function csvRow(row: ResultRow, words: CsvWords, zone: string): string {
	const share = row.fullHundredths === 0 ? 0 : row.scoreHundredths / row.fullHundredths;
	return line([
		row.name,
		row.title,
		row.scoreHundredths / 100,
		row.fullHundredths / 100,
		`${(share * 100).toFixed(1)}%`,
		row.right,
		row.questions,
		row.ungraded,
		row.passed ? words.yes : words.no,
		wallTime(row.startedAt, zone),
		row.handedInAt === null ? '' : wallTime(row.handedInAt, zone),
		row.durationMs === null ? '' : (row.durationMs / 60_000).toFixed(1),
		row.markedBy === 'server' ? words.server : words.device,
		row.clockSuspect ? words.suspect : ''
	]);
}

/** RFC 4180: every cell quoted, lines end in CRLF. */
function line(cells: readonly (string | number)[]): string {
	return `${cells.map((cell) => `"${(typeof cell === 'number' ? String(cell) : guarded(cell)).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** A name such as `=1+1` must stay a name when a sheet opens it; sheets read full-width signs as well. */
export function guarded(text: string): string {
	return /^[\s\0]*[=+\-@＝＋－﹣＠\t\r\n\0]/u.test(text) ? `'${text}` : text;
}

/** `2026-11-21 09:30:00`: sorts as text, and every sheet knows it for a time. */
export function wallTime(instant: number, zone: string): string {
	const parts = new Intl.DateTimeFormat('en-CA', {
		timeZone: zone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		hourCycle: 'h23'
	}).formatToParts(millis(instant));
	const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
	return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

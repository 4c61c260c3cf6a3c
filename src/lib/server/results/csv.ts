import { csvLine } from '#lib/base/csv.ts';
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

export function csvHeader(words: CsvWords): string {
	return csvLine([
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
	return csvLine([
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

import { describe, expect, it } from 'vitest';
import words from '#lib/i18n/locales/zh-CN/results-csv.json' with { type: 'json' };
import type { ResultRow } from '#lib/wire/results.ts';
import { csvHeader, csvRow, wallTime } from './csv.ts';

const row = (change: Partial<ResultRow>): ResultRow => ({
	attempt: 'a',
	member: 'm',
	name: '王小明',
	title: '测验',
	course: 'c',
	startedAt: Date.UTC(2026, 10, 21, 1, 2, 3),
	handedInAt: null,
	durationMs: null,
	scoreHundredths: 150,
	fullHundredths: 200,
	right: 1,
	questions: 2,
	ungraded: 0,
	passed: true,
	markedBy: 'server',
	clockSuspect: false,
	...change
});

describe('the sheet', () => {
	it('ends its lines as Excel does', () => {
		expect(csvHeader(words).endsWith('"\r\n')).toBe(true);
	});

	it('quotes every cell and doubles quotes inside', () => {
		expect(csvRow(row({ name: '他说"好",\n对' }), words, 'Asia/Shanghai')).toContain('"他说""好"",\n对"');
	});

	it('lets no name become a formula', () => {
		expect(csvRow(row({ name: '=1+1' }), words, 'UTC')).toMatch(/^"'=1\+1"/);
	});

	it('shows the clock on the wall of the reader', () => {
		expect(wallTime(Date.UTC(2026, 10, 21, 16, 0, 0), 'Asia/Shanghai')).toBe('2026-11-22 00:00:00');
		expect(wallTime(Date.UTC(2026, 10, 21, 16, 0, 0), 'UTC')).toBe('2026-11-21 16:00:00');
	});

	it('leaves cells empty for what is not there yet, and divides nothing by zero', () => {
		expect(csvRow(row({ fullHundredths: 0, scoreHundredths: 0 }), words, 'UTC')).toBe(
			'"王小明","测验","0","0","0.0%","1","2","0","合格","2026-11-21 01:02:03","","","服务器评分",""\r\n'
		);
	});
});

import { expect, it } from 'vitest';
import { BYTE_ORDER_MARK, csvLine, guarded } from './csv.ts';

it('a sheet starts with what lets Excel know it for UTF-8', () => {
	expect(BYTE_ORDER_MARK).toBe('\ufeff');
});

it('every cell is quoted, quotes inside are doubled, lines end as Excel ends them', () => {
	expect(csvLine(['他说"好",\n对', 1.5, ''])).toBe('"他说""好"",\n对","1.5",""\r\n');
});

it('no text becomes a formula, full-width signs included', () => {
	for (const text of [
		'=1+1',
		'+1',
		'-1',
		'@SUM(A1)',
		'＝1+1',
		'＋1',
		'－1',
		'＠a',
		'\t=1',
		'\r=1',
		'\n=1',
		' =1',
		'\u3000＝1',
		'\0=1'
	]) {
		expect(guarded(text), JSON.stringify(text)).toBe(`'${text}`);
		expect(csvLine([text])).toContain(`"'`);
	}
	for (const text of ['王小明', 'Ann=Marie', '3-1', '']) expect(guarded(text)).toBe(text);
	// A figure is no text: what is below zero stays a figure.
	expect(csvLine([-1])).toBe('"-1"\r\n');
});

import { expect, it } from 'vitest';
import { chineseNumber } from './chinese-number.ts';

it('numbers up to 99 are read as Chinese reads them', () => {
	expect([1, 8, 10, 11, 20, 35, 99].map(chineseNumber)).toEqual([
		'一',
		'八',
		'十',
		'十一',
		'二十',
		'三十五',
		'九十九'
	]);
	expect([0, 100, 1.5].map(chineseNumber)).toEqual(['0', '100', '1.5']);
});

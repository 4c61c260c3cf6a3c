const DIGITS = '零一二三四五六七八九';

/** 1–99 as they are read: 8 → 八, 12 → 十二, 40 → 四十; anything else in figures. */
export function chineseNumber(number: number): string {
	if (!Number.isInteger(number) || number < 1 || number > 99) return String(number);
	const [tens, ones] = [Math.floor(number / 10), number % 10];
	const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
	return head + (ones === 0 ? '' : DIGITS[ones]);
}

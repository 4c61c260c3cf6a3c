import { charSet, isOneOf } from '../scan.ts';

const DIGITS: Readonly<Record<string, number>> = {
	〇: 0,
	零: 0,
	一: 1,
	二: 2,
	两: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** The ideographs a Chinese numeral is made of, for character classes. */
export const HAN_DIGITS = '〇零一二两三四五六七八九十百千';

const ARABIC = /^(\d+(?:\.\d+)?)([十百千]?)(万亿|[万亿])?$/;
const PLAIN = charSet(`0123456789.万亿${HAN_DIGITS}`);

function isPlain(text: string): boolean {
	for (let at = 0; at < text.length; at++) if (!isOneOf(PLAIN, text.charCodeAt(at))) return false;
	return true;
}

/**
 * Reads `1,037`, `11.17万`, `十二`, `二〇二三`, `三百二十`, `2亿`. Full-width digits count as digits.
 * Undefined for what is no numeral, such as 千万 in 千万职工: a size word needs a digit before it.
 */
export function readNumeral(text: string): number | undefined {
	const plain = isPlain(text) ? text : text.normalize('NFKC').replace(/[,\s]/g, '');
	const first = plain.charCodeAt(0);
	const arabic = first < 0x30 || first > 0x39 ? null : ARABIC.exec(plain);
	if (arabic) {
		const [, digits = '', small = '', large = ''] = arabic;
		const scale = [...small, ...large].reduce(
			(product, sign) => product * (SMALL[sign] ?? LARGE[sign] ?? 1),
			1
		);
		// Through a decimal string, so that 11.17 × 10000 is 111700 and not 111699.99999999999.
		return Number((Number(digits) * scale).toPrecision(15));
	}
	if (/^[〇零一二三四五六七八九]{2,}$/.test(plain)) {
		return Number([...plain].map((sign) => DIGITS[sign] ?? 0).join(''));
	}
	return readHanNumeral(plain);
}

function readHanNumeral(text: string): number | undefined {
	if (!/^[零一二两三四五六七八九十百千万亿]+$/.test(text) || /^[百千万亿零]/.test(text)) return undefined;
	let total = 0;
	let section = 0;
	let digit: number | undefined;
	for (const sign of text) {
		const value = DIGITS[sign];
		const small = SMALL[sign];
		const large = LARGE[sign];
		if (value !== undefined) {
			if (digit !== undefined && digit !== 0) return undefined;
			digit = value;
		} else if (small !== undefined) {
			section += (digit ?? 1) * small;
			digit = undefined;
		} else if (large !== undefined) {
			total = (total + section + (digit ?? 0)) * large;
			section = 0;
			digit = undefined;
		}
	}
	return total + section + (digit ?? 0);
}

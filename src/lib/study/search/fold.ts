import { isDigit, isIdeographUnit } from './characters.ts';

/** Text as it is compared: what people type differently and mean the same looks the same in it. */
export interface Folded {
	text: string;
	/** Places in `text` before which something of the print was left out, ascending, one for each character. */
	dropped: number[];
}

/**
 * Small letters, half width, no accents, unified ideographs for radicals; without quotes, brackets, middle
 * dots and marks that nobody sees; no space beside an ideograph; digits without separators of thousands.
 * Every character that stays has one place, so that what is found can be shown in the print.
 */
export function fold(printed: string): Folded {
	const units = new Uint16Array(printed.length);
	const dropped: number[] = [];
	let length = 0;
	for (let at = 0; at < printed.length; at++) {
		const unit = foldUnit(printed.charCodeAt(at));
		const isKept =
			unit === SPACE
				? staysSpace(printed, at, units[length - 1])
				: unit !== DROPPED && !(unit === COMMA && separatesThousands(printed, at));
		if (isKept) units[length++] = unit;
		else dropped.push(length);
	}
	return { text: textOf(units, length), dropped };
}

const SPACE = 0x20;
const COMMA = 0x2c;
const DROPPED = 0xfffe;
const UNKNOWN = 0xffff;

/** What each unit becomes, asked of the language once. */
const folded = new Uint16Array(0x10000).fill(UNKNOWN);

function foldUnit(unit: number): number {
	const known = folded[unit] ?? UNKNOWN;
	if (known !== UNKNOWN) return known;
	const asked = askUnit(unit);
	// One middle dot becomes another, which is left out: what a unit becomes is looked at like any other.
	const next = asked === unit || asked === DROPPED ? asked : foldUnit(asked);
	folded[unit] = next;
	return next;
}

function askUnit(unit: number): number {
	// Half of a character beyond the first plane stays as it is.
	if (unit >= 0xd800 && unit <= 0xdfff) return unit;
	const char = String.fromCharCode(unit);
	if (/\s/u.test(char)) return SPACE;
	if (LEFT_OUT.test(char)) return DROPPED;
	if (/\p{Pd}/u.test(char) || unit === 0x2212) return 0x2d;
	if (unit === 0x25cb || unit === 0x25ef) return 0x3007;
	const [base = char] = char.normalize('NFKD').length > 1 && isLatin(unit) ? char.normalize('NFD') : [];
	const small = (base.normalize('NFKC').length === 1 ? base.normalize('NFKC') : base).toLowerCase();
	return small.length === 1 ? small.charCodeAt(0) : unit;
}

/** Quotes and apostrophes, brackets, title marks, middle dots, accents on their own, invisible marks. */
const LEFT_OUT = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Mn}\p{Cf}"'`´＂＇·•‧・･∙]/u;

function isLatin(unit: number): boolean {
	return unit >= 0xc0 && unit <= 0x24f;
}

/** Between two words of letters or digits one space stays; beside an ideograph or a mark left out, none. */
function staysSpace(printed: string, at: number, before: number | undefined): boolean {
	if (before === undefined || before === SPACE || isIdeographUnit(before)) return false;
	let next = at + 1;
	while (next < printed.length && isLeftOut(foldUnit(printed.charCodeAt(next)))) next++;
	return next < printed.length && !isIdeographUnit(foldUnit(printed.charCodeAt(next)));
}

function isLeftOut(unit: number): boolean {
	return unit === SPACE || unit === DROPPED;
}

/** 12,345 is 12345; 2021,2022 stay two. */
function separatesThousands(printed: string, at: number): boolean {
	if (!isDigit(foldUnit(printed.charCodeAt(at - 1)))) return false;
	for (let n = 1; n <= 3; n++) if (!isDigit(foldUnit(printed.charCodeAt(at + n)))) return false;
	return !isDigit(foldUnit(printed.charCodeAt(at + 4)));
}

const AT_A_TIME = 8_192;

function textOf(units: Uint16Array, length: number): string {
	let text = '';
	for (let at = 0; at < length; at += AT_A_TIME)
		text += String.fromCharCode(...units.subarray(at, Math.min(length, at + AT_A_TIME)));
	return text;
}

/** Where a place of the folded text stands in the print. */
export function printedAt(dropped: ArrayLike<number>, at: number): number {
	let low = 0;
	let high = dropped.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((dropped[middle] ?? 0) <= at) low = middle + 1;
		else high = middle;
	}
	return at + low;
}

/** The other way round; of what was left out, the place that follows. */
export function foldedAt(dropped: ArrayLike<number>, printed: number): number {
	let low = 0;
	let high = dropped.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((dropped[middle] ?? 0) + middle < printed) low = middle + 1;
		else high = middle;
	}
	return printed - low;
}

/** What a stretch of the folded text is in the print, without the marks around it. */
export function printedStretch(dropped: ArrayLike<number>, start: number, end: number): [number, number] {
	return [printedAt(dropped, start), printedAt(dropped, end - 1) + 1];
}

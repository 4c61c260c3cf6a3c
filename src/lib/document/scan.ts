/**
 * Quick looks at a text by the code of each character. A pattern of many words costs a try at every
 * character; most characters begin none of them.
 */

/**
 * A set of characters: one bit of a table by code. The sets share tables, so that looking for many of them
 * one after the other finds the same few lines of memory.
 */
export interface CharSet {
	table: Int32Array;
	bit: number;
}

const tables: Int32Array[] = [];
let sets = 0;

export function charSet(chars: string): CharSet {
	const bit = 1 << (sets % 31);
	if (bit === 1) tables.push(new Int32Array(65_536));
	sets++;
	const table = tables.at(-1) ?? new Int32Array(65_536);
	for (let at = 0; at < chars.length; at++) {
		const code = chars.charCodeAt(at);
		table[code] = (table[code] ?? 0) | bit;
	}
	return { table, bit };
}

export const isOneOf = ({ table, bit }: CharSet, code: number): boolean => ((table[code] ?? 0) & bit) !== 0;

/** Where the first of these characters stands, from a place on; −1 where none does. */
export function indexOfAny(text: string, { table, bit }: CharSet, from = 0): number {
	for (let at = from; at < text.length; at++) if (((table[text.charCodeAt(at)] ?? 0) & bit) !== 0) return at;
	return -1;
}

export function holdsAny(text: string, chars: CharSet): boolean {
	return indexOfAny(text, chars) >= 0;
}

let lastText = '';
let lastSigns: number[] = [];

/**
 * The same for a sentence that many ask about in a row: it is read once for all sets. (What was read last is
 * kept; the answer does not depend on it.)
 */
export function sentenceHolds(sentence: string, { table, bit }: CharSet): boolean {
	if (sentence !== lastText || lastSigns.length !== tables.length) {
		lastSigns = tables.map((one) => {
			let signs = 0;
			for (let at = 0; at < sentence.length; at++) signs |= one[sentence.charCodeAt(at)] ?? 0;
			return signs;
		});
		lastText = sentence;
	}
	return ((lastSigns[tables.indexOf(table)] ?? 0) & bit) !== 0;
}

/** All matches of a global pattern: `matchAll` without the copy of the pattern that it makes each time. */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
	const found: RegExpExecArray[] = [];
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		found.push(match);
		if (match[0] === '') pattern.lastIndex++;
	}
	return found;
}

/**
 * All matches of a sticky pattern, tried only where a character stands with which it can begin: the same as
 * those of the global pattern, as long as no match is empty.
 */
export function matchesFrom(pattern: RegExp, text: string, starts: CharSet): RegExpExecArray[] {
	const found: RegExpExecArray[] = [];
	for (let at = indexOfAny(text, starts); at >= 0;) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match) found.push(match);
		at = indexOfAny(text, starts, match ? at + match[0].length : at + 1);
	}
	return found;
}

/** The same, tried only where a test says that a match may begin. */
export function matchesWhere(
	pattern: RegExp,
	text: string,
	mayBegin: (text: string, at: number) => boolean
): RegExpExecArray[] {
	const found: RegExpExecArray[] = [];
	for (let at = 0; at < text.length; at++) {
		if (!mayBegin(text, at)) continue;
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (!match) continue;
		found.push(match);
		at += match[0].length - 1;
	}
	return found;
}

/** A set of words, found by their first two characters. */
export interface WordSet {
	/** The characters with which one may begin. */
	starts: CharSet;
	/** Characters of the longest word at this place; 0 where none stands. */
	lengthAt: (text: string, at: number) => number;
	/** Whether any of the words stands anywhere. */
	isIn: (text: string) => boolean;
}

/** One for each pair of characters that may begin a word: few enough to stay near at hand. */
const PAIRS = 8_192;
const pairOf = (first: number, second: number): number =>
	(Math.imul(first, 31) ^ Math.imul(second, 7)) & (PAIRS - 1);

/** @param words none of them empty */
export function wordSet(words: readonly string[]): WordSet {
	const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
	const starts = charSet(longestFirst.map((word) => word[0]).join(''));
	const singles = charSet(longestFirst.filter(({ length }) => length === 1).join(''));
	const pairs = new Uint8Array(PAIRS);
	const byPair = new Map<number, string[]>();
	for (const word of longestFirst) {
		if (word.length < 2) continue;
		const pair = pairOf(word.charCodeAt(0), word.charCodeAt(1));
		pairs[pair] = 1;
		const group = byPair.get(pair);
		if (group) group.push(word);
		else byPair.set(pair, [word]);
	}
	const { table, bit } = starts;
	const lengthAt = (text: string, at: number): number => {
		const code = text.charCodeAt(at);
		if (((table[code] ?? 0) & bit) === 0) return 0;
		const pair = pairOf(code, text.charCodeAt(at + 1));
		if (pairs[pair] === 1)
			for (const word of byPair.get(pair) ?? []) if (text.startsWith(word, at)) return word.length;
		return isOneOf(singles, code) ? 1 : 0;
	};
	return {
		starts,
		lengthAt,
		isIn: (text) => {
			for (let at = 0; at < text.length; at++)
				if (((table[text.charCodeAt(at)] ?? 0) & bit) !== 0 && lengthAt(text, at) > 0) return true;
			return false;
		}
	};
}

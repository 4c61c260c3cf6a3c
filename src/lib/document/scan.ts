/**
 * Quick looks at a text by the code of each character. A pattern of many words costs a try at every
 * character; most characters begin none of them.
 */

/** One for each of these characters, by its code; nought for all others. */
export function charTable(chars: string): Uint8Array {
	const table = new Uint8Array(65_536);
	for (let at = 0; at < chars.length; at++) table[chars.charCodeAt(at)] = 1;
	return table;
}

/** Where the first of these characters stands, from a place on; −1 where none does. */
export function indexOfAny(text: string, table: Uint8Array, from = 0): number {
	for (let at = from; at < text.length; at++) if (table[text.charCodeAt(at)] === 1) return at;
	return -1;
}

export function holdsAny(text: string, table: Uint8Array): boolean {
	return indexOfAny(text, table) >= 0;
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
export function matchesFrom(pattern: RegExp, text: string, starts: Uint8Array): RegExpExecArray[] {
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

/** A set of words, found by their first characters. */
export interface WordSet {
	/** One where a word may begin, by the code of its first character. */
	starts: Uint8Array;
	/** Characters of the longest word at this place; 0 where none stands. */
	lengthAt: (text: string, at: number) => number;
	/** Whether any of the words stands anywhere. */
	isIn: (text: string) => boolean;
}

/** @param words none of them empty */
export function wordSet(words: readonly string[]): WordSet {
	const starts = new Uint8Array(65_536);
	const byStart = new Map<number, string[]>();
	for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
		const code = word.charCodeAt(0);
		starts[code] = 1;
		const group = byStart.get(code);
		if (group) group.push(word);
		else byStart.set(code, [word]);
	}
	const lengthAt = (text: string, at: number): number => {
		const code = text.charCodeAt(at);
		if (starts[code] !== 1) return 0;
		const next = text.charCodeAt(at + 1);
		for (const word of byStart.get(code) ?? [])
			if (word.length === 1 || (word.charCodeAt(1) === next && text.startsWith(word, at))) return word.length;
		return 0;
	};
	return {
		starts,
		lengthAt,
		isIn: (text) => {
			for (let at = 0; at < text.length; at++)
				if (starts[text.charCodeAt(at)] === 1 && lengthAt(text, at) > 0) return true;
			return false;
		}
	};
}

import { fold, printedStretch } from './fold.ts';

/** A word that is looked for, folded, in any of its spellings, the likeliest first. */
export type Word = readonly string[];

const LONGEST = 120;
const MOST_WORDS = 8;

/** What stands between spaces, each once; all of it must be found. Beyond a long sentence nothing is read. */
export function wordsOf(query: string): string[] {
	const words = query
		.slice(0, LONGEST)
		.split(/\s+/u)
		.map((word) => fold(word).text.trim())
		.filter((word) => word !== '');
	return [...new Set(words)].slice(0, MOST_WORDS);
}

/**
 * The letters of a query that may be pinyin: it has no other signs but spaces and the apostrophes that
 * keyboards put between syllables. At least two letters; undefined when it is none.
 */
export function pinyinOf(query: string): string | undefined {
	const letters = query
		.toLowerCase()
		.replaceAll('ü', 'v')
		.replace(/[\s'’]/gu, '');
	return /^[a-z]{2,40}$/.test(letters) ? letters : undefined;
}

/** Where the words of a query stand in a text: stretches of its print, in order, none over another. */
export function foundIn(printed: string, words: readonly string[]): [start: number, end: number][] {
	const { text, dropped } = fold(printed);
	return joined(
		words.flatMap((word) => placesIn(text, word).map((at): [number, number] => [at, at + word.length]))
	).map(([start, end]) => printedStretch(dropped, start, end));
}

/** Every place of a word, none over the one before. */
export function placesIn(text: string, word: string, from = 0, end = text.length): number[] {
	const places: number[] = [];
	if (word === '') return places;
	for (let at = text.indexOf(word, from); at >= 0 && at < end; at = text.indexOf(word, at + word.length))
		places.push(at);
	return places;
}

/** In order; those that touch or lie over one another become one. */
export function joined(stretches: readonly (readonly [number, number])[]): [number, number][] {
	const sorted = [...stretches].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
	const out: [number, number][] = [];
	for (const [start, end] of sorted) {
		const last = out.at(-1);
		if (last && start <= last[1]) last[1] = Math.max(last[1], end);
		else out.push([start, end]);
	}
	return out;
}

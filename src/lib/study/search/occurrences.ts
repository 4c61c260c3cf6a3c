import { placesIn, type Word } from './query.ts';

/** Where a word stands in a text, in any of its spellings, in order. */
export interface Occurrences {
	starts: ArrayLike<number>;
	ends: ArrayLike<number>;
	/** Which spelling it is, 0 for the likeliest. */
	spellings: ArrayLike<number>;
}

/** More than a word ever has; places and spellings go into one number each, which sorts fast. */
const MOST_SPELLINGS = 64;

export function occurrencesOf(text: string, word: Word): Occurrences {
	const keys: number[] = [];
	word.slice(0, MOST_SPELLINGS).forEach((spelling, rank) => {
		for (const at of placesIn(text, spelling)) keys.push(at * MOST_SPELLINGS + rank);
	});
	const sorted = word.length > 1 ? Float64Array.from(keys).sort() : keys;
	const starts = new Uint32Array(sorted.length);
	const ends = new Uint32Array(sorted.length);
	const spellings = new Uint8Array(sorted.length);
	for (let n = 0; n < sorted.length; n++) {
		const key = sorted[n] ?? 0;
		const rank = key % MOST_SPELLINGS;
		const at = (key - rank) / MOST_SPELLINGS;
		starts[n] = at;
		ends[n] = at + (word[rank]?.length ?? 0);
		spellings[n] = rank;
	}
	return { starts, ends, spellings };
}

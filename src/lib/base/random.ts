import { hashText } from './hash.ts';

/** A stream of chance that the same seed always repeats: each call gives a number in [0, 1). */
export type Random = () => number;

/**
 * sfc32 (Chris Doty-Humphrey, PractRand) seeded with 128 bits of the seed's SHA-256, which is read when the
 * first number is asked for: of thousands of facts only some need chance.
 */
export function seededRandom(seed: string): Random {
	let next: Random | undefined;
	return () => (next ??= startAt(seed))();
}

function startAt(seed: string): Random {
	const digest = hashText(seed);
	const word = (i: number) => parseInt(digest.slice(i * 8, i * 8 + 8), 16) | 0;
	let [a, b, c, counter] = [word(0), word(1), word(2), word(3)];
	return () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + sum) | 0;
		return (sum >>> 0) / 4294967296;
	};
}

/** A whole number from 0 to `below` − 1. */
export function randomIndex(random: Random, below: number): number {
	return Math.floor(random() * below);
}

/** A new array in a random order (Fisher–Yates); the given one stays as it is. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
	const result = [...items];
	for (let i = result.length - 1; i > 0; i--) {
		const j = randomIndex(random, i + 1);
		const [atI, atJ] = [result[i], result[j]];
		if (atI === undefined || atJ === undefined) continue;
		result[i] = atJ;
		result[j] = atI;
	}
	return result;
}

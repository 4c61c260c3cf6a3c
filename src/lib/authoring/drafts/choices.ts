import { randomIndex, shuffled, type Random } from '#lib/base/random.ts';
import { squeeze } from '../lint/finding.ts';
import { dice } from '../lint/likeness.ts';

/**
 * Distractors that are certainly no answer: none equal to, within or around the key or another one, none
 * in the words the stem keeps, of nearly the key's length first so that length gives nothing away.
 */
export function chooseDistractors(
	key: string,
	candidates: readonly string[],
	stem: string,
	most = 3
): string[] {
	if (candidates.length === 0) return [];
	const plainStem = squeeze(stem);
	const chosen: string[] = [];
	const told = [squeeze(key)];
	const ordered = candidates
		.map((text, at) => ({ text, weight: Math.abs(text.length - key.length) * 2 + at }))
		.sort((a, b) => a.weight - b.weight);
	for (const { text } of ordered) {
		// Far longer or shorter than the key it would be seen at a glance.
		if (Math.abs(text.length - key.length) > Math.max(5, key.length * 0.6)) continue;
		const plain = squeeze(text);
		if (plain === '' || plainStem.includes(plain) || told.some((other) => isSame(other, plain))) continue;
		chosen.push(text);
		told.push(plain);
		if (chosen.length === most) break;
	}
	return chosen;
}

/** Names that may mean one thing: one holds the other, they open alike, or they differ in a letter or two. */
function isSame(a: string, b: string): boolean {
	return (
		a.includes(b) || b.includes(a) || (a.length > 3 && a.slice(0, 2) === b.slice(0, 2)) || dice(a, b) > 0.6
	);
}

/** The options in a seeded order, and where the key came to lie. */
export function mixOptions(
	key: string,
	distractors: readonly string[],
	random: Random
): { options: string[]; key: number } {
	const others = shuffled(distractors, random);
	const at = randomIndex(random, others.length + 1);
	return { options: [...others.slice(0, at), key, ...others.slice(at)], key: at };
}

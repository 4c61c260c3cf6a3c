import { dice } from '../lint/likeness.ts';

/** Sentences by the stretches of letters they hold. */
export interface SentenceIndex {
	sentences: readonly string[];
	byStretch: ReadonlyMap<string, readonly number[]>;
}

const STRETCH = 4;
/** A stretch that so many sentences share tells nothing about any of them. */
const MOST_ALIKE = 24;
/** As many candidates are looked at letter by letter. */
const MOST_COMPARED = 6;
/** Less alike than this, it is another sentence. */
const LEAST_ALIKE = 0.5;

export function indexSentences(sentences: readonly string[]): SentenceIndex {
	const byStretch = new Map<string, number[]>();
	sentences.forEach((sentence, at) => {
		for (const stretch of stretchesOf(sentence)) {
			const known = byStretch.get(stretch);
			if (!known) byStretch.set(stretch, [at]);
			else if (known.length < MOST_ALIKE) known.push(at);
		}
	});
	return { sentences, byStretch };
}

/** The most alike; of two the earlier one. */
export function closestSentence({ sentences, byStretch }: SentenceIndex, wanted: string): string | undefined {
	const shared = new Map<number, number>();
	for (const stretch of stretchesOf(wanted))
		for (const at of byStretch.get(stretch) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
	const candidates = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_COMPARED);
	let best: { sentence: string; alike: number } | undefined;
	for (const [at] of candidates) {
		const sentence = sentences[at] ?? '';
		const alike = dice(sentence, wanted);
		if (alike >= LEAST_ALIKE && (!best || alike > best.alike)) best = { sentence, alike };
	}
	return best?.sentence;
}

function stretchesOf(sentence: string): Set<string> {
	const stretches = new Set<string>();
	for (let at = 0; at + STRETCH <= sentence.length; at++) stretches.add(sentence.slice(at, at + STRETCH));
	return stretches;
}

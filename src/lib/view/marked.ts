import { foundIn, wordsOf } from '#lib/study/search/query.ts';

/**
 * A stretch of a paragraph; `fact` names the key fact it states, `lit` marks the sentence looked for, `found`
 * the words that were searched.
 */
export interface Piece {
	text: string;
	fact?: string;
	lit?: boolean;
	found?: boolean;
}

export interface FactMark {
	id: string;
	value: string;
	sentence: string;
}

/**
 * Cuts a paragraph where its key facts stand. Each is marked once, at its place in its own sentence; of
 * two that overlap the one that begins first stays. The pieces joined are the paragraph.
 */
export function markFacts(text: string, facts: readonly FactMark[]): Piece[] {
	const places = facts
		.flatMap((fact) => {
			const sentenceAt = text.indexOf(fact.sentence);
			const at = text.indexOf(fact.value, Math.max(0, sentenceAt));
			return at < 0 || fact.value === '' ? [] : [{ at, end: at + fact.value.length, id: fact.id }];
		})
		.sort((a, b) => a.at - b.at || b.end - a.end);
	const pieces: Piece[] = [];
	let done = 0;
	for (const { at, end, id } of places) {
		if (at < done) continue;
		if (at > done) pieces.push({ text: text.slice(done, at) });
		pieces.push({ text: text.slice(at, end), fact: id });
		done = end;
	}
	if (done < text.length || pieces.length === 0) pieces.push({ text: text.slice(done) });
	return pieces;
}

/** Cuts out one sentence; the whole paragraph when it does not stand there. */
export function lightSentence(text: string, sentence: string | undefined): Piece[] {
	const at = sentence ? text.indexOf(sentence) : -1;
	if (!sentence || at < 0) return [{ text, lit: true }];
	return [
		{ text: text.slice(0, at) },
		{ text: sentence, lit: true },
		{ text: text.slice(at + sentence.length) }
	].filter((piece) => piece.text !== '');
}

/** Cuts pieces on where searched words begin and end, however the print writes them. */
export function markFound(pieces: readonly Piece[], query: string): Piece[] {
	const words = wordsOf(query);
	const found = words.length === 0 ? [] : foundIn(pieces.map(({ text }) => text).join(''), words);
	if (found.length === 0) return [...pieces];
	let at = 0;
	return pieces.flatMap((piece) => {
		const start = at;
		const end = (at += piece.text.length);
		const edges = found.flat().filter((edge) => edge > start && edge < end);
		const cuts = [start, ...edges, end];
		return cuts.slice(1).map((to, n): Piece => {
			const from = cuts[n] ?? start;
			const isFound = found.some(([begins, ends]) => begins <= from && to <= ends);
			return { ...piece, text: piece.text.slice(from - start, to - start), ...(isFound && { found: true }) };
		});
	});
}

import { charSet, sentenceHolds } from '../scan.ts';
import { quotedSpans, type Mention } from './mention.ts';

const QUOTES = charSet('“《「');

/** The titles and the quoted terms of a sentence. The mark is not part of `value` for a term, but is for a title. */
export function findTerms(sentence: string): Mention[] {
	if (!sentenceHolds(sentence, QUOTES)) return [];
	return quotedSpans(sentence).flatMap(([start, end]): Mention[] => {
		const inner = sentence.slice(start + 1, end - 1);
		if (sentence[start] === '《') {
			return inner.length >= 2 && inner.length <= 60
				? [{ kind: 'title', value: sentence.slice(start, end), start, end }]
				: [];
		}
		// A whole sentence in quotation marks is somebody's words, not a term.
		const isTerm = inner.length >= 2 && inner.length <= 24 && !/[。！？；，…“《]/u.test(inner);
		return isTerm ? [{ kind: 'term', value: inner, start: start + 1, end: end - 1 }] : [];
	});
}

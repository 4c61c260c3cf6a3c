import { isCloser, isDigit, isFullStop, isLetter, isLowerCase } from './characters.ts';
import { charSet, indexOfAny } from './scan.ts';

const STOPS = charSet('。！？…!?.');

/**
 * The sentences of one paragraph; put together again they are the paragraph, letter for letter. A stop
 * inside quotes or brackets does not end the sentence around them, unless the quotation is so long that
 * it holds sentences of its own.
 */
export function splitSentences(text: string): string[] {
	const quoted = quotedPlaces(text);
	const sentences: string[] = [];
	let start = 0;
	for (let at = indexOfAny(text, STOPS); at >= 0; at = indexOfAny(text, STOPS, at + 1)) {
		if (!isStop(text, at)) continue;
		let end = at + 1;
		while (end < text.length && '。！？…!?'.includes(text[end] ?? '')) end++;
		while (end < text.length && isCloser(text[end] ?? '') && !opensHere(text, end)) end++;
		while (text[end] === ' ') end++;
		if (quoted?.[end] === 1 || !startsSentence(text, at, end)) {
			at = end - 1;
			continue;
		}
		sentences.push(text.slice(start, end));
		start = end;
		at = end - 1;
	}
	if (start < text.length) sentences.push(text.slice(start));
	return sentences;
}

/** A straight quote after a space opens the next sentence rather than closing this one. */
function opensHere(text: string, at: number): boolean {
	return (text[at] === '"' || text[at] === "'") && text[at - 1] === ' ';
}

function isStop(text: string, at: number): boolean {
	const char = text[at];
	if (char === undefined) return false;
	if ('。！？'.includes(char)) return true;
	if (char === '…') return text[at + 1] !== '…';
	if (char === '!' || char === '?') return true;
	if (char !== '.') return false;
	const next = text.charCodeAt(at + 1);
	if (isDigit(next) || isLetter(next) || text[at + 1] === '.') return false;
	if (isDigit(text.charCodeAt(at - 1)) && text.slice(Math.max(0, at - 4), at).trim().length < 3 && at < 4)
		return false;
	return isFullStop(text, at);
}

/** Whether what follows the stop can begin a sentence. */
function startsSentence(text: string, stop: number, end: number): boolean {
	const next = text[end];
	if (next === undefined) return true;
	if ('，、；：）》”’,;:)'.includes(next)) return false;
	const mark = text[stop];
	// “……” trails off; what comes after it without a quote may still be the same sentence.
	if (mark === '…' && !isCloser(text[end - 1] ?? '')) return !'的等之和与及'.includes(next);
	// “走吧！”他说。 goes on after the quotation.
	if (isCloser(text[end - 1] ?? '') && mark !== '。' && '说道问答喊的是这那他她等'.includes(next))
		return false;
	if (mark === '.' || mark === '!' || mark === '?') return !isLowerCase(next.charCodeAt(0));
	return true;
}

/** Quotations up to this length stay within their sentence. */
const LONGEST_QUOTE = 160;
const PAIRS: Record<string, string> = {
	'“': '”',
	'‘': '’',
	'（': '）',
	'(': ')',
	'《': '》',
	'「': '」',
	'『': '』',
	'【': '】'
};

const OPENERS = charSet(Object.keys(PAIRS).join(''));
const MARKS = charSet(Object.entries(PAIRS).flat().join(''));

/**
 * Marks every place that lies inside a closed pair; a mark without its partner counts for nothing. Undefined
 * where nothing opens.
 */
function quotedPlaces(text: string): Uint8Array | undefined {
	const first = indexOfAny(text, OPENERS);
	if (first < 0) return undefined;
	const places = new Uint8Array(text.length + 1);
	const open: { at: number; closer: string }[] = [];
	let marked = 0;
	for (let at = first; at >= 0; at = indexOfAny(text, MARKS, at + 1)) {
		const char = text[at] ?? '';
		const closer = PAIRS[char];
		if (closer !== undefined) {
			open.push({ at, closer });
			if (open.length > 8) open.shift();
			continue;
		}
		for (let depth = open.length - 1; depth >= 0; depth--) {
			const pair = open[depth];
			if (pair === undefined || pair.closer !== char) continue;
			open.length = depth;
			if (at - pair.at > LONGEST_QUOTE) break;
			for (let inside = Math.max(pair.at + 1, Math.min(marked, at)); inside <= at; inside++)
				places[inside] = 1;
			for (let inside = pair.at + 1; inside < Math.min(marked, at); inside++) places[inside] = 1;
			marked = at + 1;
			break;
		}
	}
	return places;
}

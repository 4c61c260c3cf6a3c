import { isCloser, isDigit, isFullStop, isLetter, isLowerCase } from './characters.ts';
import { charSet, indexOfAny, isOneOf } from './scan.ts';

const STOPS = charSet('。！？…!?.');

/**
 * The sentences of one paragraph; put together again they are the paragraph, letter for letter. A stop
 * inside quotes or brackets does not end the sentence around them, unless the quotation is so long that
 * it holds sentences of its own.
 */
export function splitSentences(text: string): string[] {
	const quoted = quotedStretches(text);
	let next = 0;
	const sentences: string[] = [];
	let start = 0;
	for (let at = indexOfAny(text, STOPS); at >= 0; at = indexOfAny(text, STOPS, at + 1)) {
		if (!isStop(text, at)) continue;
		let end = at + 1;
		while (end < text.length && '。！？…!?'.includes(text[end] ?? '')) end++;
		while (end < text.length && isCloser(text[end] ?? '') && !opensHere(text, end)) end++;
		while (text[end] === ' ') end++;
		while ((quoted[next]?.to ?? end) < end) next++;
		if ((quoted[next]?.from ?? end + 1) <= end || !startsSentence(text, at, end)) {
			at = end - 1;
			continue;
		}
		addSentence(sentences, text.slice(start, end));
		start = end;
		at = end - 1;
	}
	if (start < text.length) addSentence(sentences, text.slice(start));
	return sentences;
}

/** No sentence is longer, in characters: what reads sentences may take more than their length in time. */
const LONGEST = 2_000;
const PAUSES = charSet('，；、,; ');

/** A text without any stop comes in pieces, each as far as its last pause if that is not too far back. */
function addSentence(sentences: string[], sentence: string): void {
	let start = 0;
	while (sentence.length - start > LONGEST) {
		let end = start + LONGEST;
		while (end > start + LONGEST / 2 && !isOneOf(PAUSES, sentence.charCodeAt(end - 1))) end--;
		if (end === start + LONGEST / 2) end = start + LONGEST;
		const code = sentence.charCodeAt(end);
		if (code >= 0xdc00 && code <= 0xdfff) end--;
		sentences.push(sentence.slice(start, end));
		start = end;
	}
	sentences.push(start === 0 ? sentence : sentence.slice(start));
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

/** Places from one on up to another, both among them. */
interface Stretch {
	from: number;
	to: number;
}

/**
 * What lies inside a closed pair, in order and apart from each other; a mark without its partner counts for
 * nothing.
 */
function quotedStretches(text: string): Stretch[] {
	const stretches: Stretch[] = [];
	const first = indexOfAny(text, OPENERS);
	if (first < 0) return stretches;
	const open: { at: number; closer: string }[] = [];
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
			// Pairs inside this one are part of it.
			while ((stretches.at(-1)?.from ?? 0) > pair.at) stretches.pop();
			stretches.push({ from: pair.at + 1, to: at });
			break;
		}
	}
	return stretches;
}

import { compose, isDigitCode, ODD, tableOf } from './letters.ts';

/** Words that only ask; two questions are not alike because both say 下列哪一项. */
const ASKING =
	/下列|以下|(?:关于|对于)(?=.{2,30}[，,])|哪[些个一几项家位里儿种份条年月天日届次]*|什么|多少|几(?=[个项家名位条种次届年月天日人类点大])|谁|何时|何地|是否|正确的?是|包括|属于|应填|请问?|判断|选出|_{2,}/gu;
/** Particles that come and go with the turn of a sentence: 由…管理, 是由…管理的. */
const PARTICLE = /[了的由也还都是在被将把]/gu;
const STOP_WORDS = new Set(
	(
		'a an the of to in on at is are was were be been by for with and or that which what who whom when where how ' +
		'many much did does do has have had it its from as following one'
	).split(' ')
);

/** Figures, words of alphabets, runs of ideographs. */
const RUN = /\d+(?:\.\d+)?[%‰]?|[^\P{L}\p{Script=Han}]+|\p{Script=Han}+/gu;

/** A word or a figure as it stands; a pair of common ideographs as one number, their places side by side. */
export type Term = string | number;

/**
 * What a text is about, in pieces that can be compared: pairs of neighbouring ideographs, words of other
 * scripts without the commonest, whole figures. Words that only ask are left out.
 */
export function termsOf(text: string): Set<Term> {
	let plain = compose(text).toLowerCase();
	if (plain.includes(',')) plain = plain.replace(/(?<=\d),(?=\d{3})/gu, '');
	plain = plain.replace(ASKING, ' ').replace(PARTICLE, '');
	const terms = new Set<Term>();
	for (let at = 0; at < plain.length;) {
		const kind = KIND[plain.charCodeAt(at)];
		if (kind === ODD) return termsSlowly(plain);
		let end = at + 1;
		if (kind === GAP) {
			at = end;
			continue;
		}
		while (end < plain.length && KIND[plain.charCodeAt(end)] === kind) end++;
		if (kind === DIGIT) end = endOfFigure(plain, end);
		if (kind === HAN) addIdeographs(terms, plain, at, end);
		else addWord(terms, plain.slice(at, end), kind === DIGIT);
		at = end;
	}
	return terms;
}

const [GAP, DIGIT, LETTER, HAN] = [0, 1, 2, 3];
const KIND = tableOf((char) =>
	/\d/u.test(char) ? DIGIT : /\p{Script=Han}/u.test(char) ? HAN : /\p{L}/u.test(char) ? LETTER : GAP
);

/** Behind the decimals and the sign of a figure whose digits end here. */
function endOfFigure(text: string, end: number): number {
	if (text[end] === '.' && isDigitCode(text.charCodeAt(end + 1))) {
		end += 2;
		while (isDigitCode(text.charCodeAt(end))) end++;
	}
	return text[end] === '%' || text[end] === '‰' ? end + 1 : end;
}

function addIdeographs(terms: Set<Term>, text: string, from: number, to: number): void {
	if (to - from === 1) terms.add(text.slice(from, to));
	let before = text.charCodeAt(from);
	for (let at = from + 1; at < to; at++) {
		const code = text.charCodeAt(at);
		terms.add(
			isUnified(before) && isUnified(code)
				? ((before - 0x4e00) << 15) + code - 0x4e00
				: text.slice(at - 1, at + 1)
		);
		before = code;
	}
}

/** In the block of the common ideographs, whose places in it fit into fifteen bits. */
function isUnified(code: number): boolean {
	return code >= 0x4e00 && code <= 0x9fff;
}

function addWord(terms: Set<Term>, word: string, isFigure: boolean): void {
	if (isFigure) terms.add(word);
	else if (!STOP_WORDS.has(word)) terms.add(word.length > 3 ? word.replace(/s$/u, '') : word);
}

/** The same for rare letters, by the properties of Unicode. */
function termsSlowly(plain: string): Set<Term> {
	const terms = new Set<Term>();
	for (const [run] of plain.matchAll(RUN)) {
		if (/^\p{Script=Han}/u.test(run)) addIdeographs(terms, run, 0, run.length);
		else addWord(terms, run, /^\d/u.test(run));
	}
	return terms;
}

/** Likeness by pairs of neighbouring characters, 0–1 (Dice). */
export function dice(a: string, b: string): number {
	const left = pairsOf(a);
	const right = pairsOf(b);
	if (left.length + right.length === 0) return a === b ? 1 : 0;
	let shared = 0;
	for (let i = 0, j = 0; i < left.length && j < right.length;) {
		const [one = 0, two = 0] = [left[i], right[j]];
		if (one === two) shared++;
		if (one <= two) i++;
		if (two <= one) j++;
	}
	return (2 * shared) / (left.length + right.length);
}

/** The pairs of a text, each once, as ascending numbers. */
function pairsOf(text: string): Int32Array {
	const pairs = new Int32Array(Math.max(0, text.length - 1));
	let before = text.charCodeAt(0);
	for (let at = 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		pairs[at - 1] = (before << 16) | code;
		before = code;
	}
	pairs.sort();
	let count = 0;
	for (let at = 0; at < pairs.length; at++)
		if (at === 0 || pairs[at] !== pairs[at - 1]) pairs[count++] = pairs[at] ?? 0;
	return pairs.subarray(0, count);
}

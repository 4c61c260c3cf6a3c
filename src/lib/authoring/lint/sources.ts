import type { Document, DocumentWarning } from '#lib/document/document.ts';
import { splitSentences } from '#lib/document/sentences.ts';
import type { Question } from '#lib/question/question.ts';
import { squeeze } from './finding.ts';
import { termsOf, type Term } from './likeness.ts';

/** One sentence of a document, ready for comparing. */
export interface SourceSentence {
	text: string;
	/** Without white space and punctuation. */
	plain: string;
	/** What it is about, the heading and title above it included. */
	terms(): ReadonlySet<Term>;
}

/** A document that questions cite. */
export interface SourceText {
	/** Where it contradicts itself. */
	warnings: readonly DocumentWarning[];
	/** The first sentences in which a wording stands, white space and punctuation aside. */
	stating(wording: string): SourceSentence[];
}

/** The documents a bank is made from. */
export interface Sources {
	/** The document that a question cites by id, title or file name; undefined when it is not at hand. */
	citedBy(question: Question): SourceText | undefined;
}

/** Prepares documents for the rules that look a question up in its source; each is read when first asked for. */
export function indexSources(documents: readonly Document[]): Sources {
	const byName = new Map<string, SourceText>();
	for (const document of documents) {
		let index: SourceText['stating'] | undefined;
		const text: SourceText = {
			warnings: document.warnings,
			stating: (wording) => (index ??= indexSentences(document))(wording)
		};
		for (const name of [document.id, squeeze(document.title), squeeze(document.file)])
			if (name !== '' && !byName.has(name)) byName.set(name, text);
	}
	return {
		citedBy({ source }) {
			if (!source) return undefined;
			return byName.get(source.document) ?? byName.get(squeeze(source.document));
		}
	};
}

/** Sentences looked at for one wording; a word that stands everywhere tells nothing. */
const MOST = 60;
/** Characters searched for a wording: in a book, its first part must do. */
const MOST_SEARCHED = 500_000;

function indexSentences(document: Document): SourceText['stating'] {
	const sentences: SourceSentence[] = [];
	const starts: number[] = [];
	const parts: string[] = [];
	let length = 0;
	for (const { title, sections } of document.articles) {
		for (const { heading, paragraphs } of sections) {
			for (const paragraph of paragraphs) {
				if (length > MOST_SEARCHED) break;
				for (const text of splitSentences(paragraph.text)) {
					const plain = squeeze(text);
					let terms: ReadonlySet<Term> | undefined;
					sentences.push({
						text: text.trim(),
						plain,
						terms: () => (terms ??= termsOf(`${title}。${heading}。${text}`))
					});
					starts.push(length);
					parts.push(plain);
					length += plain.length + 1;
				}
			}
		}
	}
	const whole = parts.join('\n');
	const nextPlace = indexPairs(whole);
	return (wording) => {
		const plain = squeeze(wording);
		const found: SourceSentence[] = [];
		const placeFrom = nextPlace(plain);
		for (let at = placeFrom(0); at >= 0 && found.length < MOST;) {
			const index = lastAtOrBefore(starts, at);
			const sentence = sentences[index];
			if (sentence) found.push(sentence);
			at = placeFrom(starts[index + 1] ?? whole.length);
		}
		return found;
	};
}

/** Gives the first place of a wording from a place on, −1 when there is none; asked with ascending places. */
type Finder = (from: number) => number;

/** Pairs of letters are told apart by so many bits; two that meet cost a look, no more. */
const PAIR_BITS = 16;

/**
 * Where wordings stand in a text: looked up by their rarest pair of letters, since thousands of wordings are
 * looked for in one text. Time and memory for the index grow with the text.
 */
function indexPairs(whole: string): (wording: string) => Finder {
	const { places, ends } = placesByPair(whole);
	return (wording) => {
		if (wording === '') return () => -1;
		if (wording.length === 1) return (from) => whole.indexOf(wording, from);
		let [next, end, offset] = [0, Infinity, 0];
		for (let at = 0; at + 1 < wording.length; at++) {
			const bucket = bucketOf(wording, at);
			const [first = 0, last = 0] = [ends[bucket - 1], ends[bucket]];
			if (last - first < end - next) [next, end, offset] = [first, last, at];
		}
		return (from) => {
			for (next = firstAtOrAfter(places, from + offset, next, end); next < end; next++) {
				const at = (places[next] ?? 0) - offset;
				if (whole.startsWith(wording, at)) return at;
			}
			return -1;
		};
	};
}

/** The places of all pairs, sorted by bucket and then ascending; `ends` says where each bucket's places end. */
function placesByPair(whole: string): { places: Uint32Array; ends: Uint32Array } {
	const ends = new Uint32Array((1 << PAIR_BITS) + 1);
	for (let at = 0; at + 1 < whole.length; at++) {
		const above = bucketOf(whole, at) + 1;
		ends[above] = (ends[above] ?? 0) + 1;
	}
	for (let bucket = 1; bucket < ends.length; bucket++)
		ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0);
	// Until now each entry is its bucket's start; every place filled in moves it on towards the end.
	const places = new Uint32Array(Math.max(0, whole.length - 1));
	for (let at = 0; at + 1 < whole.length; at++) {
		const bucket = bucketOf(whole, at);
		const place = ends[bucket] ?? 0;
		places[place] = at;
		ends[bucket] = place + 1;
	}
	return { places, ends };
}

/** The pair of letters at a place, in few bits. */
function bucketOf(text: string, at: number): number {
	const pair = (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
	return Math.imul(pair, 0x9e3779b1) >>> (32 - PAIR_BITS);
}

/** The first index from `low` to `high` whose number is not below a value; `high` when there is none. */
function firstAtOrAfter(ascending: Uint32Array, value: number, low: number, high: number): number {
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ascending[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The last of ascending numbers that is not above a value. */
function lastAtOrBefore(ascending: readonly number[], value: number): number {
	let low = 0;
	let high = ascending.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((ascending[middle] ?? 0) <= value) low = middle;
		else high = middle - 1;
	}
	return low;
}

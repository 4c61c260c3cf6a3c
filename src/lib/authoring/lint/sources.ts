import type { Document, DocumentWarning } from '#lib/document/document.ts';
import { splitSentences } from '#lib/document/sentences.ts';
import type { Question } from '#lib/question/question.ts';
import { squeeze } from './finding.ts';
import { termsOf } from './likeness.ts';

/** One sentence of a document, ready for comparing. */
export interface SourceSentence {
	text: string;
	/** Without white space and punctuation. */
	plain: string;
	/** What it is about, the heading and title above it included. */
	terms(): ReadonlySet<string>;
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
					let terms: ReadonlySet<string> | undefined;
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
	return (wording) => {
		const plain = squeeze(wording);
		if (plain === '') return [];
		const found: SourceSentence[] = [];
		for (let at = whole.indexOf(plain); at >= 0 && found.length < MOST;) {
			const index = lastAtOrBefore(starts, at);
			const sentence = sentences[index];
			if (sentence) found.push(sentence);
			at = whole.indexOf(plain, starts[index + 1] ?? whole.length);
		}
		return found;
	};
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

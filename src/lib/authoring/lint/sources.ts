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
	terms: ReadonlySet<string>;
}

/** A document that questions cite. */
export interface SourceText {
	warnings: readonly DocumentWarning[];
	/** The sentences in which a wording stands, white space and punctuation aside. */
	stating(wording: string): SourceSentence[];
	/** In how many articles a wording stands. */
	articlesWith(wording: string): number;
}

/** The documents a bank is made from. */
export interface Sources {
	/** The document that a question cites by id, title or file name. */
	citedBy(question: Question): SourceText | undefined;
}

/** Prepares documents for the rules that look a question up in its source; linear in their length. */
export function indexSources(documents: readonly Document[]): Sources {
	const byName = new Map<string, SourceText>();
	for (const document of documents) {
		let text: SourceText | undefined;
		// Made when first asked for: a bank often cites one document of many.
		const lazy: SourceText = {
			warnings: document.warnings,
			stating: (wording) => (text ??= indexDocument(document)).stating(wording),
			articlesWith: (wording) => (text ??= indexDocument(document)).articlesWith(wording)
		};
		for (const name of [document.id, squeeze(document.title), squeeze(document.file)])
			if (name !== '' && !byName.has(name)) byName.set(name, lazy);
	}
	return {
		citedBy({ source }) {
			if (!source) return undefined;
			return byName.get(source.document) ?? byName.get(squeeze(source.document));
		}
	};
}

function indexDocument(document: Document): SourceText {
	const sentences: SourceSentence[] = [];
	const articleOf: number[] = [];
	/** Sentences by the pairs of characters in them. */
	const byPair = new Map<string, number[]>();
	document.articles.forEach(({ title, sections }, article) => {
		for (const { heading, paragraphs } of sections) {
			const above = termsOf(`${title}。${heading}`);
			for (const paragraph of paragraphs) {
				for (const text of splitSentences(paragraph.text)) {
					const plain = squeeze(text);
					for (const pair of pairsIn(plain)) {
						const known = byPair.get(pair);
						if (known) known.push(sentences.length);
						else byPair.set(pair, [sentences.length]);
					}
					sentences.push({ text, plain, terms: new Set([...above, ...termsOf(text)]) });
					articleOf.push(article);
				}
			}
		}
	});
	/** Every sentence with the rarest pair of a wording, then those that hold it whole. */
	const find = (wording: string): number[] => {
		const plain = squeeze(wording);
		let fewest: readonly number[] | undefined;
		for (const pair of pairsIn(plain)) {
			const holding = byPair.get(pair) ?? [];
			if (!fewest || holding.length < fewest.length) fewest = holding;
		}
		return (fewest ?? []).filter((at) => sentences[at]?.plain.includes(plain));
	};
	return {
		warnings: document.warnings,
		stating: (wording) =>
			find(wording).flatMap((at) => {
				const sentence = sentences[at];
				return sentence ? [sentence] : [];
			}),
		articlesWith: (wording) => new Set(find(wording).map((at) => articleOf[at])).size
	};
}

function pairsIn(plain: string): Set<string> {
	const pairs = new Set<string>();
	for (let at = 0; at + 2 <= plain.length; at++) pairs.add(plain.slice(at, at + 2));
	return pairs;
}

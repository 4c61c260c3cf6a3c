import type { Article, Paragraph, Section } from '#lib/document/document.ts';
import { splitSentences } from '#lib/document/sentences.ts';
import type { Source } from '#lib/question/common.ts';
import type { Publication } from './publication.ts';

/** Where a citation stands, as far as the publication knows. */
export interface Citation {
	article?: Article;
	section?: Section;
	paragraph?: Paragraph;
	/** As it stands in the paragraph. */
	sentence?: string;
}

/** Undefined when nothing of it is found here: a built-in course cites a document that it does not hold. */
export function findCitation(publication: Publication, source: Source): Citation | undefined {
	const { sentence } = source;
	const places = placesOf(publication).filter(
		({ article, section }) =>
			(source.article === undefined || article.id === source.article) &&
			(source.section === undefined || section.id === source.section)
	);
	if (sentence !== undefined) {
		// A sentence may have moved to another section when the document was compiled anew.
		const place = [...places, ...placesOf(publication)].find(({ paragraph }) =>
			paragraph.text.includes(sentence)
		);
		if (place) return { ...place, sentence };
	}
	const [first] = places;
	if (first && source.article !== undefined)
		return { article: first.article, ...(source.section !== undefined && { section: first.section }) };
	return undefined;
}

export interface FoundByFacts {
	article: Article;
	section: Section;
	paragraph: Paragraph;
	/** Verbatim, so that it can be lit up. */
	sentence: string;
}

/**
 * The sentence that holds all facts of a citation by printed titles. When several do, the one under the
 * cited heading, then under the cited article.
 */
export function findByFacts(publication: Publication, source: Source): FoundByFacts | undefined {
	const facts = (source.facts ?? []).map(squeeze).filter((fact) => fact !== '');
	if (facts.length === 0) return undefined;
	const found = placesOf(publication).flatMap((place): FoundByFacts[] => {
		if (!holdsAll(squeeze(place.paragraph.text), facts)) return [];
		return splitSentences(place.paragraph.text)
			.filter((sentence) => holdsAll(squeeze(sentence), facts))
			.map((sentence) => ({ ...place, sentence: sentence.trim() }));
	});
	const cited = ({ article, section }: FoundByFacts) =>
		(isNamed(section.heading, source.section) ? 2 : 0) + (isNamed(article.title, source.article) ? 1 : 0);
	return found.reduce<FoundByFacts | undefined>(
		(best, next) => (!best || cited(next) > cited(best) ? next : best),
		undefined
	);
}

function placesOf({ document }: Publication): { article: Article; section: Section; paragraph: Paragraph }[] {
	return document.articles.flatMap((article) =>
		article.sections.flatMap((section) =>
			section.paragraphs.map((paragraph) => ({ article, section, paragraph }))
		)
	);
}

function holdsAll(text: string, facts: readonly string[]): boolean {
	return facts.every((fact) => text.includes(fact));
}

function isNamed(printed: string, cited: string | undefined): boolean {
	return cited !== undefined && cited !== '' && squeeze(printed) === squeeze(cited);
}

/** White space and punctuation differ between a print and a citation; signs that belong to a number do not. */
function squeeze(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{P}\p{S}]/gu, (mark) => (/[%+‰]/.test(mark) ? mark : ''));
}

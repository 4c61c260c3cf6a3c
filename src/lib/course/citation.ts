import type { Article, Paragraph, Section } from '#lib/document/document.ts';
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
	for (const article of publication.document.articles) {
		if (source.article !== undefined && article.id !== source.article) continue;
		for (const section of article.sections) {
			if (source.section !== undefined && section.id !== source.section) continue;
			const { sentence } = source;
			if (sentence === undefined) continue;
			const paragraph = section.paragraphs.find(({ text }) => text.includes(sentence));
			if (paragraph) return { article, section, paragraph, sentence };
		}
	}
	const article = publication.document.articles.find(({ id }) => id === source.article);
	if (!article) return undefined;
	const section = article.sections.find(({ id }) => id === source.section);
	return { article, ...(section && { section }) };
}

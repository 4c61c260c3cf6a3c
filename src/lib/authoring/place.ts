import type { Article, Document, Paragraph, Section } from '#lib/document/document.ts';

/** Where a fact stands. */
export interface Place {
	document: Document;
	article: Article;
	section: Section;
	paragraph: Paragraph;
	/** The section's heading and those above it, the nearest first. */
	headings: readonly string[];
}

/** Finds the place of every paragraph of a document by the paragraph's id. */
export function placesByParagraph(document: Document): Map<string, Place> {
	const places = new Map<string, Place>();
	for (const article of document.articles) {
		let above: Section[] = [];
		for (const section of article.sections) {
			above = [section, ...above.filter(({ level }) => level < section.level)];
			const headings = above.map(({ heading }) => heading).filter((heading) => heading !== '');
			for (const paragraph of section.paragraphs)
				places.set(paragraph.id, { document, article, section, paragraph, headings });
		}
	}
	return places;
}

/** A heading without its numeral and closing punctuation: 一、加强… → 加强… */
export function plainHeading(heading: string): string {
	return heading
		.replace(
			/^(?:第?[一二三四五六七八九十百\d]+[、.．章节条部篇]\s*|[（(][一二三四五六七八九十\d]+[）)]\s*|[一二三四五六七八九十][是要]|[①-⑩]|[—-]{2,}|#+\s*)/u,
			''
		)
		.replace(/^[【\s]+|[】\s。，：:；;*]+$/gu, '')
		.trim();
}

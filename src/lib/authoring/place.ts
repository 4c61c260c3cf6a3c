import type { Article, Document, Paragraph, Section } from '#lib/document/document.ts';

/** Where a fact stands. */
export interface Place {
	document: Document;
	article: Article;
	section: Section;
	paragraph: Paragraph;
	/** The section's heading and those above it, the nearest first. */
	headings: readonly string[];
	/** The year of what the section tells, where its sentences name no other. */
	year?: string | undefined;
}

/** Finds the place of every paragraph of a document by the paragraph's id. */
export function placesByParagraph(document: Document): Map<string, Place> {
	const places = new Map<string, Place>();
	for (const article of document.articles) {
		let above: Section[] = [];
		for (const section of article.sections) {
			above = [section, ...above.filter(({ level }) => level < section.level)];
			const headings = above.map(({ heading }) => heading).filter((heading) => heading !== '');
			const year = onlyYearIn(section);
			for (const paragraph of section.paragraphs)
				places.set(paragraph.id, { document, article, section, paragraph, headings, year });
		}
	}
	return places;
}

/** The year that the sentences under a heading name more than once, all of what was done in it. */
function onlyYearIn({ heading, paragraphs }: Section): string | undefined {
	if (heading === '') return undefined;
	let only: string | undefined;
	let times = 0;
	for (const { text } of paragraphs) {
		for (const { 0: year, index } of text.matchAll(/(?<!\d)(?:19|20)\d{2}年/gu)) {
			const isAhead = /^[^。]{0,12}(?:将|拟|计划|力争|是[^。]*之年)/u.test(text.slice(index + 5, index + 25));
			if ((only !== undefined && only !== year) || isAhead) return undefined;
			only = year;
			times++;
		}
	}
	return times > 1 ? only : undefined;
}

/** Reads a thing once for each part of a document that every question there asks about again. */
export function oncePer<Part extends object, Value>(
	partOf: (place: Place) => Part,
	read: (place: Place) => Value
): (place: Place) => Value {
	// By the document, too: one that was given another name is another one with the same parts.
	const known = new WeakMap<Document, WeakMap<Part, { value: Value }>>();
	return (place) => {
		const parts = known.get(place.document) ?? new WeakMap<Part, { value: Value }>();
		known.set(place.document, parts);
		const part = partOf(place);
		const before = parts.get(part);
		if (before) return before.value;
		const value = read(place);
		parts.set(part, { value });
		return value;
	};
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

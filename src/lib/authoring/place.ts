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
		const years = yearsOf(article.sections);
		for (const [at, section] of article.sections.entries()) {
			above = [section, ...above.filter(({ level }) => level < section.level)];
			const headings = above.map(({ heading }) => heading).filter((heading) => heading !== '');
			const year = years[at];
			for (const paragraph of section.paragraphs)
				places.set(paragraph.id, { document, article, section, paragraph, headings, year });
		}
	}
	return places;
}

/**
 * The year of what each section tells: the one its sentences name more than once, else the one of the
 * sections in one row with it, where these agree and it names no other itself.
 */
function yearsOf(sections: readonly Section[]): (string | undefined)[] {
	const named = sections.map(yearNamed);
	const rows: number[][] = [];
	sections.forEach(({ level }, at) => {
		const row = rows.findLast(([first = 0]) => (sections[first]?.level ?? 0) <= level);
		if (row && sections[row[0] ?? 0]?.level === level) row.push(at);
		else rows.push([at]);
	});
	const years = named.map(({ year, times }) => (times > 1 ? year : undefined));
	for (const row of rows) {
		const told = new Set(row.flatMap((at) => years[at] ?? []));
		const isSure = told.size === 1 && row.filter((at) => years[at] !== undefined).length > 1;
		const [year] = told;
		for (const at of isSure ? row : []) {
			const own = named[at];
			if (sections[at]?.heading !== '' && own && !own.isMixed && (own.year ?? year) === year)
				years[at] = year;
		}
	}
	return years;
}

/**
 * The one year a section names, how often, and whether it names others or looks ahead. The year of a name
 * (2021年“年度人物”) and one since when something goes on say nothing about the section.
 */
function yearNamed({ heading, paragraphs }: Section): {
	year?: string;
	times: number;
	isMixed: boolean;
} {
	let year: string | undefined;
	let times = 0;
	if (heading === '') return { times, isMixed: false };
	for (const { text } of paragraphs) {
		for (const { 0: found, index } of text.matchAll(/(?<!\d)(?:19|20)\d{2}年(?![“《]|以来)/gu)) {
			const isAhead = /^[^。]{0,12}(?:将|拟|计划|力争|是[^。]*之年)/u.test(text.slice(index + 5, index + 25));
			if ((year !== undefined && year !== found) || isAhead) return { times: 0, isMixed: true };
			year = found;
			times++;
		}
	}
	return { ...(year !== undefined && { year }), times, isMixed: false };
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

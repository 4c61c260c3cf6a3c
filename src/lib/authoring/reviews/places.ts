import type { Lesson } from '#lib/course/module.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Article, Document, Paragraph, Section } from '#lib/document/document.ts';
import { splitSentences } from '#lib/document/sentences.ts';
import type { Source } from '#lib/question/common.ts';

export interface SentencePlace {
	article: Article;
	section: Section;
	paragraph: Paragraph;
	/** Counts the document's paragraphs, from 0. */
	at: number;
}

export interface Places {
	/** Whether all these are whole sentences of the document. */
	has(sentences: string): boolean;
	/**
	 * Where the first sentence of a citation stands, in the cited section if it does; of a part of a
	 * sentence, the paragraph that holds it.
	 */
	find(source: Source): SentencePlace | undefined;
	/** Every sentence once, in reading order. */
	sentences(): Iterable<[string, SentencePlace]>;
}

/** Sentences by their own words: one pass over the document, then each question is one look. */
export function placesOf(document: Document): Places {
	const held = indexed.get(document);
	if (held) return held;
	const bySentence = new Map<string, SentencePlace>();
	const inSection = new Map<string, SentencePlace>();
	const all: SentencePlace[] = [];
	const found = new Map<string, SentencePlace | undefined>();
	let at = 0;
	for (const article of document.articles)
		for (const section of article.sections)
			for (const paragraph of section.paragraphs) {
				const place = { article, section, paragraph, at: at++ };
				all.push(place);
				for (const sentence of sentencesOf(paragraph.text)) {
					if (!bySentence.has(sentence)) bySentence.set(sentence, place);
					const key = `${section.id}|${sentence}`;
					if (!inSection.has(key)) inSection.set(key, place);
				}
			}
	const places: Places = {
		has: (sentence) => {
			const units = sentencesOf(sentence);
			return units.length > 0 && units.every((one) => bySentence.has(one));
		},
		find: ({ section = '', sentence = '' }) => {
			const [first = ''] = sentencesOf(sentence);
			const whole = inSection.get(`${section}|${first}`) ?? bySentence.get(first);
			if (whole || sentence === '') return whole;
			const key = `${section}|${sentence}`;
			if (!found.has(key)) {
				const holding = all.filter(({ paragraph }) => paragraph.text.includes(sentence));
				found.set(key, holding.find((place) => place.section.id === section) ?? holding[0]);
			}
			return found.get(key);
		},
		sentences: () => bySentence
	};
	indexed.set(document, places);
	return places;
}
const indexed = new WeakMap<Document, Places>();

export function sentencesOf(text: string): string[] {
	return splitSentences(text)
		.map((one) => one.trim())
		.filter((one) => one !== '');
}

/** The lesson that shows each paragraph; the first, should two do so. */
export function lessonsByParagraph({ document, modules }: Publication): Map<string, Lesson> {
	const sections = new Map(
		document.articles.flatMap((article) => article.sections.map((section) => [section.id, section] as const))
	);
	const lessons = new Map<string, Lesson>();
	for (const lesson of modules.flatMap((module) => module.lessons)) {
		const shown = lesson.paragraphs ?? lesson.sections.flatMap((id) => sections.get(id)?.paragraphs ?? []);
		for (const paragraph of shown) {
			const id = typeof paragraph === 'string' ? paragraph : paragraph.id;
			if (!lessons.has(id)) lessons.set(id, lesson);
		}
	}
	return lessons;
}

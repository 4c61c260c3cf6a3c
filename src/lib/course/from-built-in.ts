import { contentIds } from '#lib/base/id.ts';
import type { Article, Fact } from '#lib/document/document.ts';
import type { BuiltInLesson, BuiltInModule } from './built-in.ts';
import type { Lesson } from './module.ts';
import type { Publication } from './publication.ts';

/** A built-in module as devices study it: each lesson is an article in our own words. */
export function publicationFromBuiltIn(module: BuiltInModule): Publication {
	const idOf = contentIds();
	const parts = module.lessons.map((lesson) => partOf(lesson, idOf));
	return {
		format: 1,
		title: module.title,
		summary: module.summary,
		kind: 'course',
		document: {
			id: module.id,
			file: `${module.id}.json`,
			title: module.title,
			language: module.language === 'en' ? 'en' : 'zh',
			removed: [],
			warnings: [],
			articles: parts.map(({ article }) => article)
		},
		facts: parts.flatMap(({ facts }) => facts),
		modules: [{ id: module.id, title: module.title, lessons: parts.map(({ lesson }) => lesson) }],
		bank: module.bank
	};
}

function partOf(
	{ id, title, minutes, paragraphs, facts, questions }: BuiltInLesson,
	idOf: ReturnType<typeof contentIds>
): { article: Article; facts: Fact[]; lesson: Lesson } {
	const section = {
		id: `${id}-text`,
		level: 0,
		heading: '',
		paragraphs: paragraphs.map((text) => ({ id: idOf('p', text), text }))
	};
	const kept = facts.flatMap((value): Fact[] => {
		const paragraph = section.paragraphs.find(({ text }) => text.includes(value));
		if (!paragraph) return [];
		return [
			{
				id: idOf('f', `${id}|${value}`),
				kind: kindOf(value),
				value,
				sentence: sentenceWith(paragraph.text, value),
				paragraph: paragraph.id,
				article: id,
				importance: 2
			}
		];
	});
	return {
		article: { id, title, sections: [section] },
		facts: kept,
		lesson: { id, title, minutes, sections: [section.id], facts: kept.map((fact) => fact.id), questions }
	};
}

/** The files name facts without their kind; this is enough to mark them. */
function kindOf(value: string): Fact['kind'] {
	if (/\d\s*[年月日]|\d{4}-\d{2}/.test(value)) return 'date';
	return /\d/.test(value) ? 'number' : 'term';
}

function sentenceWith(text: string, value: string): string {
	const at = text.indexOf(value);
	const start = text.slice(0, at).search(/[^。！？]*$/);
	const rest = text.slice(at + value.length).search(/[。！？]/);
	return text.slice(start, rest < 0 ? undefined : at + value.length + rest + 1);
}

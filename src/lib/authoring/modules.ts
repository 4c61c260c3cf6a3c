import { contentIds } from '#lib/base/id.ts';
import type { Lesson, Module } from '#lib/course/module.ts';
import type { Article, Document, Fact } from '#lib/document/document.ts';
import { splitSentences } from '#lib/document/sentences.ts';
import type { Question } from '#lib/question/question.ts';
import { cutArticle, lengthOfSection, lengthOfStretch, type Stretch } from './cut.ts';
import { chooseQuestions } from './lesson-questions.ts';
import { openingOf, titleOfLesson } from './lesson-titles.ts';
import { placesByParagraph } from './place.ts';

/** From this length on an article has lessons of its own; up to the other one several share a lesson. */
const LEAST = 900;
const MOST = 1_600;
const CHARACTERS_A_MINUTE = 320;
/** English words are some five letters long and read at about 200 a minute. */
const LETTERS_A_MINUTE = 1_000;

/**
 * Lessons of 3–5 minutes: whole sections, or paragraphs of a section that is longer; an article that is
 * too short for a lesson shares one with its neighbours.
 */
export function buildModules(
	document: Document,
	facts: readonly Fact[],
	questions: readonly Question[] = []
): Module[] {
	const idOf = contentIds();
	const perMinute = document.language === 'en' ? LETTERS_A_MINUTE : CHARACTERS_A_MINUTE;
	const scale = perMinute / CHARACTERS_A_MINUTE;
	const factsByParagraph = groupBy(facts, (fact) => fact.paragraph);
	const questionsByParagraph = groupBy(questions, paragraphFinder(document, facts, questions));

	const toLesson = (stretches: readonly Stretch[], title: string): Lesson => {
		const characters = stretches.reduce((sum, stretch) => sum + lengthOfStretch(stretch), 0);
		const shown = stretches.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id));
		const isPart = stretches.some(({ part }) => part !== undefined);
		return {
			id: idOf('l', `${title}|${stretches.map((one) => one.paragraphs.map(({ id }) => id).join()).join()}`),
			title,
			minutes: Math.max(1, Math.round(characters / perMinute)),
			sections: [...new Set(stretches.map(({ section }) => section.id))],
			...(isPart && { paragraphs: shown }),
			facts: shown.flatMap((id) => (factsByParagraph.get(id) ?? []).map((fact) => fact.id)),
			questions: chooseQuestions(shown.flatMap((id) => questionsByParagraph.get(id) ?? [])).map(
				({ id }) => id
			)
		};
	};

	// A title of the document that one of its articles bears says nothing of the others.
	const ownTitle = document.articles.some((article) => article.title === document.title)
		? ''
		: document.title;
	return shelves(document, scale).map((articles) => {
		const [only] = articles;
		let lessons: Lesson[];
		if (only && articles.length === 1) {
			const cut = cutArticle(only, scale);
			lessons = cut.map((stretches) => toLesson(stretches, titleOfLesson(stretches, cut)));
		} else {
			const stretches = articles.flatMap((article) =>
				article.sections.map((section) => ({ article, section, paragraphs: section.paragraphs }))
			);
			lessons = [toLesson(stretches, titleOfShelf(articles))];
		}
		const title =
			articles.length > 1 ? titleOfShelf(articles) : only?.title || ownTitle || (lessons[0]?.title ?? '');
		return { id: idOf('m', `${title}|${lessons.map((lesson) => lesson.id).join()}`), title, lessons };
	});
}

/** The paragraph whose sentence proves a question; in doubt the first of its section. */
function paragraphFinder(
	document: Document,
	facts: readonly Fact[],
	questions: readonly Question[]
): (question: Question) => string {
	const places = placesByParagraph(document);
	const bySection = new Map<string, string>();
	for (const [id, { section }] of places) if (!bySection.has(section.id)) bySection.set(section.id, id);
	const cited = citedSentences(questions);
	for (const { sentence, paragraph } of facts)
		cited.find(places.get(paragraph)?.section.id, sentence, paragraph);
	for (const [id, { section, paragraph }] of places) {
		// Most questions ask for a fact, whose paragraph is known: the others' sections are read.
		if (!cited.isSought(section.id)) continue;
		for (const sentence of [paragraph.text, ...splitSentences(paragraph.text)])
			cited.find(section.id, sentence.trim(), id);
	}
	return ({ source: { section = '', sentence = '' } = {} }) =>
		cited.paragraphOf(section, sentence) ?? bySection.get(section) ?? '';
}

/** The sentences that questions cite, section by section, and the paragraphs they are found in. */
function citedSentences(questions: readonly Question[]) {
	const sections = new Map<string, { sought: Set<string>; found: Map<string, string> }>();
	for (const { source: { section = '', sentence = '' } = {} } of questions) {
		const known = sections.get(section);
		if (known) known.sought.add(sentence);
		else sections.set(section, { sought: new Set([sentence]), found: new Map() });
	}
	return {
		isSought: (section: string) => (sections.get(section)?.sought.size ?? 0) > 0,
		find(section: string | undefined, sentence: string, paragraph: string) {
			const known = sections.get(section ?? '');
			if (known?.sought.delete(sentence)) known.found.set(sentence, paragraph);
		},
		paragraphOf: (section: string, sentence: string) => sections.get(section)?.found.get(sentence)
	};
}

/** Articles that stand alone, and runs of short ones together. */
function shelves(document: Document, scale: number): Article[][] {
	const result: Article[][] = [];
	let short: Article[] = [];
	let held = 0;
	const close = () => {
		if (short.length > 0) result.push(short);
		short = [];
		held = 0;
	};
	for (const article of document.articles) {
		const length = article.sections.reduce((sum, section) => sum + lengthOfSection(section), 0);
		if (length === 0) continue;
		if (length >= LEAST * scale) {
			close();
			result.push([article]);
			continue;
		}
		if (held + length > MOST * scale) close();
		short.push(article);
		held += length;
	}
	close();
	return result;
}

function titleOfShelf(articles: readonly Article[]): string {
	const title = articles.find((article) => article.title !== '')?.title;
	const [first] = articles;
	return `${title ?? openingOf(first?.sections[0]?.paragraphs ?? [])}等${articles.length}篇`;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}

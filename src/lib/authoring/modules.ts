import { contentIds } from '#lib/base/id.ts';
import type { Lesson, Module } from '#lib/course/module.ts';
import type { Article, Document, Fact, Section } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import { plainHeading } from './place.ts';

/** Characters of a lesson: 3–5 minutes at 300–400 a minute, questions included. */
const LEAST = 900;
const MOST = 1_600;
const CHARACTERS_A_MINUTE = 320;
/** More than these make a lesson an examination. */
const QUESTIONS = 10;
/** English words are some five letters long and read at about 200 a minute. */
const LETTERS_A_MINUTE = 1_000;

/**
 * Lessons of whole sections, cut before headings of level 1 or 2; an article that is too short for a
 * lesson shares one with its neighbours.
 */
export function buildModules(
	document: Document,
	facts: readonly Fact[],
	questions: readonly Question[] = []
): Module[] {
	const idOf = contentIds();
	const perMinute = document.language === 'en' ? LETTERS_A_MINUTE : CHARACTERS_A_MINUTE;
	const factsByParagraph = groupBy(facts, (fact) => fact.paragraph);
	const questionsBySection = groupBy(questions, (question) => question.source?.section ?? '');

	const toLesson = (pieces: readonly Piece[]): Lesson => {
		const sections = pieces.flatMap((piece) => piece.sections);
		const title = titleOf(pieces) || openingOf(sections);
		const characters = sections.reduce((sum, section) => sum + lengthOf(section), 0);
		return {
			id: idOf(
				'l',
				`${title}|${sections.map((section) => section.paragraphs.map(({ id }) => id).join()).join()}`
			),
			title,
			minutes: Math.max(1, Math.round(characters / perMinute)),
			sections: sections.map((section) => section.id),
			facts: sections.flatMap((section) =>
				section.paragraphs.flatMap(({ id }) => (factsByParagraph.get(id) ?? []).map((fact) => fact.id))
			),
			questions: chosen(sections.flatMap((section) => questionsBySection.get(section.id) ?? []))
		};
	};

	// A document takes its title from its first titled article: that says nothing of the others.
	const ownTitle = document.articles.some((article) => article.title === document.title)
		? ''
		: document.title;
	return shelves(document, perMinute / CHARACTERS_A_MINUTE).map((articles) => {
		const groups =
			articles.length === 1 && articles[0]
				? cutArticle(articles[0], perMinute / CHARACTERS_A_MINUTE)
				: [articles.map((article) => ({ article, sections: article.sections }))];
		const lessons = groups.map(toLesson);
		const title =
			articles.length === 1
				? articles[0]?.title || ownTitle || (lessons[0]?.title ?? '')
				: titleOf(groups.flat());
		return { id: idOf('m', `${title}|${lessons.map((lesson) => lesson.id).join()}`), title, lessons };
	});
}

interface Piece {
	article: Article;
	sections: Section[];
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
		const length = article.sections.reduce((sum, section) => sum + lengthOf(section), 0);
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

function cutArticle(article: Article, scale: number): Piece[][] {
	const groups: Section[][] = [];
	let group: Section[] = [];
	let held = 0;
	for (const section of article.sections) {
		const length = lengthOf(section);
		const mayCut = section.level <= 2 || held + length > 2 * MOST * scale;
		if (group.length > 0 && mayCut && (held >= LEAST * scale || held + length > MOST * scale) && held > 0) {
			groups.push(group);
			group = [];
			held = 0;
		}
		group.push(section);
		held += length;
	}
	// A rest too short to be a lesson goes with the one before it.
	const before = groups.at(-1);
	if (before && held < LEAST * scale * 0.5) before.push(...group);
	else if (group.length > 0) groups.push(group);
	return groups.map((sections) => [{ article, sections }]);
}

function titleOf(pieces: readonly Piece[]): string {
	const [first] = pieces;
	if (!first) return '';
	if (pieces.length > 1) return `${first.article.title}等${pieces.length}篇`;
	const heading = first.sections.map((section) => plainHeading(section.heading)).find((text) => text !== '');
	return heading ?? first.article.title;
}

/** The first words of a text that has neither title nor heading. */
function openingOf(sections: readonly Section[]): string {
	const text =
		sections.flatMap(({ paragraphs }) => paragraphs).find((paragraph) => paragraph.text !== '')?.text ?? '';
	return /^[^，。；：！？,.;:!?]{1,24}/u.exec(plainHeading(text))?.[0] ?? text.slice(0, 24);
}

/** At most `QUESTIONS` in reading order, the rarer types first: the others stay in the bank. */
function chosen(questions: readonly Question[]): string[] {
	const byType = [...groupBy(questions, (question) => question.type).values()].sort(
		(a, b) => a.length - b.length
	);
	const kept = new Set<string>();
	for (let turn = 0; kept.size < Math.min(QUESTIONS, questions.length); turn++) {
		for (const group of byType) {
			const question = group[turn];
			if (question && kept.size < QUESTIONS) kept.add(question.id);
		}
	}
	return questions.filter((question) => kept.has(question.id)).map((question) => question.id);
}

function lengthOf(section: Section): number {
	return (
		section.heading.length + section.paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0)
	);
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

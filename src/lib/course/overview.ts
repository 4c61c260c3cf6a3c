import { FACT_KINDS, type DocumentWarning, type Fact } from '#lib/document/document.ts';
import { QUESTION_TYPES, type Question } from '#lib/question/question.ts';
import type { Publication } from './publication.ts';

/** What came out of a document, in short: it is sent and drawn at once where the whole would take a moment. */
export interface Overview {
	title: string;
	language: Publication['document']['language'];
	articles: { id: string; title: string; author?: string }[];
	paragraphs: number;
	lessons: number;
	/** How many of each kind there are; kinds without any are left out. */
	facts: { kind: Fact['kind']; count: number }[];
	questions: { type: Question['type']; count: number }[];
	/** One question of each type, at most four. */
	samples: Question[];
	/** `place` is the heading or title under which it stands. */
	warnings: (DocumentWarning & { place?: string })[];
	removed: string[];
}

const MOST_SAMPLES = 4;

export function overviewOf({ title, document, facts, modules, bank }: Publication): Overview {
	const sections = document.articles.flatMap((article) => article.sections);
	const questions = QUESTION_TYPES.map((type) => ({
		type,
		count: bank.questions.filter((question) => question.type === type).length
	})).filter(({ count }) => count > 0);
	return {
		title,
		language: document.language,
		articles: document.articles.map(({ id, title: name, author }) => ({
			id,
			title: name,
			...(author !== undefined && { author })
		})),
		paragraphs: sections.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
		lessons: modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
		facts: FACT_KINDS.map((kind) => ({
			kind,
			count: facts.filter((fact) => fact.kind === kind).length
		})).filter(({ count }) => count > 0),
		questions,
		samples: questions
			.flatMap(({ type }) => bank.questions.find((question) => question.type === type) ?? [])
			.slice(0, MOST_SAMPLES),
		warnings: document.warnings.map((warning) => {
			const place = placeOf(document, warning.where);
			return place === undefined ? warning : { ...warning, place };
		}),
		removed: document.removed
	};
}

function placeOf({ articles }: Publication['document'], sentence: string): string | undefined {
	for (const article of articles)
		for (const section of article.sections)
			if (section.paragraphs.some(({ text }) => text.includes(sentence)))
				return section.heading || article.title || undefined;
	return undefined;
}

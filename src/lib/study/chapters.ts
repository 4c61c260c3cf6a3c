import type { Publication } from '#lib/course/publication.ts';

/** A part of a course that can be practised on its own. */
export interface Chapter {
	/** Of the lesson that asks its questions; where no lesson does, the chapter's own name. */
	id: string;
	title: string;
	/** Ids, in the order of the bank. */
	questions: string[];
}

/**
 * The chapters of a course: its lessons that ask something, in their order, then the questions that no
 * lesson asks, by the chapter that they name. Each question stands in one of them, unless it names none.
 */
export function chaptersOf({ modules, bank }: Pick<Publication, 'modules' | 'bank'>): Chapter[] {
	const chapters = new Map<string, Chapter>();
	const lessonOf = new Map<string, string>();
	for (const { lessons } of modules)
		for (const { id, title, questions } of lessons) {
			chapters.set(id, { id, title, questions: [] });
			for (const question of questions) if (!lessonOf.has(question)) lessonOf.set(question, id);
		}
	for (const { id, chapter } of bank.questions) {
		const home = lessonOf.get(id) ?? chapter;
		if (home === undefined) continue;
		const held = chapters.get(home) ?? { id: home, title: home, questions: [] };
		held.questions.push(id);
		chapters.set(home, held);
	}
	return [...chapters.values()].filter(({ questions }) => questions.length > 0);
}

/** 专项: what the questions are about, the most frequent first; how many each. */
export function topicsOf({ bank }: Pick<Publication, 'bank'>): { topic: string; questions: number }[] {
	const counts = new Map<string, number>();
	for (const { topics = [] } of bank.questions)
		for (const topic of new Set(topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
	return [...counts]
		.map(([topic, questions]) => ({ topic, questions }))
		.sort((a, b) => b.questions - a.questions || (a.topic < b.topic ? -1 : 1));
}

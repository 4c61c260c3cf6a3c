import type { Publication } from '#lib/course/publication.ts';
import type { Question, QuestionType } from '#lib/question/question.ts';
import { chaptersOf, type Chapter } from './chapters.ts';
import type { Learner } from './learner.ts';
import type { WrongEntry } from './wrong-book.ts';

/** The lists of questions that a learner keeps, or that keep themselves. */
export const LISTS = ['wrong', 'favourites', 'noted', 'leeches', 'removed', 'all'] as const;
export type ListName = (typeof LISTS)[number];

/** A course that lies on the device, as one studies it. */
export interface ListedCourse {
	course: string;
	title: string;
	publication: Pick<Publication, 'modules' | 'bank'>;
}

/** One line of a list. */
export interface ListEntry {
	question: Question;
	/** Where it stands on this device. */
	course: string;
	title: string;
	chapter: Pick<Chapter, 'id' | 'title'> | undefined;
	/** While it is in the wrong-answer book. */
	wrong: WrongEntry | undefined;
	/** 老大难: how often it was forgotten after it had been learned. */
	lapses: number | undefined;
	favourite: boolean;
	removed: boolean;
	/** Empty when there is none. */
	note: string;
}

/** The questions a list holds, with the course in which each was met; undefined: every one there is. */
export function wantedIn(list: ListName, learner: Learner): ReadonlyMap<string, string> | undefined {
	const { wrong, marks, memories } = learner;
	const marked = (has: (mark: { favourite: boolean; removed: boolean; note: string }) => boolean) =>
		new Map([...marks].filter(([, mark]) => has(mark)).map(([question, { course }]) => [question, course]));
	switch (list) {
		case 'wrong':
			return new Map(wrong.map(({ question, course }) => [question, course]));
		case 'favourites':
			return marked(({ favourite }) => favourite);
		case 'noted':
			return marked(({ note }) => note !== '');
		case 'removed':
			return marked(({ removed }) => removed);
		case 'leeches':
			return new Map(
				[...memories.values()].filter(({ leech }) => leech).map(({ question, course }) => [question, course])
			);
		case 'all':
			return undefined;
	}
}

/** How many questions each list holds; of `all` nothing is known without the courses. */
export function countLists(learner: Learner): Record<Exclude<ListName, 'all'>, number> {
	const count = (list: ListName) => wantedIn(list, learner)?.size ?? 0;
	return {
		wrong: count('wrong'),
		favourites: count('favourites'),
		noted: count('noted'),
		leeches: count('leeches'),
		removed: count('removed')
	};
}

/**
 * A list, course by course and chapter by chapter, as they come in the course; in the wrong-answer book the
 * latest mistake of a chapter comes first. A question that stands in several courses is shown where it was
 * met, or in the first of them.
 * @returns also how many of its questions stand in no course given
 */
export function listEntries(
	list: ListName,
	courses: readonly ListedCourse[],
	learner: Learner
): { entries: ListEntry[]; missing: number } {
	const wanted = wantedIn(list, learner);
	const homes = homesOf(courses, wanted);
	const wrong = new Map(learner.wrong.map((entry) => [entry.question, entry]));
	const entries: ListEntry[] = [];
	for (const { course, title, publication } of courses) {
		const byId = new Map(publication.bank.questions.map((question) => [question.id, question]));
		for (const { chapter, questions } of inChapters(publication)) {
			const found = questions.flatMap((id): ListEntry[] => {
				const question = byId.get(id);
				if (!question || homes.get(id) !== course) return [];
				const marks = learner.marks.get(id);
				const memory = learner.memories.get(id);
				return [
					{
						question,
						course,
						title,
						chapter,
						wrong: wrong.get(id),
						lapses: memory?.leech ? memory.lapses : undefined,
						favourite: marks?.favourite ?? false,
						removed: marks?.removed ?? false,
						note: marks?.note ?? ''
					}
				];
			});
			if (list === 'wrong') found.sort((a, b) => (b.wrong?.lastWrongAt ?? 0) - (a.wrong?.lastWrongAt ?? 0));
			entries.push(...found);
		}
	}
	return { entries, missing: wanted ? wanted.size - entries.length : 0 };
}

/** In which course each question of the list is shown. */
function homesOf(
	courses: readonly ListedCourse[],
	wanted: ReadonlyMap<string, string> | undefined
): ReadonlyMap<string, string> {
	const homes = new Map<string, string>();
	for (const { course, publication } of courses)
		for (const { id } of publication.bank.questions) {
			if (wanted && !wanted.has(id)) continue;
			if (!homes.has(id) || wanted?.get(id) === course) homes.set(id, course);
		}
	return homes;
}

/** The chapters of a course, then what stands in none of them. */
function inChapters(
	publication: ListedCourse['publication']
): { chapter: ListEntry['chapter']; questions: string[] }[] {
	const chapters = chaptersOf(publication);
	const placed = new Set(chapters.flatMap(({ questions }) => questions));
	const rest = publication.bank.questions.map(({ id }) => id).filter((id) => !placed.has(id));
	return [
		...chapters.map(({ id, title, questions }) => ({ chapter: { id, title }, questions })),
		...(rest.length > 0 ? [{ chapter: undefined, questions: rest }] : [])
	];
}

export interface ListFilter {
	course?: string;
	/** Of that course. */
	chapter?: string;
	type?: QuestionType;
	/** Words that all have to be there: in the question, its key, its explanation or the note. */
	text?: string;
}

export function filterEntries(entries: readonly ListEntry[], filter: ListFilter): readonly ListEntry[] {
	const words = (filter.text ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
	if (!filter.course && !filter.chapter && !filter.type && words.length === 0) return entries;
	return entries.filter(
		(entry) =>
			(!filter.course || entry.course === filter.course) &&
			(!filter.chapter || entry.chapter?.id === filter.chapter) &&
			(!filter.type || entry.question.type === filter.type) &&
			(words.length === 0 || holdsAll(entry, words))
	);
}

function holdsAll({ question, note }: ListEntry, words: readonly string[]): boolean {
	const text = textOf(question) + note.toLowerCase();
	return words.every((word) => text.includes(word));
}

/** Put together once: a question on the screen never changes. */
function textOf(question: Question): string {
	const held = texts.get(question);
	if (held !== undefined) return held;
	const parts = [
		question.stem,
		...('options' in question ? question.options : []),
		...('premises' in question ? question.premises : []),
		question.type === 'fill-in' ? question.key.flat().join('\n') : '',
		question.type === 'short-answer' ? question.key : '',
		question.explanation ?? ''
	];
	const text = `${parts.join('\n')}\n`.toLowerCase();
	texts.set(question, text);
	return text;
}
const texts = new WeakMap<Question, string>();

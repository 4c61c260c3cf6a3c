import type { Millis } from '#lib/base/time.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Question } from '#lib/question/question.ts';
import { pickAfterLesson } from './after-lesson.ts';
import { chaptersOf } from './chapters.ts';
import type { PracticeMode } from './events.ts';
import { climb, levelsOf, type Level, type LevelState, type Stars } from './ladder.ts';
import type { Learner } from './learner.ts';
import { newLeft, reviewsLeft } from './limits.ts';
import { dueAt } from './memory.ts';
import { queueFor } from './queues.ts';

/** One list of practice: a mode, over one course or all, and what of it. */
export interface PracticeList {
	mode: PracticeMode;
	/** All courses on the device where it is left out. */
	course?: string;
	/** Lesson, chapter, topic, level or number of lives, in the modes that go by one. */
	of?: string;
}

/** Names a list: its place is kept under this. */
export function listKey({ mode, course = '', of = '' }: PracticeList): string {
	return `${mode}/${course}/${of}`;
}

export interface QueuePlace {
	course: string;
	question: string;
}

/** A course on the device, as one studies it. */
export interface Shelf {
	course: string;
	publication: Pick<Publication, 'modules' | 'bank'>;
}

export interface DrawMoment {
	now: Millis;
	/** The learner's calendar day. */
	today: string;
	/** How often the list was begun before. */
	turn: number;
	/** For what is left to chance. */
	seed: string;
}

/** The places of one practice, in their order: drawn once, then kept as they are. */
export function drawQueue(
	list: PracticeList,
	shelves: readonly Shelf[],
	learner: Learner,
	moment: DrawMoment
): QueuePlace[] {
	const homes = new Map<string, string>();
	const questions: Question[] = [];
	for (const { course, publication } of shelves)
		for (const question of questionsIn(list, publication)) {
			if (homes.has(question.id)) continue;
			homes.set(question.id, course);
			questions.push(question);
		}
	const removed = new Set([...learner.marks].filter(([, marks]) => marks.removed).map(([id]) => id));
	const pool = {
		questions,
		recalls: learner.recalls,
		memories: learner.memories,
		wrong: learner.wrong,
		favourites: new Set([...learner.marks].filter(([, marks]) => marks.favourite).map(([id]) => id)),
		removed,
		newLeft: newLeft(learner, moment.today),
		now: moment.now
	};
	const drawn =
		list.mode === 'lesson'
			? pickAfterLesson(
					questions.filter(({ id }) => !removed.has(id)),
					moment.turn
				)
			: queueFor({ ...wishFor(list, moment), ...limitOf(list, learner, moment) }, pool);
	return drawn.map(({ id }) => ({ question: id, course: homes.get(id) ?? '' }));
}

/** The courses that a list needs, most pressing first. */
export function coursesFor(
	{ mode, course }: PracticeList,
	learner: Learner,
	here: readonly string[],
	now: Millis
): string[] {
	if (course !== undefined) return [course];
	const held = new Set(here);
	const of = (entries: Iterable<{ course: string }>) => [
		...new Set([...entries].map((entry) => entry.course).filter((id) => held.has(id)))
	];
	if (mode === 'review') return of(dueAt(learner.memories.values(), now));
	if (mode === 'wrong-answer') return of(learner.wrong);
	if (mode === 'favourites') return of([...learner.marks.values()].filter(({ favourite }) => favourite));
	return [...here];
}

/** 闯关: the levels of a course, chapter by chapter. */
export function ladderOf(publication: Shelf['publication']): { title: string; levels: Level[] }[] {
	return chaptersOf(publication).map(({ title, questions }) => ({
		title,
		levels: levelsOf(questions, LEVEL_SIZE)
	}));
}
/** Five minutes on a bus. */
const LEVEL_SIZE = 8;

function questionsIn({ mode, of }: PracticeList, publication: Shelf['publication']): readonly Question[] {
	const { questions } = publication.bank;
	if (mode === 'survival') return questions.filter(({ type }) => type !== 'short-answer');
	if (of === undefined) return questions;
	const narrow = (ids: readonly string[] = []) => {
		const wanted = new Set(ids);
		return questions.filter(({ id }) => wanted.has(id));
	};
	if (mode === 'lesson')
		return narrow(
			publication.modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === of)?.questions
		);
	if (mode === 'chapter' || mode === 'memorise')
		return narrow(chaptersOf(publication).find(({ id }) => id === of)?.questions);
	if (mode === 'ladder')
		return narrow(
			ladderOf(publication)
				.flatMap(({ levels }) => levels)
				.find(({ id }) => id === of)?.questions
		);
	return questions;
}

function wishFor({ mode, course = '', of }: PracticeList, { today, seed }: DrawMoment) {
	// A chapter is narrowed already: lessons have no name in the questions themselves.
	if (mode === 'chapter') return { mode: 'sequential', seed } as const;
	if (mode === 'daily') return { mode, seed: `${today}/${course}` };
	return { mode, seed, ...(of !== undefined && { of }) };
}

/** What of today's limit of reviews is left. */
function limitOf({ mode }: PracticeList, learner: Learner, { today }: DrawMoment) {
	return mode === 'review' ? { most: reviewsLeft(learner, today) } : {};
}

/** The ladder of a course as it stands: passed levels open the next one, through all chapters. */
export function climbed(
	publication: Shelf['publication'],
	course: string,
	best: ReadonlyMap<string, Stars>
): { title: string; levels: LevelState[] }[] {
	const chapters = ladderOf(publication);
	const states = climb(
		chapters.flatMap(({ levels }) => levels),
		course,
		best
	);
	let from = 0;
	return chapters.map(({ title, levels }) => ({
		title,
		levels: states.slice(from, (from += levels.length))
	}));
}

import type { Lesson } from '#lib/course/module.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Question } from '#lib/question/question.ts';
import type { Reviews } from '../reviews.ts';
import { deskItems, isInUse, type DeskItem } from './desk.ts';

/** A lesson is filled up to so many with what was reviewed for it. */
const ENOUGH = 6;

/**
 * The course as learners get it: what was rejected is nowhere in it, what was edited stands as edited.
 * @param which `reviewed`: only what a trainer accepted; `all`: also the drafts that wait
 */
export function forLearners(
	publication: Publication,
	reviews: Reviews,
	which: 'reviewed' | 'all'
): Publication {
	const items = deskItems(publication, reviews).filter((item) => isInUse(item, which === 'all'));
	const ids = new Set(items.map(({ id }) => id));
	const questions = items.map(({ question }) => amongOthers(question, ids));
	const byLesson = new Map<string, DeskItem[]>();
	for (const item of items) {
		if (!item.lesson) continue;
		const known = byLesson.get(item.lesson.id);
		if (known) known.push(item);
		else byLesson.set(item.lesson.id, [item]);
	}
	return {
		...publication,
		modules: publication.modules.map((module) => ({
			...module,
			lessons: module.lessons.map((lesson) => withQuestions(lesson, ids, byLesson.get(lesson.id) ?? []))
		})),
		bank: { ...publication.bank, questions }
	};
}

/** In reading order. Others of the lesson take the places of those that were rejected. */
function withQuestions(lesson: Lesson, inUse: ReadonlySet<string>, items: readonly DeskItem[]): Lesson {
	const chosen = new Set(lesson.questions.filter((id) => inUse.has(id)));
	const room = Math.min(ENOUGH, Math.max(lesson.questions.length, items.length));
	for (const { id, state } of items) {
		if (chosen.size >= room) break;
		if (state !== 'waiting') chosen.add(id);
	}
	const ofLesson = items.map(({ id }) => id).filter((id) => chosen.has(id));
	const elsewhere = [...chosen].filter((id) => !ofLesson.includes(id));
	return { ...lesson, questions: [...ofLesson, ...elsewhere] };
}

/** Questions that are not in use cannot be kept apart from. */
function amongOthers(question: Question, ids: ReadonlySet<string>): Question {
	const { excludes, ...rest } = question;
	const left = excludes?.filter((id) => ids.has(id)) ?? [];
	return left.length > 0 ? { ...rest, excludes: left } : rest;
}

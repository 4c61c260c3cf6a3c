import { uuidFrom } from '#lib/base/id.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Millis } from '#lib/base/time.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Question } from '#lib/question/question.ts';
import { coursesFor, drawQueue, listKey, type PracticeList, type QueuePlace } from '#lib/study/draw.ts';
import type { Learner } from '#lib/study/learner.ts';
import { readForStudy } from '../store/courses.ts';
import type { PracticeRow } from '../store/database.ts';
import { beginRun, type Run } from '../store/practices.ts';
import type { SaveRefused } from '../store/saving.ts';
import type { Store } from '../store/store.ts';

/** The questions that a practice asks, with the courses they stand in. */
export interface Asked {
	publications: ReadonlyMap<string, Publication>;
	questions: ReadonlyMap<string, Question>;
	places: readonly PracticePlace[];
}

export interface PracticePlace extends QueuePlace {
	/** Its number in the queue, from 0; places that are gone leave a gap. */
	slot: number;
}

/** What of a queue can be asked now: a course may have gone from the device, a question from its course. */
export async function askedFrom(store: Store, queue: readonly QueuePlace[]): Promise<Asked> {
	const publications = await readShelf(store, new Set(queue.map(({ course }) => course)));
	const questions = new Map<string, Question>();
	for (const { bank } of publications.values())
		for (const question of bank.questions)
			if (!questions.has(question.id)) questions.set(question.id, question);
	const places = queue
		.map((place, slot) => ({ ...place, slot }))
		.filter(({ course, question }) => publications.has(course) && questions.has(question));
	return { publications, questions, places };
}

/** Draws a list anew and keeps it; an empty one is not kept. */
export async function drawRun(
	store: Store,
	list: PracticeList,
	learner: Learner,
	moment: { now: Millis; today: string; turn: number; random: (bytes: number) => Uint8Array }
): Promise<Result<Run, { type: 'NoCourse' } | SaveRefused>> {
	const here = await store.db.courses.filter((row) => row.here === 1).toArray();
	const ids = coursesFor(
		list,
		learner,
		here.map(({ id }) => id),
		moment.now
	);
	const publications = await readShelf(store, ids);
	if (publications.size === 0 && (list.course !== undefined || here.length === 0))
		return refuse({ type: 'NoCourse' });
	const { now, today, turn } = moment;
	const run = uuidFrom(now, moment.random(10));
	const shelves = [...publications].map(([course, publication]) => ({ course, publication }));
	const places = drawQueue(list, shelves, learner, { now, today, turn, seed: run });
	const row: PracticeRow = {
		key: listKey(list),
		run,
		...list,
		turn,
		day: today,
		startedAt: now,
		at: 0,
		slots: places.length,
		answered: 0
	};
	if (places.length > 0) {
		const begun = await beginRun(store, row, places);
		if (!begun.ok) return begun;
	}
	return ok({ row, places, given: new Map() });
}

async function readShelf(store: Store, ids: Iterable<string>): Promise<Map<string, Publication>> {
	const found = new Map<string, Publication>();
	for (const id of ids) {
		const publication = await readForStudy(store, id);
		if (publication) found.set(id, publication);
	}
	return found;
}

import type { Collection } from 'dexie';
import { uuidFrom } from '#lib/base/id.ts';
import type { Result } from '#lib/base/result.ts';
import type { Millis } from '#lib/base/time.ts';
import type { ReviewAct } from '#lib/authoring/reviews.ts';
import type { CourseRow, Database, ReviewRow } from './database.ts';
import { saving, type SaveRefused } from './saving.ts';
import type { Store } from './store.ts';

/** When and by what chance. */
export interface Stamp {
	at: Millis;
	random: (bytes: number) => Uint8Array;
}

/** All acts of a course in the order in which they were stored. */
export function reviewRows(db: Database, course: string): Promise<ReviewRow[]> {
	return Promise.resolve(ofCourse(db, course).toArray());
}

export function ofCourse(db: Database, course: string): Collection<ReviewRow, string> {
	return db.reviews.where('[course+seq]').between([course, 0], [course, Infinity]);
}

export async function nextSeq(db: Database, course: string): Promise<number> {
	return ((await ofCourse(db, course).last())?.seq ?? 0) + 1;
}

/** Adds one act, on the disk when this resolves; gives its id. Two tabs never get the same number. */
export function appendReview(
	{ db }: Store,
	course: string,
	act: ReviewAct,
	stamp: Stamp
): Promise<Result<string, SaveRefused>> {
	return saving(db, () => db.dexie.transaction('rw', db.reviews, () => add(db, course, act, stamp)));
}

async function add(db: Database, course: string, act: ReviewAct, { at, random }: Stamp): Promise<string> {
	const id = uuidFrom(at, random(10));
	await db.reviews.add({ id, course, seq: await nextSeq(db, course), at, act });
	return id;
}

/**
 * Puts a text in the place of the one an own course has, all or nothing: the text and what becomes of the
 * reviews. Both the act and the text are on the disk when this resolves.
 * @param compare from the reviews as they are at that very moment
 */
export function replaceText(
	{ db }: Store,
	course: Omit<CourseRow, 'here'>,
	json: string,
	{ compare, stamp }: { compare: (rows: readonly ReviewRow[]) => ReviewAct | undefined; stamp: Stamp }
): Promise<Result<void, SaveRefused>> {
	return saving(db, () =>
		db.dexie.transaction('rw', db.courses, db.publications, db.reviews, async () => {
			const held = await db.courses.get(course.id);
			const act = compare(await reviewRows(db, course.id));
			if (act) await add(db, course.id, act, stamp);
			await db.courses.put({
				...course,
				here: 1,
				...(held?.publishedHash !== undefined && { publishedHash: held.publishedHash })
			});
			await db.publications.put({ id: course.id, json });
		})
	);
}

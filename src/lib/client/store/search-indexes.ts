import { indexCourse, INDEX_FORMAT, type CourseIndex } from '#lib/study/search/course-index.ts';
import { isOwn, readForStudy } from './courses.ts';
import type { CourseRow } from './database.ts';
import { ofCourse } from './reviews.ts';
import { saving } from './saving.ts';
import type { Store } from './store.ts';

/** A course that lies here, and what its index has to be made from to be right. */
export interface Searchable {
	course: string;
	title: string;
	stamp: string;
}

/** In the order of the library: one's own courses first, then the organisation's, the newest first. */
export async function searchables({ db }: Store): Promise<Searchable[]> {
	const rows = (await db.courses.toArray()).filter(({ here }) => here === 1);
	rows.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || b.at - a.at);
	const found: Searchable[] = [];
	for (const row of rows) found.push({ course: row.id, title: row.title, stamp: await stampOf(row, db) });
	return found;
}
const ORDER = { own: 0, published: 1, 'built-in': 2 } as const;

/** A course with a hash for a name never changes; one's own is imported again, reviewed and edited. */
async function stampOf({ id, at, bytes }: CourseRow, db: Store['db']): Promise<string> {
	if (!isOwn(id)) return String(INDEX_FORMAT);
	const last = await ofCourse(db, id).last();
	return `${INDEX_FORMAT}/${at}/${bytes}/${last?.id ?? ''}`;
}

/** As it was kept; undefined when there is none, or it is of another state of the course. */
export async function readIndex(
	{ db }: Store,
	{ course, stamp }: Searchable
): Promise<CourseIndex | undefined> {
	const row = await db.searchIndexes.get(course);
	return row?.stamp === stamp ? row.index : undefined;
}

/** Makes the index of a course anew and keeps it; undefined when the course is gone or cannot be read. */
export async function makeIndex(
	store: Store,
	{ course, stamp }: Searchable
): Promise<CourseIndex | undefined> {
	const publication = await readForStudy(store, course);
	if (!publication) return undefined;
	const index = indexCourse(publication);
	const { db } = store;
	// Without room for it the index is made again the next time.
	await saving(db, () =>
		db.dexie.transaction('rw', db.courses, db.searchIndexes, async () => {
			if ((await db.courses.get(course))?.here === 1) await db.searchIndexes.put({ course, stamp, index });
		})
	);
	return index;
}

/** Of courses that are no longer here, however they went. */
export async function dropOtherIndexes({ db }: Store, here: readonly Searchable[]): Promise<void> {
	const ids = new Set(here.map(({ course }) => course));
	const held = await db.searchIndexes.toCollection().primaryKeys();
	await db.searchIndexes.bulkDelete(held.filter((id) => !ids.has(id)));
}

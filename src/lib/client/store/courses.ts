import { parseJson } from '#lib/base/parse.ts';
import type { Result } from '#lib/base/result.ts';
import { PublicationSchema, type Publication } from '#lib/course/publication.ts';
import type { CourseRow } from './database.ts';
import { ofCourse, reviewRows } from './reviews.ts';
import { saving, type SaveRefused } from './saving.ts';
import type { Store } from './store.ts';

/** Null when it is not on this device, or what lies there cannot be read. */
export async function readPublication(store: Store, id: string): Promise<Publication | null> {
	const course = await store.db.courses.get(id);
	if (!course || course.here === 0) return null;
	const key = `${store.account}/${id}`;
	const stamp = `${course.at}/${course.bytes}`;
	const held = parsed.get(key);
	if (held?.stamp === stamp) return held.publication;
	const row = await store.db.publications.get(id);
	const publication = row && parseJson(PublicationSchema, row.json);
	if (!publication?.ok) return null;
	parsed.delete(key);
	parsed.set(key, { stamp, publication: publication.value });
	for (const oldest of parsed.keys()) {
		if (parsed.size <= MOST_PARSED) break;
		parsed.delete(oldest);
	}
	return publication.value;
}

/** Whether a course was imported on this device; all others never change. */
export function isOwn(id: string): boolean {
	return id.startsWith('own-');
}

/** Keeps the questions of an attempt on an own course as they are now. */
export async function keepAsked(
	{ db }: Store,
	attempt: string,
	{ bank }: Publication,
	drawn: readonly { question: string }[]
): Promise<void> {
	const ids = new Set(drawn.map(({ question }) => question));
	await db.asked.put({ attempt, questions: bank.questions.filter(({ id }) => ids.has(id)) });
}

/**
 * The bank by which an attempt is shown and marked: of an own course the questions as they were asked,
 * whatever was reviewed or imported since.
 */
export async function readAskedBank(
	store: Store,
	attempt: string,
	{ bank }: Publication
): Promise<Publication['bank']> {
	const asked = (await store.db.asked.get(attempt))?.questions;
	if (!asked) return bank;
	const ids = new Set(asked.map(({ id }) => id));
	return { ...bank, questions: [...asked, ...bank.questions.filter(({ id }) => !ids.has(id))] };
}

/**
 * As one studies it on this device: of an own course without what was rejected at the review desk, and as
 * it was edited there.
 */
export async function readForStudy(store: Store, id: string): Promise<Publication | null> {
	const publication = await readPublication(store, id);
	if (!publication) return null;
	const rows = isOwn(id) ? await reviewRows(store.db, id) : [];
	if (rows.length === 0) return publication;
	// Last, and wrapped, so that a live query goes on following what was read before.
	const { studied } = await Promise.resolve(import('../reviewed.ts'));
	return studied(publication, rows);
}

/** Reading and checking a large course takes a moment, so the last few are kept as they came out of it. */
const parsed = new Map<string, { stamp: string; publication: Publication }>();
const MOST_PARSED = 4;

export function keepPublication(
	store: Store,
	course: Omit<CourseRow, 'here'>,
	json: string
): Promise<Result<void, SaveRefused>> {
	const { db } = store;
	return saving(db, () =>
		db.dexie.transaction('rw', db.courses, db.publications, async () => {
			const held = await db.courses.get(course.id);
			const publishedHash = course.publishedHash ?? held?.publishedHash;
			await db.courses.put({ ...course, here: 1, ...(publishedHash !== undefined && { publishedHash }) });
			await db.publications.put({ id: course.id, json });
		})
	);
}

/** One's own course goes for good, with all that was reviewed in it; another one stays in the list and can be fetched again. */
export async function dropPublication(store: Store, id: string): Promise<void> {
	const { db } = store;
	const tables = [db.courses, db.publications, db.reviews, db.searchIndexes];
	await db.dexie.transaction('rw', tables, async () => {
		await db.publications.delete(id);
		await db.searchIndexes.delete(id);
		const course = await db.courses.get(id);
		if (course?.kind === 'own') {
			await db.courses.delete(id);
			await ofCourse(db, id).delete();
		} else if (course) await db.courses.put({ ...course, here: 0 });
	});
}

/**
 * What a list from the server or the built-in index says now, for one kind: new lines come in, lines
 * that are gone go too, unless the course lies on the device.
 */
export async function mergeListed(
	store: Store,
	kind: 'built-in' | 'published',
	listed: readonly Omit<CourseRow, 'here' | 'kind'>[]
): Promise<void> {
	const { db } = store;
	await db.dexie.transaction('rw', db.courses, async () => {
		const held = new Map((await db.courses.where('kind').equals(kind).toArray()).map((row) => [row.id, row]));
		for (const row of listed) await db.courses.put({ ...row, kind, here: held.get(row.id)?.here ?? 0 });
		const ids = new Set(listed.map(({ id }) => id));
		const gone = [...held.values()].filter((row) => !ids.has(row.id) && row.here === 0);
		await db.courses.bulkDelete(gone.map(({ id }) => id));
	});
}

/**
 * Frees what can be fetched again, except the courses of open attempts. True when there was something.
 */
export async function makeRoom(store: Store): Promise<boolean> {
	const { db } = store;
	const fetched = await db.courses
		.where('kind')
		.anyOf('built-in', 'published')
		.filter(({ here }) => here === 1)
		.toArray();
	const needed = await coursesOfOpenAttempts(store);
	const free = fetched.filter(({ id }) => !needed.has(id));
	for (const { id } of free) await dropPublication(store, id);
	return free.length > 0;
}

async function coursesOfOpenAttempts(store: Store): Promise<Set<string>> {
	const ids = await openAttemptIds(store);
	const starts = await store.db.events
		.where('[kind+body.attempt]')
		.anyOf(ids.map((id) => ['attempt-started', id]))
		.toArray();
	return new Set(starts.flatMap(({ body }) => (typeof body.course === 'string' ? [body.course] : [])));
}

/** Attempts of this store that were started and never handed in. Reads keys only. */
export async function openAttemptIds(store: Store): Promise<string[]> {
	const handedIn = new Set(await attemptsWith(store, 'attempt-handed-in'));
	return (await attemptsWith(store, 'attempt-started')).filter((id) => !handedIn.has(id));
}

async function attemptsWith(store: Store, kind: string): Promise<string[]> {
	const keys = await store.db.events.where('[kind+body.attempt]').between([kind, ''], [kind, []]).keys();
	return keys.flatMap((key) => (Array.isArray(key) && typeof key[1] === 'string' ? [key[1]] : []));
}

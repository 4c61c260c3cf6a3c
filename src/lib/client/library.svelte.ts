import { hashText } from '#lib/base/hash.ts';
import { parseJson } from '#lib/base/parse.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import { PublicationSchema, publicationHash, type Publication } from '#lib/course/publication.ts';
import type { PublicationEntry } from '#lib/wire/publications.ts';
import type { App } from './app.svelte.ts';
import { Outage } from './remote/request.ts';
import { dropPublication, keepPublication, mergeListed, readForStudy } from './store/courses.ts';
import type { CourseRow } from './store/database.ts';
import { live, type Live } from './store/live.ts';
import { finishedByCourse } from './store/progress.ts';
import type { SaveRefused } from './store/saving.ts';
import type { Store } from './store/store.ts';

/** One line of the library. */
export interface CourseEntry {
	/** The publication's hash, or `own-…`. */
	id: string;
	title: string;
	summary?: string;
	kind: 'built-in' | 'published' | 'own';
	state: 'away' | 'fetching' | 'here';
	/** Space it takes, or will take. */
	bytes: number;
	lessons: number;
	questions: number;
	finishedLessons: number;
	/** 0–1 while it is being fetched. */
	fetchedShare?: number;
	publishedHash?: string;
}

/** Own courses first, then the organisation's, then the built-in ones; the newest first in each. */
export function courses(app: App): Live<CourseEntry[]> {
	const listed = live(app.stores, async (store) => {
		const rows = await store.db.courses.toArray();
		const finished = await finishedByCourse(store);
		return rows
			.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || b.at - a.at)
			.map((row): CourseEntry => entryOf(row, finished.get(row.id)?.size ?? 0));
	});
	return {
		get value() {
			const { fetching } = app;
			return listed.value?.map((entry): CourseEntry => {
				const fetchedShare = fetching[entry.id];
				return fetchedShare === undefined ? entry : { ...entry, state: 'fetching', fetchedShare };
			});
		}
	};
}
const ORDER = { own: 0, published: 1, 'built-in': 2 } as const;

function entryOf({ here, at: _, ...row }: CourseRow, finishedLessons: number): CourseEntry {
	return { ...row, state: here === 1 ? 'here' : 'away', finishedLessons };
}

/** As one studies it; null when the course is not on this device. */
export function course(app: App, id: string): Live<Publication | null> {
	return live(app.stores, (store) => readForStudy(store, id));
}

/** Fetches a course, checks that it is the one its name promises, and keeps it. */
export async function downloadCourse(
	app: App,
	id: string,
	{ signal, onprogress }: { signal?: AbortSignal; onprogress?: (share: number) => void } = {}
): Promise<Result<void, DownloadRefused>> {
	const store = await app.stores.ready();
	// A link to a course may be opened before the list ever came.
	if (!(await store.db.courses.get(id))) await refreshCourses(app);
	const row = await store.db.courses.get(id);
	if (!row || row.kind === 'own') return refuse({ type: 'NoSuchCourse' });
	if (row.here === 1) return ok(undefined);
	const show = (share: number | undefined) => {
		const { [id]: _, ...others } = app.fetching;
		app.fetching = share === undefined ? others : { ...others, [id]: share };
		if (share !== undefined) onprogress?.(share);
	};
	show(0);
	try {
		const text = await app.remote.publication(row.kind, id, {
			...(signal && { signal }),
			onbytes: (bytes) => show(Math.min(1, bytes / row.bytes))
		});
		if (text === undefined) return refuse({ type: 'NoSuchCourse' });
		return await keepChecked(store, row, text);
	} catch (error) {
		if (!(error instanceof Outage)) throw error;
		return refuse({ type: error.why === 'cancelled' ? 'Cancelled' : 'Offline' });
	} finally {
		show(undefined);
		void app.installation.measure();
	}
}

export type DownloadRefused =
	{ type: 'Offline' } | { type: 'Cancelled' } | { type: 'NoSuchCourse' } | { type: 'Damaged' } | SaveRefused;

async function keepChecked(
	store: Store,
	row: CourseRow,
	text: string
): Promise<Result<void, DownloadRefused>> {
	const publication = parseJson(PublicationSchema, text);
	// Our own text is canonical, so that mostly one look is enough.
	const isRight =
		publication.ok && (hashText(text) === row.id || publicationHash(publication.value) === row.id);
	if (!isRight) return refuse({ type: 'Damaged' });
	return keepPublication(store, row, text);
}

/** Frees the space. A built-in or published course can be fetched again; one's own is gone. */
export async function removeCourse(app: App, id: string): Promise<void> {
	await dropPublication(await app.stores.ready(), id);
	void app.installation.measure();
}

/** Asks what there is. Without an answer the list stays as it was last known. */
export async function refreshCourses(app: App): Promise<void> {
	const store = await app.stores.ready();
	const organisation = store.account === app.person?.id ? app.membership?.organisation : undefined;
	await Promise.all([
		refreshKind(app, store, 'built-in', () => app.remote.builtInCourses()),
		organisation !== undefined &&
			refreshKind(app, store, 'published', () => app.remote.publications(organisation))
	]);
}

async function refreshKind(
	app: App,
	store: Store,
	kind: 'built-in' | 'published',
	ask: () => Promise<Result<{ publications: PublicationEntry[] }, unknown>>
): Promise<void> {
	try {
		const answer = await ask();
		// Someone else's database may have come into use in the meantime.
		if (!answer.ok || app.stores.current !== store) return;
		const listed = answer.value.publications.map(
			({ hash, title, summary, bytes, lessons, questions, publishedAt }, at) => ({
				id: hash,
				title,
				...(summary !== undefined && { summary }),
				bytes,
				lessons,
				questions,
				at: publishedAt ?? -at
			})
		);
		await mergeListed(store, kind, listed);
	} catch (error) {
		if (!(error instanceof Outage)) throw error;
	}
}

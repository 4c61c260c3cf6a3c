import { compareCompiled, replacedAct } from '#lib/authoring/reviews/compare.ts';
import { isLikelyVersion } from '#lib/authoring/reviews/version.ts';
import { canonicalJson } from '#lib/base/hash.ts';
import { ok, type Result } from '#lib/base/result.ts';
import type { Publication } from '#lib/course/publication.ts';
import { reviewsFrom } from './reviewed.ts';
import { makeRoom, readPublication } from './store/courses.ts';
import type { ReviewRow } from './store/database.ts';
import { replaceText, reviewRows, type Stamp } from './store/reviews.ts';
import type { SaveRefused } from './store/saving.ts';
import type { Store } from './store/store.ts';

/** An own course that an import may be a newer text of. */
export interface Predecessor {
	id: string;
	title: string;
	/** `same`: word for word what it holds already. `likely`: a corrected text of it, by all appearances. */
	match: 'same' | 'likely' | 'none';
}

/** What taking an import in the place of a course would do to its reviews, in numbers of questions. */
export interface ImportComparison {
	kept: number;
	flagged: { changed: number; gone: number };
	fresh: number;
}

/** The own courses of this device, the most likely predecessor first. */
export async function predecessorsOf(store: Store, publication: Publication): Promise<Predecessor[]> {
	const rows = (await store.db.courses.where('kind').equals('own').toArray()).sort((a, b) => b.at - a.at);
	const found: Predecessor[] = [];
	for (const { id, title } of rows) {
		const old = await readPublication(store, id);
		if (old) found.push({ id, title, match: matchOf(old, publication) });
	}
	const rank = { same: 0, likely: 1, none: 2 } as const;
	return found.sort((a, b) => rank[a.match] - rank[b.match]);
}

function matchOf(old: Publication, next: Publication): Predecessor['match'] {
	if (old.document.id === next.document.id) return 'same';
	return isLikelyVersion(old, next) ? 'likely' : 'none';
}

/** Undefined when there is no such course. */
export async function compareImport(
	store: Store,
	publication: Publication,
	courseId: string
): Promise<ImportComparison | undefined> {
	const old = await readPublication(store, courseId);
	if (!old) return undefined;
	const reviews = reviewsFrom(await reviewRows(store.db, courseId));
	const { kept, flagged, fresh } = compareCompiled(old, publication, reviews);
	return { kept, flagged, fresh: fresh.length };
}

/**
 * Keeps an import as a course of one's own; gives its id. The same document twice is still one course.
 * @param replaces the own course whose text this is now: its reviews go on with it
 */
export async function saveImport(
	store: Store,
	publication: Publication,
	{ stamp, replaces }: { stamp: Stamp; replaces?: string | undefined }
): Promise<Result<string, SaveRefused>> {
	const id = replaces ?? (await idFor(store, publication));
	const old = await readPublication(store, id);
	const json = canonicalJson(publication);
	const course = {
		id,
		kind: 'own',
		title: publication.title,
		...(publication.summary !== undefined && { summary: publication.summary }),
		bytes: new TextEncoder().encode(json).length,
		lessons: publication.modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
		questions: publication.bank.questions.length,
		at: stamp.at
	} as const;
	const compare = (rows: readonly ReviewRow[]) => {
		if (!old) return undefined;
		const reviews = reviewsFrom(rows);
		return replacedAct(old, publication, reviews, compareCompiled(old, publication, reviews));
	};
	const keep = () => replaceText(store, course, json, { compare, stamp });
	let kept = await keep();
	// What can be fetched again gives way to what cannot.
	if (!kept.ok && (await makeRoom(store))) kept = await keep();
	return kept.ok ? ok(id) : kept;
}

/** By the document; another number behind it where a later text has taken that course over. */
async function idFor(store: Store, { document }: Publication): Promise<string> {
	for (let n = 1; ; n++) {
		const id = `own-${document.id}${n === 1 ? '' : `-${n}`}`;
		if (!(await store.db.courses.get(id))) return id;
		if ((await readPublication(store, id))?.document.id === document.id) return id;
	}
}

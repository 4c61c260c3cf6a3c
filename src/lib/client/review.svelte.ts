import { ok, type Result } from '#lib/base/result.ts';
import type { ReviewAct, Reviews } from '#lib/authoring/reviews.ts';
import { countReviewed, type DeskCounts } from '#lib/authoring/reviews/desk.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Bank } from '#lib/question/question.ts';
import type { App } from './app.svelte.ts';
import { reviewsFrom } from './reviewed.ts';
import { isOwn, readForStudy, readPublication } from './store/courses.ts';
import { live, type Live } from './store/live.ts';
import { appendReview, reviewRows } from './store/reviews.ts';
import type { SaveRefused } from './store/saving.ts';

export type { SaveRefused };

/** What lies on the review desk of one course. */
export interface ReviewDesk {
	publication: Publication;
	reviews: Reviews;
}

/** Follows every decision, of other tabs too. Null when the course is not an own one on this device. */
export function reviewDesk(app: App, courseId: string): Live<ReviewDesk | null> {
	let held: { stamp: string; publication: Publication } | undefined;
	return live(app.stores, async (store) => {
		const course = isOwn(courseId) ? await store.db.courses.get(courseId) : undefined;
		if (!course) return null;
		// The same object as long as the text is the same, whatever other courses are read meanwhile:
		// all that was checked about it stays good.
		const stamp = `${store.account}/${course.at}/${course.bytes}`;
		const publication = held?.stamp === stamp ? held.publication : await readPublication(store, courseId);
		if (!publication) return null;
		held = { stamp, publication };
		return { publication, reviews: reviewsFrom(await reviewRows(store.db, courseId)) };
	});
}

/** How far the review of a course is. */
export function reviewCounts(app: App, courseId: string): Live<DeskCounts | null> {
	return live(app.stores, async (store) => {
		const publication = isOwn(courseId) ? await readPublication(store, courseId) : null;
		if (!publication) return null;
		return countReviewed(publication, reviewsFrom(await reviewRows(store.db, courseId)));
	});
}

/** Writes a decision; it is on the disk when this resolves. */
export async function decide(app: App, courseId: string, act: ReviewAct): Promise<Result<void, SaveRefused>> {
	const store = await app.stores.ready();
	const { at } = app.device.sample();
	const written = await appendReview(store, courseId, act, { at, random: app.device.random });
	return written.ok ? ok(undefined) : written;
}

/** The questions of the other courses that lie on this device, as they are studied. */
export interface OtherBank {
	course: string;
	title: string;
	/** Whether it can be reviewed here. */
	own: boolean;
	bank: Bank;
}

export async function otherBanks(app: App, courseId: string): Promise<OtherBank[]> {
	const store = await app.stores.ready();
	const rows = await store.db.courses.filter(({ id, here }) => here === 1 && id !== courseId).toArray();
	const published = await store.db.courses.get(courseId);
	const banks: OtherBank[] = [];
	for (const { id, title, kind } of rows.slice(0, MOST_BANKS)) {
		// What was published from this very course is not another one.
		if (id === published?.publishedHash) continue;
		const publication = await readForStudy(store, id);
		if (publication) banks.push({ course: id, title, own: kind === 'own', bank: publication.bank });
	}
	return banks;
}
/** A shelf of more is looked at in part: reading them all would take the desk's first seconds. */
const MOST_BANKS = 24;

import type { LoggedEvent } from '#lib/log/event.ts';
import { outboxRow } from './append.ts';
import type { AskedRow, CourseRow, PlaceRow, PublicationRow, ReviewRow, TimingRow } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { nextSeq } from './reviews.ts';
import type { Store } from './store.ts';

/**
 * Takes what a guest did into an account: the same events under the same ids, now of the account's
 * member and device. The guest's database first notes who takes it, so that a claim broken off anywhere
 * ends with the same person and no event is ever taken twice. Gives the number of events that moved.
 * @param organisation for the attempts that the guest wanted to share
 */
export async function claim(guest: Store, account: Store, organisation: string | undefined): Promise<number> {
	const claimedBy = await guest.db.dexie.transaction('rw', guest.db.meta, async () => {
		const held = await readMeta(guest.db, 'claimedBy');
		const note = held ?? { person: account.account, ...(organisation !== undefined && { organisation }) };
		if (!held) await writeMeta(guest.db, 'claimedBy', note);
		return note;
	});
	if (claimedBy.person !== account.account) return 0;
	const events = await guest.db.events.toArray();
	const moved = await moveEvents(events, account, claimedBy.organisation);
	const rest = await readRest(guest);
	await copyRest(rest, account);
	await remove(guest, events, rest);
	return moved;
}

/** Ends a claim of this account that was broken off. */
export async function resumeClaim(account: Store, openGuest: () => Promise<Store>): Promise<void> {
	const guest = await openGuest();
	try {
		const claimedBy = await readMeta(guest.db, 'claimedBy');
		if (claimedBy?.person === account.account) await claim(guest, account, undefined);
	} finally {
		guest.close();
	}
}

async function moveEvents(
	found: readonly LoggedEvent[],
	{ db, account, device }: Store,
	organisation: string | undefined
): Promise<number> {
	const events = [...found].sort((a, b) => a.deviceSeq - b.deviceSeq);
	const shared = sharedAttempts(events);
	return db.dexie.transaction('rw', db.meta, db.events, db.outbox, async () => {
		const counter = (await readMeta(db, 'device')) ?? { id: device, lastSeq: 0 };
		let { lastSeq } = counter;
		for (const event of events) {
			if (await db.events.get(event.id)) continue;
			lastSeq += 1;
			const { attempt } = event.body;
			const isShared = organisation !== undefined && typeof attempt === 'string' && shared.has(attempt);
			const mine = {
				...event,
				member: account,
				device,
				deviceSeq: lastSeq,
				...(isShared && { organisation })
			};
			await db.events.add(mine);
			await db.outbox.add(outboxRow(mine, 'waiting'));
		}
		await writeMeta(db, 'device', { ...counter, lastSeq });
		return lastSeq - counter.lastSeq;
	});
}

function sharedAttempts(events: readonly LoggedEvent[]): Set<string> {
	return new Set(
		events.flatMap(({ kind, body }) =>
			kind === 'attempt-started' && body.shared === true && typeof body.attempt === 'string'
				? [body.attempt]
				: []
		)
	);
}

interface Rest {
	courses: CourseRow[];
	publications: PublicationRow[];
	places: PlaceRow[];
	timings: TimingRow[];
	reviews: ReviewRow[];
	asked: AskedRow[];
}

async function readRest({ db }: Store): Promise<Rest> {
	const [courses, publications, places, timings, reviews, asked] = await Promise.all([
		db.courses.toArray(),
		db.publications.toArray(),
		db.places.toArray(),
		db.timings.toArray(),
		db.reviews.orderBy('[course+seq]').toArray(),
		db.asked.toArray()
	]);
	return { courses, publications, places, timings, reviews, asked };
}

async function copyRest(rest: Rest, { db }: Store): Promise<void> {
	const { courses, publications, places, timings, reviews, asked } = rest;
	const tables = [db.courses, db.publications, db.places, db.timings, db.reviews, db.asked];
	await db.dexie.transaction('rw', tables, async () => {
		for (const course of courses) {
			const held = await db.courses.get(course.id);
			if (!held || held.here === 0) await db.courses.put({ ...held, ...course });
		}
		for (const publication of publications)
			if (!(await db.publications.get(publication.id))) await db.publications.put(publication);
		await db.places.bulkPut(places);
		await db.timings.bulkPut(timings);
		await db.asked.bulkPut(asked);
		// After what the account decided itself, under the same ids: nothing is taken twice.
		for (const row of reviews)
			if (!(await db.reviews.get(row.id)))
				await db.reviews.add({ ...row, seq: await nextSeq(db, row.course) });
	});
}

/**
 * Only what was taken goes: another tab of the guest may have written more in the meantime. The note stays
 * with it, so that the person's next start takes that too; else the next guest starts as another device.
 */
async function remove({ db }: Store, events: readonly LoggedEvent[], rest: Rest): Promise<void> {
	const { courses, publications, places, timings, reviews, asked } = rest;
	const kept = [db.courses, db.publications, db.places, db.timings, db.reviews, db.asked];
	const tables = [db.events, db.outbox, db.meta, db.searchIndexes, ...kept];
	await db.dexie.transaction('rw', tables, async () => {
		const ids = events.map(({ id }) => id);
		await db.events.bulkDelete(ids);
		await db.outbox.bulkDelete(ids);
		await db.courses.bulkDelete(courses.map(({ id }) => id));
		await db.publications.bulkDelete(publications.map(({ id }) => id));
		await db.searchIndexes.bulkDelete(publications.map(({ id }) => id));
		await db.places.bulkDelete(places.map(({ course, lesson }) => [course, lesson]));
		await db.timings.bulkDelete(timings.map(({ attempt }) => attempt));
		await db.reviews.bulkDelete(reviews.map(({ id }) => id));
		await db.asked.bulkDelete(asked.map(({ attempt }) => attempt));
		if ((await db.events.count()) === 0) await db.meta.clear();
	});
}

import type { LoggedEvent } from '#lib/log/event.ts';
import { outboxRow } from './append.ts';
import { readMeta, writeMeta } from './meta.ts';
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
	const moved = await moveEvents(guest, account, claimedBy.organisation);
	await copyRest(guest, account);
	await empty(guest);
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

async function moveEvents(guest: Store, to: Store, organisation: string | undefined): Promise<number> {
	const { db, account, device } = to;
	const events = (await guest.db.events.toArray()).sort((a, b) => a.deviceSeq - b.deviceSeq);
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

async function copyRest(guest: Store, { db }: Store): Promise<void> {
	const [courses, publications, places, timings] = await Promise.all([
		guest.db.courses.toArray(),
		guest.db.publications.toArray(),
		guest.db.places.toArray(),
		guest.db.timings.toArray()
	]);
	await db.dexie.transaction('rw', db.courses, db.publications, db.places, db.timings, async () => {
		for (const course of courses) {
			const held = await db.courses.get(course.id);
			if (!held || held.here === 0) await db.courses.put({ ...held, ...course });
		}
		for (const publication of publications)
			if (!(await db.publications.get(publication.id))) await db.publications.put(publication);
		await db.places.bulkPut(places);
		await db.timings.bulkPut(timings);
	});
}

/** What was copied may go; a guest who comes later starts with an empty database of another device. */
async function empty({ db }: Store): Promise<void> {
	const tables = [
		db.events,
		db.outbox,
		db.quarantine,
		db.courses,
		db.publications,
		db.places,
		db.timings,
		db.meta
	];
	await db.dexie.transaction('rw', tables, async () => {
		for (const table of tables) await table.clear();
	});
}

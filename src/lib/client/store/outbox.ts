import { parseJson } from '#lib/base/parse.ts';
import type { Millis } from '#lib/base/time.ts';
import { EventSchema, type Event, type LoggedEvent, type StoredEvent } from '#lib/log/event.ts';
import { outboxRow } from './append.ts';
import type { Database, OutboxRow } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';

/** What is to be sent, without its text: first come, first served on each device. */
export async function waiting(
	db: Database
): Promise<Pick<OutboxRow, 'id' | 'device' | 'deviceSeq' | 'bytes'>[]> {
	const rows: Pick<OutboxRow, 'id' | 'device' | 'deviceSeq' | 'bytes'>[] = [];
	await db.outbox.orderBy('[device+deviceSeq]').each(({ id, device, deviceSeq, bytes }) => {
		rows.push({ id, device, deviceSeq, bytes });
	});
	return rows;
}

export interface Settled {
	acknowledged: { id: string; sequence: number; receivedAt: Millis; fresh: boolean }[];
	rejected: { id: string; reason: string }[];
}

/**
 * Takes the server's verdicts in. What it holds leaves the outbox but stays in the log; what it turned
 * away goes into quarantine. All or nothing, so that an answer that got lost half-way changes nothing.
 */
export async function settle(db: Database, { acknowledged, rejected }: Settled, now: Millis): Promise<void> {
	await db.dexie.transaction('rw', db.events, db.outbox, db.quarantine, db.meta, async () => {
		let recovered = 0;
		for (const { id, sequence, receivedAt, fresh } of acknowledged) {
			const row = await db.outbox.get(id);
			if (row?.state === 'again' && fresh) recovered += 1;
			await db.events.update(id, { sequence, receivedAt });
			await db.outbox.delete(id);
		}
		for (const { id, reason } of rejected) {
			const row = await db.outbox.get(id);
			if (!row) continue;
			await db.quarantine.put({ id, json: row.json, reason, at: now });
			await db.outbox.delete(id);
		}
		if (recovered > 0) await writeMeta(db, 'recovered', ((await readMeta(db, 'recovered')) ?? 0) + recovered);
	});
}

/** Takes a page of the server's log in, together with the cursor that says so. */
export async function takeIn(db: Database, events: readonly StoredEvent[], cursor: string): Promise<void> {
	await db.dexie.transaction('rw', db.events, db.outbox, db.quarantine, db.meta, async () => {
		await db.events.bulkPut([...events]);
		// The server has them: an answer to a push that never arrived is made good here.
		const ids = events.map(({ id }) => id);
		await db.outbox.bulkDelete(ids);
		await db.quarantine.bulkDelete(ids);
		await writeMeta(db, 'cursor', cursor);
	});
}

/**
 * The server lost something (it was restored from a backup): everything that this device holds is sent
 * again and everything is fetched again. Nothing is removed from the log.
 */
export async function startOver(db: Database, epoch: string, now: Millis): Promise<void> {
	await db.dexie.transaction('rw', db.events, db.outbox, db.quarantine, db.meta, async () => {
		const quarantined = new Set(await db.quarantine.toCollection().primaryKeys());
		const unsent = new Set(await db.outbox.toCollection().primaryKeys());
		const events = await db.events.toArray();
		const again = events.filter(({ id }) => !quarantined.has(id) && !unsent.has(id)).map(withoutServerPart);
		await db.events.bulkPut(again);
		await db.outbox.bulkPut(again.map((event) => outboxRow(event, 'again')));
		await writeMeta(db, 'epoch', epoch);
		await writeMeta(db, 'cursor', undefined);
		await writeMeta(db, 'verified', undefined);
		await writeMeta(db, 'recoveredAt', now);
		await writeMeta(db, 'recovered', undefined);
	});
}

function withoutServerPart({ sequence: _s, receivedAt: _r, ...event }: LoggedEvent): Event {
	return event;
}

/** Tries once more what a newer server, or one that knows of a new membership, may take after all. */
export async function retryQuarantined(db: Database): Promise<void> {
	await db.dexie.transaction('rw', db.outbox, db.quarantine, async () => {
		for (const row of await db.quarantine.toArray()) {
			const event = parseJson(EventSchema, row.json);
			if (!event.ok || !MAY_CHANGE.has(row.reason)) continue;
			await db.outbox.put({ ...outboxRow(event.value, 'waiting'), json: row.json });
			await db.quarantine.delete(row.id);
		}
	});
}
const MAY_CHANGE = new Set(['UnknownKind', 'UnknownVersion', 'NotAMember']);

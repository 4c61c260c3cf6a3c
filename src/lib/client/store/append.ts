import type { Table } from 'dexie';
import { uuidFrom } from '#lib/base/id.ts';
import type { Result } from '#lib/base/result.ts';
import type { Event } from '#lib/log/event.ts';
import type { ClockSample } from '#lib/quiz/clock.ts';
import { checkEvent, type EventKind } from '#lib/wire/events.ts';
import { makeRoom } from './courses.ts';
import type { OutboxRow } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { saving, type SaveRefused } from './saving.ts';
import type { Store } from './store.ts';

/** What a person did, before it has an id and a place in the log. */
export interface Draft {
	kind: EventKind;
	organisation?: string;
	body: Record<string, unknown>;
}

/** When and by what chance. */
export interface Moment {
	sample: ClockSample;
	/** Server − device in ms, once a server was heard. */
	offset?: number;
	random: (bytes: number) => Uint8Array;
}

/** What is written in the same transaction: all of it lies on the disk, or none. */
export interface Beside {
	tables: readonly Table[];
	write: (events: readonly Event[]) => PromiseLike<unknown>;
}

/**
 * Writes events: into the log, into the outbox, and the device's counter, all or nothing. On the disk
 * when this resolves. When the space is used up, courses that can be fetched again make room first.
 */
export async function appendEvents(
	store: Store,
	drafts: readonly Draft[],
	moment: Moment,
	beside?: Beside
): Promise<Result<Event[], SaveRefused>> {
	const first = await saving(store.db, () => write(store, drafts, moment, beside));
	if (first.ok || first.error.type !== 'StorageFull' || !(await makeRoom(store))) return first;
	return saving(store.db, () => write(store, drafts, moment, beside));
}

function write(
	store: Store,
	drafts: readonly Draft[],
	moment: Moment,
	beside?: Beside
): PromiseLike<Event[]> {
	const { db } = store;
	const tables = [db.meta, db.events, db.outbox, ...(beside?.tables ?? [])];
	return db.dexie.transaction('rw', tables, async () => {
		// Missing when another tab has just emptied the guest's database: the count starts again.
		const device = (await readMeta(db, 'device')) ?? { id: store.device, lastSeq: 0 };
		const events = drafts.map((draft, index): Event =>
			eventOf(store, draft, moment, device.lastSeq + index + 1)
		);
		await writeMeta(db, 'device', { ...device, lastSeq: device.lastSeq + events.length });
		await db.events.bulkAdd(events);
		await db.outbox.bulkAdd(events.map((event) => outboxRow(event, 'waiting')));
		await beside?.write(events);
		return events;
	});
}

function eventOf(store: Store, draft: Draft, { sample, offset, random }: Moment, deviceSeq: number): Event {
	const event: Event = {
		id: uuidFrom(sample.at, random(10)),
		kind: draft.kind,
		version: 1,
		member: store.account,
		...(draft.organisation !== undefined && { organisation: draft.organisation }),
		device: store.device,
		deviceSeq,
		...sample,
		...(offset !== undefined && { offset }),
		body: draft.body
	};
	const checked = checkEvent(event);
	if (!checked.ok)
		throw new Error(`a ${draft.kind} that nobody could read: ${JSON.stringify(checked.error)}`);
	return event;
}

export function outboxRow(event: Event, state: OutboxRow['state']): OutboxRow {
	const json = JSON.stringify(event);
	return {
		id: event.id,
		device: event.device,
		deviceSeq: event.deviceSeq,
		json,
		state,
		bytes: new TextEncoder().encode(json).length
	};
}

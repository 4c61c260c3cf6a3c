import * as v from 'valibot';
import { StoredEventSchema, type StoredEvent } from '#lib/log/event.ts';
import type { Database, Tables } from '../schema.ts';

// Events are written by the writer thread alone (ingest/event-store.ts); here they are only read.

/** One member's events after a sequence, in order. */
export async function eventsAfter(
	db: Database,
	member: string,
	sequence: number,
	limit: number
): Promise<StoredEvent[]> {
	const rows = await db
		.selectFrom('event')
		.selectAll()
		.where('member', '=', member)
		.where('sequence', '>', sequence)
		.orderBy('sequence')
		.limit(limit)
		.execute();
	return rows.map(eventFromRow);
}

export async function headSequence(db: Database): Promise<number> {
	const row = await db
		.selectFrom('event')
		.select((eb) => eb.fn.max('sequence').as('head'))
		.executeTakeFirst();
	return Number(row?.head ?? 0);
}

/** What one member has here: how many, and the last. */
export async function countOfMember(db: Database, member: string): Promise<{ count: number; last: number }> {
	const row = await db
		.selectFrom('event')
		.select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('sequence').as('last')])
		.where('member', '=', member)
		.executeTakeFirst();
	return { count: Number(row?.count ?? 0), last: Number(row?.last ?? 0) };
}

export async function idsOfMember(db: Database, member: string, upTo: number): Promise<string[]> {
	const rows = await db
		.selectFrom('event')
		.select('id')
		.where('member', '=', member)
		.where('sequence', '<=', upTo)
		.execute();
	return rows.map(({ id }) => id);
}

/** Attempts that have events after a sequence, and how far this look went. */
export async function attemptsTouchedAfter(
	db: Database,
	sequence: number,
	limit: number
): Promise<{ attempts: { attempt: string; member: string }[]; upTo: number }> {
	const rows = await db
		.selectFrom('event')
		.select(['sequence', 'attempt', 'member'])
		.where('sequence', '>', sequence)
		.orderBy('sequence')
		.limit(limit)
		.execute();
	const touched = new Map<string, { attempt: string; member: string }>();
	for (const { attempt, member } of rows)
		if (attempt !== null) touched.set(`${attempt} ${member}`, { attempt, member });
	return { attempts: [...touched.values()], upTo: rows.at(-1)?.sequence ?? sequence };
}

/** The first so many events of an attempt; none when it never began. */
export async function eventsOfAttempt(
	db: Database,
	attempt: string,
	member: string,
	most: number
): Promise<StoredEvent[]> {
	const own = db.selectFrom('event').where('attempt', '=', attempt).where('member', '=', member);
	const start = await own.select('id').where('kind', '=', 'attempt-started').limit(1).executeTakeFirst();
	if (!start) return [];
	const rows = await own.selectAll().orderBy('sequence').limit(most).execute();
	return rows.map(eventFromRow);
}

export function eventFromRow({
	attempt: _,
	body,
	organisation,
	offset,
	...row
}: Tables['event']): StoredEvent {
	return v.parse(StoredEventSchema, {
		...row,
		...(organisation !== null && { organisation }),
		...(offset !== null && { offset }),
		body: JSON.parse(body)
	});
}

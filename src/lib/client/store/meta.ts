import * as v from 'valibot';
import { parse } from '#lib/base/parse.ts';
import { MillisSchema } from '#lib/base/time.ts';
import { ReadingSchema } from '#lib/quiz/clock.ts';
import type { Database } from './database.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The few single values of a database. */
const entries = {
	/** `lastSeq` is only ever raised in the transaction that stores the event. */
	device: v.object({ id: v.string(), lastSeq: count }),
	minWriter: count,
	/** Of the server's store; another one means that it was restored from a backup. */
	epoch: v.string(),
	cursor: v.string(),
	/** The newest word of the server about the time. */
	serverReading: ReadingSchema,
	lastSyncAt: MillisSchema,
	verified: v.object({ state: v.picklist(['equal', 'different']), at: MillisSchema }),
	/** When everything was last sent again because the digests differed. */
	recoveredAt: MillisSchema,
	/** How many events a server got back that it had lost. */
	recovered: count,
	/** Of the guest's database: whose the progress is to become, and what is shared with whom. */
	claimedBy: v.object({ person: v.string(), organisation: v.optional(v.string()) }),
	persistAsked: v.boolean(),
	/** The course that was practised last. */
	practiceCourse: v.string(),
	/** Ids of the milestones that were told on this device. */
	milestonesTold: v.array(v.string()),
	/** What was looked for on this device, the latest first. */
	searches: v.array(v.string())
} as const;

type Key = keyof typeof entries;
type Value<K extends Key> = v.InferOutput<(typeof entries)[K]>;

/** Undefined when it was never written, or by a version that meant something else by it. */
export async function readMeta<K extends Key>(db: Database, key: K): Promise<Value<K> | undefined> {
	const row = await db.meta.get(key);
	if (!row) return undefined;
	const schema: v.GenericSchema<unknown, Value<K>> = entries[key];
	const value = parse(schema, row.value);
	return value.ok ? value.value : undefined;
}

export async function writeMeta<K extends Key>(
	db: Database,
	key: K,
	value: Value<K> | undefined
): Promise<void> {
	if (value === undefined) await db.meta.delete(key);
	else await db.meta.put({ key, value });
}

import * as v from 'valibot';
import { UuidSchema } from '#lib/base/id.ts';
import { MillisSchema, MonotonicSchema } from '#lib/base/time.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/**
 * One thing that a person did. Clocks are evidence, never a reason to refuse: `at` is the device's
 * wall clock, `mono` its monotonic clock since `boot`, `offset` the last measured server − device
 * difference in ms.
 */
export const EventSchema = v.object({
	id: UuidSchema,
	kind: name,
	/** Of the body's schema; old versions are upcast when read, never rewritten. */
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	member: name,
	/** Absent for what a person does for themselves, outside any organisation. */
	organisation: v.optional(name),
	/** One installation × one account database. */
	device: name,
	/** 1, 2, 3 … without gaps on one device. */
	deviceSeq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	at: MillisSchema,
	mono: MonotonicSchema,
	boot: name,
	offset: v.optional(v.pipe(v.number(), v.finite())),
	body: v.record(v.string(), v.unknown())
});
export type Event = v.InferOutput<typeof EventSchema>;

/** As the server holds it: `sequence` in commit order, `receivedAt` by the server's clock. */
export const StoredEventSchema = v.object({
	...EventSchema.entries,
	sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
	receivedAt: MillisSchema
});
export type StoredEvent = v.InferOutput<typeof StoredEventSchema>;

/** An event that may or may not have reached the server yet. */
export type LoggedEvent = Event & Partial<Pick<StoredEvent, 'sequence' | 'receivedAt'>>;

import * as v from 'valibot';
import { MillisSchema } from '#lib/base/time.ts';
import type { EventSchema } from '#lib/log/event.ts';
import { ProtocolSchema } from './protocol.ts';

export const MOST_EVENTS_PER_PUSH = 200;
export const MOST_BYTES_PER_PUSH = 256 * 1024;
/** A larger one is never stored. */
export const MOST_EVENT_BYTES = 128 * 1024;

/**
 * `events` are checked one by one on the server, so that one broken event never holds up the rest; here
 * they only have to be objects.
 */
export const PushRequestSchema = v.object({
	protocol: ProtocolSchema,
	device: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
	events: v.pipe(v.array(v.unknown()), v.maxLength(MOST_EVENTS_PER_PUSH))
});
export interface PushRequest {
	protocol: 1;
	device: string;
	events: v.InferOutput<typeof EventSchema>[];
}

/** Why an event was turned away for good. It goes into the device's visible quarantine. */
export const REJECTIONS = [
	'Malformed',
	'UnknownKind',
	'UnknownVersion',
	'BadBody',
	'TooLarge',
	'NotYours',
	'NotAMember',
	'OtherContent'
] as const;

/** `stored` and `duplicate` are durable on disk when this is sent; `retry` was not stored. */
export const VerdictSchema = v.variant('verdict', [
	v.object({
		id: v.string(),
		verdict: v.picklist(['stored', 'duplicate']),
		sequence: v.number(),
		receivedAt: MillisSchema
	}),
	v.object({ id: v.string(), verdict: v.literal('rejected'), reason: v.picklist(REJECTIONS) }),
	v.object({ id: v.string(), verdict: v.literal('retry') })
]);
export type Verdict = v.InferOutput<typeof VerdictSchema>;

export const PushResponseSchema = v.object({
	protocol: ProtocolSchema,
	epoch: v.string(),
	/** One for each event, in the order sent. */
	results: v.array(VerdictSchema),
	/** The highest deviceSeq up to which the server holds this device's events without a gap. */
	deviceLastSeq: v.number(),
	serverNow: MillisSchema
});
export type PushResponse = v.InferOutput<typeof PushResponseSchema>;

import * as v from 'valibot';
import { MillisSchema } from '#lib/base/time.ts';
import { StoredEventSchema } from '#lib/log/event.ts';
import { CursorSchema, ProtocolSchema } from './protocol.ts';

export const MOST_EVENTS_PER_PULL = 500;

/** Query of a pull: everything of this member after the cursor; no cursor means from the beginning. */
export const PullQuerySchema = v.object({
	cursor: v.optional(CursorSchema)
});

/** When the cursor's epoch is not the server's, the answer starts again from the beginning. */
export const PullResponseSchema = v.object({
	protocol: ProtocolSchema,
	epoch: v.string(),
	events: v.array(StoredEventSchema),
	cursor: CursorSchema,
	more: v.boolean(),
	serverNow: MillisSchema
});
export type PullResponse = v.InferOutput<typeof PullResponseSchema>;

import * as v from 'valibot';

/** Raised when a message changes so that an older partner would misread it. */
export const PROTOCOL = 1;
export const ProtocolSchema = v.literal(PROTOCOL);

/** What every refusal of an endpoint looks like; `type` is turned into words where it is shown. */
export const RefusalBodySchema = v.object({
	error: v.looseObject({
		type: v.string(),
		/** Whole seconds until it makes sense to try again. */
		retryAfter: v.optional(v.number())
	})
});
export type RefusalBody = v.InferOutput<typeof RefusalBodySchema>;

/** `epoch.sequence`, opaque to devices: the epoch changes when a server was restored from a backup. */
export const CursorSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,64}\.\d{1,15}$/));

import * as v from 'valibot';
import { hashText } from '#lib/base/hash.ts';
import { ProtocolSchema } from './protocol.ts';

/** What the server holds of the signed-in member: compared with the device at the end of a sync. */
export const VerifyResponseSchema = v.object({
	protocol: ProtocolSchema,
	epoch: v.string(),
	count: v.number(),
	/** Of all ids up to `sequence`, see `digestOfIds`. */
	digest: v.string(),
	sequence: v.number()
});
export type VerifyResponse = v.InferOutput<typeof VerifyResponseSchema>;

/** The same set of ids gives the same digest, whatever their order. */
export function digestOfIds(ids: Iterable<string>): string {
	return hashText([...ids].sort().join('\n'));
}

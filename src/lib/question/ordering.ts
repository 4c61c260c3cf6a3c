import * as v from 'valibot';
import { commonEntries, IndexSchema, OptionsSchema } from './common.ts';
import type { Marking, Share } from './marking.ts';

/** 排序. The key lists all option indexes in the right order. */
export const OrderingSchema = v.pipe(
	v.object({
		...commonEntries,
		type: v.literal('ordering'),
		options: OptionsSchema,
		key: v.array(IndexSchema)
	}),
	v.check(
		({ key, options }) =>
			key.length === options.length &&
			new Set(key).size === key.length &&
			key.every((index) => index < options.length),
		'the key must name every option once'
	)
);
export type Ordering = v.InferOutput<typeof OrderingSchema>;

export const OrderingResponseSchema = v.object({
	type: v.literal('ordering'),
	order: v.pipe(v.array(IndexSchema), v.maxLength(26))
});
export type OrderingResponse = v.InferOutput<typeof OrderingResponseSchema>;

/** All or nothing unless the bank says `per-position`: then each option in its right place counts alike. */
export function shareOfOrdering(question: Ordering, response: OrderingResponse, marking: Marking): Share {
	if (new Set(response.order).size !== response.order.length) return 0;
	const right = question.key.filter((index, at) => response.order[at] === index).length;
	const share = right / question.key.length;
	return (marking.ordering ?? 'all-or-nothing') === 'all-or-nothing' ? Math.floor(share) : share;
}

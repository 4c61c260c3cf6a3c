import * as v from 'valibot';
import { commonEntries } from './common.ts';
import type { Share } from './marking.ts';

/** 判断. */
export const TrueFalseSchema = v.object({
	...commonEntries,
	type: v.literal('true-false'),
	key: v.boolean()
});
export type TrueFalse = v.InferOutput<typeof TrueFalseSchema>;

export const TrueFalseResponseSchema = v.object({ type: v.literal('true-false'), judgement: v.boolean() });
export type TrueFalseResponse = v.InferOutput<typeof TrueFalseResponseSchema>;

export function shareOfTrueFalse(question: TrueFalse, response: TrueFalseResponse): Share {
	return response.judgement === question.key ? 1 : 0;
}

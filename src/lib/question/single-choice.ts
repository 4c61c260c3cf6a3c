import * as v from 'valibot';
import { commonEntries, IndexSchema, OptionsSchema } from './common.ts';
import type { Share } from './marking.ts';

/** 单选. The key is the index of the one right option. */
export const SingleChoiceSchema = v.pipe(
	v.object({
		...commonEntries,
		type: v.literal('single-choice'),
		options: OptionsSchema,
		key: IndexSchema
	}),
	v.check((question) => question.key < question.options.length, 'the key names no option')
);
export type SingleChoice = v.InferOutput<typeof SingleChoiceSchema>;

export const SingleChoiceResponseSchema = v.object({ type: v.literal('single-choice'), choice: IndexSchema });
export type SingleChoiceResponse = v.InferOutput<typeof SingleChoiceResponseSchema>;

export function shareOfSingleChoice(question: SingleChoice, response: SingleChoiceResponse): Share {
	return response.choice === question.key ? 1 : 0;
}

import * as v from 'valibot';
import { commonEntries } from './common.ts';

/** 简答. The key is a model answer; a person marks it, or the learner against the key. */
export const ShortAnswerSchema = v.object({
	...commonEntries,
	type: v.literal('short-answer'),
	key: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(10_000))
});

export const ShortAnswerResponseSchema = v.object({
	type: v.literal('short-answer'),
	text: v.pipe(v.string(), v.maxLength(10_000))
});

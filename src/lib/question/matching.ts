import * as v from 'valibot';
import { commonEntries, IndexSchema, OptionsSchema } from './common.ts';
import type { Marking, Share } from './marking.ts';

const PairSchema = v.tuple([IndexSchema, IndexSchema]);

/** 匹配. The key is a list of `[premise, option]`; options may be more than premises. */
export const MatchingSchema = v.pipe(
	v.object({
		...commonEntries,
		type: v.literal('matching'),
		premises: OptionsSchema,
		options: OptionsSchema,
		key: v.pipe(v.array(PairSchema), v.minLength(1))
	}),
	v.check(
		({ key, premises, options }) =>
			key.length === premises.length &&
			new Set(key.map(([premise]) => premise)).size === premises.length &&
			key.every(([premise, option]) => premise < premises.length && option < options.length),
		'the key must give every premise one option'
	)
);
export type Matching = v.InferOutput<typeof MatchingSchema>;

export const MatchingResponseSchema = v.object({
	type: v.literal('matching'),
	pairs: v.pipe(v.array(PairSchema), v.maxLength(26))
});
export type MatchingResponse = v.InferOutput<typeof MatchingResponseSchema>;

/** Each pair counts alike unless the bank wants all; a premise given two options counts as wrong. */
export function shareOfMatching(question: Matching, response: MatchingResponse, marking: Marking): Share {
	const right = question.key.filter(([premise, option]) => {
		const given = response.pairs.filter((pair) => pair[0] === premise);
		return given.length === 1 && given[0]?.[1] === option;
	}).length;
	const share = right / question.key.length;
	return (marking.matching ?? 'per-pair') === 'all-or-nothing' ? Math.floor(share) : share;
}

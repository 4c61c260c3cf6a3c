import * as v from 'valibot';
import { commonEntries } from './common.ts';
import { matchKey, type Marking, type Share } from './marking.ts';

/** 填空. The stem shows one `____` for each blank; the key lists the accepted strings of each. */
export const FillInSchema = v.pipe(
	v.object({
		...commonEntries,
		type: v.literal('fill-in'),
		blanks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
		key: v.array(v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1))), v.minLength(1)))
	}),
	v.check(({ blanks, key }) => blanks === key.length, 'the key needs one list of strings for each blank')
);
export type FillIn = v.InferOutput<typeof FillInSchema>;

export const FillInResponseSchema = v.object({
	type: v.literal('fill-in'),
	blanks: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(20))
});
export type FillInResponse = v.InferOutput<typeof FillInResponseSchema>;

/** Width, case, spaces and outer punctuation do not count; each blank counts alike unless the bank wants all. */
export function shareOfFillIn(question: FillIn, response: FillInResponse, marking: Marking): Share {
	const right = question.key.filter((accepted, at) => {
		const given = matchKey(response.blanks[at] ?? '');
		return given !== '' && accepted.some((text) => matchKey(text) === given);
	}).length;
	const share = right / question.key.length;
	return (marking['fill-in'] ?? 'per-blank') === 'all-or-nothing' ? Math.floor(share) : share;
}

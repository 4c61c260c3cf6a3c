import * as v from 'valibot';
import { commonEntries, IndexSchema, OptionsSchema } from './common.ts';
import type { Marking, Share } from './marking.ts';

/** 多选: select several. The key is the sorted list of the right options' indexes. */
export const MultipleChoiceSchema = v.pipe(
	v.object({
		...commonEntries,
		type: v.literal('multiple-choice'),
		options: OptionsSchema,
		key: v.pipe(v.array(IndexSchema), v.minLength(1))
	}),
	v.check(
		({ key, options }) =>
			key.every((index, at) => index < options.length && (at === 0 || (key[at - 1] ?? 0) < index)),
		'the key must be a sorted list of option indexes without repeats'
	)
);
export type MultipleChoice = v.InferOutput<typeof MultipleChoiceSchema>;

export const MultipleChoiceResponseSchema = v.object({
	type: v.literal('multiple-choice'),
	choices: v.pipe(v.array(IndexSchema), v.maxLength(26))
});
export type MultipleChoiceResponse = v.InferOutput<typeof MultipleChoiceResponseSchema>;

/**
 * All or nothing unless the bank says otherwise: `half-when-incomplete` gives one half for a selection
 * that is right but not complete (the habit of Chinese examinations, 少选得一半); `per-option` gives
 * (right − wrong) ÷ all right ones, never below 0.
 */
export function shareOfMultipleChoice(
	question: MultipleChoice,
	response: MultipleChoiceResponse,
	marking: Marking
): Share {
	const chosen = new Set(response.choices);
	const right = question.key.filter((index) => chosen.has(index)).length;
	const wrong = chosen.size - right;
	const complete = right === question.key.length && wrong === 0;
	switch (marking['multiple-choice'] ?? 'all-or-nothing') {
		case 'all-or-nothing':
			return complete ? 1 : 0;
		case 'half-when-incomplete':
			return complete ? 1 : wrong === 0 && right > 0 ? 0.5 : 0;
		case 'per-option':
			return Math.max(0, (right - wrong) / question.key.length);
	}
}

import * as v from 'valibot';

/** What part of a question's points a response earns: 0 to 1. */
export type Share = number;

/** How a bank gives partial credit; what it leaves out falls back to the habit of each type. */
export const MarkingSchema = v.object({
	'multiple-choice': v.optional(v.picklist(['all-or-nothing', 'half-when-incomplete', 'per-option'])),
	'fill-in': v.optional(v.picklist(['per-blank', 'all-or-nothing'])),
	ordering: v.optional(v.picklist(['all-or-nothing', 'per-position'])),
	matching: v.optional(v.picklist(['per-pair', 'all-or-nothing']))
});
export type Marking = v.InferOutput<typeof MarkingSchema>;

/**
 * The form in which typed answers are compared: width and case folded (NFKC), white space gone,
 * quotation marks, book-title marks and closing punctuation gone at both ends.
 */
export function matchKey(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\s/gu, '')
		.replace(/^[“”‘’"'《〈「『（([]+|[“”‘’"'》〉」』）)\].,;:!?。，；：！？、]+$/gu, '')
		.replace(/(?<=\d),(?=\d{3})/gu, '');
}

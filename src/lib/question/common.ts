import * as v from 'valibot';

/**
 * Where the proof of a question stands. `document`, `article` and `section` are ids while the question
 * travels with its compiled text, and printed titles in a bank that travels alone (the built-in course);
 * `facts` are then the short strings that pin down the one sentence.
 */
export const SourceSchema = v.object({
	document: v.string(),
	article: v.optional(v.string()),
	section: v.optional(v.string()),
	sentence: v.optional(v.string()),
	facts: v.optional(v.array(v.pipe(v.string(), v.maxLength(40))))
});
export type Source = v.InferOutput<typeof SourceSchema>;

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

export const OptionsSchema = v.pipe(v.array(text(2_000)), v.minLength(2), v.maxLength(26));
export const IndexSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What every question has, whatever its type. */
export const commonEntries = {
	id: text(200),
	stem: text(10_000),
	excludes: v.optional(v.array(v.string())),
	explanation: v.optional(v.pipe(v.string(), v.maxLength(10_000))),
	source: v.optional(SourceSchema),
	/** 1 easiest – 5 hardest. */
	difficulty: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
	/** Whole points. */
	points: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000))),
	topics: v.optional(v.array(v.string())),
	chapter: v.optional(v.string()),
	tags: v.optional(v.array(v.string())),
	timeLimitMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1_000))),
	group: v.optional(v.string()),
	media: v.optional(v.array(v.string()))
};

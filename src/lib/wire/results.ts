import * as v from 'valibot';

export const RESULT_ORDERS = ['when', 'name', 'title', 'score', 'time'] as const;

export const ResultsQuerySchema = v.object({
	organisation: v.string(),
	/** Looked for in names and titles. */
	search: v.optional(v.pipe(v.string(), v.maxLength(100))),
	course: v.optional(v.string()),
	passed: v.optional(v.picklist(['yes', 'no'])),
	order: v.optional(v.picklist(RESULT_ORDERS), 'when'),
	direction: v.optional(v.picklist(['up', 'down']), 'down'),
	page: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)), '0')
});
export type ResultsQuery = v.InferInput<typeof ResultsQuerySchema>;

/** One attempt as the trainer sees it. `markedBy` device: the server has no key for a learner's own material. */
export const ResultRowSchema = v.object({
	attempt: v.string(),
	member: v.string(),
	name: v.string(),
	title: v.string(),
	course: v.string(),
	startedAt: v.number(),
	handedInAt: v.nullable(v.number()),
	durationMs: v.nullable(v.number()),
	scoreHundredths: v.number(),
	fullHundredths: v.number(),
	right: v.number(),
	questions: v.number(),
	ungraded: v.number(),
	passed: v.boolean(),
	markedBy: v.picklist(['server', 'device']),
	clockSuspect: v.boolean()
});
export type ResultRow = v.InferOutput<typeof ResultRowSchema>;

export const ResultsResponseSchema = v.object({
	rows: v.array(ResultRowSchema),
	total: v.number(),
	pageSize: v.number(),
	/** Titles to filter by. */
	courses: v.array(v.object({ course: v.string(), title: v.string() }))
});
export type ResultsResponse = v.InferOutput<typeof ResultsResponseSchema>;

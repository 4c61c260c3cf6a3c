import * as v from 'valibot';
import { QuestionSchema } from '#lib/question/question.ts';
import { QuestionReportedSchema } from '#lib/study/events.ts';

export const ReportsQuerySchema = v.object({
	organisation: v.string(),
	state: v.optional(v.picklist(['open', 'handled']), 'open'),
	course: v.optional(v.string()),
	page: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)), '0')
});
export type ReportsQuery = v.InferInput<typeof ReportsQuerySchema>;

const NoteSchema = v.pipe(v.string(), v.trim(), v.maxLength(500));

/** 纠错, as the trainer reads it: who says what is wrong. */
export const ReportRowSchema = v.object({
	/** Id of the event. */
	report: v.string(),
	member: v.string(),
	name: v.string(),
	reason: QuestionReportedSchema.entries.reason,
	text: v.string(),
	reportedAt: v.number(),
	handled: v.optional(v.object({ at: v.number(), by: v.string(), note: v.string() }))
});
export type ReportRow = v.InferOutput<typeof ReportRowSchema>;

export const ReportedQuestionSchema = v.object({
	course: v.string(),
	title: v.string(),
	question: v.string(),
	/** With its key; null when that version of the course no longer has it. */
	item: v.nullable(QuestionSchema),
	/** Newest first. */
	reports: v.array(ReportRowSchema)
});
export type ReportedQuestion = v.InferOutput<typeof ReportedQuestionSchema>;

export const ReportsResponseSchema = v.object({
	/** The one reported last first. */
	questions: v.array(ReportedQuestionSchema),
	/** Questions in this state, on all pages. */
	total: v.number(),
	pageSize: v.number(),
	/** Titles to filter by. */
	courses: v.array(v.object({ course: v.string(), title: v.string() }))
});
export type ReportsResponse = v.InferOutput<typeof ReportsResponseSchema>;

/** One answer to everybody who reported the same: `also` names the other reports it is for. */
export const HandleReportBodySchema = v.object({
	organisation: v.string(),
	note: NoteSchema,
	also: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(200)))
});
export type HandleReportBody = v.InferInput<typeof HandleReportBodySchema>;
export const HandleReportResponseSchema = v.object({ handled: v.number() });

/** What became of one's own reports. */
export const ReportAnswersResponseSchema = v.object({
	answers: v.array(v.object({ report: v.string(), handledAt: v.number(), note: v.string() }))
});
export type ReportAnswer = v.InferOutput<typeof ReportAnswersResponseSchema>['answers'][number];

import * as v from 'valibot';
import { FillInResponseSchema, FillInSchema } from './fill-in.ts';
import { MarkingSchema } from './marking.ts';
import { MatchingResponseSchema, MatchingSchema } from './matching.ts';
import { MultipleChoiceResponseSchema, MultipleChoiceSchema } from './multiple-choice.ts';
import { NumericResponseSchema, NumericSchema } from './numeric.ts';
import { OrderingResponseSchema, OrderingSchema } from './ordering.ts';
import { ShortAnswerResponseSchema, ShortAnswerSchema } from './short-answer.ts';
import { SingleChoiceResponseSchema, SingleChoiceSchema } from './single-choice.ts';
import { TrueFalseResponseSchema, TrueFalseSchema } from './true-false.ts';

/** In the order a paper shows them. */
export const QUESTION_TYPES = [
	'single-choice',
	'multiple-choice',
	'true-false',
	'fill-in',
	'numeric',
	'ordering',
	'matching',
	'short-answer'
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

export const QuestionSchema = v.variant('type', [
	SingleChoiceSchema,
	MultipleChoiceSchema,
	TrueFalseSchema,
	FillInSchema,
	NumericSchema,
	OrderingSchema,
	MatchingSchema,
	ShortAnswerSchema
]);
export type Question = v.InferOutput<typeof QuestionSchema>;

/** What was given for one question. Indexes are those of the bank, whatever order the screen showed. */
export const ResponseSchema = v.variant('type', [
	SingleChoiceResponseSchema,
	MultipleChoiceResponseSchema,
	TrueFalseResponseSchema,
	FillInResponseSchema,
	NumericResponseSchema,
	OrderingResponseSchema,
	MatchingResponseSchema,
	ShortAnswerResponseSchema
]);
export type Response = v.InferOutput<typeof ResponseSchema>;

/** Rules of item writing that a bank may decide not to follow; the rest holds everywhere. */
export const ALLOWANCES = ['all-of-the-above', 'k-type', 'negative-stem'] as const;

export const BankSchema = v.pipe(
	v.object({
		id: v.pipe(v.string(), v.minLength(1)),
		title: v.string(),
		marking: v.optional(MarkingSchema),
		allows: v.optional(v.array(v.picklist(ALLOWANCES))),
		/** The text that the questions of one group share, by group id. */
		groups: v.optional(v.record(v.string(), v.string())),
		questions: v.array(QuestionSchema)
	}),
	v.check(
		({ questions }) => new Set(questions.map((question) => question.id)).size === questions.length,
		'two questions have the same id'
	)
);
export type Bank = v.InferOutput<typeof BankSchema>;

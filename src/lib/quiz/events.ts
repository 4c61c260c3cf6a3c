import * as v from 'valibot';
import { UuidSchema } from '#lib/base/id.ts';
import { ResponseSchema } from '#lib/question/question.ts';
import { BlueprintSchema } from './blueprint.ts';
import { PaperSchema } from './paper.ts';

const elapsedMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** What was answered, when the device made the paper itself (practice). */
export const AttemptStartedSchema = v.object({
	attempt: UuidSchema,
	title: v.string(),
	/** The publication's content hash, or the id of a document of one's own. */
	course: v.string(),
	/** True when the organisation's trainers may see the result. */
	shared: v.boolean(),
	blueprint: BlueprintSchema,
	paper: PaperSchema
});

/**
 * `revision` counts the answers to one question within an attempt, `elapsedMs` is the device's best
 * knowledge of the time since the start: evidence, judged by the fold.
 */
export const AnswerGivenSchema = v.object({
	attempt: UuidSchema,
	question: v.string(),
	revision,
	elapsedMs,
	/** Null takes an answer back. */
	response: v.nullable(ResponseSchema)
});

export const QuestionFlaggedSchema = v.object({
	attempt: UuidSchema,
	question: v.string(),
	revision,
	flagged: v.boolean()
});

/** `claim` is what the device itself made of the attempt; the server trusts it only where it has no key. */
export const AttemptHandedInSchema = v.object({
	attempt: UuidSchema,
	elapsedMs,
	by: v.picklist(['learner', 'time']),
	/** True when a clock moved in a way that the device could not explain. */
	clockSuspect: v.boolean(),
	claim: v.optional(
		v.object({
			scoreHundredths: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
			fullHundredths: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
			right: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
			questions: v.pipe(v.number(), v.safeInteger(), v.minValue(0))
		})
	)
});

/** A short answer marked against the key; `share` of its points, 0–1. */
export const ShortAnswerMarkedSchema = v.object({
	attempt: UuidSchema,
	question: v.string(),
	revision,
	share: v.pipe(v.number(), v.minValue(0), v.maxValue(1))
});

export type AttemptStarted = v.InferOutput<typeof AttemptStartedSchema>;
export type AttemptHandedIn = v.InferOutput<typeof AttemptHandedInSchema>;

export const quizEvents = {
	'attempt-started': AttemptStartedSchema,
	'answer-given': AnswerGivenSchema,
	'question-flagged': QuestionFlaggedSchema,
	'attempt-handed-in': AttemptHandedInSchema,
	'short-answer-marked': ShortAnswerMarkedSchema
} as const;

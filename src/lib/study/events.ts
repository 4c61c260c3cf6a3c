import * as v from 'valibot';
import { UuidSchema } from '#lib/base/id.ts';
import { ResponseSchema } from '#lib/question/question.ts';
import { StudySettingsSchema } from './settings.ts';

/** The ways to practise (FIELD §2); all run over one engine. */
export const PRACTICE_MODES = [
	'lesson',
	'sequential',
	'random',
	'chapter',
	'topic',
	'wrong-answer',
	'favourites',
	'memorise',
	'mock-exam',
	'daily',
	'survival',
	'rapid',
	'ladder',
	'review'
] as const;
export type PracticeMode = (typeof PRACTICE_MODES)[number];

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const ms = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** A day of the learner's own calendar, as their device showed it: `2026-11-21`. */
const day = v.pipe(v.string(), v.isoDate());

/** One question answered in practice, marked on the device. Recalled and graded once: a review. */
export const QuestionPractisedSchema = v.object({
	course: id,
	question: id,
	mode: v.picklist(PRACTICE_MODES),
	response: v.nullable(ResponseSchema),
	verdict: v.picklist(['right', 'partly', 'wrong']),
	tookMs: ms,
	day,
	/** The learner said it was a guess. */
	unsure: v.optional(v.boolean()),
	/** 1 again, 2 hard, 3 good, 4 easy: when the learner graded it. */
	grade: v.optional(v.picklist([1, 2, 3, 4])),
	/** Of a mock exam: a question of one attempt counts once, whichever device handed it in. */
	attempt: v.optional(UuidSchema)
});
export type QuestionPractised = v.InferOutput<typeof QuestionPractisedSchema>;

/** The last answer was a slip of the thumb: as if it had never been given. */
export const PracticeUndoneSchema = v.object({ event: UuidSchema });

/** What a learner decides about one question; of each field the highest revision holds. */
export const QuestionMarkedSchema = v.object({
	course: id,
	question: id,
	revision,
	change: v.variant('type', [
		v.object({ type: v.literal('favourite'), on: v.boolean() }),
		v.object({ type: v.literal('removed'), on: v.boolean() }),
		v.object({ type: v.literal('note'), text: v.pipe(v.string(), v.maxLength(2_000)) })
	])
});
export type QuestionMarked = v.InferOutput<typeof QuestionMarkedSchema>;

/** 纠错: something about a question is wrong, told to whoever published it. */
export const QuestionReportedSchema = v.object({
	course: id,
	question: id,
	reason: v.picklist(['key', 'wording', 'source', 'display', 'other']),
	text: v.pipe(v.string(), v.maxLength(1_000))
});

export type QuestionReported = v.InferOutput<typeof QuestionReportedSchema>;

/** One level of the ladder played to its end; the best stars of a level hold. */
export const LevelFinishedSchema = v.object({
	course: id,
	level: id,
	right: ms,
	questions: v.pipe(ms, v.minValue(1)),
	day
});

/** Settings that were changed; of each one the highest revision holds. */
export const StudySettingsChangedSchema = v.object({ revision, change: v.partial(StudySettingsSchema) });

export const studyEvents = {
	'question-practised': QuestionPractisedSchema,
	'practice-undone': PracticeUndoneSchema,
	'question-marked': QuestionMarkedSchema,
	'question-reported': QuestionReportedSchema,
	'level-finished': LevelFinishedSchema,
	'study-settings-changed': StudySettingsChangedSchema
} as const;

import * as v from 'valibot';
import { QUESTION_TYPES, type QuestionType } from '#lib/question/question.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500));

/** 组卷规则: how a paper is drawn. Types that are left out are not asked. */
export const BlueprintSchema = v.object({
	title: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
	/** How many questions of each type. */
	counts: v.record(v.picklist(QUESTION_TYPES), count),
	/** Whole points of each type; what is left out takes the question's own points, or 1. */
	points: v.optional(v.record(v.picklist(QUESTION_TYPES), count)),
	/** Only questions of these chapters or topics, when given. */
	chapters: v.optional(v.array(v.string())),
	durationMs: v.pipe(v.number(), v.integer(), v.minValue(10_000), v.maxValue(24 * 3_600_000)),
	/** Share of all points from which an attempt passes, 0–1, inclusive. */
	passShare: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	shuffleQuestions: v.boolean(),
	shuffleOptions: v.boolean()
});
export type Blueprint = v.InferOutput<typeof BlueprintSchema>;

export function countOf(blueprint: Blueprint, type: QuestionType): number {
	return blueprint.counts[type] ?? 0;
}

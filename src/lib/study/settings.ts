import * as v from 'valibot';

/** What a learner chose for their practice; the same on all their devices. */
export const StudySettingsSchema = v.object({
	/** So many right answers in a row, and a question leaves the wrong-answer book. */
	rightInARow: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
	/** The share of questions one wants to recall when they come due. */
	retention: v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97)),
	/** Questions due and questions never asked, a day at most. */
	reviewsPerDay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999)),
	newPerDay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999)),
	/** On to the next question after a right answer. */
	autoAdvance: v.boolean(),
	/** The learner grades a recall; otherwise the answer itself does. */
	selfGrade: v.boolean(),
	/** Whether points and days in a row are shown at all. */
	points: v.boolean(),
	streak: v.boolean(),
	/** Whether the device may fit FSRS's weights to this learner. */
	adapt: v.boolean(),
	/** How many recalls the last fit looked at; 0: there was none. */
	fittedFrom: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** FSRS's weights, fitted to this learner; null: the usual ones. */
	weights: v.nullable(v.pipe(v.array(v.pipe(v.number(), v.finite())), v.length(21)))
});
export type StudySettings = v.InferOutput<typeof StudySettingsSchema>;

export const USUAL_SETTINGS: StudySettings = {
	rightInARow: 2,
	retention: 0.9,
	reviewsPerDay: 100,
	newPerDay: 20,
	autoAdvance: true,
	selfGrade: false,
	points: true,
	streak: true,
	adapt: true,
	fittedFrom: 0,
	weights: null
};

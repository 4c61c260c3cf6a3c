import * as v from 'valibot';

/** A lesson read to its end. Folding is by lesson: more than one finish is still finished. */
export const LessonFinishedSchema = v.object({
	course: v.string(),
	lesson: v.string(),
	/** Time spent reading, ms, as far as the page was visible. */
	readMs: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
	/** The reader's own calendar day, `2026-11-21`; earlier versions did not write it. */
	day: v.optional(v.pipe(v.string(), v.isoDate()))
});

export const courseEvents = { 'lesson-finished': LessonFinishedSchema } as const;

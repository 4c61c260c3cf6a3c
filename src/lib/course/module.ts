import * as v from 'valibot';

/** A lesson of 3–5 minutes: which sections to read, which facts to keep, which questions to answer. */
export const LessonSchema = v.object({
	id: v.string(),
	title: v.string(),
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** Section ids of the text, in reading order. */
	sections: v.array(v.string()),
	/** Ids of paragraphs of these sections, in reading order: the lesson shows only them. Absent: all. */
	paragraphs: v.optional(v.array(v.string())),
	facts: v.array(v.string()),
	questions: v.array(v.string())
});

export const ModuleSchema = v.object({
	id: v.string(),
	title: v.string(),
	lessons: v.array(LessonSchema)
});

export type Lesson = v.InferOutput<typeof LessonSchema>;
export type Module = v.InferOutput<typeof ModuleSchema>;

import * as v from 'valibot';
import { BankSchema } from '#lib/question/question.ts';

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));

/** A lesson in our own words; its `source` names printed titles of the document it tells of. */
export const BuiltInLessonSchema = v.pipe(
	v.object({
		id: text(200),
		title: text(200),
		/** Whole minutes of reading and answering. */
		minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
		source: v.object({ article: v.string(), section: v.optional(v.string()) }),
		paragraphs: v.pipe(v.array(text(5_000)), v.minLength(1)),
		/** What to keep from the lesson, each as it stands in one of the paragraphs. */
		facts: v.array(text(200)),
		/** Ids of the bank's questions, in the order in which the lesson asks them. */
		questions: v.array(v.string())
	}),
	v.check(
		({ facts, paragraphs }) =>
			facts.every((fact) => paragraphs.some((paragraph) => paragraph.includes(fact))),
		'a fact does not stand in the paragraphs of its lesson'
	)
);
export type BuiltInLesson = v.InferOutput<typeof BuiltInLessonSchema>;

/** A file of `questions/`: a module that travels without its document, lessons and bank together. */
export const BuiltInModuleSchema = v.pipe(
	v.object({
		$schema: v.optional(v.string()),
		format: v.literal(1),
		/** The file's name without `.json`. */
		id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case with hyphens')),
		title: text(200),
		language: v.picklist(['zh-CN', 'en']),
		summary: text(2_000),
		/** The printed title of the document that the module is about. */
		document: text(500),
		lessons: v.pipe(v.array(BuiltInLessonSchema), v.minLength(1)),
		bank: BankSchema
	}),
	v.check(({ lessons, bank }) => {
		const ids = new Set(bank.questions.map((question) => question.id));
		return lessons.every((lesson) => lesson.questions.every((id) => ids.has(id)));
	}, 'a lesson asks a question that the bank does not hold'),
	v.check(
		({ lessons }) => new Set(lessons.map((lesson) => lesson.id)).size === lessons.length,
		'two lessons have the same id'
	)
);
export type BuiltInModule = v.InferOutput<typeof BuiltInModuleSchema>;

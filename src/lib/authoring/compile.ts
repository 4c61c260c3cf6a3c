import { textOfLesson } from '#lib/course/lesson-text.ts';
import type { Module } from '#lib/course/module.ts';
import type { Document, Fact } from '#lib/document/document.ts';
import { extractFacts } from '#lib/document/facts.ts';
import type { Question } from '#lib/question/question.ts';
import { draftQuestions } from './draft.ts';
import { buildModules } from './modules.ts';

/** A document with all that is found in it. */
export interface Course {
	document: Document;
	facts: Fact[];
	modules: Module[];
	questions: Question[];
}

/**
 * From a repaired document to modules with drafted questions: the one way for page, worker and command
 * line.
 * @param onprogress called now and then with facts drafted so far and in all; it must return at once
 */
export function compileCourse(
	document: Document,
	onprogress?: (done: number, total: number) => void
): Course {
	const { facts, warnings } = extractFacts(document);
	const judged = { ...document, warnings: [...document.warnings, ...warnings] };
	const questions = draftQuestions(judged, facts, onprogress);
	return {
		document: judged,
		facts,
		modules: buildModules(document, facts, questions),
		questions
	};
}

/** A title and a greeting are no lesson. */
const LEAST_TEXT = 60;

/** Whether there is a lesson with some text to read or a question to answer. */
export function isWorthLearning({ document, modules }: Pick<Course, 'document' | 'modules'>): boolean {
	return modules.some(({ lessons }) =>
		lessons.some(
			(lesson) =>
				lesson.questions.length > 0 ||
				textOfLesson(document, lesson)
					.flatMap(({ paragraphs }) => paragraphs)
					.reduce((sum, { text }) => sum + text.length, 0) >= LEAST_TEXT
		)
	);
}

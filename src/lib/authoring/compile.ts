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
	const questions = draftQuestions(document, facts, onprogress);
	return {
		document: { ...document, warnings: [...document.warnings, ...warnings] },
		facts,
		modules: buildModules(document, facts, questions),
		questions
	};
}

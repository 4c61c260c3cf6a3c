import type { Document, Fact } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import type { Module } from './module.ts';
import type { Publication } from './publication.ts';

/** A compiled document as devices study it: the lessons show the text itself. */
export function publicationFromCompiled(compiled: {
	document: Document;
	facts: Fact[];
	modules: Module[];
	questions: Question[];
}): Publication {
	const { document, facts, modules, questions } = compiled;
	const title = document.title === '' ? document.file : document.title;
	return {
		format: 1,
		title: title.slice(0, 300),
		kind: 'text',
		document,
		facts,
		modules,
		bank: { id: document.id, title, questions }
	};
}

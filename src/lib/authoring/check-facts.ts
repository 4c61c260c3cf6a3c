import type { Document } from '#lib/document/document.ts';
import type { Bank, Question } from '#lib/question/question.ts';
import { squeeze, type Finding } from './lint/finding.ts';

/**
 * Whether what a bank cites stands in its documents: each of a question's `source.facts`, all of them in
 * one sentence, and its article and section. White space and punctuation do not count.
 */
export function checkFacts(bank: Bank, documents: readonly Document[]): Finding[] {
	const texts = documents.map(textOf);
	const cited = new Map<string, string[]>();
	for (const { source } of bank.questions) {
		if (source)
			cited.set(source.document, [
				...(cited.get(source.document) ?? []),
				...(source.facts ?? []).map(squeeze)
			]);
	}
	const found = new Map([...cited].map(([title, facts]) => [title, textFor(squeeze(title), facts, texts)]));
	return bank.questions.flatMap((question) =>
		checkQuestion(question, found.get(question.source?.document ?? ''))
	);
}

interface Text {
	/** Sentences and clauses between ；, squeezed. */
	stretches: string[];
	/** Everything, headings and titles included, squeezed. */
	whole: string;
	/** The articles without a printed title: they can only be named by whoever cites them. */
	untitled: string;
}

function checkQuestion(question: Question, text: Text | undefined): Finding[] {
	const { source } = question;
	if (!source) return [];
	const facts = (source.facts ?? []).map(squeeze).filter((fact) => fact !== '');
	const report = (rule: string, where: string, params: Readonly<Record<string, string>>): Finding => ({
		question: question.id,
		rule,
		severity: 'error',
		where,
		params
	});
	if (!text) return [report('place-not-found', 'source.document', { place: source.document })];
	const missing = (source.facts ?? []).flatMap((fact, at) =>
		text.whole.includes(squeeze(fact)) ? [] : [report('fact-not-found', `source.facts.${at}`, { fact })]
	);
	const together =
		missing.length > 0 ||
		facts.length < 2 ||
		text.stretches.some((stretch) => facts.every((fact) => stretch.includes(fact)));
	const places = (['article', 'section'] as const).flatMap((kind) => {
		const place = source[kind];
		const isGiven =
			place === undefined || (kind === 'article' && facts.every((fact) => text.untitled.includes(fact)));
		return isGiven || text.whole.includes(squeeze(place))
			? []
			: [report('place-not-found', `source.${kind}`, { place })];
	});
	return [
		...missing,
		...(together
			? []
			: [report('facts-not-together', 'source.facts', { facts: (source.facts ?? []).join(' · ') })]),
		...places
	];
}

/** The document that holds the cited title, among several the one that holds most of all cited facts. */
function textFor(title: string, facts: readonly string[], texts: readonly Text[]): Text | undefined {
	const held = (text: Text) => facts.filter((fact) => text.whole.includes(fact)).length;
	const titled = title === '' ? [] : texts.filter((text) => text.whole.includes(title));
	const [best] = [...(titled.length > 0 ? titled : texts)].sort((a, b) => held(b) - held(a));
	return best && (titled.length > 0 || held(best) > 0) ? best : undefined;
}

function textOf(document: Document): Text {
	const stretches: string[] = [];
	const untitled: string[] = [];
	// In reading order, so that a heading the repair split in two is still found.
	const pieces = [document.title, document.file, ...document.removed];
	for (const { title, author = '', sections } of document.articles) {
		pieces.push(title, author);
		const from = pieces.length;
		const signatures = sections.flatMap(({ paragraphs }) =>
			paragraphs.filter(({ kind }) => kind === 'attribution')
		);
		stretches.push(squeeze([title, author, ...signatures.map(({ text }) => text)].join('')));
		for (const { heading, paragraphs } of sections) {
			pieces.push(heading);
			for (const { text } of paragraphs) {
				pieces.push(text);
				stretches.push(...text.split(/[。！？；]/u).map(squeeze));
			}
		}
		if (title === '') untitled.push(...pieces.slice(from));
	}
	return {
		stretches,
		whole: squeeze(pieces.join('')),
		untitled: squeeze(untitled.join(''))
	};
}

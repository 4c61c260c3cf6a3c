import type { Document } from '#lib/document/document.ts';
import type { Bank, Question } from '#lib/question/question.ts';
import { squeeze, type Finding } from './lint/finding.ts';

/**
 * Whether what a bank cites stands in its documents: each of a question's `source.facts`, all of them in
 * one sentence, and its article and section. White space and punctuation do not count.
 */
export function checkFacts(bank: Bank, documents: readonly Document[]): Finding[] {
	const texts = documents.map(textOf);
	return bank.questions.flatMap((question) => checkQuestion(question, texts));
}

interface Text {
	/** Sentences and clauses between ；, squeezed. */
	stretches: string[];
	/** Everything, headings and titles included, squeezed. */
	whole: string;
}

function checkQuestion(question: Question, texts: readonly Text[]): Finding[] {
	const { source } = question;
	if (!source) return [];
	const facts = (source.facts ?? []).map(squeeze).filter((fact) => fact !== '');
	const text = textFor(squeeze(source.document), facts, texts);
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
		return place === undefined || text.whole.includes(squeeze(place))
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

/** The document that holds the cited title, among several the one that holds most of the facts. */
function textFor(title: string, facts: readonly string[], texts: readonly Text[]): Text | undefined {
	const held = (text: Text) => facts.filter((fact) => text.whole.includes(fact)).length;
	const titled = title === '' ? [] : texts.filter((text) => text.whole.includes(title));
	const [best] = [...(titled.length > 0 ? titled : texts)].sort((a, b) => held(b) - held(a));
	return best && (titled.length > 0 || held(best) > 0) ? best : undefined;
}

function textOf(document: Document): Text {
	const stretches: string[] = [];
	const names = [document.title, document.file, ...document.removed];
	for (const article of document.articles) {
		names.push(article.title, article.author ?? '');
		for (const section of article.sections) {
			names.push(section.heading);
			for (const paragraph of section.paragraphs)
				stretches.push(...paragraph.text.split(/[。！？；]/u).map(squeeze));
		}
	}
	return { stretches, whole: squeeze(names.join('')) + stretches.join('') };
}

import type { Fact } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import { squeeze } from '../lint/finding.ts';
import { dice } from '../lint/likeness.ts';

/** A drafted question and the fact it asks for. */
export interface Asked {
	question: Question;
	fact?: Fact | undefined;
}

/** How many questions about one value are compared with each other. */
const MOST_ALIKE = 40;

/**
 * Without questions that ask for one fact again, in whatever form and article, and without those whose
 * answers contradict each other: the same words of one article around two figures.
 */
export function withoutRepeats<One extends Asked>(offered: readonly One[]): One[] {
	const byValue = new Map<string, string[]>();
	const values = new Map<string, Set<string>>();
	const kept = offered.filter(({ question, fact }) => {
		if (fact?.kind !== 'number' && fact?.kind !== 'date') return true;
		const told = plainStem(question.stem, fact.value);
		const frame = frameOf(question, fact);
		values.set(frame, (values.get(frame) ?? new Set()).add(fact.value));
		const known = byValue.get(fact.value) ?? [];
		byValue.set(fact.value, known);
		if (known.some((other) => dice(other, told) >= 0.6)) return false;
		if (known.length < MOST_ALIKE) known.push(told);
		return true;
	});
	return kept.filter(
		({ question, fact }) => fact === undefined || (values.get(frameOf(question, fact))?.size ?? 1) < 2
	);
}

/** What one article says around a figure, other figures and all. */
function frameOf({ stem }: Question, { article, value }: Fact): string {
	return `${article}|${withoutQuestion(stem, value)}`;
}

/** The stem without the text it names, its figures and its question words. */
function plainStem(stem: string, value: string): string {
	return withoutQuestion(stem, value).replace(/\d{4}年|[\d.]+/gu, '');
}

function withoutQuestion(stem: string, value: string): string {
	const told = stem.replace(/^据《[^》]*》(?:“[^”]*”部分)?，/u, '').replace(value, '');
	return squeeze(told).replace(/(?:百分之)?(?:是|为|有)?多少[\u4e00-\u9fff]{0,2}/gu, '');
}

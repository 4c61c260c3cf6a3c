import { contentIds } from '#lib/base/id.ts';
import { seededRandom } from '#lib/base/random.ts';
import type { Document, Fact } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import type { Desk, Draft } from './drafts/draft.ts';
import { draftNumber } from './drafts/numbers.ts';
import { placesByParagraph, type Place } from './place.ts';

/**
 * Questions a trainer can keep, at most one for a fact, in reading order. Chance comes from each fact's
 * own text, so that one edited sentence leaves the other drafts as they are.
 */
export function draftQuestions(
	document: Document,
	facts: readonly Fact[],
	onprogress?: (done: number, total: number) => void
): Question[] {
	const places = placesByParagraph(document);
	const idOf = contentIds();
	const questions: Question[] = [];
	facts.forEach((fact, at) => {
		if (at % 100 === 0) onprogress?.(at, facts.length);
		const place = places.get(fact.paragraph);
		if (!place) return;
		const draft = draftFact({ fact, place, peers: facts, random: seededRandom(fact.id) });
		if (draft) questions.push(withOrigin(draft, fact, place, idOf));
	});
	onprogress?.(facts.length, facts.length);
	return questions;
}

function draftFact(desk: Desk): Draft | undefined {
	switch (desk.fact.kind) {
		case 'number':
			return draftNumber(desk);
		case 'date':
		case 'name':
		case 'term':
		case 'title':
		case 'place':
		case 'enumeration':
			return undefined;
	}
}

function withOrigin(
	draft: Draft,
	fact: Fact,
	place: Place,
	idOf: (prefix: string, text: string) => string
): Question {
	return {
		...draft,
		id: idOf('q', `${draft.type}|${draft.stem}|${JSON.stringify(draft.key)}`),
		source: {
			document: place.document.id,
			article: place.article.id,
			section: place.section.id,
			sentence: fact.sentence
		}
	};
}

import { contentIds } from '#lib/base/id.ts';
import { seededRandom } from '#lib/base/random.ts';
import type { Document, Fact } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import { draftDate } from './drafts/dates.ts';
import type { Desk, Draft } from './drafts/draft.ts';
import { draftEnglish } from './drafts/english.ts';
import { draftList } from './drafts/lists.ts';
import { draftNumber } from './drafts/numbers.ts';
import { draftPairs } from './drafts/pairs.ts';
import { draftName, draftPlace, draftTerm, draftTitle } from './drafts/words.ts';
import { lintQuestion } from './lint.ts';
import { PAPER_RULES } from './lint/paper.ts';
import { indexPeers } from './peers.ts';
import { placesByParagraph, type Place } from './place.ts';

/**
 * Questions a trainer can keep, at most one for a fact, in reading order. Chance comes from each fact's
 * own text, so that one edited sentence leaves the other drafts as they are. Nothing that breaks a rule
 * of item writing comes out; questions that give each other away name each other in `excludes`.
 */
export function draftQuestions(
	document: Document,
	facts: readonly Fact[],
	onprogress?: (done: number, total: number) => void
): Question[] {
	const places = placesByParagraph(document);
	const peers = indexPeers(facts);
	const idOf = contentIds();
	const questions: Question[] = [];
	const paired = new Set<string>();
	facts.forEach((fact, at) => {
		if (at % 100 === 0) onprogress?.(at, facts.length);
		const place = places.get(fact.paragraph);
		if (!place || paired.has(fact.id)) return;
		const random = seededRandom(fact.id);
		const group = fact.kind === 'number' ? sameSentence(facts, at) : [];
		const pairs = draftPairs(group, place, random);
		if (pairs) for (const member of group) paired.add(member.id);
		const draft = pairs ?? draftFact({ fact, place, peers, random });
		const question = draft && withOrigin(draft, fact, place, idOf);
		if (question && isOffered(question)) questions.push(question);
	});
	onprogress?.(facts.length, facts.length);
	return keptApart(questions);
}

/** No rule broken that is an error, and no word in the key that points to it from the stem. */
function isOffered(question: Question): boolean {
	return lintQuestion(question).every(({ rule, severity }) => severity !== 'error' && rule !== 'word-repeat');
}

/** The numbers of one sentence, from its first on. */
function sameSentence(facts: readonly Fact[], at: number): Fact[] {
	const first = facts[at];
	if (!first || facts[at - 1]?.sentence === first.sentence) return [];
	const group: Fact[] = [];
	for (let i = at; facts[i]?.sentence === first.sentence && facts[i]?.paragraph === first.paragraph; i++) {
		const fact = facts[i];
		if (fact?.kind === 'number') group.push(fact);
	}
	return group;
}

function draftFact(desk: Desk): Draft | undefined {
	if (desk.place.document.language === 'en') return draftEnglish(desk);
	switch (desk.fact.kind) {
		case 'number':
			return draftNumber(desk);
		case 'date':
			return draftDate(desk);
		case 'name':
			return draftName(desk);
		case 'term':
			return draftTerm(desk);
		case 'title':
			return draftTitle(desk);
		case 'place':
			return draftPlace(desk);
		case 'enumeration':
			return draftList(desk);
	}
}

/** Drops what asks the same thing twice, and keeps apart what gives an answer away. */
function keptApart(questions: readonly Question[]): Question[] {
	const bank = { id: 'drafts', title: '', questions: [...questions] };
	const findings = PAPER_RULES.flatMap((rule) => rule.check(bank));
	const dropped = new Set(
		findings.filter(({ rule }) => rule === 'duplicate').map(({ question }) => question)
	);
	const apart = new Map<string, Set<string>>();
	const join = (a: string, b: string) => apart.set(a, (apart.get(a) ?? new Set()).add(b));
	for (const { rule, question, params } of findings) {
		const other = String(params?.other ?? '');
		if (rule !== 'cross-leak' || dropped.has(question) || dropped.has(other)) continue;
		join(question, other);
		join(other, question);
	}
	return questions
		.filter((question) => !dropped.has(question.id))
		.map((question) => {
			const excludes = apart.get(question.id);
			return excludes ? { ...question, excludes: [...excludes].sort() } : question;
		});
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

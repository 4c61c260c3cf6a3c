import { contentIds } from '#lib/base/id.ts';
import { seededRandom } from '#lib/base/random.ts';
import type { Document, Fact } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import { draftDate } from './drafts/dates.ts';
import type { Desk, Draft } from './drafts/draft.ts';
import { draftEnglish } from './drafts/english.ts';
import { gateFault } from './drafts/gate.ts';
import { draftList } from './drafts/lists.ts';
import { draftName } from './drafts/names.ts';
import { draftNumber } from './drafts/numbers.ts';
import { draftPairs } from './drafts/pairs.ts';
import { withoutRepeats } from './drafts/repeats.ts';
import { draftSlogan } from './drafts/slogans.ts';
import { draftPlace, draftTerm, draftTitle } from './drafts/words.ts';
import { isClean, lintTogether } from './lint.ts';
import { indexPaper } from './lint/paper-index.ts';
import { indexSources, type Sources } from './lint/sources.ts';
import { indexPeers } from './peers.ts';
import { placesByParagraph, type Place } from './place.ts';
import { draftStatements } from './statements.ts';

/** Lists that one item is looked up in. */
const MOST_LISTS = 8;

/** Questions about facts of one kind in one sentence; in English, where all leave a blank, of any kind. */
const MOST_OF_A_KIND = 8;
const MOST_BLANKS = 2;

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
	const sources = indexSources([document]);
	const offered: Offered[] = [];
	const paired = new Set<string>();
	const crowds = new Map<string, number>();
	const listed = new Map<string, Set<string>>();
	facts.forEach((fact, at) => {
		if (at % 100 === 0) onprogress?.(at, facts.length);
		const place = places.get(fact.paragraph);
		if (!place || paired.has(fact.id)) return;
		if (isToldAlready(fact, listed)) return;
		const random = seededRandom(fact.id);
		const group = fact.kind === 'number' ? sameSentence(facts, at) : [];
		const pairs = draftPairs(group, place, random);
		if (pairs) for (const member of group) paired.add(member.id);
		const draft = pairs ?? draftFact({ fact, place, peers, random });
		const question =
			draft && gateFault(draft, place) === undefined ? withOrigin(draft, fact, place, idOf) : undefined;
		if (!question) return;
		// A sentence of many figures would give a row of questions that answer each other.
		const kind = document.language === 'en' ? '' : fact.kind;
		const crowd = `${fact.paragraph}|${kind}|${fact.sentence}`;
		const asked = crowds.get(crowd) ?? 0;
		if (asked >= (kind === '' ? MOST_BLANKS : MOST_OF_A_KIND) || !isOffered(question, sources)) return;
		crowds.set(crowd, asked + 1);
		offered.push({ question, paragraph: fact.paragraph, fact });
		for (const item of fact.kind === 'enumeration' ? (fact.items ?? []) : []) {
			const lists = listed.get(item);
			if (lists) lists.add(fact.id);
			else listed.set(item, new Set([fact.id]));
		}
	});
	draftStatements(places, peers, (draft, sentence, place) => {
		if (gateFault(draft, place) !== undefined) return;
		const question = withOrigin(draft, { sentence }, place, idOf);
		if (isOffered(question, sources)) offered.push({ question, paragraph: place.paragraph.id });
	});
	onprogress?.(facts.length, facts.length);
	return keptApart(inReadingOrder(withoutRepeats(offered), places));
}

/** A question and the paragraph that proves it. */
interface Offered {
	question: Question;
	paragraph: string;
	fact?: Fact;
}

/** Whether a list that is asked for already has most of a list's items: two articles say the same. */
function isToldAlready(
	{ kind, items = [] }: Fact,
	listed: ReadonlyMap<string, ReadonlySet<string>>
): boolean {
	if (kind !== 'enumeration') return false;
	const shared = new Map<string, number>();
	for (const item of items)
		for (const list of [...(listed.get(item) ?? [])].slice(0, MOST_LISTS))
			shared.set(list, (shared.get(list) ?? 0) + 1);
	return [...shared.values()].some((count) => count >= 2 && count * 3 >= items.length * 2);
}

/** As the paragraphs stand; among those of one paragraph as they came. */
function inReadingOrder(offered: readonly Offered[], places: ReadonlyMap<string, Place>): Question[] {
	const order = new Map([...places.keys()].map((id, at) => [id, at]));
	const rank = ({ paragraph }: Offered) => order.get(paragraph) ?? order.size;
	return [...offered].sort((a, b) => rank(a) - rank(b)).map(({ question }) => question);
}

/** No rule broken that is an error, and no word in the key that points to it from the stem. */
function isOffered(question: Question, sources: Sources): boolean {
	return isClean(question, { sources }, ['word-repeat']);
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
			return draftSlogan(desk) ?? draftTerm(desk);
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
	const findings = lintTogether(indexPaper(questions));
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
	{ sentence }: Pick<Fact, 'sentence'>,
	place: Place,
	idOf: (prefix: string, text: string) => string
): Question {
	return {
		...draft,
		id: idOf('q', `${draft.type}|${draft.stem}|${keyWords(draft)}`),
		source: {
			document: place.document.id,
			article: place.article.id,
			section: place.section.id,
			sentence
		}
	};
}

/** The key by what it says, not by where it stands among the options: a corrected figure is another question. */
function keyWords(draft: Draft): string {
	switch (draft.type) {
		case 'single-choice':
			return draft.options[draft.key] ?? '';
		case 'multiple-choice':
			return draft.key
				.map((index) => draft.options[index] ?? '')
				.sort()
				.join('|');
		case 'ordering':
			return draft.key.map((index) => draft.options[index] ?? '').join('|');
		case 'matching':
			return draft.key
				.map(([premise, option]) => `${draft.premises[premise] ?? ''}→${draft.options[option] ?? ''}`)
				.join('|');
		default:
			return JSON.stringify(draft.key);
	}
}

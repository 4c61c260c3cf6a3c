import { contentIds } from '#lib/base/id.ts';
import { seededRandom } from '#lib/base/random.ts';
import type { Document, Fact, Section } from '#lib/document/document.ts';
import { splitSentences } from '#lib/document/sentences.ts';
import type { Question } from '#lib/question/question.ts';
import { draftDate } from './drafts/dates.ts';
import type { Desk, Draft } from './drafts/draft.ts';
import { draftEnglish } from './drafts/english.ts';
import { draftList } from './drafts/lists.ts';
import { draftNumber } from './drafts/numbers.ts';
import { draftPairs } from './drafts/pairs.ts';
import { draftPoints, leadsFrom } from './drafts/points.ts';
import { withoutRepeats } from './drafts/repeats.ts';
import { draftCasts, draftRole, rolesIn, type Cast } from './drafts/roles.ts';
import { draftSlogan } from './drafts/slogans.ts';
import { draftCharge, draftDefinition, chargesIn, draftSteps, type Charge } from './drafts/statements.ts';
import { draftName, draftPlace, draftTerm, draftTitle } from './drafts/words.ts';
import { lintQuestion, lintTogether } from './lint.ts';
import { indexPaper } from './lint/paper-index.ts';
import { indexPeers, type Peers } from './peers.ts';
import { placesByParagraph, type Place } from './place.ts';

/** How many charges to either side lend their offices. */
const NEAR = 12;

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
	const offered: Offered[] = [];
	const paired = new Set<string>();
	const crowds = new Map<string, number>();
	const listed = new Set<string>();
	facts.forEach((fact, at) => {
		if (at % 100 === 0) onprogress?.(at, facts.length);
		const place = places.get(fact.paragraph);
		if (!place || paired.has(fact.id)) return;
		const items = fact.kind === 'enumeration' ? [...(fact.items ?? [])].sort().join('|') : '';
		if (listed.has(items)) return;
		const random = seededRandom(fact.id);
		const group = fact.kind === 'number' ? sameSentence(facts, at) : [];
		const pairs = draftPairs(group, place, random);
		if (pairs) for (const member of group) paired.add(member.id);
		const draft = pairs ?? draftFact({ fact, place, peers, random });
		const question = draft && withOrigin(draft, fact, place, idOf);
		if (!question || !isOffered(question)) return;
		// A sentence of many figures would give a row of questions that answer each other.
		const kind = document.language === 'en' ? '' : fact.kind;
		const crowd = `${fact.paragraph}|${kind}|${fact.sentence}`;
		const asked = crowds.get(crowd) ?? 0;
		crowds.set(crowd, asked + 1);
		if (asked >= (kind === '' ? MOST_BLANKS : MOST_OF_A_KIND)) return;
		offered.push({ question, paragraph: fact.paragraph, fact });
		// One list that two articles have is asked for once.
		if (items !== '') listed.add(items);
	});
	for (const one of draftStatements(places, peers, idOf)) offered.push(one);
	onprogress?.(facts.length, facts.length);
	return keptApart(inReadingOrder(withoutRepeats(offered), places));
}

/** What whole sentences and paragraphs say: who is charged, what a term means, which points there are. */
function draftStatements(
	places: ReadonlyMap<string, Place>,
	peers: Peers,
	idOf: (prefix: string, text: string) => string
): Offered[] {
	const offered: Offered[] = [];
	const casts: Cast[] = [];
	const charges: { sentence: string; place: Place; charge: Charge }[] = [];
	const offer = (draft: Draft | undefined, sentence: string, place: Place) => {
		const question = draft && withOrigin(draft, { sentence }, place, idOf);
		if (question && isOffered(question)) offered.push({ question, paragraph: place.paragraph.id });
	};
	let section: Section | undefined;
	for (const place of places.values()) {
		if (place.paragraph.kind === 'caption' || place.paragraph.kind === 'attribution') continue;
		if (place.section !== section && place.document.language === 'zh') {
			const leads = leadsFrom(place.section);
			const first = leads && places.get(leads.first.id);
			if (first) offer(draftPoints(first, leads, seededRandom(leads.items.join())), leads.sentence, first);
		}
		section = place.section;
		for (const sentence of splitSentences(place.paragraph.text).map((one) => one.trim())) {
			if (/指|means|refers/u.test(sentence)) offer(draftDefinition(sentence, place), sentence, place);
			if (sentence.includes('先'))
				offer(draftSteps(sentence, place, seededRandom(sentence)), sentence, place);
			for (const charge of chargesIn(sentence)) charges.push({ sentence, place, charge });
			if (place.document.language === 'zh')
				for (const role of rolesIn(sentence)) casts.push({ role, sentence, place });
		}
	}
	charges.forEach(({ sentence, place, charge }, at) => {
		const others = charges
			.slice(Math.max(0, at - NEAR), at + NEAR)
			.map((other) => other.charge.who)
			.filter((other) => other !== charge.who);
		const random = seededRandom(`${charge.who}|${sentence}`);
		const draft = draftCharge(sentence, place, { charge, others: [...new Set(others)], random });
		offer(draft, sentence, place);
	});
	for (const [draft, { sentence, place }] of draftRoles(casts, peers)) offer(draft, sentence, place);
	return offered;
}

/** Which part is given to what; where one text does so several times for one part, which deed goes with which. */
function draftRoles(casts: readonly Cast[], peers: Peers): [Draft, Cast][] {
	const drafts: [Draft, Cast][] = [];
	const matched = new Set<Cast>();
	const groups = new Map<string, Cast[]>();
	for (const cast of casts) {
		if (cast.role.form !== '以') continue;
		const key = `${cast.place.article.id}|${cast.role.as}`;
		groups.set(key, [...(groups.get(key) ?? []), cast]);
	}
	for (const group of groups.values()) {
		const [first] = group;
		const draft = first && draftCasts(group, seededRandom(`${first.role.shown}|${first.sentence}`));
		if (!draft) continue;
		for (const cast of group) matched.add(cast);
		drafts.push([draft, first]);
	}
	const told = new Set<string>();
	casts.forEach((cast, at) => {
		const said = `${cast.role.what}|${cast.role.as}`;
		if (matched.has(cast) || told.has(said)) return;
		const others = casts.slice(Math.max(0, at - 2 * NEAR), at + 2 * NEAR).filter((other) => other !== cast);
		const draft = draftRole(cast, others, peers, seededRandom(`${cast.role.shown}|${cast.sentence}`));
		if (!draft) return;
		told.add(said);
		drafts.push([draft, cast]);
	});
	return drafts;
}

/** A question and the paragraph that proves it. */
interface Offered {
	question: Question;
	paragraph: string;
	fact?: Fact;
}

/** As the paragraphs stand; among those of one paragraph as they came. */
function inReadingOrder(offered: readonly Offered[], places: ReadonlyMap<string, Place>): Question[] {
	const order = new Map([...places.keys()].map((id, at) => [id, at]));
	const rank = ({ paragraph }: Offered) => order.get(paragraph) ?? order.size;
	return [...offered].sort((a, b) => rank(a) - rank(b)).map(({ question }) => question);
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

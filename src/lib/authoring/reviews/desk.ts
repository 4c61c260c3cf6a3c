import type { Lesson } from '#lib/course/module.ts';
import type { Publication } from '#lib/course/publication.ts';
import { canonicalJson } from '#lib/base/hash.ts';
import type { DocumentWarning } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import type { Decision, Flag, Reviews } from '../reviews.ts';
import { lessonsByParagraph, placesOf, type SentencePlace } from './places.ts';

export type ReviewState = 'waiting' | Decision['state'];

/** One question at the review desk. */
export interface DeskItem {
	id: string;
	/** As learners would get it: the draft, or what was made of it. */
	question: Question;
	/** As it was drafted. */
	draft: Question;
	state: ReviewState;
	flag?: Flag;
	/** True when the document no longer gives this draft; it is here because it was reviewed. */
	carried: boolean;
	fresh: boolean;
	place?: SentencePlace;
	lesson?: Lesson;
	/** Where the document contradicts itself in the sentence that the question rests on. */
	warnings: DocumentWarning[];
}

/** Every draft and everything reviewed, in reading order; what no longer stands in the document at the end. */
export function deskItems(publication: Publication, reviews: Reviews): DeskItem[] {
	const { document } = publication;
	const places = placesOf(document);
	const lessons = lessonsByParagraph(publication);
	const items = decidedItems(publication, reviews).map((item): DeskItem => {
		const { draft } = item;
		const place = draft.source && places.find(draft.source);
		const lesson = place && lessons.get(place.paragraph.id);
		return {
			...item,
			...(place && { place }),
			...(lesson && { lesson }),
			warnings: warningsAbout(document.warnings, draft.source?.sentence)
		};
	});
	const rank = ({ place }: DeskItem) => place?.at ?? Infinity;
	return items
		.map((item, at) => ({ item, at }))
		.sort((a, b) => (rank(a.item) === rank(b.item) ? a.at - b.at : rank(a.item) - rank(b.item)))
		.map(({ item }) => item);
}

/** What is known of a question without looking for it in its document. */
type DecidedItem = Omit<DeskItem, 'place' | 'lesson' | 'warnings'>;

function decidedItems({ bank }: Publication, reviews: Reviews): DecidedItem[] {
	const byId = new Map(bank.questions.map((question) => [question.id, question]));
	for (const { draft, source } of reviews.carried.values()) byId.set(draft.id, withSource(draft, source));
	return [...byId.values()].map((draft) => {
		const decision = reviews.decisions.get(draft.id);
		const flag = reviews.flags.get(draft.id);
		const question = decision?.edited ? withSource(decision.edited, draft.source) : draft;
		return {
			id: draft.id,
			question,
			draft,
			state: stateOf(decision, question, draft),
			...(flag && { flag }),
			carried: reviews.carried.has(draft.id),
			fresh: reviews.fresh.has(draft.id)
		};
	});
}

/** An edit that leaves everything as it was drafted accepts the draft. */
function stateOf(decision: Decision | undefined, question: Question, draft: Question): ReviewState {
	if (!decision) return 'waiting';
	if (decision.state !== 'edited') return decision.state;
	return canonicalJson(question) === canonicalJson(draft) ? 'accepted' : 'edited';
}

/**
 * What was written at the desk keeps the proof of its draft, wherever that stands now. The same object for
 * the same question, so that nothing is checked twice.
 */
function withSource(written: Question, source: Question['source']): Question {
	const held = sourced.get(written);
	if (held && held.source === source) return held;
	const { source: _, ...question } = written;
	const made: Question = source ? { ...question, source } : question;
	sourced.set(written, made);
	return made;
}
const sourced = new WeakMap<Question, Question>();

function warningsAbout(warnings: readonly DocumentWarning[], sentence = ''): DocumentWarning[] {
	if (sentence === '') return [];
	return warnings.filter(
		({ where }) => where !== '' && (where.includes(sentence) || sentence.includes(where))
	);
}

/** Whether learners get it. What lost its proof in the document waits until someone has looked at it again. */
export function isInUse({ state, carried, flag }: DecidedItem, unreviewedToo: boolean): boolean {
	if (state === 'rejected' || (carried && flag)) return false;
	return state !== 'waiting' || (unreviewedToo && !carried);
}

export interface DeskCounts {
	all: number;
	reviewed: number;
	accepted: number;
	edited: number;
	rejected: number;
	waiting: number;
	/** Reviewed before, and to be looked at again. */
	flagged: number;
	fresh: number;
	/** Reviewed and in use. */
	ready: number;
	/** Reviewed, but out of use until someone looks at it again. */
	held: number;
}

/** The counts alone, for a page that does not show the questions. */
export function countReviewed(publication: Publication, reviews: Reviews): DeskCounts {
	return countItems(decidedItems(publication, reviews));
}

/** What is flagged counts as reviewed only once it was looked at again. */
export function countItems(items: readonly DecidedItem[]): DeskCounts {
	const counts = {
		all: items.length,
		reviewed: 0,
		accepted: 0,
		edited: 0,
		rejected: 0,
		waiting: 0,
		flagged: 0,
		fresh: 0,
		ready: 0,
		held: 0
	};
	for (const item of items) {
		counts[item.state] += 1;
		if (isOpen(item)) counts.flagged += item.state === 'waiting' ? 0 : 1;
		else counts.reviewed += 1;
		if (item.fresh) counts.fresh += 1;
		if (isInUse(item, false)) counts.ready += 1;
		if (item.carried && item.flag && item.state !== 'rejected') counts.held += 1;
	}
	return counts;
}

/** Whether somebody has still to look at it. A rejected question stays rejected whatever its sentence does. */
export function isOpen({ state, flag }: DecidedItem): boolean {
	return state === 'waiting' || (flag !== undefined && state !== 'rejected');
}

/** What is shown of the list; a field that is left out lets everything through. */
export interface DeskFilter {
	lesson?: string;
	type?: Question['type'];
	state?: ReviewState | 'flagged' | 'fresh';
	findings?: 'with' | 'without';
	difficulty?: number;
}

export function filterItems(
	items: readonly DeskItem[],
	filter: DeskFilter,
	hasFindings: (item: DeskItem) => boolean
): DeskItem[] {
	return items.filter(
		(item) =>
			(filter.lesson === undefined || item.lesson?.id === filter.lesson) &&
			(filter.type === undefined || item.question.type === filter.type) &&
			(filter.difficulty === undefined || item.question.difficulty === filter.difficulty) &&
			isInState(item, filter.state) &&
			(filter.findings === undefined || hasFindings(item) === (filter.findings === 'with'))
	);
}

function isInState(item: DeskItem, state: DeskFilter['state']): boolean {
	if (state === undefined) return true;
	if (state === 'flagged') return item.flag !== undefined && item.state !== 'rejected';
	return state === 'fresh' ? item.fresh : item.state === state;
}

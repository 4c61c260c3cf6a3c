import { canonicalJson } from '#lib/base/hash.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Question } from '#lib/question/question.ts';
import type { Carried, ReviewAct, Reviews } from '../reviews.ts';
import { closestSentence, indexSentences } from './closest.ts';
import { placesOf } from './places.ts';

/** What becomes of a course's reviews when its document is imported again. */
export interface Comparison {
	carried: Carried[];
	changed: { question: string; was: string; now: string }[];
	fresh: string[];
	/** How many reviewed questions stay as they are, and how many were flagged because of their sentence. */
	kept: number;
	flagged: { changed: number; gone: number };
	/** Drafts that nobody had looked at and that are no longer made. */
	dropped: number;
}

/**
 * Looks for everything reviewed in the document as it is compiled now. What is drafted the same stays;
 * what is not is carried along with its wording, and flagged unless its sentence still stands. Every
 * question with a decision is in the new bank or in `carried`. Linear in the texts: each lost sentence is
 * looked for by its own words only.
 */
export function compareCompiled(old: Publication, next: Publication, reviews: Reviews): Comparison {
	const before = new Map(old.bank.questions.map((question) => [question.id, question]));
	for (const { draft, source } of reviews.carried.values())
		before.set(draft.id, source ? { ...draft, source } : draft);
	const after = new Map(next.bank.questions.map((question) => [question.id, question]));
	const places = placesOf(next.document);
	const lookFor = closestAmongNew(old, next);
	// Only a part of a sentence is looked for letter by letter.
	const isWhole = placesOf(old.document).has;
	const stillStands = (was: string, section?: string) =>
		places.has(was) ||
		(!isWhole(was) &&
			places.find({ document: '', ...(section !== undefined && { section }), sentence: was }) !== undefined);

	const carried: Carried[] = [];
	const changed: Comparison['changed'] = [];
	const flagged = { changed: 0, gone: 0 };
	let kept = 0;
	for (const [id, decision] of reviews.decisions) {
		const draft = before.get(id);
		if (!draft) continue;
		const twin = after.get(id);
		const was = reviews.flags.get(id)?.was ?? draft.source?.sentence ?? '';
		if (twin && isSameQuestion(twin, draft)) {
			const now = twin.source?.sentence ?? '';
			if (now === was) kept += 1;
			else {
				changed.push({ question: id, was, now });
				if (decision.state !== 'rejected') flagged.changed += 1;
			}
			continue;
		}
		const stands = was === '' || stillStands(was, draft.source?.section);
		const now = stands ? was : lookFor(was);
		const change = stands ? undefined : now === undefined ? 'gone' : 'changed';
		const found = now !== undefined && now !== '' ? sourceOf(next, draft, now) : undefined;
		carried.push({
			draft: withoutSource(draft),
			...(found ? { source: found } : {}),
			...(change && { change, was })
		});
		if (!change) kept += 1;
		else if (decision.state !== 'rejected') flagged[change] += 1;
	}
	const carriedIds = new Set(carried.map(({ draft }) => draft.id));
	return {
		carried,
		changed,
		fresh: next.bank.questions.map(({ id }) => id).filter((id) => !before.has(id) && !carriedIds.has(id)),
		kept,
		flagged,
		dropped: [...before.keys()].filter((id) => !after.has(id) && !reviews.decisions.has(id)).length
	};
}

/** The act to be stored with the new text; undefined where importing it says nothing new. */
export function replacedAct(
	old: Publication,
	next: Publication,
	reviews: Reviews,
	{ carried, changed, fresh, dropped }: Comparison
): ReviewAct | undefined {
	const flags = [...reviews.flags.keys()].filter((id) => !reviews.carried.has(id));
	const isSame =
		old.document.id === next.document.id &&
		fresh.length + dropped === 0 &&
		carried.length === reviews.carried.size &&
		changed.length === flags.length;
	return isSame ? undefined : { type: 'replaced', document: next.document.id, carried, changed, fresh };
}

/** For a lost sentence the one that took its place: only sentences that the old text did not have. */
function closestAmongNew(old: Publication, next: Publication): (sentence: string) => string | undefined {
	const known = placesOf(old.document);
	let index: ReturnType<typeof indexSentences> | undefined;
	return (sentence) => {
		index ??= indexSentences(
			[...placesOf(next.document).sentences()].map(([one]) => one).filter((one) => !known.has(one))
		);
		return closestSentence(index, sentence);
	};
}

/** What a learner sees and what is marked. Where it stands and which questions keep apart do not count. */
function isSameQuestion(a: Question, b: Question): boolean {
	return canonicalJson(asked(a)) === canonicalJson(asked(b));
}

function asked(question: Question): unknown {
	const { source: _s, excludes: _e, explanation: _x, difficulty: _d, ...rest } = question;
	return rest;
}

function withoutSource({ source: _, ...question }: Question): Question {
	return question;
}

function sourceOf(next: Publication, { source }: Question, sentence: string): Question['source'] {
	const place = placesOf(next.document).find({ ...source, document: next.document.id, sentence });
	if (!place) return undefined;
	return { document: next.document.id, article: place.article.id, section: place.section.id, sentence };
}

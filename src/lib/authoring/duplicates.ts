import type { Question } from '#lib/question/question.ts';
import { indexPaper, type Paper, type PaperEntry } from './lint/paper-index.ts';

/** Why two questions are held to be near-duplicates; a key `alike-…` in the locale files says it in words. */
export const ALIKE_REASONS = ['same-question', 'same-answer', 'same-statement', 'other-answer'] as const;
export type AlikeReason = (typeof ALIKE_REASONS)[number];

/** Two questions that ask much the same. `first` stands before `second`. */
export interface NearDuplicate {
	first: Question;
	firstBank: string;
	second: Question;
	secondBank: string;
	/** How alike they are, 0–1; rare words count more than common ones. */
	score: number;
	/**
	 * `same-question`: word for word, punctuation aside. `same-answer`: other words, one answer.
	 * `same-statement`: of different types, one tells what the other asks. `other-answer`: one stem, two
	 * answers; one of them may be wrong, or the stem does not say enough.
	 */
	reason: AlikeReason;
}

/**
 * The near-duplicates within and across banks, the most alike first; time grows with the text, not with
 * the pairs (10,000 questions take a few seconds).
 */
export function findDuplicates(
	banks: Iterable<{ readonly id: string; readonly questions: readonly Question[] }>
): NearDuplicate[] {
	const paper = indexPaper();
	for (const bank of banks) for (const question of bank.questions) paper.put(question, bank.id);
	const found: NearDuplicate[] = [];
	for (const entry of paper.entries()) {
		for (const other of paper.neighbours(entry)) {
			if (other.order >= entry.order) continue;
			const alike = compare(paper, other, entry);
			if (alike) found.push(alike);
		}
	}
	return found.sort(
		(a, b) =>
			b.score - a.score || compareText(a.first.id, b.first.id) || compareText(a.second.id, b.second.id)
	);
}

/** The questions of a paper that ask much the same as this one, the most alike first; it may stand in there. */
export function findDuplicatesOf(question: Question, paper: Paper, bank = ''): NearDuplicate[] {
	const entry = paper.entryOf(question, bank);
	return duplicatesAmong(entry, paper.neighbours(entry), paper);
}

/** The same for an entry whose neighbours are known. */
export function duplicatesAmong(
	entry: PaperEntry,
	neighbours: readonly PaperEntry[],
	paper: Paper
): NearDuplicate[] {
	return neighbours
		.flatMap((other) => {
			const alike = other.order < entry.order ? compare(paper, other, entry) : compare(paper, entry, other);
			return alike ? [alike] : [];
		})
		.sort((a, b) => b.score - a.score || compareText(a.second.id, b.second.id));
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** From here on two stems with one answer are taken for one question. */
const SAME_ANSWER = 0.7;
/** Across types the wording differs more, and one of them holds the answer in its stem. */
const SAME_STATEMENT = 0.72;
/** Two answers to one stem: only when hardly a word differs. */
const OTHER_ANSWER = 0.9;

function compare(paper: Paper, first: PaperEntry, second: PaperEntry): NearDuplicate | undefined {
	const alike = (score: number, reason: AlikeReason): NearDuplicate => ({
		first: first.question,
		firstBank: first.bank,
		second: second.question,
		secondBank: second.bank,
		score,
		reason
	});
	const sameAnswer = first.answerKey === second.answerKey && first.answerKey !== '';
	const isJudged = first.question.type === 'true-false';
	const bothJudged = isJudged && second.question.type === 'true-false';
	if (first.stem === second.stem && (sameAnswer || first.question.type === second.question.type))
		return alike(1, sameAnswer || bothJudged ? 'same-question' : 'other-answer');
	if (sameAnswer) {
		const stems = paper.likeness(first.terms, second.terms);
		return stems >= SAME_ANSWER && paper.sameFigures(first.terms, second.terms)
			? alike(stems, 'same-answer')
			: undefined;
	}
	if (first.question.type !== second.question.type || bothJudged) {
		const statements = paper.likeness(first.statement, second.statement);
		return statements >= SAME_STATEMENT && paper.sameFigures(first.statement, second.statement)
			? alike(statements, 'same-statement')
			: undefined;
	}
	const stems = paper.likeness(first.terms, second.terms);
	return stems >= OTHER_ANSWER && paper.sameFigures(first.terms, second.terms)
		? alike(stems, 'other-answer')
		: undefined;
}

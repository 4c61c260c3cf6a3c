import { markResponse, type Mark } from '#lib/question/mark.ts';
import type { Bank, Question, Response } from '#lib/question/question.ts';
import type { Attempt } from './attempt.ts';
import type { PaperItem } from './paper.ts';

/** One line of a result. `question` is undefined when the bank no longer holds it: then nobody is marked on it. */
export interface MarkedItem {
	item: PaperItem;
	question?: Question;
	response?: Response;
	mark: Mark;
	scoreHundredths: number;
}

/** What an attempt came to, in hundredths of a point. */
export interface AttemptResult {
	items: MarkedItem[];
	scoreHundredths: number;
	fullHundredths: number;
	right: number;
	/** Short answers that no person has marked yet. */
	ungraded: number;
	passed: boolean;
}

/**
 * What the device itself made of an attempt when it was handed in, for whoever does not hold the questions.
 * Undefined before the hand-in, and when it made no claim. Never more than the paper can give.
 */
export function claimedResult({ started, handedIn }: Attempt): AttemptResult | undefined {
	const claim = handedIn?.claim;
	if (!claim) return undefined;
	const { items } = started.paper;
	const fullHundredths = items.reduce((sum, { points }) => sum + points * 100, 0);
	const scoreHundredths = Math.min(claim.scoreHundredths, fullHundredths);
	return {
		items: items.map((item) => ({ item, mark: { verdict: 'ungraded', share: 0 }, scoreHundredths: 0 })),
		scoreHundredths,
		fullHundredths,
		right: Math.min(claim.right, items.length),
		ungraded: 0,
		passed: isPassed(scoreHundredths, fullHundredths, started.blueprint.passShare)
	};
}

export function markAttempt(attempt: Attempt, bank: Bank): AttemptResult {
	const questionsById = new Map(bank.questions.map((question) => [question.id, question]));
	const items = attempt.started.paper.items.map((item): MarkedItem => {
		const question = questionsById.get(item.question);
		const response = attempt.responses.get(item.question);
		const mark: Mark = question
			? markResponse(question, response, bank.marking, attempt.personShares.get(item.question))
			: { verdict: 'ungraded', share: 0 };
		return {
			item,
			...(question && { question }),
			...(response && { response }),
			mark,
			scoreHundredths: Math.round(mark.share * item.points * 100)
		};
	});
	const markable = items.filter(({ question }) => question !== undefined);
	const scoreHundredths = markable.reduce((sum, item) => sum + item.scoreHundredths, 0);
	const fullHundredths = markable.reduce((sum, { item }) => sum + item.points * 100, 0);
	return {
		items,
		scoreHundredths,
		fullHundredths,
		right: items.filter(({ mark }) => mark.verdict === 'right').length,
		ungraded: items.filter(({ mark }) => mark.verdict === 'ungraded').length,
		passed: isPassed(scoreHundredths, fullHundredths, attempt.started.blueprint.passShare)
	};
}

/** Exactly at the pass mark is passed; a paper without points is not. */
function isPassed(scoreHundredths: number, fullHundredths: number, passShare: number): boolean {
	return fullHundredths > 0 && scoreHundredths >= passShare * fullHundredths;
}

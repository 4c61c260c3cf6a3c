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
		passed: fullHundredths > 0 && scoreHundredths >= attempt.started.blueprint.passShare * fullHundredths
	};
}

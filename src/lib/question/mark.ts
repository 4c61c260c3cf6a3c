import { shareOfFillIn } from './fill-in.ts';
import type { Marking, Share } from './marking.ts';
import { shareOfMatching } from './matching.ts';
import { shareOfMultipleChoice } from './multiple-choice.ts';
import { shareOfNumeric } from './numeric.ts';
import { shareOfOrdering } from './ordering.ts';
import type { Question, Response } from './question.ts';
import { shareOfSingleChoice } from './single-choice.ts';
import { shareOfTrueFalse } from './true-false.ts';

/** `ungraded`: a short answer that no person has marked yet. */
export type Verdict = 'right' | 'partly' | 'wrong' | 'ungraded';

export interface Mark {
	verdict: Verdict;
	/** 0–1 of the question's points; 0 while ungraded. */
	share: Share;
}

/**
 * Marks one response. Never throws: no response, or one of another type, is wrong.
 * @param personShare what a person gave for a short answer, 0–1, once someone marked it
 */
export function markResponse(
	question: Question,
	response: Response | undefined,
	marking: Marking = {},
	personShare?: Share
): Mark {
	if (!response) return { verdict: 'wrong', share: 0 };
	if (question.type === 'short-answer') {
		if (response.type !== 'short-answer' || response.text.trim() === '')
			return { verdict: 'wrong', share: 0 };
		return personShare === undefined ? { verdict: 'ungraded', share: 0 } : markOf(personShare);
	}
	return markOf(shareOf(question, response, marking));
}

function markOf(share: Share): Mark {
	const kept = Math.min(1, Math.max(0, share));
	return { verdict: kept === 1 ? 'right' : kept === 0 ? 'wrong' : 'partly', share: kept };
}

function shareOf(
	question: Exclude<Question, { type: 'short-answer' }>,
	response: Response,
	marking: Marking
): Share {
	switch (question.type) {
		case 'single-choice':
			return response.type === question.type ? shareOfSingleChoice(question, response) : 0;
		case 'multiple-choice':
			return response.type === question.type ? shareOfMultipleChoice(question, response, marking) : 0;
		case 'true-false':
			return response.type === question.type ? shareOfTrueFalse(question, response) : 0;
		case 'fill-in':
			return response.type === question.type ? shareOfFillIn(question, response, marking) : 0;
		case 'numeric':
			return response.type === question.type ? shareOfNumeric(question, response) : 0;
		case 'ordering':
			return response.type === question.type ? shareOfOrdering(question, response, marking) : 0;
		case 'matching':
			return response.type === question.type ? shareOfMatching(question, response, marking) : 0;
	}
}

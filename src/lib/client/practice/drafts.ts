import type { PracticeMode } from '#lib/study/events.ts';
import type { Grade } from '#lib/study/grade.ts';
import type { Given } from '#lib/study/session.ts';
import type { Draft } from '../store/append.ts';

/** What may be said of an answer after it was given. */
export interface Correction {
	unsure?: boolean;
	grade?: Grade;
	/** Of a short answer, by its writer: 0–1. */
	share?: number;
}

/**
 * The events that an answer makes. One that is said anew takes the place of what it was: the old one is
 * taken back in the same write. A short answer makes none until its writer has marked it.
 */
export function draftsOf(
	given: Given,
	before: Pick<Given, 'event'> | undefined,
	{ course, question, mode, day }: { course: string; question: string; mode: PracticeMode; day: string }
): Draft[] {
	const { verdict, response, tookMs, unsure, grade } = given;
	const drafts: Draft[] = [];
	if (before?.event !== undefined) drafts.push({ kind: 'practice-undone', body: { event: before.event } });
	if (verdict !== 'ungraded')
		drafts.push({
			kind: 'question-practised',
			body: {
				course,
				question,
				mode,
				response,
				verdict,
				tookMs,
				day,
				...(unsure && { unsure }),
				...(grade !== undefined && { grade })
			}
		});
	return drafts;
}

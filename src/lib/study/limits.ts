import type { Learner } from './learner.ts';

/** How many reviews today's limit still lets through; only those asked as reviews count. */
export function reviewsLeft(
	{ recalls, settings }: Pick<Learner, 'recalls' | 'settings'>,
	today: string
): number {
	const done = recallsOn(recalls, today).filter(({ mode }) => mode === 'review').length;
	return Math.max(0, settings.reviewsPerDay - done);
}

/** How many questions that were never asked may still come in on their own today. */
export function newLeft(
	{ recalls, byQuestion, settings }: Pick<Learner, 'recalls' | 'byQuestion' | 'settings'>,
	today: string
): number {
	const asked = new Set(recallsOn(recalls, today).map(({ question }) => question));
	const fresh = [...asked].filter((question) => byQuestion.get(question)?.[0]?.day === today).length;
	return Math.max(0, settings.newPerDay - fresh);
}

/**
 * What was answered on one of the last days.
 * @param recalls oldest first; a flight westwards may have put the day after it behind them
 */
export function recallsOn<One extends { day: string }>(recalls: readonly One[], day: string): One[] {
	let from = recalls.length;
	while (from > 0 && (recalls[from - 1]?.day ?? '') >= day) from--;
	return recalls.slice(from).filter((one) => one.day === day);
}

import type { QuestionPractised } from './events.ts';

/** FSRS's grades: 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

/** Longer than this for one question, and it was recalled with effort. */
export const SLOW_MS = 30_000;

/**
 * A right answer is good, slow or unsure it is hard, anything else is again. A learner who graded it knows
 * best, but nobody recalls what they answered wrong.
 */
export function gradeOf({
	verdict,
	tookMs,
	unsure,
	grade
}: Pick<QuestionPractised, 'verdict' | 'tookMs' | 'unsure' | 'grade'>): Grade {
	if (verdict !== 'right') return 1;
	if (grade !== undefined) return grade;
	return unsure === true || tookMs > SLOW_MS ? 2 : 3;
}

import { longestStreak, type PracticeDay } from './days.ts';
import type { PracticeMode } from './events.ts';
import type { Recall } from './recalls.ts';

/** What a learner can look back on; 0 or absent where there is nothing yet. */
export interface Bests {
	/** Days in a row. */
	streak: number;
	/** Questions answered on one day, and which day that was. */
	mostInADay: number;
	mostOn?: string;
	/** The best share of right answers in one mock exam. */
	exam?: { right: number; questions: number };
	/** Right answers in a row. */
	survival: number;
	rapid: number;
}

/** @param recalls oldest first */
export function bestsOf(recalls: readonly Recall[], days: readonly PracticeDay[]): Bests {
	const most = days.reduce<PracticeDay | undefined>(
		(best, day) => (best && best.answered >= day.answered ? best : day),
		undefined
	);
	const exam = bestExam(recalls);
	return {
		streak: longestStreak(days),
		mostInADay: most?.answered ?? 0,
		...(most && { mostOn: most.day }),
		...(exam && { exam }),
		survival: longestRow(recalls, 'survival'),
		rapid: longestRow(recalls, 'rapid')
	};
}

/** Of equal shares the exam with more questions is the better one. */
function bestExam(recalls: readonly Recall[]): Bests['exam'] {
	const exams = new Map<string, { right: number; questions: number }>();
	for (const { attempt, verdict } of recalls) {
		if (attempt === undefined) continue;
		const held = exams.get(attempt) ?? { right: 0, questions: 0 };
		exams.set(attempt, {
			right: held.right + (verdict === 'right' ? 1 : 0),
			questions: held.questions + 1
		});
	}
	let best: Bests['exam'];
	for (const exam of exams.values()) {
		const ahead = best ? exam.right * best.questions - best.right * exam.questions : 1;
		if (ahead > 0 || (ahead === 0 && best && exam.questions > best.questions)) best = exam;
	}
	return best;
}

/**
 * The longest row of right answers in one mode: a personal best that every device agrees on.
 * @param course of one course only, when given
 */
export function longestRow(recalls: readonly Recall[], mode: PracticeMode, course?: string): number {
	let [row, best] = [0, 0];
	for (const recall of recalls) {
		if (recall.mode !== mode || (course !== undefined && recall.course !== course)) continue;
		row = recall.verdict === 'right' ? row + 1 : 0;
		if (row > best) best = row;
	}
	return best;
}

import type { Millis } from '#lib/base/time.ts';
import type { Recall } from './recalls.ts';

/** 错题本: the way out is visible and can be changed. */
export interface WrongBookRule {
	/** So many right answers in a row after the last wrong one, and a question leaves. */
	rightInARow: number;
}
export const USUAL_RULE: WrongBookRule = { rightInARow: 2 };

export interface WrongEntry {
	question: string;
	course: string;
	/** How often it was answered wrong, in all. */
	wrong: number;
	/** Right answers since the last wrong one. */
	rightSince: number;
	lastWrongAt: Millis;
}

/**
 * Where one question stands: undefined when it is not in the book. A partly right answer is a mistake.
 * Removed by hand (斩题) stays out until it is answered wrong again.
 * @param list its recalls, oldest first
 * @param removedAt when it was last removed by hand
 */
export function wrongEntryOf(
	list: readonly Recall[],
	{ rightInARow }: WrongBookRule,
	removedAt?: Millis
): WrongEntry | undefined {
	let [wrong, rightSince] = [0, 0];
	let lastWrong: Recall | undefined;
	for (const recall of list) {
		if (recall.verdict === 'right') rightSince++;
		else [wrong, rightSince, lastWrong] = [wrong + 1, 0, recall];
	}
	if (!lastWrong || rightSince >= rightInARow) return undefined;
	const { question, course, at } = lastWrong;
	return removedAt === undefined || at > removedAt
		? { question, course, wrong, rightSince, lastWrongAt: at }
		: undefined;
}

/** The questions to be won back, latest mistake first. */
export function inBookOrder(entries: Iterable<WrongEntry>): WrongEntry[] {
	return [...entries].sort((a, b) => b.lastWrongAt - a.lastWrongAt || (a.question < b.question ? -1 : 1));
}

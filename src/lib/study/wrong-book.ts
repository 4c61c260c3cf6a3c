import type { Millis } from '#lib/base/time.ts';
import { byQuestion, type Recall } from './recalls.ts';

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
 * The questions to be won back, latest mistake first. A partly right answer is a mistake. Removed by hand
 * (斩题) stays out until it is answered wrong again.
 * @param removedAt when a question was removed by hand, by question
 */
export function wrongBook(
	recalls: readonly Recall[],
	rule: WrongBookRule,
	removedAt: ReadonlyMap<string, Millis>
): WrongEntry[] {
	const entries: WrongEntry[] = [];
	for (const [question, list] of byQuestion(recalls)) {
		const entry = entryOf(question, list);
		if (!entry || entry.rightSince >= rule.rightInARow) continue;
		const removed = removedAt.get(question);
		if (removed === undefined || entry.lastWrongAt > removed) entries.push(entry);
	}
	return entries.sort((a, b) => b.lastWrongAt - a.lastWrongAt || (a.question < b.question ? -1 : 1));
}

function entryOf(question: string, list: readonly Recall[]): WrongEntry | undefined {
	let entry: WrongEntry | undefined;
	for (const { verdict, at, course } of list) {
		if (verdict !== 'right')
			entry = { question, course, wrong: (entry?.wrong ?? 0) + 1, rightSince: 0, lastWrongAt: at };
		else if (entry) entry.rightSince++;
	}
	return entry;
}

import { millis, type Millis } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import { PRACTICE_MODES, type PracticeMode } from './events.ts';
import { gradeOf, type Grade } from './grade.ts';

/** One graded recall of one question. */
export interface Recall {
	event: string;
	course: string;
	question: string;
	at: Millis;
	/** The learner's own calendar day. */
	day: string;
	mode: PracticeMode;
	verdict: 'right' | 'partly' | 'wrong';
	grade: Grade;
	tookMs: number;
	/** Of a mock exam. */
	attempt?: string;
}

/**
 * What an event says about a recall; undefined when it says nothing (looking at the answer is no recall). It
 * was checked by its schema when it entered the log; here, where it is read by the ten thousand, by hand and
 * only as far as a recall goes.
 */
export function recallIn({ kind, id, at, offset, body }: LoggedEvent): Recall | undefined {
	if (kind !== 'question-practised') return undefined;
	const { course, question, mode, verdict, tookMs, day, unsure, grade, attempt } = body;
	if (typeof course !== 'string' || typeof question !== 'string' || typeof day !== 'string') return undefined;
	if (typeof tookMs !== 'number' || !isVerdict(verdict) || !isMode(mode) || mode === 'memorise')
		return undefined;
	const answer = {
		verdict,
		tookMs,
		...(unsure === true && { unsure }),
		...(isGrade(grade) && { grade })
	};
	const recall: Recall = {
		event: id,
		course,
		question,
		at: offset === undefined ? at : millis(at + offset),
		day,
		mode,
		verdict,
		grade: gradeOf(answer),
		tookMs
	};
	if (typeof attempt === 'string') recall.attempt = attempt;
	return recall;
}

const MODES: ReadonlySet<unknown> = new Set(PRACTICE_MODES);

function isMode(mode: unknown): mode is PracticeMode {
	return MODES.has(mode);
}

function isVerdict(verdict: unknown): verdict is Recall['verdict'] {
	return verdict === 'right' || verdict === 'wrong' || verdict === 'partly';
}

function isGrade(grade: unknown): grade is Grade {
	return grade === 1 || grade === 2 || grade === 3 || grade === 4;
}

/** Oldest first; a total order, the same on every device. */
export function compareRecalls(a: Recall, b: Recall): number {
	return a.at - b.at || (a.event < b.event ? -1 : a.event > b.event ? 1 : 0);
}

/** By question, each list oldest first. */
export function byQuestion(recalls: readonly Recall[]): Map<string, Recall[]> {
	const lists = new Map<string, Recall[]>();
	for (const recall of recalls) {
		const list = lists.get(recall.question);
		if (list) list.push(recall);
		else lists.set(recall.question, [recall]);
	}
	return lists;
}

import { parse } from '#lib/base/parse.ts';
import { millis, type Millis } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import { mergeLogs } from '#lib/log/merge.ts';
import { QuestionPractisedSchema, type PracticeMode } from './events.ts';
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
}

/**
 * The recalls in a log, oldest first. Any order and any repetition of the same events gives the same list,
 * so two devices that hold the same events agree on everything that follows from it.
 */
export function recallsIn(events: Iterable<LoggedEvent>): Recall[] {
	const recalls: Recall[] = [];
	for (const event of mergeLogs([...events], [])) {
		if (event.kind !== 'question-practised') continue;
		const read = parse(QuestionPractisedSchema, event.body);
		// Looking at the answer is no recall.
		if (!read.ok || read.value.mode === 'memorise') continue;
		const { course, question, mode, verdict, tookMs, day } = read.value;
		recalls.push({
			event: event.id,
			course,
			question,
			at: millis(event.at + (event.offset ?? 0)),
			day,
			mode,
			verdict,
			grade: gradeOf(read.value),
			tookMs
		});
	}
	return recalls.sort((a, b) => a.at - b.at || (a.event < b.event ? -1 : a.event > b.event ? 1 : 0));
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

import * as v from 'valibot';
import { parse } from '#lib/base/parse.ts';
import { millis, type Millis } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
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
	/** Of a mock exam. */
	attempt?: string;
}

/** What was answered in detail was checked when it entered the log, and matters no more here. */
const RecalledSchema = v.omit(QuestionPractisedSchema, ['response']);

/** What an event says about a recall; undefined when it says nothing (looking at the answer is no recall). */
export function recallIn(event: LoggedEvent): Recall | undefined {
	if (event.kind !== 'question-practised') return undefined;
	const read = parse(RecalledSchema, event.body);
	if (!read.ok || read.value.mode === 'memorise') return undefined;
	const { course, question, mode, verdict, tookMs, day, attempt } = read.value;
	return {
		event: event.id,
		course,
		question,
		at: millis(event.at + (event.offset ?? 0)),
		day,
		mode,
		verdict,
		grade: gradeOf(read.value),
		tookMs,
		...(attempt !== undefined && { attempt })
	};
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

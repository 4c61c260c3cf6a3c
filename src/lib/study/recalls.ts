import * as v from 'valibot';
import { parse } from '#lib/base/parse.ts';
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

/** Of `QuestionPractisedSchema`, checked when it was written, only what a recall is made of: it is read by the ten thousand. */
const PractisedSchema = v.object({
	course: v.string(),
	question: v.string(),
	mode: v.picklist(PRACTICE_MODES),
	verdict: v.picklist(['right', 'partly', 'wrong']),
	tookMs: v.number(),
	day: v.string(),
	unsure: v.optional(v.boolean()),
	grade: v.optional(v.picklist([1, 2, 3, 4])),
	attempt: v.optional(v.string())
});

/** What an event says about a recall; undefined when it says nothing (looking at the answer is no recall). */
export function recallIn(event: LoggedEvent): Recall | undefined {
	if (event.kind !== 'question-practised') return undefined;
	const read = parse(PractisedSchema, event.body);
	if (!read.ok || read.value.mode === 'memorise') return undefined;
	const { course, question, mode, verdict, tookMs, day, attempt } = read.value;
	return {
		event: event.id,
		course,
		question,
		at: event.offset === undefined ? event.at : millis(event.at + event.offset),
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

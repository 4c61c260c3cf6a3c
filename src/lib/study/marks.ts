import { parse } from '#lib/base/parse.ts';
import { millis, type Millis } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import { QuestionMarkedSchema, type QuestionMarked } from './events.ts';

/** What a learner decided about one question. */
export interface QuestionMarks {
	course: string;
	favourite: boolean;
	/** 斩题: it comes in no queue any more. */
	removed: boolean;
	/** When it was removed by hand. */
	removedAt?: Millis;
	/** Empty when there is none. */
	note: string;
}

/** One decision with what settles which of two holds. */
export interface Decision {
	question: string;
	course: string;
	revision: number;
	event: string;
	at: Millis;
	change: QuestionMarked['change'];
}

export function decisionIn(event: LoggedEvent): Decision | undefined {
	if (event.kind !== 'question-marked') return undefined;
	const read = parse(QuestionMarkedSchema, event.body);
	if (!read.ok) return undefined;
	const { question, course, revision, change } = read.value;
	return {
		question,
		course,
		revision,
		change,
		event: event.id,
		at: millis(event.at + (event.offset ?? 0))
	};
}

/** The higher revision holds; of two made without knowing of each other, the later id: the same everywhere. */
export function outranks(
	a: { revision: number; event: string },
	b: { revision: number; event: string } | undefined
): boolean {
	return !b || a.revision > b.revision || (a.revision === b.revision && a.event > b.event);
}

/** @param decisions that hold, at most one of each type */
export function marksOf(decisions: readonly Decision[]): QuestionMarks {
	const marks: QuestionMarks = { course: '', favourite: false, removed: false, note: '' };
	for (const { course, change, at } of decisions) {
		marks.course = course;
		if (change.type === 'favourite') marks.favourite = change.on;
		else if (change.type === 'note') marks.note = change.text;
		else {
			marks.removed = change.on;
			if (change.on) marks.removedAt = at;
		}
	}
	return marks;
}

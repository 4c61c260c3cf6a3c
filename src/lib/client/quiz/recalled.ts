import type { Publication } from '#lib/course/publication.ts';
import type { Attempt } from '#lib/quiz/attempt.ts';
import { markAttempt } from '#lib/quiz/result.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import type { Draft } from '../store/append.ts';

/**
 * What an attempt that is handed in says of each question that was answered: it counts for the memory and
 * the wrong-answer book like any other practice. What was left open, or waits for its mark, says nothing.
 * @param events of the attempt
 * @param day the learner's calendar day
 */
export function recalledIn(
	attempt: Attempt,
	events: readonly LoggedEvent[],
	bank: Publication['bank'],
	day: string
): Draft[] {
	const tookMs = timesIn(events);
	return markAttempt(attempt, bank).items.flatMap(({ question, response, mark: { verdict } }): Draft[] => {
		if (!question || !response || verdict === 'ungraded') return [];
		const body = {
			course: attempt.started.course,
			question: question.id,
			mode: 'mock-exam',
			response,
			verdict,
			tookMs: tookMs.get(question.id) ?? 0,
			day,
			attempt: attempt.id
		};
		return [{ kind: 'question-practised', body }];
	});
}

/** Nobody looks at a clock for each question: what lies between two answers went into the later one. */
function timesIn(events: readonly LoggedEvent[]): Map<string, number> {
	const answers = events
		.filter(({ kind }) => kind === 'answer-given')
		.map(({ body }) => ({ question: String(body.question), elapsedMs: Number(body.elapsedMs) || 0 }))
		.sort((a, b) => a.elapsedMs - b.elapsedMs);
	const times = new Map<string, number>();
	let before = 0;
	for (const { question, elapsedMs } of answers) {
		times.set(question, (times.get(question) ?? 0) + Math.max(0, elapsedMs - before));
		before = Math.max(before, elapsedMs);
	}
	return times;
}

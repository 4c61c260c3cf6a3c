import type { LoggedEvent } from '#lib/log/event.ts';
import { foldAttempt, type Attempt } from '#lib/quiz/attempt.ts';
import { markAttempt, type AttemptResult } from '#lib/quiz/result.ts';
import { readPublication } from '../store/courses.ts';
import type { Store } from '../store/store.ts';

export interface AttemptEntry {
	attempt: Attempt;
	title: string;
	courseId: string;
	status: 'open' | 'handed-in';
	/** Absent while it is open, and when the course is not on this device. */
	result?: AttemptResult;
	/** True once the server has all of it. */
	sent: boolean;
}

/** Newest first. */
export async function readAttempts(store: Store): Promise<AttemptEntry[]> {
	const byAttempt = new Map<string, LoggedEvent[]>();
	await store.db.events
		.where('body.attempt')
		.above('')
		.each((event) => {
			const id = String(event.body.attempt);
			byAttempt.set(id, [...(byAttempt.get(id) ?? []), event]);
		});
	const entries: AttemptEntry[] = [];
	for (const [id, events] of byAttempt) {
		const attempt = foldAttempt(id, events);
		if (!attempt) continue;
		const { title, course: courseId } = attempt.started;
		const publication = attempt.handedIn ? await readPublication(store, courseId) : null;
		entries.push({
			attempt,
			title,
			courseId,
			status: attempt.handedIn ? 'handed-in' : 'open',
			...(publication && { result: markAttempt(attempt, publication.bank) }),
			sent: events.every(({ sequence }) => sequence !== undefined)
		});
	}
	return entries.sort((a, b) => b.attempt.startedAt - a.attempt.startedAt);
}

import type { Publication } from '#lib/course/publication.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import { foldAttempt, type Attempt } from '#lib/quiz/attempt.ts';
import { claimedResult, markAttempt, type AttemptResult } from '#lib/quiz/result.ts';
import { readAskedBank, readPublication } from '../store/courses.ts';
import type { Store } from '../store/store.ts';

export interface AttemptEntry {
	attempt: Attempt;
	title: string;
	courseId: string;
	status: 'open' | 'handed-in';
	/** Absent while it is open. What the device claimed, when the course is not here. */
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
			const held = byAttempt.get(id);
			if (held) held.push(event);
			else byAttempt.set(id, [event]);
		});
	const courses = new Map<string, Publication | null>();
	const bankOf = async (attempt: string, course: string) => {
		if (!courses.has(course)) courses.set(course, await readPublication(store, course));
		const publication = courses.get(course);
		return publication && readAskedBank(store, attempt, publication);
	};
	const entries: AttemptEntry[] = [];
	for (const [id, events] of byAttempt) {
		const attempt = foldAttempt(id, events);
		if (!attempt) continue;
		const { title, course: courseId } = attempt.started;
		const bank = attempt.handedIn && (await bankOf(id, courseId));
		const result = bank ? markAttempt(attempt, bank) : claimedResult(attempt);
		entries.push({
			attempt,
			title,
			courseId,
			status: attempt.handedIn ? 'handed-in' : 'open',
			...(result && { result }),
			sent: events.every(({ sequence }) => sequence !== undefined)
		});
	}
	return entries.sort((a, b) => b.attempt.startedAt - a.attempt.startedAt);
}

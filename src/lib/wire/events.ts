import { courseEvents } from '#lib/course/events.ts';
import { parse, type ParseIssue } from '#lib/base/parse.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Event } from '#lib/log/event.ts';
import { quizEvents } from '#lib/quiz/events.ts';
import { studyEvents } from '#lib/study/events.ts';

/** The one table of event kinds; each room gives the schemas of its own. */
const kinds = { ...quizEvents, ...courseEvents, ...studyEvents } as const;
export type EventKind = keyof typeof kinds;

export function isEventKind(kind: string): kind is EventKind {
	return Object.hasOwn(kinds, kind);
}

/** Whether an event may enter the log: its kind is known, its version too, its body fits. */
export function checkEvent(event: Event): Result<EventKind, EventRefused> {
	if (!isEventKind(event.kind)) return refuse({ type: 'UnknownKind' });
	if (event.version !== 1) return refuse({ type: 'UnknownVersion' });
	const body = parse(kinds[event.kind], event.body);
	return body.ok ? ok(event.kind) : refuse({ type: 'BadBody', issues: body.error });
}

export type EventRefused =
	{ type: 'UnknownKind' } | { type: 'UnknownVersion' } | { type: 'BadBody'; issues: ParseIssue[] };

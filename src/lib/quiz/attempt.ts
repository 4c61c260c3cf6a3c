import type { Result } from '#lib/base/result.ts';
import { parse, type ParseIssue } from '#lib/base/parse.ts';
import { millis, type Millis } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import { mergeLogs } from '#lib/log/merge.ts';
import type { Response } from '#lib/question/question.ts';
import type * as v from 'valibot';
import { quizEvents, type AttemptHandedIn, type AttemptStarted } from './events.ts';

/** 作答: one sitting, folded from its events. */
export interface Attempt {
	id: string;
	member: string;
	started: AttemptStarted;
	/** By the device's wall clock, corrected by the offset it had measured. */
	startedAt: Millis;
	/** The answers that count, by question. */
	responses: ReadonlyMap<string, Response>;
	/** Answers that came after the time was up: kept, shown, not counted. */
	late: ReadonlySet<string>;
	flagged: ReadonlySet<string>;
	/** How often each question was answered or flagged so far: the next event says one more. */
	revisions: ReadonlyMap<string, number>;
	/** Shares that a person gave for short answers, 0–1. */
	personShares: ReadonlyMap<string, number>;
	handedIn?: {
		elapsedMs: number;
		by: AttemptHandedIn['by'];
		clockSuspect: boolean;
		claim?: AttemptHandedIn['claim'];
	};
}

/**
 * Folds the events of one attempt. Any order and any repetition of the same events gives the same
 * attempt; events of other attempts or unknown kinds are passed over. Undefined until the start is known.
 */
export function foldAttempt(id: string, events: Iterable<LoggedEvent>): Attempt | undefined {
	const own = mergeLogs(
		[...events].filter((event) => event.body.attempt === id),
		[]
	);

	const start = earliest(own.flatMap((event) => bodyOf('attempt-started', event)));
	if (!start) return undefined;
	const { durationMs } = start.body.blueprint;

	const handIn = earliest(
		own
			.flatMap((event) => bodyOf('attempt-handed-in', event))
			.filter((entry) => !isPremature(entry, start, durationMs))
	);
	// An answer exactly at the deadline still counts.
	const latestAllowedMs = Math.min(durationMs, handIn?.body.elapsedMs ?? Infinity);

	const answers = own.flatMap((event) => bodyOf('answer-given', event));
	const counted = latestByQuestion(answers.filter((entry) => entry.body.elapsedMs <= latestAllowedMs));
	const late = answers.filter((entry) => entry.body.elapsedMs > latestAllowedMs);
	const flags = own.flatMap((event) => bodyOf('question-flagged', event));
	const marks = own.flatMap((event) => bodyOf('short-answer-marked', event));

	const revisions = new Map<string, number>();
	for (const { body } of [...answers, ...flags, ...marks])
		revisions.set(body.question, Math.max(revisions.get(body.question) ?? 0, body.revision));

	const responses = new Map<string, Response>();
	for (const [question, { body }] of counted) if (body.response) responses.set(question, body.response);

	return {
		id,
		member: start.event.member,
		started: start.body,
		startedAt: correctedTime(start.event),
		responses,
		late: new Set(late.map(({ body }) => body.question)),
		flagged: new Set(
			[...latestByQuestion(flags)].filter(([, { body }]) => body.flagged).map(([question]) => question)
		),
		revisions,
		personShares: new Map([...latestByQuestion(marks)].map(([question, { body }]) => [question, body.share])),
		...(handIn && { handedIn: withoutAttempt(handIn.body) })
	};
}

type Kind = keyof typeof quizEvents;
interface Entry<Body> {
	event: LoggedEvent;
	body: Body;
}

function bodyOf<K extends Kind>(kind: K, event: LoggedEvent): Entry<v.InferOutput<(typeof quizEvents)[K]>>[] {
	if (event.kind !== kind) return [];
	const body: Result<v.InferOutput<(typeof quizEvents)[K]>, ParseIssue[]> = parse(
		quizEvents[kind],
		event.body
	);
	return body.ok ? [{ event, body: body.value }] : [];
}

/**
 * A clock that ran ahead can end an attempt before its time. When the server received that very hand-in
 * while there was still time by its own clock, it does not count.
 */
function isPremature(
	handIn: Entry<AttemptHandedIn>,
	start: Entry<AttemptStarted>,
	durationMs: number
): boolean {
	if (handIn.body.by !== 'time' || handIn.event.receivedAt === undefined) return false;
	if (start.event.offset === undefined) return false;
	return handIn.event.receivedAt < correctedTime(start.event) + durationMs - START_SLACK_MS;
}
/** The start's server time is only known to about a round trip. */
const START_SLACK_MS = 2_000;

function correctedTime(event: LoggedEvent): Millis {
	return millis(event.at + (event.offset ?? 0));
}

function earliest<Body>(entries: Entry<Body>[]): Entry<Body> | undefined {
	return entries.reduce<Entry<Body> | undefined>(
		(first, entry) => (!first || entry.event.id < first.event.id ? entry : first),
		undefined
	);
}

function latestByQuestion<Body extends { question: string; revision: number }>(
	entries: Entry<Body>[]
): Map<string, Entry<Body>> {
	const latest = new Map<string, Entry<Body>>();
	for (const entry of entries) {
		const held = latest.get(entry.body.question);
		if (!held || isLater(entry, held)) latest.set(entry.body.question, entry);
	}
	return latest;
}

/** Two devices may give the same revision; then the larger id wins, on every device alike. */
function isLater<Body extends { revision: number }>(a: Entry<Body>, b: Entry<Body>): boolean {
	return a.body.revision !== b.body.revision ? a.body.revision > b.body.revision : a.event.id > b.event.id;
}

function withoutAttempt({
	elapsedMs,
	by,
	clockSuspect,
	claim
}: AttemptHandedIn): NonNullable<Attempt['handedIn']> {
	return { elapsedMs, by, clockSuspect, ...(claim && { claim }) };
}

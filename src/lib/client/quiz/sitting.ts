import type { Result } from '#lib/base/result.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Event, LoggedEvent } from '#lib/log/event.ts';
import { mergeLogs } from '#lib/log/merge.ts';
import type { Question, Response } from '#lib/question/question.ts';
import { foldAttempt, type Attempt } from '#lib/quiz/attempt.ts';
import type { ClockSample, Reading } from '#lib/quiz/clock.ts';
import type { PaperItem } from '#lib/quiz/paper.ts';
import { markAttempt, type AttemptResult } from '#lib/quiz/result.ts';
import type { Draft } from '../store/append.ts';
import type { SaveRefused } from '../store/saving.ts';
import { recalledIn } from './recalled.ts';
import { elapsedMs, goOn, hearServer, isSuspect, leftMs, type Timing } from './timing.ts';

/** What a sitting needs of the device; a test gives its own. */
export interface SittingDoor {
	sample(): ClockSample;
	/** By the server's word, while nothing but even clocks lies between it and now. */
	exactReading(): Reading | undefined;
	/** What is believed of the time without anything written down. */
	anyReading(): Reading;
	/** Asks the server for its time, if it is there; never throws. */
	askTime(): Promise<void>;
	write(drafts: readonly Draft[]): Promise<Result<Event[], SaveRefused>>;
	writeTiming(timing: Timing): void;
	readTiming(): Promise<Timing | undefined>;
	/** The learner's calendar day. */
	today(): string;
	/** An answer lies on the disk. */
	onanswered(): void;
	/** Something that a screen shows has changed. */
	onchange(): void;
}

export type Saved = 'none' | 'saving' | 'saved' | 'failed';

interface Pending {
	response: Response | null;
	elapsedMs: number;
	state: 'saving' | 'failed';
}

/** One attempt in this page: takes answers, keeps its time, ends it when the time is up. */
export class Sitting {
	readonly id: string;
	readonly #door: SittingDoor;
	#events: LoggedEvent[] = [];
	#folded: Attempt | undefined;
	#publication: Publication | null | undefined;
	#timing: Timing | undefined;
	#timingWrittenAt = -Infinity;
	#pending = new Map<string, Pending>();
	#shown: { attempt?: Attempt; items?: { item: PaperItem; question: Question }[]; result?: AttemptResult } =
		{};
	#writes: Promise<unknown> = Promise.resolve();
	#ending: Promise<void> | undefined;
	#triedAt = -Infinity;
	#asking = false;
	/** By the monotonic clock. */
	#askedAt = -Infinity;
	#markReady = () => {};
	/** Resolves once the database was read. */
	readonly ready = new Promise<void>((resolve) => void (this.#markReady = resolve));
	loaded = false;

	constructor(id: string, door: SittingDoor) {
		this.id = id;
		this.#door = door;
	}

	/** What the database holds of this attempt now. */
	async take(events: readonly LoggedEvent[], publication: Publication | null): Promise<void> {
		this.#publication = publication;
		this.#merge(events);
		const start = this.#start;
		if (this.#folded && start && !this.#timing) {
			const written = await this.#door.readTiming();
			this.#timing ??= written ?? this.#firstTiming(start, this.#folded);
		}
		this.loaded = true;
		this.#markReady();
		this.#door.onchange();
		await this.tick();
	}

	get attempt(): Attempt | undefined {
		if (!this.#folded || this.#pending.size === 0) return this.#folded;
		return (this.#shown.attempt ??= withPending(this.#folded, this.#pending));
	}

	get publication(): Publication | null | undefined {
		return this.#publication;
	}

	get items(): { item: PaperItem; question: Question }[] {
		return (this.#shown.items ??= this.#findItems());
	}

	get result(): AttemptResult | undefined {
		if (!this.#folded?.handedIn || !this.#publication) return undefined;
		return (this.#shown.result ??= markAttempt(this.#folded, this.#publication.bank));
	}

	get timeLeftMs(): number {
		if (!this.#folded) return 0;
		const { durationMs } = this.#folded.started.blueprint;
		if (!this.#timing) return durationMs;
		return leftMs(goOn(this.#timing, this.#door.sample()), durationMs);
	}

	get clockSuspect(): boolean {
		return this.#timing !== undefined && isSuspect(this.#timing);
	}

	get isOver(): boolean {
		return this.#folded?.handedIn !== undefined;
	}

	saved(question: string): Saved {
		const pending = this.#pending.get(question);
		if (pending) return pending.state;
		const isAnswered = this.#events.some(
			({ kind, body }) => kind === 'answer-given' && body.question === question
		);
		return isAnswered ? 'saved' : 'none';
	}

	/** Resolves once the answer is on the disk, or could not be written. */
	async answer(question: string, response: Response | null): Promise<void> {
		if (!this.#folded || this.isOver || this.#ending) return;
		const pending: Pending = { response, elapsedMs: this.#elapsedMs(), state: 'saving' };
		this.#pending.set(question, pending);
		this.#changed();
		await this.#inTurn(() => this.#writeAnswer(question, pending));
	}

	async flag(question: string, flagged: boolean): Promise<void> {
		if (!this.#folded || this.isOver) return;
		await this.#inTurn(() =>
			this.#write('question-flagged', () => ({ question, revision: this.#revision(question), flagged }))
		);
	}

	async markShortAnswer(question: string, share: number): Promise<void> {
		if (!this.#folded) return;
		await this.#inTurn(() =>
			this.#write('short-answer-marked', () => ({ question, revision: this.#revision(question), share }))
		);
	}

	handIn(by: 'learner' | 'time'): Promise<void> {
		if (!this.#folded || this.isOver) return Promise.resolve();
		this.#ending ??= this.#end(by).finally(() => {
			this.#ending = undefined;
			this.#changed();
		});
		return this.#ending;
	}

	/** To be called a few times a second while the attempt is open. */
	async tick(): Promise<void> {
		const attempt = this.#folded;
		if (!attempt || this.isOver || !this.#timing) return;
		const exact = this.#door.exactReading();
		const sample = this.#door.sample();
		this.#timing = exact ? hearServer(this.#timing, exact) : goOn(this.#timing, sample);
		if (Math.abs(sample.at - this.#timingWrittenAt) >= WRITE_EVERY_MS) this.#writeTiming();
		await this.#retryFailed(sample);
		// A sleep, or a clock that was set: the server knows which, and is not waited for until the next round.
		if (this.#timing.bridged && sample.mono - this.#askedAt >= ASK_EVERY_MS) await this.#askServer();
		if (leftMs(this.#timing, attempt.started.blueprint.durationMs) > 0 || this.#asking) return;
		if (await this.#isReallyUp(attempt)) await this.handIn('time');
	}

	/** A clock that ran ahead must not end an attempt when the server can be asked. */
	async #isReallyUp(attempt: Attempt): Promise<boolean> {
		if (!this.#timing) return false;
		if (this.#timing.bridged || !this.#timing.reading.exact) await this.#askServer();
		return leftMs(this.#timing, attempt.started.blueprint.durationMs) === 0;
	}

	async #askServer(): Promise<void> {
		if (this.#asking) return;
		this.#asking = true;
		await this.#door.askTime();
		this.#asking = false;
		this.#askedAt = this.#door.sample().mono;
		const exact = this.#door.exactReading();
		if (exact && this.#timing) this.#timing = hearServer(this.#timing, exact);
	}

	async #end(by: 'learner' | 'time'): Promise<void> {
		await this.#writes;
		for (const [question, pending] of this.#pending) await this.#writeAnswer(question, pending);
		const attempt = this.#folded;
		if (!attempt) return;
		const { durationMs } = attempt.started.blueprint;
		const elapsed = this.#elapsedMs();
		const isTimeUp = by === 'time' || elapsed >= durationMs;
		const body = {
			elapsedMs: isTimeUp ? durationMs : elapsed,
			by: isTimeUp ? 'time' : 'learner',
			clockSuspect: this.clockSuspect,
			...(this.#publication && { claim: claimOf(markAttempt(attempt, this.#publication.bank), attempt) })
		};
		const recalled = this.#publication
			? recalledIn(attempt, this.#events, this.#publication.bank, this.#door.today())
			: [];
		await this.#write('attempt-handed-in', () => body, recalled);
	}

	async #writeAnswer(question: string, pending: Pending): Promise<void> {
		// A newer answer to the same question has taken its place in the meantime.
		if (this.#pending.get(question) !== pending) return;
		pending.state = 'saving';
		const { response, elapsedMs: elapsed } = pending;
		let isWritten = false;
		try {
			isWritten = await this.#write('answer-given', () => ({
				question,
				revision: this.#revision(question),
				elapsedMs: elapsed,
				response
			}));
		} finally {
			if (!isWritten) pending.state = 'failed';
		}
		if (isWritten && this.#pending.get(question) === pending) this.#pending.delete(question);
		this.#changed();
		if (isWritten) this.#door.onanswered();
	}

	async #retryFailed(sample: ClockSample): Promise<void> {
		if (Math.abs(sample.at - this.#triedAt) < WRITE_EVERY_MS) return;
		const failed = [...this.#pending].filter(([, { state }]) => state === 'failed');
		if (failed.length === 0) return;
		this.#triedAt = sample.at;
		for (const [question, pending] of failed) await this.#inTurn(() => this.#writeAnswer(question, pending));
	}

	/** @param beside what is written with it, all or nothing */
	async #write(
		kind: Draft['kind'],
		body: () => Record<string, unknown>,
		beside: readonly Draft[] = []
	): Promise<boolean> {
		const organisation = this.#start?.organisation;
		const draft: Draft = {
			kind,
			...(organisation !== undefined && { organisation }),
			body: { attempt: this.id, ...body() }
		};
		const written = await this.#door.write([draft, ...beside]);
		if (!written.ok) return false;
		this.#merge(written.value);
		this.#writeTiming();
		this.#door.onchange();
		return true;
	}

	/** One write after the other, so that revisions and the order on the device agree. */
	#inTurn(work: () => Promise<unknown>): Promise<void> {
		const turn = this.#writes.then(work);
		this.#writes = turn.catch(() => undefined);
		return turn.then(() => undefined);
	}

	#merge(events: readonly LoggedEvent[]): void {
		this.#events = mergeLogs(this.#events, events);
		this.#folded = foldAttempt(this.id, this.#events);
		this.#shown = {};
	}

	#changed(): void {
		delete this.#shown.attempt;
		this.#door.onchange();
	}

	get #start(): LoggedEvent | undefined {
		return this.#events.find(({ kind }) => kind === 'attempt-started');
	}

	#revision(question: string): number {
		return (this.#folded?.revisions.get(question) ?? 0) + 1;
	}

	#elapsedMs(): number {
		if (!this.#timing) return 0;
		this.#timing = goOn(this.#timing, this.#door.sample());
		return elapsedMs(this.#timing);
	}

	/** Nothing was written down here: the attempt was started on another device. */
	#firstTiming(start: LoggedEvent, attempt: Attempt): Timing {
		const tied = start.offset !== undefined;
		const reading = this.#door.anyReading();
		return { startedAt: attempt.startedAt, reading, tied, doubtful: !tied, bridged: false };
	}

	#writeTiming(): void {
		if (!this.#timing) return;
		this.#timingWrittenAt = this.#timing.reading.sample.at;
		this.#door.writeTiming(this.#timing);
	}

	#findItems(): { item: PaperItem; question: Question }[] {
		if (!this.#folded || !this.#publication) return [];
		const byId = new Map(this.#publication.bank.questions.map((question) => [question.id, question]));
		return this.#folded.started.paper.items.flatMap((item) => {
			const question = byId.get(item.question);
			return question ? [{ item, question }] : [];
		});
	}
}
const WRITE_EVERY_MS = 5_000;
const ASK_EVERY_MS = 10_000;

function withPending(attempt: Attempt, pending: ReadonlyMap<string, Pending>): Attempt {
	const responses = new Map(attempt.responses);
	for (const [question, { response }] of pending) {
		if (response) responses.set(question, response);
		else responses.delete(question);
	}
	return { ...attempt, responses };
}

function claimOf(result: AttemptResult, attempt: Attempt) {
	const { scoreHundredths, fullHundredths, right } = result;
	return { scoreHundredths, fullHundredths, right, questions: attempt.started.paper.items.length };
}

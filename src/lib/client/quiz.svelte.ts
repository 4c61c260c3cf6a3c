import { createSubscriber } from 'svelte/reactivity';
import { uuidFrom } from '#lib/base/id.ts';
import { hashBytes } from '#lib/base/hash.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Question, Response } from '#lib/question/question.ts';
import type { Attempt } from '#lib/quiz/attempt.ts';
import type { Blueprint } from '#lib/quiz/blueprint.ts';
import { firstReading } from '#lib/quiz/clock.ts';
import { drawPaper, type DrawRefused, type PaperItem } from '#lib/quiz/paper.ts';
import type { AttemptResult } from '#lib/quiz/result.ts';
import { millis } from '#lib/base/time.ts';
import type { App } from './app.svelte.ts';
import { readAttempts, type AttemptEntry } from './quiz/attempts.ts';
import type { Saved, Sitting } from './quiz/sitting.ts';
import { isOwn, keepAsked, readForStudy } from './store/courses.ts';
import { live, type Live } from './store/live.ts';
import type { SaveRefused } from './store/saving.ts';

export type { AttemptEntry, Saved };

/** Draws a paper and starts the time; gives the attempt's id. */
export async function startQuiz(
	app: App,
	courseId: string,
	blueprint: Blueprint,
	{ shared }: { shared: boolean }
): Promise<Result<string, StartRefused>> {
	const store = await app.stores.ready();
	const publication = await readForStudy(store, courseId);
	if (!publication) return refuse({ type: 'CourseNotHere' });
	const { random } = app.device;
	const paper = drawPaper(blueprint, publication.bank, hashBytes(random(16)).slice(0, 16));
	if (!paper.ok) return paper;

	const moment = app.moment();
	const attempt = uuidFrom(moment.sample.at, random(10));
	const organisation = shared ? app.membership?.organisation : undefined;
	// Before the event, so that no answer can ever be without its time.
	const reading = app.time.fromServer() ?? firstReading(moment.sample);
	await store.db.timings.put({
		attempt,
		startedAt: millis(moment.sample.at + (moment.offset ?? 0)),
		reading,
		tied: moment.offset !== undefined,
		doubtful: false,
		bridged: false
	});
	if (isOwn(courseId)) await keepAsked(store, attempt, publication, paper.value.items);
	const body = { attempt, title: blueprint.title, course: courseId, shared, blueprint, paper: paper.value };
	const draft = {
		kind: 'attempt-started',
		...(organisation !== undefined && { organisation }),
		body
	} as const;
	const written = await app.write([draft], store, moment);
	return written.ok ? ok(attempt) : written;
}

export type StartRefused = DrawRefused | { type: 'CourseNotHere' } | SaveRefused;

/** Newest first. */
export function attempts(app: App): Live<AttemptEntry[]> {
	return live(app.stores, readAttempts);
}

/** One attempt on screen. Follows the database while something reads it; nothing has to be ended. */
export class QuizSession {
	readonly #app: App;
	readonly #attemptId: string;
	readonly #track: () => void;
	#sitting: Sitting | undefined;

	constructor(app: App, attemptId: string) {
		this.#app = app;
		this.#attemptId = attemptId;
		this.#track = createSubscriber((update) => {
			let leave = () => {};
			const follow = () => {
				leave();
				const store = app.stores.current;
				if (!store) return;
				({ sitting: this.#sitting, leave } = app.sittings.join(store, attemptId, update));
			};
			const stopStores = app.stores.onchange(follow);
			follow();
			return () => {
				stopStores();
				leave();
			};
		});
	}

	get attempt(): Attempt | undefined {
		return this.#read()?.attempt;
	}

	get publication(): Publication | undefined {
		return this.#read()?.publication ?? undefined;
	}

	get items(): { item: PaperItem; question: Question }[] {
		return this.#read()?.items ?? [];
	}

	/** True until the attempt and its course have been looked for. */
	get loading(): boolean {
		return !this.#read()?.loaded;
	}

	/** What is not on this device, if something is missing. */
	get missing(): 'attempt' | 'course' | undefined {
		const sitting = this.#read();
		if (!sitting?.loaded) return undefined;
		if (!sitting.attempt) return 'attempt';
		return sitting.publication ? undefined : 'course';
	}

	get timeLeftMs(): number {
		return this.#read()?.timeLeftMs ?? 0;
	}

	get clockSuspect(): boolean {
		return this.#read()?.clockSuspect ?? false;
	}

	get result(): AttemptResult | undefined {
		return this.#read()?.result;
	}

	saved(questionId: string): Saved {
		return this.#read()?.saved(questionId) ?? 'none';
	}

	/** Resolves once the answer is in the database, or could not be written (`saved` says which). */
	async answer(questionId: string, response: Response | null): Promise<void> {
		await this.#use((sitting) => sitting.answer(questionId, response));
	}

	async flag(questionId: string, on: boolean): Promise<void> {
		await this.#use((sitting) => sitting.flag(questionId, on));
	}

	async handIn(by: 'learner' | 'time'): Promise<void> {
		await this.#use((sitting) => sitting.handIn(by));
	}

	/** `share` of the question's points, 0–1. */
	async markShortAnswer(questionId: string, share: number): Promise<void> {
		await this.#use((sitting) => sitting.markShortAnswer(questionId, share));
	}

	#read(): Sitting | undefined {
		this.#track();
		return this.#sitting;
	}

	/** Also after the screen has let go, so that the last tap is not lost. */
	async #use(work: (sitting: Sitting) => Promise<void>): Promise<void> {
		const store = await this.#app.stores.ready();
		const { sitting, leave } = this.#app.sittings.join(store, this.#attemptId, () => {});
		try {
			await sitting.ready;
			await work(sitting);
		} finally {
			leave();
		}
	}
}

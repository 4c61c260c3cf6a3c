import type { Result } from '#lib/base/result.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Question, Response } from '#lib/question/question.ts';
import type { Attempt } from '#lib/quiz/attempt.ts';
import type { Blueprint } from '#lib/quiz/blueprint.ts';
import type { DrawRefused, PaperItem } from '#lib/quiz/paper.ts';
import type { AttemptResult } from '#lib/quiz/result.ts';
import type { App } from './app.svelte.ts';
import { live, type Live } from './store/live.ts';

export async function startQuiz(
	app: App,
	courseId: string,
	blueprint: Blueprint,
	options: { shared: boolean }
): Promise<Result<string, StartRefused>> {
	throw new Error(`not yet ${app.account} ${courseId} ${blueprint.title} ${options.shared}`);
}

export type StartRefused =
	DrawRefused | { type: 'CourseNotHere' } | { type: 'StorageFull' } | { type: 'StorageLost' };

export interface AttemptEntry {
	attempt: Attempt;
	title: string;
	courseId: string;
	status: 'open' | 'handed-in';
	/** Absent when the course is not on this device. */
	result?: AttemptResult;
	/** True once the server has all of it. */
	sent: boolean;
}

/** Newest first. */
export function attempts(app: App): Live<AttemptEntry[]> {
	return live(app.stores, async () => []);
}

export function hasOpenAttempt(app: App): Live<boolean> {
	return live(app.stores, async () => false);
}

/** `failed`: it could not be written; it is tried again, and the person must be told. */
export type Saved = 'none' | 'saving' | 'saved' | 'failed';

export class QuizSession {
	readonly #app: App;
	readonly #attemptId: string;

	constructor(app: App, attemptId: string) {
		this.#app = app;
		this.#attemptId = attemptId;
	}

	get attempt(): Attempt | undefined {
		return undefined;
	}
	get publication(): Publication | undefined {
		return undefined;
	}
	get items(): { item: PaperItem; question: Question }[] {
		return [];
	}
	/** True until the attempt and its course have been looked for. */
	get loading(): boolean {
		return true;
	}
	/** What is not on this device, if something is missing. */
	get missing(): 'attempt' | 'course' | undefined {
		return undefined;
	}
	get timeLeftMs(): number {
		return 0;
	}
	get clockSuspect(): boolean {
		return false;
	}
	get result(): AttemptResult | undefined {
		return undefined;
	}

	saved(questionId: string): Saved {
		return questionId === '' ? 'none' : 'saving';
	}

	/** Resolves once the answer is in the database, or could not be written (`saved` says which). */
	async answer(questionId: string, response: Response | null): Promise<void> {
		throw new Error(`not yet ${this.#app.account} ${this.#attemptId} ${questionId} ${response?.type}`);
	}

	async flag(questionId: string, on: boolean): Promise<void> {
		throw new Error(`not yet ${questionId} ${on}`);
	}

	async handIn(by: 'learner' | 'time'): Promise<void> {
		throw new Error(`not yet ${by}`);
	}

	async markShortAnswer(questionId: string, share: number): Promise<void> {
		throw new Error(`not yet ${questionId} ${share}`);
	}
}

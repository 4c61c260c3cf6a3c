import type { Millis } from '#lib/base/time.ts';
import type { Result } from '#lib/base/result.ts';
import type { Overview } from '#lib/course/overview.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { ImportComparison, Predecessor } from '../keep-import.ts';
import type { SaveRefused } from '../store/saving.ts';
import type { JobInput, JobProgress, JobRefused } from './job.ts';

/** What is asked about a compiled document and the courses of an account on this device. */
export type Ask =
	| { type: 'predecessors' }
	| { type: 'compare'; course: string }
	| { type: 'save'; title: string; at: Millis; replaces: string | undefined };

export interface Answers {
	predecessors: Predecessor[];
	compare: ImportComparison | undefined;
	save: Result<string, SaveRefused>;
}

/** Only the answer to the question that was asked is there. */
export type Answered = Partial<Answers>;

/** The first message is a job; then come questions about its outcome. */
export type ToWorker =
	| { type: 'compile'; job: JobInput }
	| { type: 'ask'; number: number; account: string; ask: Ask }
	| { type: 'give'; number: number };

export type FromWorker =
	| { type: 'progress'; progress: JobProgress }
	| { type: 'done'; result: Result<Overview, JobRefused> }
	/** Undefined: no database could be opened here. */
	| { type: 'answer'; number: number; answer: Answered | undefined }
	| { type: 'given'; number: number; publication: Publication }
	| { type: 'broken'; message: string };

import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Overview } from '#lib/course/overview.ts';
import type { Publication } from '#lib/course/publication.ts';
import { TOO_LARGE } from '#lib/reader/limits.ts';
import type { App } from './app.svelte.ts';
import { openCompiler, type Compiler } from './compile/compiler.ts';
import type { JobInput, JobProgress, JobRefused } from './compile/job.ts';
import type { Answered, Answers, Ask } from './compile/messages.ts';

/** What was understood of a document, before it is kept. The document itself stays in the worker. */
export interface ImportPreview {
	overview: Overview;
	/** The own courses of this device that it may be a newer text of, the most likely first. */
	predecessors(app: App): Promise<Answers['predecessors']>;
	/** What taking it in the place of that course would do to the reviews there. */
	compare(app: App, course: string): Promise<Answers['compare']>;
	/**
	 * Keeps it as a course of one's own; gives the course's id when it is on the disk.
	 * @param replaces the own course whose text this is now
	 */
	save(app: App, title: string, replaces?: string): Promise<Answers['save']>;
	/** Lets go of it; nothing can be asked any more. */
	close(): void;
}

export type { Answers };
export type ImportProgress = JobProgress;
export type ImportRefused =
	| JobRefused
	| { type: 'Cancelled' }
	/** The library for PDF is for workers only, and this browser has none. */
	| { type: 'PdfNeedsWorker' }
	/** The worker ended in the middle: no memory was left, or a bug of ours. */
	| { type: 'CompilerBroke' };

type ImportInput = File | { text: string; title?: string };

/** Compiles a document in a worker; aborting ends the worker at once. */
export async function importDocument(
	input: ImportInput,
	{ signal, onprogress = () => {} }: ImportOptions = {}
): Promise<Result<ImportPreview, ImportRefused>> {
	if (input instanceof File && input.size >= TOO_LARGE)
		return refuse({ type: 'TooLarge', bytes: input.size, most: TOO_LARGE });
	onprogress({ step: 'reading', done: 0, total: 1 });
	const job = await jobOf(input);
	if (signal?.aborted) return refuse({ type: 'Cancelled' });
	const compiler = openCompiler();
	const compiled = await compiler?.compile(job, { signal, onprogress }).catch(() => {
		compiler.end();
		return refuse({ type: 'CompilerBroke' } as const);
	});
	if (compiler && compiled?.ok)
		return ok(previewOf(compiled.value, publicationIn(compiler, input), compiler));
	compiler?.end();
	if (compiled && !compiled.ok) return compiled;
	const here = await runHere(await jobOf(input), signal, onprogress);
	if (!here.ok) {
		const { type } = here.error;
		return type === 'ReaderMissing' && !compiler ? refuse({ type: 'PdfNeedsWorker' }) : here;
	}
	const { overviewOf } = await import('#lib/course/overview.ts');
	return ok(previewOf(overviewOf(here.value), () => Promise.resolve(here.value)));
}

export interface ImportOptions {
	signal?: AbortSignal;
	onprogress?: (progress: ImportProgress) => void;
}

async function jobOf(input: ImportInput): Promise<JobInput> {
	if (input instanceof File) return { type: 'bytes', bytes: await input.arrayBuffer(), file: input.name };
	return { type: 'text', text: input.text, file: input.title ?? firstLineOf(input.text) };
}

/** A pasted text has no file; its first line names it. */
function firstLineOf(text: string): string {
	const line = text.split('\n').find((one) => one.trim() !== '');
	return (line ?? '').trim().slice(0, 60);
}

/** @param whole gives what was compiled to the page, for when the worker cannot answer */
function previewOf(
	overview: Overview,
	whole: () => Promise<Publication>,
	compiler?: Compiler
): ImportPreview {
	const answerTo = async (app: App, ask: Ask): Promise<Answered> => {
		const store = await app.stores.ready();
		// A database in this page's memory is nobody else's; neither is one that lost its disk.
		const answered = store.memory
			? undefined
			: await compiler?.ask(store.account, ask).catch(() => undefined);
		if (answered) return answered;
		const { answerAsk } = await import('./compile/answer.ts');
		return answerAsk(store, await whole(), ask, app.device.random);
	};
	return {
		overview,
		async predecessors(app) {
			return (await answerTo(app, { type: 'predecessors' })).predecessors ?? [];
		},
		async compare(app, course) {
			return (await answerTo(app, { type: 'compare', course })).compare;
		},
		async save(app, title, replaces) {
			const { at } = app.device.sample();
			const { save } = await answerTo(app, { type: 'save', title, at, replaces });
			void app.installation.measure();
			return save ?? refuse({ type: 'StorageLost' });
		},
		close: () => compiler?.end()
	};
}

/** From the worker, or compiled once more when the worker is gone: the system may end it to have its memory. */
function publicationIn(compiler: Compiler, input: ImportInput): () => Promise<Publication> {
	let given: Promise<Publication> | undefined;
	const again = async () => {
		const next = openCompiler();
		try {
			const compiled = await next?.compile(await jobOf(input), { signal: undefined, onprogress: () => {} });
			if (next && compiled?.ok) return await next.give();
		} finally {
			next?.end();
		}
		throw new Error('what was compiled once could not be compiled again');
	};
	return () => (given ??= compiler.give().catch(again));
}

/** Step by step, with a breath in between to show progress and hear a cancel. */
async function runHere(
	job: JobInput,
	signal: AbortSignal | undefined,
	onprogress: (progress: JobProgress) => void
): Promise<Result<Publication, JobRefused | { type: 'Cancelled' }>> {
	const cancelled = new Error('cancelled');
	const { runJob } = await import('./compile/job.ts');
	try {
		return await runJob(job, {
			onprogress,
			async pause() {
				await new Promise((resolve) => setTimeout(resolve));
				if (signal?.aborted) throw cancelled;
			},
			// Its library is for workers only.
			openPdf: () => Promise.resolve(refuse({ type: 'ReaderMissing' }))
		});
	} catch (error) {
		if (error === cancelled) return refuse({ type: 'Cancelled' });
		throw error;
	}
}

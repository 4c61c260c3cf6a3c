import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Publication } from '#lib/course/publication.ts';
import { TOO_LARGE } from '#lib/reader/limits.ts';
import type { FromWorker, JobInput, JobProgress, JobRefused } from './compile/job.ts';

/** What was understood of a document, before it is kept. */
export interface ImportPreview {
	publication: Publication;
}

export type ImportProgress = JobProgress;
export type ImportRefused = JobRefused | { type: 'Cancelled' };

/** Compiles a document in a worker; aborting ends the worker at once. */
export async function importDocument(
	input: File | { text: string; title?: string },
	{ signal, onprogress = () => {} }: ImportOptions = {}
): Promise<Result<ImportPreview, ImportRefused>> {
	if (input instanceof File && input.size >= TOO_LARGE)
		return refuse({ type: 'TooLarge', bytes: input.size, most: TOO_LARGE });
	onprogress({ step: 'reading', done: 0, total: 1 });
	const job = await jobOf(input);
	if (signal?.aborted) return refuse({ type: 'Cancelled' });
	const compiled =
		(await runInWorker(job, signal, onprogress)) ?? (await runHere(await jobOf(input), signal, onprogress));
	return compiled.ok ? ok({ publication: compiled.value }) : compiled;
}

export interface ImportOptions {
	signal?: AbortSignal;
	onprogress?: (progress: ImportProgress) => void;
}

async function jobOf(input: File | { text: string; title?: string }): Promise<JobInput> {
	if (input instanceof File) return { type: 'bytes', bytes: await input.arrayBuffer(), file: input.name };
	return { type: 'text', text: input.text, file: input.title ?? firstLineOf(input.text) };
}

/** A pasted text has no file; its first line names it. */
function firstLineOf(text: string): string {
	const line = text.split('\n').find((one) => one.trim() !== '');
	return (line ?? '').trim().slice(0, 60);
}

type Outcome = Result<Publication, ImportRefused>;

/** Undefined when there is no worker to be had: no such thing here, or no network to fetch it. */
async function runInWorker(
	job: JobInput,
	signal: AbortSignal | undefined,
	onprogress: (progress: ImportProgress) => void
): Promise<Outcome | undefined> {
	if (typeof Worker === 'undefined') return undefined;
	const worker = new Worker(new URL('./compile/compile-worker.ts', import.meta.url), { type: 'module' });
	let isAlive = false;
	const outcome = new Promise<Outcome | undefined>((resolve, reject) => {
		signal?.addEventListener('abort', () => resolve(refuse({ type: 'Cancelled' })), { once: true });
		worker.addEventListener('error', ({ message }) => {
			if (isAlive) reject(new Error(`the compiler broke: ${message}`));
			else resolve(undefined);
		});
		worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
			isAlive = true;
			if (data.type === 'progress') onprogress(data.progress);
			else if (data.type === 'done') resolve(data.result);
			else reject(new Error(`the compiler broke: ${data.message}`));
		});
		worker.postMessage(job, job.type === 'bytes' ? [job.bytes] : []);
	});
	return outcome.finally(() => worker.terminate());
}

/** Step by step, with a breath in between to show progress and hear a cancel. */
async function runHere(
	job: JobInput,
	signal: AbortSignal | undefined,
	onprogress: (progress: ImportProgress) => void
): Promise<Outcome> {
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

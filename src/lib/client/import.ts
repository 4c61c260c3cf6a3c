import { compareCompiled, replacedAct, type Comparison } from '#lib/authoring/reviews/compare.ts';
import { isLikelyVersion } from '#lib/authoring/reviews/version.ts';
import { canonicalJson } from '#lib/base/hash.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Publication } from '#lib/course/publication.ts';
import { TOO_LARGE } from '#lib/reader/reader.ts';
import type { App } from './app.svelte.ts';
import type { FromWorker, JobInput, JobProgress, JobRefused } from './compile/job.ts';
import { reviewsFrom } from './reviewed.ts';
import { makeRoom, readPublication } from './store/courses.ts';
import type { ReviewRow } from './store/database.ts';
import { replaceText, reviewRows } from './store/reviews.ts';
import type { SaveRefused } from './store/saving.ts';
import type { Store } from './store/store.ts';

/** What was understood of a document, before it is kept. */
export interface ImportPreview {
	publication: Publication;
}

export type { SaveRefused };
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

/** An own course that an import may be a newer text of. */
export interface Predecessor {
	id: string;
	title: string;
	/** `same`: word for word what it holds already. `likely`: a corrected text of it, by all appearances. */
	match: 'same' | 'likely' | 'none';
}

/** The own courses of this device, the most likely predecessor first. */
export async function predecessorsOf(app: App, { publication }: ImportPreview): Promise<Predecessor[]> {
	const store = await app.stores.ready();
	const rows = (await store.db.courses.where('kind').equals('own').toArray()).sort((a, b) => b.at - a.at);
	const found: Predecessor[] = [];
	for (const { id, title } of rows) {
		const old = await readPublication(store, id);
		if (old) found.push({ id, title, match: matchOf(old, publication) });
	}
	const rank = { same: 0, likely: 1, none: 2 } as const;
	return found.sort((a, b) => rank[a.match] - rank[b.match]);
}

function matchOf(old: Publication, next: Publication): Predecessor['match'] {
	if (old.document.id === next.document.id) return 'same';
	return isLikelyVersion(old, next) ? 'likely' : 'none';
}

/** What taking an import in the place of a course would do to its reviews. */
export async function compareImport(
	app: App,
	{ publication }: ImportPreview,
	courseId: string
): Promise<Comparison | undefined> {
	const store = await app.stores.ready();
	const old = await readPublication(store, courseId);
	if (!old) return undefined;
	return compareCompiled(old, publication, reviewsFrom(await reviewRows(store.db, courseId)));
}

/**
 * Keeps an import as a course of one's own; gives its id. The same document twice is still one course.
 * @param replaces the own course whose text this is now: its reviews go on with it
 */
export async function saveImport(
	app: App,
	{ publication }: ImportPreview,
	replaces?: string
): Promise<Result<string, SaveRefused>> {
	const store = await app.stores.ready();
	const id = replaces ?? (await idFor(store, publication));
	const old = await readPublication(store, id);
	const json = canonicalJson(publication);
	const { at } = app.device.sample();
	const course = {
		id,
		kind: 'own',
		title: publication.title,
		...(publication.summary !== undefined && { summary: publication.summary }),
		bytes: new TextEncoder().encode(json).length,
		lessons: publication.modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
		questions: publication.bank.questions.length,
		at
	} as const;
	const compare = (rows: readonly ReviewRow[]) => {
		if (!old) return undefined;
		const reviews = reviewsFrom(rows);
		return replacedAct(old, publication, reviews, compareCompiled(old, publication, reviews));
	};
	const keep = () => replaceText(store, course, json, { compare, stamp: { at, random: app.device.random } });
	let kept = await keep();
	// What can be fetched again gives way to what cannot.
	if (!kept.ok && (await makeRoom(store))) kept = await keep();
	void app.installation.measure();
	return kept.ok ? ok(id) : kept;
}

/** By the document; another number behind it where a later text has taken that course over. */
async function idFor(store: Store, { document }: Publication): Promise<string> {
	for (let n = 1; ; n++) {
		const id = `own-${document.id}${n === 1 ? '' : `-${n}`}`;
		if (!(await store.db.courses.get(id))) return id;
		if ((await readPublication(store, id))?.document.id === document.id) return id;
	}
}

import { refuse, type Result } from '#lib/base/result.ts';
import type { Overview } from '#lib/course/overview.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { JobInput, JobProgress, JobRefused } from './job.ts';
import type { Answered, Ask, FromWorker, ToWorker } from './messages.ts';

/** A worker, as the page sees it: compiles one document and answers questions about it until it is ended. */
export interface Compiler {
	/** Undefined when the worker could not be fetched. */
	compile(
		job: JobInput,
		options: { signal: AbortSignal | undefined; onprogress: (progress: JobProgress) => void }
	): Promise<Result<Overview, JobRefused | { type: 'Cancelled' }> | undefined>;
	/** Undefined when the worker has no database. Rejects when the worker is gone. */
	ask(account: string, ask: Ask): Promise<Answered | undefined>;
	/** The whole of what was compiled. Rejects when the worker is gone. */
	give(): Promise<Publication>;
	end(): void;
}

/** Undefined in a browser without workers. */
export function openCompiler(): Compiler | undefined {
	if (typeof Worker === 'undefined') return undefined;
	const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), { type: 'module' });
	const waiting = new Map<number, Waiting>();
	let asked = 0;
	let gone: Error | undefined;
	const breakOff = (why: string) => {
		gone ??= new Error(`the compiler broke: ${why}`);
		worker.terminate();
		for (const { reject } of waiting.values()) reject(gone);
		waiting.clear();
	};
	worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
		if (data.type === 'broken') breakOff(data.message);
		if (data.type !== 'answer' && data.type !== 'given') return;
		waiting.get(data.number)?.resolve(data);
		waiting.delete(data.number);
	});
	worker.addEventListener('error', ({ message }) => breakOff(message));
	const request = (make: (number: number) => ToWorker) =>
		new Promise<Reply>((resolve, reject) => {
			if (gone) {
				reject(gone);
				return;
			}
			waiting.set((asked += 1), { resolve, reject });
			worker.postMessage(make(asked));
		});

	return {
		compile: (job, { signal, onprogress }) =>
			new Promise((resolve, reject) => {
				let isAlive = false;
				signal?.addEventListener('abort', () => resolve(refuse({ type: 'Cancelled' })), { once: true });
				worker.addEventListener('error', ({ message }) => {
					if (isAlive) reject(new Error(`the compiler broke: ${message}`));
					else resolve(undefined);
				});
				worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
					isAlive = true;
					if (data.type === 'progress') onprogress(data.progress);
					else if (data.type === 'done') resolve(data.result);
					else if (data.type === 'broken') reject(new Error(`the compiler broke: ${data.message}`));
				});
				worker.postMessage(
					{ type: 'compile', job } satisfies ToWorker,
					job.type === 'bytes' ? [job.bytes] : []
				);
			}),
		async ask(account, ask) {
			const reply = await request((number) => ({ type: 'ask', number, account, ask }));
			return reply.type === 'answer' ? reply.answer : undefined;
		},
		async give() {
			const reply = await request((number) => ({ type: 'give', number }));
			if (reply.type !== 'given') throw new Error('the compiler gave something else');
			return reply.publication;
		},
		end: () => breakOff('ended')
	};
}

type Reply = Extract<FromWorker, { type: 'answer' | 'given' }>;

interface Waiting {
	resolve: (reply: Reply) => void;
	reject: (error: Error) => void;
}

import type { FromWorker, Request, Searcher, SearcherListeners, ToWorker } from './messages.ts';

/** Undefined where there are no workers, or theirs cannot be fetched or has no database. */
export async function searchInWorker(
	account: string,
	{ onready }: SearcherListeners
): Promise<Searcher | undefined> {
	if (typeof Worker === 'undefined') return undefined;
	const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
	const waiting = new Map<number, Waiting>();
	let asked = 0;
	let gone: Error | undefined;
	const end = (why: string) => {
		gone ??= new Error(`the search worker is gone: ${why}`);
		worker.terminate();
		for (const { reject } of waiting.values()) reject(gone);
		waiting.clear();
	};
	const opened = new Promise<boolean>((resolve) => {
		worker.addEventListener('error', ({ message }) => {
			resolve(false);
			end(message);
		});
		worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
			if (data.type === 'opened') resolve(data.ok);
			else if (data.type === 'ready') onready(data.readiness);
			else {
				const one = waiting.get(data.number);
				waiting.delete(data.number);
				if (data.type === 'failed') one?.reject(new Error(data.message));
				else one?.resolve(data);
			}
		});
	});
	const tell = (message: ToWorker) => worker.postMessage(message);
	const ask = (request: Request) =>
		new Promise<Reply>((resolve, reject) => {
			if (gone) {
				reject(gone);
				return;
			}
			waiting.set((asked += 1), { resolve, reject });
			tell({ type: 'request', number: asked, request });
		});
	tell({ type: 'open', account });
	if (!(await opened)) {
		end('not opened');
		return undefined;
	}
	return {
		async find(wanted) {
			const reply = await ask({ type: 'find', ask: wanted });
			if (reply.type !== 'found') throw new Error('the search worker gave something else');
			return reply.answer;
		},
		async question(course, id) {
			const reply = await ask({ type: 'question', course, id });
			if (reply.type !== 'question') throw new Error('the search worker gave something else');
			return reply.question;
		},
		close: () => end('closed')
	};
}

type Reply = Extract<FromWorker, { type: 'found' | 'question' }>;

interface Waiting {
	resolve: (reply: Reply) => void;
	reject: (error: Error) => void;
}

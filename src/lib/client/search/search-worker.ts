import { millis } from '#lib/base/time.ts';
import { openStoreOnDisk } from '../store/on-disk.ts';
import type { FromWorker, Request, Searcher, ToWorker } from './messages.ts';
import { openSearcher } from './searcher.ts';

let searcher: Promise<Searcher | undefined> | undefined;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
	if (data.type === 'open') {
		searcher = open(data.account);
		searcher.then(
			(opened) => say({ type: 'opened', ok: opened !== undefined }),
			() => say({ type: 'opened', ok: false })
		);
	} else {
		const { number } = data;
		serve(number, data.request).catch((error: unknown) =>
			say({ type: 'failed', number, message: String(error) })
		);
	}
});

/** With a connection of its own, which gives way to a newer version of the app by itself. */
async function open(account: string): Promise<Searcher | undefined> {
	const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
	const store = await openStoreOnDisk(account, { now: millis(Date.now()), random });
	return store && openSearcher(store, { onready: (readiness) => say({ type: 'ready', readiness }) });
}

async function serve(number: number, request: Request): Promise<void> {
	const opened = await searcher;
	if (!opened) throw new Error('asked before a database was open');
	if (request.type === 'find') say({ type: 'found', number, answer: await opened.find(request.ask) });
	else say({ type: 'question', number, question: await opened.question(request.course, request.id) });
}

function say(message: FromWorker): void {
	postMessage(message);
}

import { millis } from '#lib/base/time.ts';
import { ok } from '#lib/base/result.ts';
import { overviewOf } from '#lib/course/overview.ts';
import type { Publication } from '#lib/course/publication.ts';
import { openStoreOnDisk } from '../store/on-disk.ts';
import { answerAsk } from './answer.ts';
import { runJob, type JobInput } from './job.ts';
import type { Answered, FromWorker, ToWorker } from './messages.ts';
import { openPdf } from './open-pdf.ts';

const PROGRESS_EVERY_MS = 80;

/** Stays here: the page gets an overview, and has the rest put into the database by this very worker. */
let compiled: Publication | undefined;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
	work(data).catch((error: unknown) => say({ type: 'broken', message: String(error) }));
});

async function work(asked: ToWorker): Promise<void> {
	if (asked.type === 'compile') await compile(asked.job);
	else if (!compiled) throw new Error('asked before anything was compiled');
	else if (asked.type === 'give') say({ type: 'given', number: asked.number, publication: compiled });
	else say({ type: 'answer', number: asked.number, answer: await answer(compiled, asked) });
}

async function compile(job: JobInput): Promise<void> {
	let saidAt = -Infinity;
	let saidStep = '';
	const result = await runJob(job, {
		onprogress(progress) {
			const now = performance.now();
			if (progress.step === saidStep && now - saidAt < PROGRESS_EVERY_MS) return;
			saidAt = now;
			saidStep = progress.step;
			say({ type: 'progress', progress });
		},
		pause: () => Promise.resolve(),
		openPdf
	});
	if (result.ok) compiled = result.value;
	say({ type: 'done', result: result.ok ? ok(overviewOf(result.value)) : result });
}

/** With a connection of its own, only as long as it is needed: nothing here holds up a newer version. */
async function answer(
	publication: Publication,
	{ account, ask }: Extract<ToWorker, { type: 'ask' }>
): Promise<Answered | undefined> {
	const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
	const store = await openStoreOnDisk(account, { now: millis(Date.now()), random });
	if (!store) return undefined;
	try {
		return await answerAsk(store, publication, ask, random);
	} finally {
		store.close();
	}
}

function say(message: FromWorker): void {
	postMessage(message);
}

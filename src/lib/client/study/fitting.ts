import { isFitDue, type FitRecall } from '#lib/study/fit.ts';
import type { App } from '../app.svelte.ts';
import { changeStudySettings, learnerNow } from '../learner.svelte.ts';
import type { Fitted } from './fit-worker.ts';

/**
 * Fits the memory's weights to the person who is here, when there is enough new to learn from and the phone
 * has nothing else to do. The result goes into the log like any other choice, so that all their devices
 * agree. Gives the way to give up waiting.
 */
export function fitWhenIdle(app: App): () => void {
	let isOver = false;
	const timer = setTimeout(() => {
		const begin = () => void (isOver || document.visibilityState === 'hidden' ? undefined : fit(app));
		if ('requestIdleCallback' in window) requestIdleCallback(begin);
		else begin();
	}, SETTLE_MS);
	return () => {
		isOver = true;
		clearTimeout(timer);
	};
}
/** After everything that somebody waits for. */
const SETTLE_MS = 6_000;

async function fit(app: App): Promise<void> {
	const { account } = app;
	const { recalls, settings } = await learnerNow(app);
	if (!isFitDue(recalls.length, settings)) return;
	const list = recalls.map(({ question, day, grade }): FitRecall => ({ question, day, grade }));
	const fitted = await fitInWorker(list);
	// Somebody else may have come meanwhile; without an answer the next quiet moment will do.
	if (!fitted || app.account !== account) return;
	await changeStudySettings(app, { weights: fitted.fit?.weights ?? null, fittedFrom: recalls.length });
}

/** Undefined in a browser without workers, or when the worker could not be fetched. */
function fitInWorker(recalls: FitRecall[]): Promise<Fitted | undefined> {
	if (typeof Worker === 'undefined') return Promise.resolve(undefined);
	return new Promise((resolve) => {
		const worker = new Worker(new URL('./fit-worker.ts', import.meta.url), { type: 'module' });
		const end = (fitted: Fitted | undefined) => {
			worker.terminate();
			resolve(fitted);
		};
		worker.addEventListener('message', ({ data }: MessageEvent<Fitted>) => end(data));
		worker.addEventListener('error', () => end(undefined));
		worker.postMessage(recalls);
	});
}

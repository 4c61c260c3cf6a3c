import { fitWeights, type Fit, type FitRecall } from '#lib/study/fit.ts';

addEventListener('message', ({ data }: MessageEvent<FitRecall[]>) => {
	postMessage({ fit: fitWeights(data) } satisfies Fitted);
});

export interface Fitted {
	/** Undefined: the usual weights do as well. */
	fit: Fit | undefined;
}

import type { Recall } from './recalls.ts';

/** What one question takes of somebody who never answered one. */
const USUAL_MS = 25_000;
/** So many answers tell a person's pace; older ones no longer do. */
const LATEST = 100;
const FEWEST = 8;
/** Whoever takes longer has put the phone down. */
const LONGEST_MS = 120_000;

/**
 * The learner's own pace: the median time of their latest answers, in ms a question.
 * @param recalls oldest first
 */
export function paceMs(recalls: readonly Pick<Recall, 'tookMs'>[]): number {
	const times = recalls
		.slice(-LATEST)
		.map(({ tookMs }) => Math.min(tookMs, LONGEST_MS))
		.sort((a, b) => a - b);
	if (times.length < FEWEST) return USUAL_MS;
	const middle = times.length >> 1;
	const [low = 0, high = 0] = [times[middle - 1], times[middle]];
	// Reading the verdict takes a moment too.
	return READING_MS + (times.length % 2 ? high : (low + high) / 2);
}
const READING_MS = 4_000;

/** Whole minutes for so many questions, at least 1; 0 when there are none. */
export function minutesFor(questions: number, msEach: number): number {
	return questions === 0 ? 0 : Math.max(1, Math.round((questions * msEach) / 60_000));
}

import { clipParameters, default_w, FSRSAlgorithm, type FSRSState } from 'ts-fsrs';
import { dayNumber } from './days.ts';
import type { Recall } from './recalls.ts';
import type { StudySettings } from './settings.ts';

/** Fewer recalls after a night's sleep than this say nothing about a person. */
export const LEAST_RECALLS = 400;
/** After so many more the last fit is out of date. */
export const FIT_AGAIN_AFTER = 200;

/** What a fit looks at. */
export type FitRecall = Pick<Recall, 'question' | 'day' | 'grade'>;

/** @param recalls how many there are in all */
export function isFitDue(recalls: number, { adapt, fittedFrom }: StudySettings): boolean {
	return adapt && recalls >= LEAST_RECALLS && recalls - fittedFrom >= FIT_AGAIN_AFTER;
}

/** First stabilities, growth after a recall, what is left after forgetting, the curve's decay. */
const FITTED = [0, 1, 2, 3, 8, 11, 20] as const;
const STEPS = [1.6, 1.25, 1.1, 1.04];

export interface Fit {
	weights: number[];
	/** Mean log loss on recalls that were not used for fitting, with the usual and with these weights. */
	usualLoss: number;
	loss: number;
}

/**
 * Fits FSRS's weights to one learner by coordinate search on the log loss (the measure of the FSRS
 * benchmark). A fifth of the questions is held back; undefined when there is too little history or the
 * result does no better on those.
 * @param recalls oldest first
 */
export function fitWeights(recalls: readonly FitRecall[]): Fit | undefined {
	const histories = historiesIn(recalls).filter((one) => one.length > 1);
	const told = histories.flat().filter(({ days }) => days >= 1).length;
	if (told < LEAST_RECALLS) return undefined;
	const held = histories.filter((_, at) => at % 5 === 0);
	const used = histories.filter((_, at) => at % 5 !== 0);
	let weights = [...default_w];
	let best = lossOf(used, weights);
	for (const step of STEPS) {
		for (const at of FITTED) {
			for (const factor of [step, 1 / step]) {
				for (let moved = true; moved;) {
					const next = clipped(weights.map((weight, i) => (i === at ? weight * factor : weight)));
					const loss = lossOf(used, next);
					moved = loss < best - 1e-6;
					if (moved) [weights, best] = [next, loss];
				}
			}
		}
	}
	const [usualLoss, loss] = [lossOf(held, [...default_w]), lossOf(held, weights)];
	return loss < usualLoss ? { weights, usualLoss, loss } : undefined;
}

interface Step {
	days: number;
	grade: number;
}

/** The recalls of each question as nights since the one before, by the learner's own calendar. */
function historiesIn(recalls: readonly FitRecall[]): Step[][] {
	const histories = new Map<string, { steps: Step[]; day: number }>();
	for (const { question, day, grade } of recalls) {
		const number = dayNumber(day);
		const held = histories.get(question);
		if (held) {
			held.steps.push({ days: Math.max(0, number - held.day), grade });
			held.day = Math.max(held.day, number);
		} else histories.set(question, { steps: [{ days: 0, grade }], day: number });
	}
	return [...histories.values()].map(({ steps }) => steps);
}

function clipped(weights: number[]): number[] {
	return clipParameters(weights, 1, true);
}

/** Mean log loss of the predicted chance of recall, over recalls at least a day after the last. */
function lossOf(histories: readonly Step[][], weights: number[]): number {
	const algorithm = new FSRSAlgorithm({ w: weights, enable_short_term: true });
	let [sum, count] = [0, 0];
	for (const history of histories) {
		let state: FSRSState | null = null;
		for (const { days, grade } of history) {
			if (state && days >= 1) {
				const chance = Math.min(0.9999, Math.max(0.0001, algorithm.forgetting_curve(days, state.stability)));
				sum -= Math.log(grade > 1 ? chance : 1 - chance);
				count++;
			}
			state = algorithm.next_state(state, days, grade);
		}
	}
	return count === 0 ? 0 : sum / count;
}

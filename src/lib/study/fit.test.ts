import { FSRSAlgorithm, type FSRSState } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#lib/base/random.ts';
import { cpuMsOf } from '../../../tests/support/cpu-time.ts';
import { dayFrom } from './days.ts';
import { fitWeights, isFitDue, type FitRecall } from './fit.ts';
import { USUAL_MEMORY } from './memory.ts';
import { USUAL_SETTINGS } from './settings.ts';

/** A learner whose memory follows FSRS with weights of their own; they come back when it suits them. */
function simulated(seed: string, weights: readonly number[], questions: number, each: number): FitRecall[] {
	const random = seededRandom(seed);
	const own = new FSRSAlgorithm({ w: [...weights], enable_short_term: true });
	const list: FitRecall[] = [];
	for (let q = 0; q < questions; q++) {
		let state: FSRSState | null = null;
		let day = Math.floor(random() * 60);
		for (let n = 0; n < each; n++) {
			const days = n === 0 ? 0 : 1 + Math.floor(random() * random() * 25);
			day += days;
			const chance = state ? own.forgetting_curve(days, state.stability) : 0.7;
			const grade: 1 | 3 = random() < chance ? 3 : 1;
			list.push({ question: `q${q}`, day: dayFrom(20_000 + day), grade });
			state = own.next_state(state, days, grade);
		}
	}
	return list.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Everything sits a third as long as with most people, and what was forgotten comes back slowly. */
const forgetful = USUAL_MEMORY.weights.map((weight, at) =>
	at < 4 ? weight / 3 : at === 11 ? weight / 2 : weight
);

describe('weights fitted to a learner', () => {
	it('foretell a forgetful learner better, on recalls that the fit never saw', () => {
		const fit = fitWeights(simulated('forgets', forgetful, 300, 6));
		if (!fit) throw new Error('there was enough to fit');
		expect(fit.loss).toBeLessThan(fit.usualLoss - 0.01);
		const [usual, own] = [USUAL_MEMORY.weights[2] ?? 0, fit.weights[2] ?? 0];
		expect(own).toBeLessThan(usual);
		expect(fit.weights).toHaveLength(21);
	});

	it('are never taken when they do worse than the usual ones', () => {
		for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
			const fit = fitWeights(simulated(seed, USUAL_MEMORY.weights, 120, 5));
			if (fit) expect(fit.loss).toBeLessThan(fit.usualLoss);
		}
	});

	it('are not made from a few recalls, nor from many of one evening', () => {
		expect(fitWeights(simulated('few', forgetful, 40, 5))).toBeUndefined();
		const evening = simulated('evening', forgetful, 300, 6).map((one) => ({ ...one, day: '2026-11-21' }));
		expect(fitWeights(evening)).toBeUndefined();
	});

	it('are the same for the same history, and found in reasonable time for ten thousand recalls', () => {
		const history = simulated('many', forgetful, 1_250, 8);
		expect(history).toHaveLength(10_000);
		const fits: unknown[] = [];
		// A second or less in a worker; here only against a mistake.
		expect(cpuMsOf(() => fits.push(fitWeights(history)))).toBeLessThan(20_000);
		expect(fitWeights(history)).toEqual(fits[0]);
	});

	it('are asked for again after 200 new recalls, and not by whoever does not want it', () => {
		expect(isFitDue(399, USUAL_SETTINGS)).toBe(false);
		expect(isFitDue(400, USUAL_SETTINGS)).toBe(true);
		expect(isFitDue(599, { ...USUAL_SETTINGS, fittedFrom: 400 })).toBe(false);
		expect(isFitDue(600, { ...USUAL_SETTINGS, fittedFrom: 400 })).toBe(true);
		expect(isFitDue(900, { ...USUAL_SETTINGS, adapt: false })).toBe(false);
	});
});

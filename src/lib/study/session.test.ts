import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from '#lib/base/random.ts';
import { PRACTICE_MODES } from './events.ts';
import { lastGiven, nextOpen, practiceState, RAPID_MS, ruleOf, withoutGiven, type Given } from './session.ts';

function given(slot: number, verdict: Given['verdict'], more: Partial<Given> = {}): Given {
	const share = verdict === 'right' ? 1 : verdict === 'partly' ? 0.5 : 0;
	return { slot, turn: slot + 1, response: null, verdict, share, tookMs: 2_000, unsure: false, ...more };
}

describe('how a practice stands', () => {
	it('counts a partly right answer as a mistake, and one that waits for its mark as neither', () => {
		const state = practiceState(ruleOf('sequential'), 4, [
			given(0, 'right'),
			given(1, 'partly'),
			given(2, 'ungraded')
		]);
		expect(state).toMatchObject({
			answered: 3,
			right: 1,
			mistakes: 1,
			waiting: 1,
			mistaken: [1],
			ended: false
		});
	});

	it('ends when all is answered and marked', () => {
		const all = [given(0, 'right'), given(1, 'wrong')];
		expect(practiceState(ruleOf('daily'), 2, all).ended).toBe(true);
		expect(practiceState(ruleOf('daily'), 2, [given(0, 'right'), given(1, 'ungraded')]).ended).toBe(false);
	});

	it('of survival ends with the first mistake, or with the third', () => {
		const rows = [
			given(0, 'right'),
			given(1, 'wrong'),
			given(2, 'right'),
			given(3, 'right'),
			given(4, 'wrong')
		];
		expect(practiceState(ruleOf('survival', '1'), 9, rows.slice(0, 2))).toMatchObject({
			livesLeft: 0,
			ended: true
		});
		const three = practiceState(ruleOf('survival', '3'), 9, rows);
		expect(three).toMatchObject({ livesLeft: 1, ended: false, longestRow: 2, row: 0 });
		expect(practiceState(ruleOf('survival', '3'), 9, [...rows, given(5, 'partly')]).ended).toBe(true);
	});

	it('of a rapid round scores right answers up to its last moment, and loses none that came later', () => {
		const state = practiceState(ruleOf('rapid'), 3, [
			given(0, 'right', { tookMs: RAPID_MS }),
			given(1, 'right', { tookMs: RAPID_MS + 1 }),
			given(2, 'wrong', { tookMs: 10 })
		]);
		expect(state).toMatchObject({ score: 1, right: 2, tookMs: 2 * RAPID_MS + 11 });
	});

	it('is the same in whatever order the answers are handed over', () => {
		const list = fc.array(fc.constantFrom('right', 'partly', 'wrong', 'ungraded'), { maxLength: 30 });
		fc.assert(
			fc.property(list, fc.constantFrom(...PRACTICE_MODES), fc.string(), (verdicts, mode, seed) => {
				const answers = verdicts.map((verdict, slot) => given(slot, verdict));
				const mixed = shuffled(answers, seededRandom(seed));
				expect(practiceState(ruleOf(mode), 40, mixed)).toEqual(practiceState(ruleOf(mode), 40, answers));
			})
		);
	});
});

describe('going on', () => {
	it('leads to the next open question, then to those passed over, then to the end', () => {
		const answers = new Map([1, 3].map((slot) => [slot, given(slot, 'right')]));
		expect(nextOpen([0, 1, 2, 3], answers, 1)).toBe(2);
		expect(nextOpen([0, 1, 2, 3], answers, 3)).toBe(0);
		expect(nextOpen([1, 3], answers, 0)).toBeUndefined();
	});

	it('undoes what was given last, wherever it stands', () => {
		const answers = new Map([
			[4, given(4, 'right', { turn: 1 })],
			[0, given(0, 'wrong', { turn: 2 })]
		]);
		expect(lastGiven(answers.values())?.slot).toBe(0);
		expect([...withoutGiven(answers, 0).keys()]).toEqual([4]);
		expect(lastGiven([])).toBeUndefined();
	});
});

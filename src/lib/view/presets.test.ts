import { describe, expect, it } from 'vitest';
import { presetCounts, totalOf, usualMinutes, type Counts } from './presets.ts';

function availableWith(override: Partial<Counts>): Counts {
	const none = {
		'single-choice': 0,
		'multiple-choice': 0,
		'true-false': 0,
		'fill-in': 0,
		numeric: 0,
		ordering: 0,
		matching: 0,
		'short-answer': 0
	};
	return { ...none, ...override };
}

describe('kinds of paper', () => {
	it('a quick one has ten questions as long as there are ten that mark themselves', () => {
		expect(totalOf(presetCounts('quick', availableWith({ 'single-choice': 30 })))).toBe(10);
		expect(totalOf(presetCounts('quick', availableWith({ ordering: 6, matching: 6 })))).toBe(10);
		expect(totalOf(presetCounts('quick', availableWith({ 'single-choice': 3, 'short-answer': 9 })))).toBe(3);
	});

	it('none asks more than there is', () => {
		const available = availableWith({ 'single-choice': 1, numeric: 1, 'short-answer': 1 });
		expect(totalOf(presetCounts('every-type', available))).toBe(3);
		expect(presetCounts('everything', available)).toEqual(available);
	});

	it('time grows with what is asked, and is never under three minutes', () => {
		expect(usualMinutes(availableWith({ 'true-false': 1 }))).toBe(3);
		expect(usualMinutes(availableWith({ 'single-choice': 40 }))).toBe(30);
	});
});

import { QUESTION_TYPES, type QuestionType } from '#lib/question/question.ts';

export type Counts = Record<QuestionType, number>;
export const PRESETS = ['quick', 'every-type', 'everything'] as const;
export type Preset = (typeof PRESETS)[number];

/** What a paper of this kind asks, never more than the bank could give. */
export function presetCounts(preset: Preset, available: Counts): Counts {
	if (preset === 'everything') return mapTypes((type) => Math.min(available[type], 50));
	if (preset === 'every-type') return mapTypes((type) => Math.min(available[type], 2));
	const counts = mapTypes((type) => Math.min(available[type], QUICK[type]));
	for (const type of QUESTION_TYPES) {
		const missing = QUICK_TOTAL - totalOf(counts);
		if (type !== 'short-answer') counts[type] += Math.min(missing, available[type] - counts[type]);
	}
	return counts;
}

export function totalOf(counts: Counts): number {
	return QUESTION_TYPES.reduce((sum, type) => sum + counts[type], 0);
}

/** Whole minutes that a paper of these counts usually takes, at least 3. */
export function usualMinutes(counts: Counts): number {
	const seconds = QUESTION_TYPES.reduce((sum, type) => sum + counts[type] * USUAL_SECONDS[type], 0);
	return Math.max(3, Math.ceil(seconds / 60));
}

/** Short answers are left out of a quick paper: they wait for a person. */
const QUICK: Counts = {
	'single-choice': 4,
	'multiple-choice': 2,
	'true-false': 2,
	'fill-in': 1,
	numeric: 1,
	ordering: 0,
	matching: 0,
	'short-answer': 0
};
const QUICK_TOTAL = 10;

const USUAL_SECONDS: Counts = {
	'single-choice': 45,
	'multiple-choice': 60,
	'true-false': 30,
	'fill-in': 45,
	numeric: 45,
	ordering: 75,
	matching: 75,
	'short-answer': 180
};

export const USUAL_POINTS: Counts = {
	'single-choice': 2,
	'multiple-choice': 3,
	'true-false': 1,
	'fill-in': 2,
	numeric: 2,
	ordering: 3,
	matching: 3,
	'short-answer': 5
};

function mapTypes(countOf: (type: QuestionType) => number): Counts {
	return {
		'single-choice': countOf('single-choice'),
		'multiple-choice': countOf('multiple-choice'),
		'true-false': countOf('true-false'),
		'fill-in': countOf('fill-in'),
		numeric: countOf('numeric'),
		ordering: countOf('ordering'),
		matching: countOf('matching'),
		'short-answer': countOf('short-answer')
	};
}

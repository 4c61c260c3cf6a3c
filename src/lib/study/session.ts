import type { Verdict } from '#lib/question/mark.ts';
import type { Response } from '#lib/question/question.ts';
import type { PracticeMode } from './events.ts';
import type { Grade } from './grade.ts';

/** What was given for one place of a queue. */
export interface Given {
	/** The place, from 0. */
	slot: number;
	/** 1, 2, 3 … in the order in which answers came. */
	turn: number;
	response: Response | null;
	/** `ungraded` while its writer has not marked a short answer yet: then there is no event of it either. */
	verdict: Verdict;
	/** 0–1 of the question's points. */
	share: number;
	/** Visible time, in ms. */
	tookMs: number;
	unsure: boolean;
	grade?: Grade;
	/** Id of the `question-practised` that holds it. */
	event?: string;
}

/** How a mode is played. */
export interface PracticeRule {
	/** A tap on an option is the answer, where one tap can be; else a button asks for the check. */
	byTap: boolean;
	/** Each question is answered before the next one comes. */
	inOrder: boolean;
	/** Answers are shown from the start, and nothing is recorded. */
	shown: boolean;
	/** So many mistakes, and it is over. */
	lives?: number;
	/** In ms: a right answer counts for the score up to here, inclusive; later ones are practice all the same. */
	clockMs?: number;
	/** Drawn anew each day: what was left over yesterday is no longer what is due. */
	ofTheDay: boolean;
}

export const RAPID_MS = 10_000;
const USUAL: PracticeRule = { byTap: true, inOrder: false, shown: false, ofTheDay: false };

/** @param of in survival, how many lives: `1` or `3` */
export function ruleOf(mode: PracticeMode, of?: string): PracticeRule {
	switch (mode) {
		case 'lesson':
			return { ...USUAL, byTap: false, inOrder: true };
		case 'memorise':
			return { ...USUAL, shown: true };
		case 'survival':
			return { ...USUAL, inOrder: true, lives: of === '3' ? 3 : 1 };
		case 'rapid':
			return { ...USUAL, inOrder: true, clockMs: RAPID_MS };
		case 'ladder':
			return { ...USUAL, inOrder: true };
		case 'wrong-answer':
		case 'daily':
		case 'review':
			return { ...USUAL, ofTheDay: true };
		case 'sequential':
		case 'random':
		case 'chapter':
		case 'topic':
		case 'favourites':
		case 'mock-exam':
			return USUAL;
	}
}

/** How a practice stands. */
export interface PracticeState {
	answered: number;
	right: number;
	/** A partly right answer is a mistake. */
	mistakes: number;
	/** Short answers whose writer has not marked them yet. */
	waiting: number;
	/** Right answers that count: within the clock, where there is one. */
	score: number;
	livesLeft?: number;
	/** Right answers one after the other, at best and up to now. */
	longestRow: number;
	row: number;
	tookMs: number;
	/** Slots of the mistakes, in the order in which they were made. */
	mistaken: number[];
	/** Nothing more can be answered. */
	ended: boolean;
}

/** The same for the same answers, in whatever order they are handed over. */
export function practiceState(rule: PracticeRule, slots: number, given: Iterable<Given>): PracticeState {
	const state: PracticeState = {
		answered: 0,
		right: 0,
		mistakes: 0,
		waiting: 0,
		score: 0,
		longestRow: 0,
		row: 0,
		tookMs: 0,
		mistaken: [],
		ended: false
	};
	for (const { slot, verdict, tookMs } of [...given].sort((a, b) => a.turn - b.turn)) {
		state.answered++;
		state.tookMs += tookMs;
		if (verdict === 'ungraded') state.waiting++;
		else if (verdict === 'right') {
			state.right++;
			state.row++;
			state.longestRow = Math.max(state.longestRow, state.row);
			if (rule.clockMs === undefined || tookMs <= rule.clockMs) state.score++;
		} else {
			state.mistakes++;
			state.row = 0;
			state.mistaken.push(slot);
		}
	}
	if (rule.lives !== undefined) state.livesLeft = Math.max(0, rule.lives - state.mistakes);
	state.ended = state.livesLeft === 0 || (state.answered >= slots && state.waiting === 0);
	return state;
}

/** The last answer that was given, which can be undone. */
export function lastGiven(given: Iterable<Given>): Given | undefined {
	let last: Given | undefined;
	for (const one of given) if (!last || one.turn > last.turn) last = one;
	return last;
}

/**
 * Where to go on: the first slot from `from` on that is still to be answered, then from the beginning;
 * undefined when there is none.
 */
export function nextOpen(
	slots: readonly number[],
	given: ReadonlyMap<number, Given>,
	from: number
): number | undefined {
	const open = slots.filter((slot) => !given.has(slot));
	return open.find((slot) => slot >= from) ?? open[0];
}

export const NOTHING_GIVEN: ReadonlyMap<number, Given> = new Map();

/** One answer more, or in the place of the one before. */
export function withGiven(given: ReadonlyMap<number, Given>, one: Given): ReadonlyMap<number, Given> {
	return new Map(given).set(one.slot, one);
}

export function withoutGiven(given: ReadonlyMap<number, Given>, slot: number): ReadonlyMap<number, Given> {
	return new Map([...given].filter(([held]) => held !== slot));
}

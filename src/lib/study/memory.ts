import { remembered } from '#lib/base/remember.ts';
import { millis, type Millis } from '#lib/base/time.ts';
import { default_w, fsrs, State, type FSRS, type FSRSState } from 'ts-fsrs';
import { dayNumber } from './days.ts';
import type { Grade } from './grade.ts';
import { byQuestion, type Recall } from './recalls.ts';

/** What is known of how well one question sits. */
export interface Memory {
	question: string;
	course: string;
	/** When it should be asked again. */
	due: Millis;
	state: 'learning' | 'review';
	/** Days until the chance to recall it falls to nine in ten. */
	stabilityDays: number;
	/** 1–10. */
	difficulty: number;
	lastAt: Millis;
	reviews: number;
	/** How often it was forgotten after it had been learned. */
	lapses: number;
	/** 老大难: forgotten so often that asking again helps little; better read the source. */
	leech: boolean;
}

export interface MemorySettings {
	/** The share of questions one wants to recall when they come due, 0.7–0.97. */
	retention: number;
	/** FSRS's 21 weights; fitted to the learner, or the usual ones. */
	weights: readonly number[];
}
export const USUAL_MEMORY: MemorySettings = { retention: 0.9, weights: default_w };

/** Anki's habit: eight lapses make a leech. */
const LEECH_LAPSES = 8;
/** Nobody plans a year ahead for a contest. */
const LONGEST_INTERVAL_DAYS = 365;

/**
 * The memory of every question that was ever recalled, by FSRS-6 (ts-fsrs) without fuzz: the same recalls
 * give the same schedule on every device.
 */
export function remember(
	recalls: readonly Recall[],
	settings: MemorySettings = USUAL_MEMORY
): Map<string, Memory> {
	const scheduler = schedulerFor(settings);
	const memories = new Map<string, Memory>();
	for (const [question, list] of byQuestion(recalls)) {
		const memory = memoryOf(list, scheduler);
		if (memory) memories.set(question, memory);
	}
	return memories;
}

export function schedulerFor({ retention, weights }: MemorySettings): FSRS {
	return fsrs({
		request_retention: Math.min(0.97, Math.max(0.7, retention)),
		maximum_interval: LONGEST_INTERVAL_DAYS,
		w: [...weights],
		enable_fuzz: false,
		enable_short_term: true,
		learning_steps: LEARNING_MINUTES.map((minutes) => `${minutes}m` as const),
		relearning_steps: RELEARNING_MINUTES.map((minutes) => `${minutes}m` as const)
	});
}
/**
 * Steps before the first night, and after something was forgotten. One only: what was right at once comes
 * back after nights, not in ten minutes, so that a day's practice has an end.
 */
const LEARNING_MINUTES = [10];
const RELEARNING_MINUTES = [10];

/**
 * The memory of one question. What ts-fsrs makes of a list of recalls, without making for each of them what
 * all four grades would have led to: that takes five times as long.
 * @param list its recalls, oldest first; undefined when there are none
 */
export function memoryOf(list: readonly Recall[], scheduler: FSRS): Memory | undefined {
	const last = list.at(-1);
	if (!last) return undefined;
	let before = UNSEEN;
	for (let at = 0; at < list.length - 1; at++) {
		const recall = list[at];
		if (recall) before = standingAfter(before, recall, scheduler);
	}
	const now = standingAfter(before, last, scheduler);
	const { state, memory, reps, lapses } = now;
	return {
		question: last.question,
		course: last.course,
		due: millis(last.at + waitMs(before, now, last, scheduler)),
		state: state === State.Review ? 'review' : 'learning',
		stabilityDays: memory?.stability ?? 0,
		difficulty: memory?.difficulty ?? 0,
		lastAt: last.at,
		reviews: reps,
		lapses,
		leech: lapses >= LEECH_LAPSES
	};
}

interface Standing {
	memory: FSRSState | null;
	state: State;
	/** Which of the short steps. */
	step: number;
	reps: number;
	lapses: number;
	/** Days since 1970 in the learner's calendar. */
	day: number;
}
const UNSEEN: Standing = { memory: null, state: State.New, step: 0, reps: 0, lapses: 0, day: 0 };

/** Again starts the steps anew, hard repeats one, good goes on, easy ends them. */
function standingAfter(before: Standing, { day, grade }: Recall, scheduler: FSRS): Standing {
	const isForgotten = before.state === State.Review && grade === 1;
	const steps = stepsOf(before.state);
	const next = isForgotten || grade === 1 ? 0 : grade === 2 ? before.step : before.step + 1;
	const isLearned = before.state === State.Review ? !isForgotten : grade === 4 || next >= steps.length;
	const today = dayNumbers(day);
	return {
		memory: scheduler.next_state(before.memory, nightsSince(before, today), grade),
		state: isLearned ? State.Review : steps === RELEARNING_MINUTES ? State.Relearning : State.Learning,
		step: isLearned ? 0 : next,
		reps: before.reps + 1,
		lapses: before.lapses + (isForgotten ? 1 : 0),
		day: Math.max(before.day, today)
	};
}

function stepsOf(state: State): readonly number[] {
	return state === State.Review || state === State.Relearning ? RELEARNING_MINUTES : LEARNING_MINUTES;
}

/** By the learner's own calendar: ts-fsrs would take midnight in Greenwich, eight in the morning in Beijing. */
function nightsSince({ memory, day }: Standing, today: number): number {
	return memory ? Math.max(0, today - day) : 0;
}
const dayNumbers = remembered(dayNumber, 4_096);

/** How long until it is asked again. */
function waitMs(before: Standing, now: Standing, { grade }: Recall, scheduler: FSRS): number {
	if (now.state !== State.Review) return stepMinutes(stepsOf(before.state), now.step, grade) * MINUTE_MS;
	const nights = nightsSince(before, now.day);
	const days = (memory: FSRSState | null) => scheduler.next_interval(memory?.stability ?? 0, nights);
	if (before.state !== State.Review) return days(now.memory) * DAY_MS;
	// Better grades never come back sooner.
	const graded = (one: Grade) => days(scheduler.next_state(before.memory, nights, one));
	const [hard, good] = [graded(2), graded(3)];
	if (grade === 2) return Math.min(hard, good) * DAY_MS;
	const atLeast = Math.max(good, Math.min(hard, good) + 1);
	return (grade === 3 ? atLeast : Math.max(graded(4), atLeast + 1)) * DAY_MS;
}
const MINUTE_MS = 60_000;

/** Hard waits half as long again as the first step, or half-way to the second. */
function stepMinutes(steps: readonly number[], step: number, grade: Grade): number {
	const [first = 0, second] = steps;
	if (grade === 2) return Math.round(second === undefined ? first * 1.5 : (first + second) / 2);
	return grade === 1 ? first : (steps[step] ?? first);
}

/**
 * Those due at `now`, learning ones first, then the most overdue; at most `most`. What comes back after
 * nights is due half a day before its hour: who practises at eight every morning finds it at eight.
 */
export function dueAt(memories: Iterable<Memory>, now: Millis, most = Infinity): Memory[] {
	return [...memories]
		.filter(({ due, state }) => due <= (state === 'review' ? now + HALF_A_DAY_MS : now))
		.sort(
			(a, b) =>
				Number(a.state === 'review') - Number(b.state === 'review') ||
				a.due - b.due ||
				(a.question < b.question ? -1 : 1)
		)
		.slice(0, most);
}

/**
 * How many come due on each of the next days; what is overdue counts today.
 * @param startOfToday midnight before now, where the learner is
 */
export function forecast(memories: Iterable<Memory>, startOfToday: Millis, days: number): number[] {
	const counts = new Array<number>(days).fill(0);
	for (const { due } of memories) {
		const day = Math.max(0, Math.floor((due - startOfToday) / DAY_MS));
		if (day < days) counts[day] = (counts[day] ?? 0) + 1;
	}
	return counts;
}
const DAY_MS = 86_400_000;
const HALF_A_DAY_MS = DAY_MS / 2;

/** How much longer or shorter intervals get with this retention than with nine in ten: 1 is no change. */
export function intervalFactor({ retention, weights }: MemorySettings): number {
	const decay = -(weights[20] ?? USUAL_DECAY);
	return (retention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1);
}
const USUAL_DECAY = 0.1542;

/** The chance to recall it at `now`, 0–1 (the forgetting curve of FSRS-6). */
export function recallChance(memory: Memory, now: Millis, { weights } = USUAL_MEMORY): number {
	const decay = -(weights[20] ?? USUAL_DECAY);
	const factor = Math.exp(Math.log(0.9) / decay) - 1;
	const days = Math.max(0, now - memory.lastAt) / DAY_MS;
	return (1 + (factor * days) / memory.stabilityDays) ** decay;
}

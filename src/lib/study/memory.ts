import { remembered } from '#lib/base/remember.ts';
import { millis, type Millis } from '#lib/base/time.ts';
import { createEmptyCard, default_w, fsrs, State, type CardInput, type FSRS, type FSRSState } from 'ts-fsrs';
import { dayNumber } from './days.ts';
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
		enable_short_term: true
	});
}

/**
 * The memory of one question.
 * @param list its recalls, oldest first; undefined when there are none
 */
export function memoryOf(list: readonly Recall[], scheduler: FSRS): Memory | undefined {
	const last = list.at(-1);
	if (!last) return undefined;
	// Only where it stands now has to be scheduled; up to there the states alone are enough, and quick.
	let before = UNSEEN;
	for (let at = 0; at < list.length - 1; at++) {
		const recall = list[at];
		if (recall) before = recalled(before, recall, scheduler);
	}
	const now = calendarDay(last.day);
	const { card } = scheduler.next(cardOf(before, now), now, last.grade);
	return {
		question: last.question,
		course: last.course,
		due: millis(last.at + card.due.getTime() - now),
		state: card.state === State.Review ? 'review' : 'learning',
		stabilityDays: card.stability,
		difficulty: card.difficulty,
		lastAt: last.at,
		reviews: card.reps,
		lapses: card.lapses,
		leech: card.lapses >= LEECH_LAPSES
	};
}

interface Standing {
	memory: FSRSState | null;
	state: State;
	/** Which of the short steps before the first night. */
	step: number;
	reps: number;
	lapses: number;
	/** Days since 1970 in the learner's calendar. */
	day: number;
}
const UNSEEN: Standing = { memory: null, state: State.New, step: 0, reps: 0, lapses: 0, day: 0 };

function recalled(
	{ memory, state, step, reps, lapses, day }: Standing,
	recall: Recall,
	scheduler: FSRS
): Standing {
	const today = dayNumbers(recall.day);
	const next = {
		memory: scheduler.next_state(memory, memory ? Math.max(0, today - day) : 0, recall.grade),
		reps: reps + 1,
		lapses: lapses + (state === State.Review && recall.grade === 1 ? 1 : 0),
		day: Math.max(day, today)
	};
	return { ...next, ...stepAfter(state, step, recall.grade, scheduler) };
}

/** As ts-fsrs goes: again starts the steps anew, hard repeats one, good goes on, easy ends them. */
function stepAfter(
	state: State,
	step: number,
	grade: Recall['grade'],
	{ parameters: { learning_steps, relearning_steps } }: FSRS
): { state: State; step: number } {
	const isLearned = state === State.Review;
	if (isLearned && grade > 1) return { state, step: 0 };
	const learning = isLearned || state === State.Relearning ? State.Relearning : State.Learning;
	const steps = (learning === State.Relearning ? relearning_steps : learning_steps).length;
	const next = grade === 1 ? 0 : grade === 2 ? step : grade === 3 ? step + 1 : steps;
	return next < steps ? { state: learning, step: next } : { state: State.Review, step: 0 };
}

/** ts-fsrs counts the nights between two recalls by UTC: on this clock they are those of the learner. */
function calendarDay(day: string): Millis {
	return millis(dayNumbers(day) * DAY_MS);
}
const dayNumbers = remembered(dayNumber, 4_096);

function cardOf({ memory, state, step, reps, lapses, day }: Standing, now: Millis): CardInput {
	const empty = createEmptyCard(now);
	if (!memory) return empty;
	return {
		...empty,
		...memory,
		state,
		learning_steps: step,
		reps,
		lapses,
		last_review: Math.min(day * DAY_MS, now)
	};
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

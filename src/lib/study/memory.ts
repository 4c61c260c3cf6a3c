import { millis, type Millis } from '#lib/base/time.ts';
import { default_w, fsrs, createEmptyCard, State, type Card, type CardInput, type FSRS } from 'ts-fsrs';
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
	const { card } = scheduler.next(cardBefore(list, scheduler), last.at, last.grade);
	return {
		question: last.question,
		course: last.course,
		due: millis(card.due.getTime()),
		state: card.state === State.Review ? 'review' : 'learning',
		stabilityDays: card.stability,
		difficulty: card.difficulty,
		lastAt: last.at,
		reviews: card.reps,
		lapses: card.lapses,
		leech: card.lapses >= LEECH_LAPSES
	};
}

/**
 * The card as it stood before the last recall. The scheduler works out what each of four grades would give,
 * with dates; of recalls that are past only the state matters, so it is followed here, in a fifth of the time.
 */
export function cardBefore(list: readonly Recall[], scheduler: FSRS): CardInput {
	const card: Card = createEmptyCard(list[0]?.at ?? 0);
	const { learning_steps: steps, relearning_steps: again } = scheduler.parameters;
	let before: Recall | undefined;
	for (const recall of list.slice(0, -1)) {
		const { at, grade } = recall;
		const days = before ? utcDay(at) - utcDay(before.at) : 0;
		before = recall;
		const { stability, difficulty } = scheduler.next_state(card, days, grade);
		card.stability = stability;
		card.difficulty = difficulty;
		card.reps++;
		if (card.state === State.Review) {
			if (grade > 1) continue;
			card.state = State.Relearning;
			card.lapses++;
		} else {
			const length = card.state === State.Relearning ? again.length : steps.length;
			const next = grade === 1 ? 0 : grade === 2 ? card.learning_steps : card.learning_steps + 1;
			const isThrough = grade === 4 || next >= length;
			card.learning_steps = isThrough ? 0 : next;
			if (isThrough) card.state = State.Review;
			else if (card.state === State.New) card.state = State.Learning;
		}
	}
	return before ? { ...card, last_review: before.at } : card;
}

/** FSRS counts the days between two recalls by the calendar of UTC. */
function utcDay(at: Millis): number {
	return Math.floor(at / DAY_MS);
}

/** Those due at `now`, learning ones first, then the most overdue; at most `most`. */
export function dueAt(memories: Iterable<Memory>, now: Millis, most = Infinity): Memory[] {
	return [...memories]
		.filter(({ due }) => due <= now)
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

/** The chance to recall it at `now`, 0–1 (the forgetting curve of FSRS-6). */
export function recallChance(memory: Memory, now: Millis, { weights } = USUAL_MEMORY): number {
	const decay = -(weights[20] ?? 0.1542);
	const factor = Math.exp(Math.log(0.9) / decay) - 1;
	const days = Math.max(0, now - memory.lastAt) / DAY_MS;
	return (1 + (factor * days) / memory.stabilityDays) ** decay;
}

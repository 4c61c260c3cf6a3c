import { seededRandom, shuffled } from '#lib/base/random.ts';
import type { Millis } from '#lib/base/time.ts';
import type { Question } from '#lib/question/question.ts';
import type { PracticeMode } from './events.ts';
import { dueAt, type Memory } from './memory.ts';
import { byQuestion, type Recall } from './recalls.ts';
import type { WrongEntry } from './wrong-book.ts';

/** What a queue is drawn from. */
export interface Pool {
	/** In the order of the course. */
	questions: readonly Question[];
	recalls: readonly Recall[];
	memories: ReadonlyMap<string, Memory>;
	wrong: readonly WrongEntry[];
	favourites: ReadonlySet<string>;
	/** 斩题: taken out by hand; they come in no queue but the one that lists them all. */
	removed: ReadonlySet<string>;
	/** So many that were never asked may come into the daily quiz; all, where it is left out. */
	newLeft?: number;
	now: Millis;
}

export interface QueueWish {
	mode: PracticeMode;
	/** Chapter or topic, in the modes that go by one. */
	of?: string;
	/** How many at most. */
	most?: number;
	/** For what is left to chance: a day, an attempt. */
	seed: string;
}

const DAILY = 10;
const RAPID = 20;

/**
 * The questions of one practice, in their order. Drawn from the learner's own history, so that the same
 * history and seed give the same queue on every device.
 */
export function queueFor(wish: QueueWish, pool: Pool): Question[] {
	const kept = pool.questions.filter(({ id }) => !pool.removed.has(id));
	const drawn = draw(wish, { ...pool, questions: kept }, new Map(kept.map((one) => [one.id, one])));
	return drawn.slice(0, wish.most ?? drawn.length);
}

function draw(wish: QueueWish, pool: Pool, byId: ReadonlyMap<string, Question>): Question[] {
	const { questions } = pool;
	const pick = (ids: Iterable<string>) => [...ids].flatMap((id) => byId.get(id) ?? []);
	switch (wish.mode) {
		case 'lesson':
		case 'sequential':
		case 'memorise':
		case 'ladder':
			return [...questions];
		case 'chapter':
			return questions.filter(({ chapter }) => chapter === wish.of);
		case 'topic':
			return questions.filter(({ topics }) => wish.of !== undefined && topics?.includes(wish.of));
		case 'random':
		case 'mock-exam':
			return shuffled(questions, seededRandom(wish.seed));
		case 'survival':
			return byRisingDifficulty(questions, wish.seed);
		case 'rapid':
			return shuffled(questions.filter(isQuick), seededRandom(wish.seed)).slice(0, RAPID);
		case 'wrong-answer':
			return pick(pool.wrong.map(({ question }) => question));
		case 'favourites':
			return questions.filter(({ id }) => pool.favourites.has(id));
		case 'review':
			return pick(dueAt(pool.memories.values(), pool.now).map(({ question }) => question));
		case 'daily':
			return daily(wish, pool, pick);
	}
}

/** Each day's ten: what is due, what was wrong, then what was never asked, then anything else. */
function daily(wish: QueueWish, pool: Pool, pick: (ids: Iterable<string>) => Question[]): Question[] {
	const asked = byQuestion(pool.recalls);
	const [fresh, seen] = [
		pool.questions.filter(({ id }) => !asked.has(id)),
		pool.questions.filter(({ id }) => asked.has(id))
	];
	const random = seededRandom(wish.seed);
	const ids = new Set([
		...dueAt(pool.memories.values(), pool.now, Math.ceil(DAILY / 2)).map(({ question }) => question),
		...pool.wrong.slice(0, 2).map(({ question }) => question),
		...shuffled(fresh, random)
			.slice(0, pool.newLeft)
			.map(({ id }) => id),
		...shuffled(seen, random).map(({ id }) => id)
	]);
	return shuffled(pick(ids).slice(0, wish.most ?? DAILY), random);
}

/** Easier ones first, so that a run has a chance to begin; within one difficulty by chance. */
function byRisingDifficulty(questions: readonly Question[], seed: string): Question[] {
	return shuffled(questions, seededRandom(seed)).sort((a, b) => (a.difficulty ?? 3) - (b.difficulty ?? 3));
}

/** What can be answered with one tap. */
function isQuick({ type }: Question): boolean {
	return type === 'single-choice' || type === 'true-false';
}

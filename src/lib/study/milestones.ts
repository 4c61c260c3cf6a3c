import { follows, practiceDays } from './days.ts';
import type { Learner } from './learner.ts';
import type { Recall } from './recalls.ts';
import type { StudySettings } from './settings.ts';

/** Days in a row, and answers in all, that are worth a word. */
const STREAKS = [7, 30, 100] as const;
const ANSWERS = [100, 500, 1_000] as const;
/** A book of one or two mistakes is empty every other day. */
const BOOK_WORTH_EMPTYING = 5;

/** Something reached for the first time, on a day of the learner's own calendar. */
export type Milestone =
	| { type: 'streak'; day: string; days: (typeof STREAKS)[number]; from: string }
	/** The first course of which every lesson was read. */
	| { type: 'course'; day: string; course: string; lessons: number }
	| { type: 'answers'; day: string; count: (typeof ANSWERS)[number]; right: number }
	/** The wrong-answer book, `won` questions of it, was emptied by answering them right. */
	| { type: 'wrong-book'; day: string; won: number };

/** The same milestone has the same id on every device. */
export function milestoneId(milestone: Milestone): string {
	switch (milestone.type) {
		case 'streak':
			return `streak-${milestone.days}`;
		case 'answers':
			return `answers-${milestone.count}`;
		default:
			return milestone.type;
	}
}

/** Whoever switched points or days in a row off is not told of them here either. */
export function isWanted({ type }: Milestone, { points, streak }: StudySettings): boolean {
	return type === 'streak' ? streak : points;
}

/**
 * What one learner has reached so far, latest first. Follows from the log alone, so that every device of theirs
 * says the same.
 * @param lessonsOf how many lessons a course has, by course, as far as this device knows
 */
export function milestonesOf(learner: Learner, lessonsOf: ReadonlyMap<string, number>): Milestone[] {
	const reached: Milestone[] = [
		...streaksIn(learner.recalls),
		...answersIn(learner.recalls),
		...firstCourse(learner, lessonsOf),
		...emptiedBook(learner)
	];
	return reached.sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0));
}

function streaksIn(recalls: readonly Recall[]): Milestone[] {
	const days = practiceDays(recalls);
	const reached = new Map<number, Milestone>();
	let [length, from] = [0, ''];
	for (const [at, one] of days.entries()) {
		if (!follows(days[at - 1], one)) [length, from] = [0, one.day];
		length++;
		const worth = STREAKS.find((count) => count === length);
		if (worth && !reached.has(worth)) reached.set(worth, { type: 'streak', day: one.day, days: worth, from });
	}
	return [...reached.values()];
}

function answersIn(recalls: readonly Recall[]): Milestone[] {
	return ANSWERS.flatMap((count) => {
		const last = recalls[count - 1];
		if (!last) return [];
		const right = recalls.slice(0, count).filter(({ verdict }) => verdict === 'right').length;
		return [{ type: 'answers', day: last.day, count, right } as const];
	});
}

function firstCourse({ lessons }: Learner, lessonsOf: ReadonlyMap<string, number>): Milestone[] {
	const left = new Map(lessonsOf);
	const inOrder = [...lessons.values()].sort((a, b) => a.at - b.at || (a.event < b.event ? -1 : 1));
	for (const { course, day } of inOrder) {
		const open = (left.get(course) ?? 0) - 1;
		left.set(course, open);
		// An early version wrote down no day: then it was too long ago to be told now.
		if (open === 0 && day !== undefined)
			return [{ type: 'course', day, course, lessons: lessonsOf.get(course) ?? 0 }];
	}
	return [];
}

/** Goes through the book as it stood after each answer; what was removed by hand was not won back. */
function emptiedBook({ recalls, marks, settings }: Learner): Milestone[] {
	/** Right answers since the last wrong one, of what is in the book. */
	const book = new Map<string, number>();
	const removals = [...marks]
		.flatMap(([question, { removedAt }]) => (removedAt === undefined ? [] : [{ question, removedAt }]))
		.sort((a, b) => a.removedAt - b.removedAt);
	let [won, removed] = [0, 0];
	for (const { question, verdict, at, day } of recalls) {
		for (let next = removals[removed]; next && next.removedAt < at; next = removals[++removed])
			book.delete(next.question);
		if (book.size === 0) won = 0;
		const rightSince = book.get(question);
		if (verdict !== 'right') book.set(question, 0);
		else if (rightSince !== undefined && rightSince + 1 < settings.rightInARow)
			book.set(question, rightSince + 1);
		else if (rightSince !== undefined) {
			book.delete(question);
			won++;
			if (book.size === 0 && won >= BOOK_WORTH_EMPTYING) return [{ type: 'wrong-book', day, won }];
		}
	}
	return [];
}

import type { Millis } from '#lib/base/time.ts';
import { practiceDays, streak } from './days.ts';
import type { Learner } from './learner.ts';
import { dueAt } from './memory.ts';
import { minutesFor, paceMs } from './pace.ts';
import { pointsByDay } from './points.ts';

/** What practice has for a learner today, and what they did. */
export interface PracticeToday {
	/** Reviews due that today's limit still lets through, and about how many minutes they take. */
	due: number;
	dueMinutes: number;
	daily: 'open' | 'begun' | 'done';
	dailyAnswered: number;
	/** For what is left of it. */
	dailyMinutes: number;
	/** Questions in the wrong-answer book. */
	wrong: number;
	answered: number;
	right: number;
	/** Undefined where the learner does not want to see them. */
	points?: number;
	streak?: number;
}

export const DAILY_QUESTIONS = 10;

export interface TodayMoment {
	now: Millis;
	/** The learner's calendar day. */
	today: string;
	/** Courses on the device: what is due in another one cannot be asked here. */
	here: ReadonlySet<string>;
}

export function practiceToday(learner: Learner, { now, today, here }: TodayMoment): PracticeToday {
	const { recalls, memories, wrong, marks, settings } = learner;
	const isHere = ({ question, course }: { question: string; course: string }) =>
		here.has(course) && marks.get(question)?.removed !== true;
	const ofToday = recallsOf(recalls, today);
	const reviewed = ofToday.filter(({ mode }) => mode === 'review').length;
	const left = Math.max(0, settings.reviewsPerDay - reviewed);
	const due = Math.min(left, dueAt(memories.values(), now).filter(isHere).length);
	const dailyAnswered = new Set(
		ofToday.filter(({ mode }) => mode === 'daily').map(({ question }) => question)
	).size;
	const pace = paceMs(recalls);
	const lessons = [...learner.lessons.values()].flatMap(({ day }) => day ?? []);
	return {
		due,
		dueMinutes: minutesFor(due, pace),
		daily: dailyAnswered === 0 ? 'open' : dailyAnswered < DAILY_QUESTIONS ? 'begun' : 'done',
		dailyAnswered,
		dailyMinutes: minutesFor(Math.max(0, DAILY_QUESTIONS - dailyAnswered), pace),
		wrong: wrong.filter(isHere).length,
		answered: ofToday.length,
		right: ofToday.filter(({ verdict }) => verdict === 'right').length,
		...(settings.points && {
			points:
				pointsByDay(
					ofToday,
					lessons.filter((day) => day === today)
				).get(today) ?? 0
		}),
		...(settings.streak && { streak: streak(practiceDays(recalls), today, now) })
	};
}

/** From the end, where they stand. A flight westwards may have put the day after it behind them. */
function recallsOf<One extends { day: string }>(recalls: readonly One[], today: string): One[] {
	let from = recalls.length;
	while (from > 0 && (recalls[from - 1]?.day ?? '') >= today) from--;
	return recalls.slice(from).filter(({ day }) => day === today);
}

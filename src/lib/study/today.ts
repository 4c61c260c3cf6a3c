import type { Millis } from '#lib/base/time.ts';
import { practiceDays, streak } from './days.ts';
import type { Learner } from './learner.ts';
import { newLeft, recallsOn, reviewsLeft } from './limits.ts';
import { dueAt } from './memory.ts';
import { minutesFor, paceMs } from './pace.ts';
import { pointsByDay } from './points.ts';

/** What practice has for a learner today, and what they did. */
export interface PracticeToday {
	/** Reviews due that today's limit still lets through, and about how many minutes they take. */
	due: number;
	dueMinutes: number;
	/** 每日一练; none where there are no questions at all. */
	daily: 'none' | 'open' | 'begun' | 'done';
	dailyAnswered: number;
	dailyLeft: number;
	/** For what is left of it. */
	dailyMinutes: number;
	/** Questions in the wrong-answer book. */
	wrong: number;
	answered: number;
	right: number;
	/** Lessons read to their end today. */
	lessonsRead: number;
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
	/** How many questions these courses hold. */
	questions: number;
	/** Today's daily quiz as it stands on this device; it ends also where some questions were left open. */
	dailyRun?: { slots: number; answered: number; ended: boolean };
}

export function practiceToday(
	learner: Learner,
	{ now, today, here, questions, dailyRun }: TodayMoment
): PracticeToday {
	const { recalls, memories, wrong, marks, settings } = learner;
	const isHere = ({ question, course }: { question: string; course: string }) =>
		here.has(course) && marks.get(question)?.removed !== true;
	const ofToday = recallsOn(recalls, today);
	const due = Math.min(reviewsLeft(learner, today), dueAt(memories.values(), now).filter(isHere).length);
	const elsewhere = new Set(ofToday.filter(({ mode }) => mode === 'daily').map(({ question }) => question));
	const dailyAnswered = Math.max(elsewhere.size, dailyRun?.answered ?? 0);
	const seen = [...memories.values()].filter(isHere).length;
	const drawn = Math.min(DAILY_QUESTIONS, questions, seen + newLeft(learner, today));
	const dailyLeft = dailyRun?.ended ? 0 : Math.max(0, (dailyRun?.slots ?? drawn) - dailyAnswered);
	const pace = paceMs(recalls);
	const lessons = [...learner.lessons.values()].flatMap(({ day }) => (day === today ? [day] : []));
	return {
		due,
		dueMinutes: minutesFor(due, pace),
		daily:
			drawn === 0 && dailyAnswered === 0
				? 'none'
				: dailyLeft === 0
					? 'done'
					: dailyAnswered === 0
						? 'open'
						: 'begun',
		dailyAnswered,
		dailyLeft,
		dailyMinutes: minutesFor(dailyLeft, pace),
		wrong: wrong.filter(isHere).length,
		answered: ofToday.length,
		right: ofToday.filter(({ verdict }) => verdict === 'right').length,
		lessonsRead: lessons.length,
		...(settings.points && { points: pointsByDay(ofToday, lessons).get(today) ?? 0 }),
		...(settings.streak && { streak: streak(practiceDays(recalls), today, now) })
	};
}

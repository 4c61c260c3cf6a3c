import type { Recall } from './recalls.ts';

/** 积分: rules a learner can read, each with a cap a day, so that nobody has to grind. */
export interface PointsRule {
	what: 'answered' | 'right' | 'lesson';
	points: number;
	/** Points a day at most from this rule. */
	capPerDay: number;
}

export const USUAL_POINTS: readonly PointsRule[] = [
	{ what: 'answered', points: 1, capPerDay: 20 },
	{ what: 'right', points: 1, capPerDay: 20 },
	{ what: 'lesson', points: 5, capPerDay: 15 }
];
/** What one day can bring in all. */
export const MOST_A_DAY = USUAL_POINTS.reduce((sum, { capPerDay }) => sum + capPerDay, 0);

/**
 * Points by calendar day. A question counts once a day, however often it comes.
 * @param lessons the days on which lessons were finished, a day for each lesson
 */
export function pointsByDay(
	recalls: readonly Recall[],
	lessons: readonly string[],
	rules: readonly PointsRule[] = USUAL_POINTS
): Map<string, number> {
	const counts = new Map<string, { answered: Set<string>; right: Set<string>; lessons: number }>();
	const of = (day: string) => {
		const held = counts.get(day) ?? { answered: new Set<string>(), right: new Set<string>(), lessons: 0 };
		counts.set(day, held);
		return held;
	};
	for (const { day, question, verdict } of recalls) {
		of(day).answered.add(question);
		if (verdict === 'right') of(day).right.add(question);
	}
	for (const day of lessons) of(day).lessons++;
	return new Map(
		[...counts].map(([day, { answered, right, lessons: finished }]) => {
			const times = { answered: answered.size, right: right.size, lesson: finished };
			const sum = rules.reduce(
				(total, { what, points, capPerDay }) => total + Math.min(capPerDay, times[what] * points),
				0
			);
			return [day, sum];
		})
	);
}

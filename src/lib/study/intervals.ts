import type { Millis } from '#lib/base/time.ts';
import type { Grade } from './grade.ts';
import { memoryOf, schedulerFor, type MemorySettings } from './memory.ts';
import type { Recall } from './recalls.ts';

const GRADES = [1, 2, 3, 4] as const;

/**
 * After how many ms a question would come back, by the grade that its last recall were given.
 * @param before its earlier recalls, oldest first
 */
export function intervalsAfter(
	before: readonly Recall[],
	last: Omit<Recall, 'grade'>,
	settings: MemorySettings
): Record<Grade, number> {
	const scheduler = schedulerFor(settings);
	const after = (grade: Grade): number => {
		const due: Millis = memoryOf([...before, { ...last, grade }], scheduler)?.due ?? last.at;
		return due - last.at;
	};
	const [again, hard, good, easy] = GRADES.map(after);
	return { 1: again ?? 0, 2: hard ?? 0, 3: good ?? 0, 4: easy ?? 0 };
}

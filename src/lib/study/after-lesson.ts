import type { Question } from '#lib/question/question.ts';

/** So many follow a lesson. */
export const AFTER_LESSON = 5;

/**
 * The questions of one turn after a lesson: at most five, of as many types as there are, and from turn to
 * turn others until all have been asked.
 * @param questions those of the lesson
 */
export function pickAfterLesson(questions: readonly Question[], turn: number): Question[] {
	const byType = new Map<string, Question[]>();
	for (const question of questions) {
		const queue = byType.get(question.type) ?? [];
		queue.push(question);
		byType.set(question.type, queue);
	}
	const mixed: Question[] = [];
	const queues = [...byType.values()];
	for (let round = 0; queues.some((queue) => round < queue.length); round++)
		for (const queue of queues) {
			const question = queue[round];
			if (question) mixed.push(question);
		}
	const start = mixed.length === 0 ? 0 : (turn * AFTER_LESSON) % mixed.length;
	return [...mixed.slice(start), ...mixed.slice(0, start)].slice(0, AFTER_LESSON);
}

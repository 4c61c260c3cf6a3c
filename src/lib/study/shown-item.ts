import { seededRandom, shuffled } from '#lib/base/random.ts';
import type { Question } from '#lib/question/question.ts';
import type { PaperItem } from '#lib/quiz/paper.ts';

/**
 * How a question of practice stands on screen: options as in the bank, but what is put in order or matched
 * starts shuffled, since the bank's own order may be the answer. Without points.
 */
export function itemOf(question: Question, seed: string): PaperItem | undefined {
	if (question.type !== 'ordering' && question.type !== 'matching') return undefined;
	const options = shuffled(
		question.options.map((_, index) => index),
		seededRandom(`${seed}/${question.id}`)
	);
	if (question.type === 'ordering') return { question: question.id, points: 0, options };
	return { question: question.id, points: 0, options, premises: question.premises.map((_, index) => index) };
}

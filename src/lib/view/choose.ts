import type { Question, Response } from '#lib/question/question.ts';
import type { PaperItem } from '#lib/quiz/paper.ts';

/** The letter in front of the option at a place on screen. */
export function letterAt(position: number): string {
	return String.fromCharCode(65 + position);
}

/** The bank's index of each option, in the order shown. */
export function shownOptions(question: Question, item: PaperItem | undefined): number[] {
	if (!('options' in question)) return [];
	return item?.options ?? question.options.map((_, index) => index);
}

/** How many options a key can choose from. */
export function choosable(question: Question): number {
	if (question.type === 'true-false') return 2;
	return question.type === 'single-choice' || question.type === 'multiple-choice'
		? question.options.length
		: 0;
}

export function shownPremises(question: Question, item: PaperItem | undefined): number[] {
	if (question.type !== 'matching') return [];
	return item?.premises ?? question.premises.map((_, index) => index);
}

/**
 * The response after a tap or a key on the option at a place on screen: single choices move, several
 * toggle. The given response when there is no such option or the type is not answered by choosing;
 * null when nothing is chosen any more.
 */
export function choose(
	question: Question,
	item: PaperItem | undefined,
	given: Response | null,
	position: number
): Response | null {
	if (question.type === 'true-false')
		return position > 1 ? given : { type: 'true-false', judgement: position === 0 };
	const option = shownOptions(question, item)[position];
	if (option === undefined) return given;
	if (question.type === 'single-choice') return { type: 'single-choice', choice: option };
	if (question.type !== 'multiple-choice') return given;
	const before = given?.type === 'multiple-choice' ? given.choices : [];
	const choices = before.includes(option) ? before.filter((other) => other !== option) : [...before, option];
	return choices.length === 0 ? null : { type: 'multiple-choice', choices: choices.sort((a, b) => a - b) };
}

/** The order after moving one entry by one place; the same order at the ends. */
export function moved(order: readonly number[], at: number, by: -1 | 1): number[] {
	const to = at + by;
	const [from, other] = [order[at], order[to]];
	if (from === undefined || other === undefined) return [...order];
	return order.map((entry, place) => (place === at ? other : place === to ? from : entry));
}

import type { Translate } from '#lib/i18n/translate.ts';
import type { Question, Response } from '#lib/question/question.ts';
import type { PaperItem } from '#lib/quiz/paper.ts';
import { letterAt, shownOptions } from './choose.ts';

/** The key in words, one line each; letters are those of the screen. */
export function keyLines(t: Translate, question: Question, item?: PaperItem): string[] {
	const option = (index: number) => optionWords(question, item, index);
	switch (question.type) {
		case 'single-choice':
			return [option(question.key)];
		case 'multiple-choice':
			return inShownOrder(question, item, question.key).map(option);
		case 'true-false':
			return [t(question.key ? 'judgedTrue' : 'judgedFalse')];
		case 'fill-in':
			return question.key.map((accepted) => accepted.join(t('or')));
		case 'numeric':
			return [`${question.key.value}${question.key.unit ?? ''}${toleranceWords(question.key.tolerance)}`];
		case 'ordering':
			return question.key.map((index) => question.options[index] ?? '');
		case 'matching':
			return question.key.map(
				([premise, index]) => `${question.premises[premise] ?? ''} → ${question.options[index] ?? ''}`
			);
		case 'short-answer':
			return [question.key];
	}
}

/** What was given, in words; empty when nothing was. */
export function responseLines(
	t: Translate,
	question: Question,
	item?: PaperItem,
	response?: Response
): string[] {
	if (!response) return [];
	const option = (index: number) => optionWords(question, item, index);
	switch (response.type) {
		case 'single-choice':
			return [option(response.choice)];
		case 'multiple-choice':
			return inShownOrder(question, item, response.choices).map(option);
		case 'true-false':
			return [t(response.judgement ? 'judgedTrue' : 'judgedFalse')];
		case 'fill-in':
			return response.blanks.map((text) => text || '—');
		case 'numeric':
			return [`${response.text}${question.type === 'numeric' ? (question.key.unit ?? '') : ''}`];
		case 'ordering':
			return question.type === 'ordering' ? response.order.map((index) => question.options[index] ?? '') : [];
		case 'matching':
			return question.type === 'matching'
				? response.pairs.map(
						([premise, index]) => `${question.premises[premise] ?? ''} → ${question.options[index] ?? ''}`
					)
				: [];
		case 'short-answer':
			return [response.text];
	}
}

function optionWords(question: Question, item: PaperItem | undefined, index: number): string {
	if (!('options' in question)) return '';
	return `${letterAt(shownOptions(question, item).indexOf(index))} ${question.options[index] ?? ''}`;
}

function inShownOrder(question: Question, item: PaperItem | undefined, indexes: readonly number[]): number[] {
	return shownOptions(question, item).filter((index) => indexes.includes(index));
}

function toleranceWords(tolerance: number | undefined): string {
	return tolerance ? ` ± ${tolerance}` : '';
}

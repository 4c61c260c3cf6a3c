import type { Translate } from '#lib/i18n/translate.ts';
import type { Question } from '#lib/question/question.ts';
import type { PaperItem } from '#lib/quiz/paper.ts';
import { letterAt, shownOptions } from './choose.ts';
import { keyLines } from './response-words.ts';

interface Shown {
	question: Question;
	/** How it stands on screen. */
	item?: PaperItem | undefined;
	/** A text shared by the questions of a group. */
	shared?: string | undefined;
	/** The answer is on screen too. */
	answered: boolean;
}

/** A question as one would read it to somebody: the stem, what one may choose from, then the answer and why. */
export function spokenQuestion(t: Translate, { question, item, shared, answered }: Shown): string[] {
	const stem = [shared, question.stem].filter((text) => text !== undefined);
	if (!answered) return [...stem, ...spokenChoices(t, question, item)];
	const lines = keyLines(t, question, item).join(t('listComma'));
	return [
		...stem,
		`${t('key')}${t('colon')}${lines}`,
		...(question.explanation ? [question.explanation] : [])
	];
}

function spokenChoices(t: Translate, question: Question, item: PaperItem | undefined): string[] {
	if (question.type === 'true-false') return [`${t('judgedTrue')}${t('or')}${t('judgedFalse')}`];
	if (question.type === 'matching') return [...question.premises, ...question.options];
	if (!('options' in question)) return [];
	return shownOptions(question, item).map((index, position) => {
		const text = question.options[index] ?? '';
		return question.type === 'ordering' ? text : `${letterAt(position)}${t('listComma')}${text}`;
	});
}

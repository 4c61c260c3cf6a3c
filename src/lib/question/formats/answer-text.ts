import type { Question } from '../question.ts';

/** How a key is written where only letters and text can stand. */
export interface AnswerWords {
	right: string;
	wrong: string;
}

/**
 * The key as a sheet or a printed list says it (FIELD §3): letters for options (in their right order for
 * an ordering), `1-B;2-A` for a matching, blanks parted by `|` and accepted wordings by ` / `.
 */
export function answerText(question: Question, { right, wrong }: AnswerWords): string {
	switch (question.type) {
		case 'single-choice':
			return letterOf(question.key);
		case 'multiple-choice':
		case 'ordering':
			return question.key.map(letterOf).join('');
		case 'true-false':
			return question.key ? right : wrong;
		case 'fill-in':
			return question.key.map((accepted) => accepted.join(' / ')).join('|');
		case 'numeric': {
			const { value, tolerance, unit = '' } = question.key;
			return `${value}${tolerance ? `±${tolerance}` : ''}${unit}`;
		}
		case 'matching':
			return question.key.map(([premise, option]) => `${premise + 1}-${letterOf(option)}`).join(';');
		case 'short-answer':
			return question.key;
	}
}

/** The stem with what else has to be read before the options: the left side of a matching, numbered. */
export function stemText(question: Question): string {
	if (question.type !== 'matching') return question.stem;
	return [question.stem, ...question.premises.map((premise, at) => `${at + 1}. ${premise}`)].join('\n');
}

export function letterOf(option: number): string {
	return String.fromCharCode(65 + option);
}

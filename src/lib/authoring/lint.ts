import type { Bank, Question } from '#lib/question/question.ts';
import { ANSWER_RULES } from './lint/answers.ts';
import type { Finding, ItemRule } from './lint/finding.ts';
import { OPTION_RULES } from './lint/options.ts';
import { PAPER_RULES } from './lint/paper.ts';
import { WORDING_RULES } from './lint/wording.ts';

/** The rules of item writing that look at one question (DRAFTING §3, after Haladyna and the NBME). */
export const ITEM_RULES: readonly ItemRule[] = [...WORDING_RULES, ...OPTION_RULES, ...ANSWER_RULES];

/** Every rule that a bank breaks, question by question, then what its questions do to each other. */
export function lintBank(bank: Bank): Finding[] {
	return [...bank.questions.flatMap(lintQuestion), ...PAPER_RULES.flatMap((rule) => rule.check(bank))];
}

export function lintQuestion(question: Question): Finding[] {
	return ITEM_RULES.flatMap((rule) =>
		rule.check(question).map(({ where, params, severity }) => ({
			question: question.id,
			rule: rule.name,
			severity: severity ?? rule.severity,
			where,
			...(params && { params })
		}))
	);
}

import type { Bank, Question } from '#lib/question/question.ts';
import { ANSWER_RULES } from './lint/answers.ts';
import { CITED_RULES } from './lint/cited.ts';
import { DAMAGE_RULES } from './lint/damage.ts';
import type { Finding, ItemRule, LintContext } from './lint/finding.ts';
import { FORM_RULES } from './lint/forms.ts';
import { OPTION_RULES } from './lint/options.ts';
import { indexPaper, type Paper, type PaperEntry } from './lint/paper-index.ts';
import { BANK_RULES, PAPER_RULES, type Direction } from './lint/paper.ts';
import { REFERENT_RULES } from './lint/referents.ts';
import type { Sources } from './lint/sources.ts';
import { WORDING_RULES } from './lint/wording.ts';

/** The rules of item writing that look at one question (DRAFTING §3, after Haladyna and the NBME). */
export const ITEM_RULES: readonly ItemRule[] = [
	...REFERENT_RULES,
	...DAMAGE_RULES,
	...WORDING_RULES,
	...OPTION_RULES,
	...FORM_RULES,
	...ANSWER_RULES,
	...CITED_RULES
];

/**
 * Every rule that one question breaks: the way in for drafts, the editor and single imports.
 *
 * With `context.sources` (from `indexSources(documents)`) it is also looked up in the document it cites;
 * with `context.paper` (from `indexPaper(questions)`) it is compared with those it stands beside. Both are
 * made once; keep the paper true with `paper.put(question)` after an edit is kept and `paper.remove(id)`,
 * then a look after a keystroke costs the same in a bank of ten or of ten thousand. The question's own
 * older wording in the paper does not count against it. A finding may name another question of the paper
 * in `question`: the one whose answer this one gives away.
 */
export function lintQuestion(question: Question, context: LintContext = {}): Finding[] {
	const { paper } = context;
	const entry = paper?.entryOf(question);
	return [...lintItem(question, context), ...(paper && entry ? lintBeside(entry, paper, 'both') : [])];
}

/**
 * Whether a question breaks no rule that is an error, and none of the named ones; quicker than to ask for
 * all it breaks.
 */
export function isClean(question: Question, context: LintContext, alsoNone: readonly string[]): boolean {
	return ITEM_RULES.every((rule) => {
		const isNamed = alsoNone.includes(rule.name);
		if (rule.severity === 'warning' && !rule.isGraveAtTimes && !isNamed) return true;
		return rule
			.check(question, context)
			.every(({ severity = rule.severity }) => severity !== 'error' && !isNamed);
	});
}

/**
 * Every rule that a bank breaks, question by question, then what its questions do to each other. Near-linear:
 * 10,000 questions take a few seconds.
 */
export function lintBank(bank: Bank, sources?: Sources): Finding[] {
	const paper = indexPaper(bank.questions);
	const context = { allows: bank.allows, sources };
	return [
		...bank.questions.flatMap((question) => lintItem(question, context)),
		...lintTogether(paper),
		...BANK_RULES.flatMap((rule) => rule.check(bank))
	];
}

/** What the questions of a paper do to each other: one gives another's answer away, or asks it again. */
export function lintTogether(paper: Paper): Finding[] {
	return [...paper.entries()].flatMap((entry) => lintBeside(entry, paper, 'own'));
}

function lintBeside(entry: PaperEntry, paper: Paper, direction: Direction): Finding[] {
	const neighbours = paper.neighbours(entry);
	return PAPER_RULES.flatMap((rule) => rule.check(entry, neighbours, paper, direction));
}

function lintItem(question: Question, context: LintContext): Finding[] {
	return ITEM_RULES.flatMap((rule) =>
		context.allows?.includes(rule.name)
			? []
			: rule.check(question, context).map(({ where, range, params, severity }) => ({
					question: question.id,
					rule: rule.name,
					severity: severity ?? rule.severity,
					where,
					...(range && { range }),
					...(params && { params })
				}))
	);
}

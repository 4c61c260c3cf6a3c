import type { Bank, Question } from '#lib/question/question.ts';

export type Severity = 'error' | 'warning';

/** One broken rule of item writing. `where` is a place in the question: `stem`, `options.2`, `key`. */
export interface Finding {
	question: string;
	rule: string;
	severity: Severity;
	where: string;
	/** What the sentence of the rule names, for i18n. */
	params?: Readonly<Record<string, string | number>>;
}

/** What a rule says of one question; the table adds the rest. */
export interface Complaint {
	where: string;
	params?: Readonly<Record<string, string | number>>;
	/** Where one rule knows both a mild and a grave case. */
	severity?: Severity;
}

/** A rule that needs to see one question only. */
export interface ItemRule {
	name: string;
	severity: Severity;
	check(question: Question): Complaint[];
}

/** A rule about how the questions of a bank stand to one another. */
export interface PaperRule {
	name: string;
	check(bank: Bank): Finding[];
}

/** The texts a learner reads before answering, with their places. */
export function visibleTexts(question: Question): { where: string; text: string }[] {
	const texts = [{ where: 'stem', text: question.stem }];
	if ('options' in question)
		question.options.forEach((text, at) => texts.push({ where: `options.${at}`, text }));
	if ('premises' in question)
		question.premises.forEach((text, at) => texts.push({ where: `premises.${at}`, text }));
	return texts;
}

/** White space, punctuation and width gone: the form in which wordings are compared. */
export function squeeze(text: string): string {
	return (
		text
			.normalize('NFKC')
			.toLowerCase()
			// The point of 1.5 stays, or it would be 15.
			.replace(/(?!(?<=\d)\.(?=\d))(?![%+‰])[\s\p{P}\p{S}]/gu, '')
	);
}

/** A text without what stands in quotation or book-title marks. */
export function unquoted(text: string): string {
	return text.replace(/“[^”]*”|《[^》]*》|‘[^’]*’|"[^"]*"/gu, '◯');
}

export function isEnglish(question: Question): boolean {
	return !/[\u4e00-\u9fff]/u.test(question.stem);
}

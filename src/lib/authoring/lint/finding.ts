import type { Question } from '#lib/question/question.ts';
import { isDigitCode, ODD, POINT, tableOf } from './letters.ts';
import type { Paper } from './paper-index.ts';
import type { Sources } from './sources.ts';

export type Severity = 'error' | 'warning';

/** One broken rule of item writing. `where` is a place in the question: `stem`, `options.2`, `key`. */
export interface Finding {
	question: string;
	rule: string;
	severity: Severity;
	where: string;
	/** Where in the text of `where` the trouble stands, in UTF-16 code units; the end is not included. */
	range?: readonly [start: number, end: number];
	/** What the sentence of the rule names, for i18n. */
	params?: Readonly<Record<string, string | number>>;
}

/** What a rule says of one question; the table adds the rest. */
export type Complaint = Omit<Finding, 'question' | 'rule' | 'severity'> & {
	/** Where one rule knows both a mild and a grave case. */
	severity?: Severity;
};

/** What the lint may look at besides the question itself. What is missing silences the rules that need it. */
export interface LintContext {
	/** The bank's `allows`: rules it has decided not to follow. */
	allows?: readonly string[];
	/** The questions it is offered with, from `indexPaper`; an older wording of itself in there does not count. */
	paper?: Paper;
	/** The documents it may cite, from `indexSources`. */
	sources?: Sources;
}

/** A rule that looks at one question, for some with what stands around it. */
export interface ItemRule {
	name: string;
	severity: Severity;
	/** A warning that in a plain case is an error. */
	isGraveAtTimes?: true;
	check(question: Question, context: LintContext): Complaint[];
}

/** The texts a learner reads before answering, with their places. */
export function visibleTexts(question: Question): { where: string; text: string }[] {
	const texts: { where: string; text: string }[] = [];
	eachText(question, (text, where) => texts.push({ where, text }));
	return texts;
}

function eachText(question: Question, look: (text: string, where: string) => void): void {
	look(question.stem, 'stem');
	if ('options' in question)
		question.options.forEach((text, at) => look(text, OPTIONS[at] ?? `options.${at}`));
	if ('premises' in question) question.premises.forEach((text, at) => look(text, `premises.${at}`));
}

/** The names of the first places, which every rule asks for. */
const OPTIONS = Array.from({ length: 8 }, (_, at) => `options.${at}`);

/** White space, punctuation and width gone: the form in which wordings are compared. */
export function squeeze(text: string): string {
	let kept = '';
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		let form = SQUEEZED[code] ?? ODD;
		if (form === code && form !== POINT) continue;
		if (form === ODD) return squeezeSlowly(text);
		// The point of 1.5 stays, or it would be 15.
		if (form === POINT && !isBetweenDigits(text, at)) form = GONE;
		kept += form === GONE ? text.slice(from, at) : text.slice(from, at) + String.fromCharCode(form);
		from = at + 1;
	}
	return from === 0 ? text : kept + text.slice(from);
}

const GONE = 0;

function squeezeSlowly(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/(?!(?<=\d)\.(?=\d))(?![%+‰])[\s\p{P}\p{S}]/gu, '');
}

const SQUEEZED = tableOf((char) => {
	if (char.normalize('NFKC') === '.') return POINT;
	// The only character that stays as the code that stands for nothing; nobody writes it.
	const form = char === '\0' ? undefined : squeezeSlowly(char);
	return form === undefined || form.length > 1 ? ODD : form === '' ? GONE : form.charCodeAt(0);
});

function isBetweenDigits(text: string, at: number): boolean {
	const [before = 0, after = 0] = [SQUEEZED[text.charCodeAt(at - 1)], SQUEEZED[text.charCodeAt(at + 1)]];
	return isDigitCode(before) && isDigitCode(after);
}

/** A text with every quotation and book title blotted out, so that places in it stay true. */
export function unquoted(text: string): string {
	if (!/[“《‘「"]/u.test(text)) return text;
	return text.replace(/“[^”]*”|《[^》]*》|‘[^’]*’|「[^」]*」|"[^"]*"/gu, (quoted) =>
		'◯'.repeat(quoted.length)
	);
}

export function isEnglish(question: Question): boolean {
	return !/[\u4e00-\u9fff]/u.test(question.stem);
}

/** The first place where a pattern stands in a text, as a complaint that names it. */
export function pointAt(where: string, text: string, pattern: RegExp): Complaint[] {
	const match = pattern.exec(text);
	return match ? [pointTo(where, match)] : [];
}

export function pointTo(where: string, match: RegExpExecArray): Complaint {
	return { where, range: [match.index, match.index + match[0].length], params: { word: match[0] } };
}

/** A rule over every text a learner reads before answering. */
export function inTexts(check: (text: string, where: string, question: Question) => Complaint[]) {
	return (question: Question): Complaint[] => {
		const found: Complaint[] = [];
		eachText(question, (text, where) => {
			const complaints = check(text, where, question);
			if (complaints.length > 0) found.push(...complaints);
		});
		return found;
	};
}

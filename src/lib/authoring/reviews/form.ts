import { parse } from '#lib/base/parse.ts';
import { refuse, type Result } from '#lib/base/result.ts';
import { QuestionSchema, type Question, type QuestionType } from '#lib/question/question.ts';

/** A question as it is typed: all fields of all types, of which a type shows its own. */
export interface QuestionForm {
	type: QuestionType;
	stem: string;
	explanation: string;
	/** 1–5; 0 while nobody said. */
	difficulty: number;
	/** Of an ordering, in the right order. */
	options: string[];
	/** For each option whether it is right; of a single choice exactly one. */
	right: boolean[];
	judged: boolean;
	/** For each blank the accepted answers, with `|` between them. */
	blanks: string[];
	value: string;
	tolerance: string;
	unit: string;
	premises: string[];
	/** For each premise the place of its option; −1 for none. */
	pairs: number[];
	model: string;
}

/** What is wrong with a field: `where` as in a lint finding. */
export interface FormIssue {
	where: string;
	why: 'empty' | 'too-long' | 'no-key' | 'no-blank' | 'few-options' | 'not-a-number';
}

const NEXT_ANSWER = '|';
const BLANK = /_{3,}/gu;

export function formOf(question: Question): QuestionForm {
	const form: QuestionForm = {
		type: question.type,
		stem: question.stem,
		explanation: question.explanation ?? '',
		difficulty: question.difficulty ?? 0,
		options: 'options' in question ? [...question.options] : [],
		right: [],
		judged: true,
		blanks: [],
		value: '',
		tolerance: '',
		unit: '',
		premises: [],
		pairs: [],
		model: ''
	};
	switch (question.type) {
		case 'single-choice':
			return { ...form, right: question.options.map((_, at) => at === question.key) };
		case 'multiple-choice':
			return { ...form, right: question.options.map((_, at) => question.key.includes(at)) };
		case 'true-false':
			return { ...form, judged: question.key };
		case 'fill-in':
			return { ...form, blanks: question.key.map((accepted) => accepted.join(` ${NEXT_ANSWER} `)) };
		case 'numeric': {
			const { value, tolerance, unit = '' } = question.key;
			return { ...form, value: String(value), tolerance: tolerance ? String(tolerance) : '', unit };
		}
		case 'ordering':
			return { ...form, options: question.key.map((index) => question.options[index] ?? '') };
		case 'matching': {
			const given = new Map(question.key);
			return {
				...form,
				premises: [...question.premises],
				pairs: question.premises.map((_, premise) => given.get(premise) ?? -1)
			};
		}
		case 'short-answer':
			return { ...form, model: question.key };
	}
}

/** How many blanks a stem shows. */
export function countBlanks(stem: string): number {
	return stem.match(BLANK)?.length ?? 0;
}

/** The question that a form says, with all that the form does not show as it was. */
export function questionOf(form: QuestionForm, base: Question): Result<Question, FormIssue[]> {
	const { explanation: _e, difficulty: _d, ...rest } = base;
	const explanation = form.explanation.trim();
	const candidate = {
		...rest,
		stem: form.stem.trim(),
		...(explanation !== '' && { explanation }),
		...(form.difficulty > 0 && { difficulty: form.difficulty }),
		...answerOf(form, base)
	};
	const missing = missingIn(form);
	const checked = parse(QuestionSchema, candidate);
	if (checked.ok && missing.length === 0) return checked;
	const issues = checked.ok ? [] : checked.error.map(({ where }) => issueAt(form, where));
	return refuse(onceEach([...missing, ...issues]));
}

function answerOf(form: QuestionForm, base: Question): Record<string, unknown> {
	const options = form.options.map((option) => option.trim());
	switch (form.type) {
		case 'single-choice':
			return { options, key: form.right.indexOf(true) };
		case 'multiple-choice':
			return { options, key: form.right.flatMap((isRight, at) => (isRight ? [at] : [])) };
		case 'true-false':
			return { key: form.judged };
		case 'fill-in': {
			const key = form.blanks
				.slice(0, countBlanks(form.stem))
				.map((answers) => answers.split(NEXT_ANSWER).map((one) => one.trim()))
				.map((answers) => answers.filter((one, at) => one !== '' || at === 0));
			return { blanks: Math.max(1, countBlanks(form.stem)), key };
		}
		case 'numeric': {
			const tolerance = readTyped(form.tolerance);
			const unit = form.unit.trim();
			const value = readTyped(form.value);
			return {
				key: {
					value,
					...(form.tolerance.trim() !== '' && { tolerance }),
					...(unit !== '' && { unit })
				}
			};
		}
		case 'ordering':
			return mixed(options, 'options' in base ? base.options : []);
		case 'matching':
			return {
				premises: form.premises.map((premise) => premise.trim()),
				options,
				key: form.pairs.slice(0, form.premises.length).map((option, premise) => [premise, option])
			};
		case 'short-answer':
			return { key: form.model.trim() };
	}
}

function readTyped(text: string): number {
	const typed = text.normalize('NFKC').replace(/[\s,]/gu, '');
	return typed === '' ? NaN : Number(typed);
}

/**
 * Options of an ordering keep the places they had; new ones come last. They never stand in the right order
 * already, or there would be nothing to do.
 */
function mixed(inOrder: readonly string[], before: readonly string[]): { options: string[]; key: number[] } {
	const rank = (at: number) => {
		const known = before.indexOf(inOrder[at] ?? '');
		return known < 0 ? before.length + at : known;
	};
	const places = inOrder.map((_, at) => at).sort((a, b) => rank(a) - rank(b) || a - b);
	if (places.length > 1 && places.every((place, at) => place === at)) places.push(places.shift() ?? 0);
	return {
		options: places.map((place) => inOrder[place] ?? ''),
		key: inOrder.map((_, at) => places.indexOf(at))
	};
}

/** What the schema cannot see, or would say in a way that nobody finds on the screen. */
function missingIn(form: QuestionForm): FormIssue[] {
	const issues: FormIssue[] = [];
	const blanks = countBlanks(form.stem);
	if (form.type === 'fill-in' && blanks === 0) issues.push({ where: 'stem', why: 'no-blank' });
	if (form.type === 'fill-in')
		for (let at = 0; at < blanks; at++)
			if ((form.blanks[at] ?? '').replaceAll(NEXT_ANSWER, '').trim() === '')
				issues.push({ where: `blanks.${at}`, why: 'empty' });
	if (form.type === 'single-choice' || form.type === 'multiple-choice')
		if (!form.right.includes(true)) issues.push({ where: 'key', why: 'no-key' });
	if (form.type === 'matching')
		form.premises.forEach((_, at) => {
			const option = form.pairs[at] ?? -1;
			if (option < 0 || option >= form.options.length) issues.push({ where: `pairs.${at}`, why: 'no-key' });
		});
	return issues;
}

/** From a place in the question to the field that shows it. */
function issueAt(form: QuestionForm, where: string): FormIssue {
	const [first = '', second] = where.split('.');
	const at = Number(second);
	if (form.type === 'numeric' && first === 'key')
		return { where: second === 'tolerance' ? 'tolerance' : 'value', why: 'not-a-number' };
	if (form.type === 'fill-in' && first === 'key') return { where: `blanks.${at || 0}`, why: 'empty' };
	if (form.type === 'matching' && first === 'key') return { where: `pairs.${at || 0}`, why: 'no-key' };
	if (form.type === 'short-answer' && first === 'key') return { where: 'key', why: emptyOr(form.model) };
	if (first === 'options' || first === 'premises') {
		const texts = form[first];
		return second === undefined
			? { where: first, why: 'few-options' }
			: { where, why: emptyOr(texts[at] ?? '') };
	}
	if (first === 'stem') return { where: 'stem', why: emptyOr(form.stem) };
	if (first === 'explanation') return { where: 'explanation', why: 'too-long' };
	return { where: 'key', why: 'no-key' };
}

function emptyOr(text: string): FormIssue['why'] {
	return text.trim() === '' ? 'empty' : 'too-long';
}

function onceEach(issues: readonly FormIssue[]): FormIssue[] {
	return [...new Map(issues.map((issue) => [issue.where, issue])).values()];
}

export function replacedAt<Item>(items: readonly Item[], at: number, value: Item): Item[] {
	return items.map((item, other) => (other === at ? value : item));
}

export function withOption(form: QuestionForm): QuestionForm {
	return { ...form, options: [...form.options, ''], right: [...form.right, false] };
}

export function withoutOption(form: QuestionForm, at: number): QuestionForm {
	return {
		...form,
		options: without(form.options, at),
		right: without(form.right, at),
		pairs: form.pairs.map((option) => (option === at ? -1 : option > at ? option - 1 : option))
	};
}

/** One place up (−1) or down (1). */
export function movedOption(form: QuestionForm, at: number, by: -1 | 1): QuestionForm {
	const to = at + by;
	if (to < 0 || to >= form.options.length) return form;
	return { ...form, options: swapped(form.options, at, to), right: swapped(form.right, at, to) };
}

function swapped<Item>(items: readonly Item[], a: number, b: number): Item[] {
	return items.map((item, at) => (at === a ? (items[b] ?? item) : at === b ? (items[a] ?? item) : item));
}

function without<Item>(items: readonly Item[], gone: number): Item[] {
	return items.filter((_, at) => at !== gone);
}

export function withPremise(form: QuestionForm): QuestionForm {
	return { ...form, premises: [...form.premises, ''], pairs: [...form.pairs, -1] };
}

export function withoutPremise(form: QuestionForm, at: number): QuestionForm {
	return { ...form, premises: without(form.premises, at), pairs: without(form.pairs, at) };
}

import type { Question, Response } from '#lib/question/question.ts';

/** The fields of a form as `FormData` lists them: name and value. */
export type FieldEntries = readonly (readonly [string, string])[];

/** What was given in the fields of `NativeQuestion`; null when a field that is needed is empty. */
export function nativeResponse(question: Question, entries: FieldEntries): Response | null {
	const choices = entries.flatMap(([name, value]) => (name === 'choice' ? [Number(value)] : []));
	const rows = valuesOf(entries, 'row').map((value) => (value === '' ? NaN : Number(value)));
	const texts = valuesOf(entries, 'text');
	const [first] = choices;
	switch (question.type) {
		case 'single-choice':
			return isIndex(first) ? { type: question.type, choice: first } : null;
		case 'true-false':
			return isIndex(first) ? { type: question.type, judgement: first === 0 } : null;
		case 'multiple-choice':
			return choices.length > 0 && choices.every(isIndex)
				? { type: question.type, choices: choices.sort((a, b) => a - b) }
				: null;
		case 'matching':
			return rows.length > 0 && rows.every(isIndex)
				? { type: question.type, pairs: rows.map((option, premise) => [premise, option]) }
				: null;
		case 'ordering':
			return rows.length > 0 && rows.every(isIndex) ? { type: question.type, order: rows } : null;
		case 'fill-in':
			return isTyped(texts) ? { type: question.type, blanks: texts } : null;
		case 'numeric':
		case 'short-answer':
			return isTyped(texts) ? { type: question.type, text: texts[0] ?? '' } : null;
	}
}

/** In the order of their numbers: `row-0`, `row-1` … */
function valuesOf(entries: FieldEntries, kind: 'row' | 'text'): string[] {
	return entries.flatMap(([name, value]) => (name.startsWith(`${kind}-`) ? [value] : []));
}

function isIndex(value: number | undefined): value is number {
	return value !== undefined && Number.isInteger(value) && value >= 0;
}

function isTyped(texts: readonly string[]): boolean {
	return texts.some((text) => text.trim() !== '');
}

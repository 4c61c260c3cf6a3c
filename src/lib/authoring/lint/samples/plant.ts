import type { Document, DocumentWarning } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import { isEnglish, type LintContext } from '../finding.ts';
import { common } from './sound.ts';
import { indexSources } from '../sources.ts';

type Of<Type> = Extract<Question, { type: Type }>;
type Single = Of<'single-choice'>;

/** A flaw that can be put into a sound question; undefined where it does not fit. */
export type Plant = (sound: Question) => { question: Question; context?: LintContext } | undefined;

export const isChinese = (question: Question) => !isEnglish(question);

/** Another stem for a single choice. */
export const stems = (fits: (question: Question) => boolean, ...texts: readonly string[]): Plant[] =>
	texts.map(
		(stem) => (sound) =>
			sound.type === 'single-choice' && fits(sound) ? { question: { ...sound, stem } } : undefined
	);

/** The stem with something done to it. */
export const changed = (
	fits: (question: Question) => boolean,
	...changes: readonly ((stem: string) => string)[]
): Plant[] =>
	changes.map((change) => (sound) => {
		const stem = change(sound.stem);
		return fits(sound) && stem !== sound.stem ? { question: { ...sound, stem } } : undefined;
	});

/** One wrong option replaced. */
export const options = (fits: (question: Question) => boolean, ...texts: readonly string[]): Plant[] =>
	texts.map((text) => (sound) => {
		if (sound.type !== 'single-choice' || !fits(sound)) return undefined;
		const at = sound.key === 0 ? 1 : 0;
		return { question: { ...sound, options: sound.options.map((one, n) => (n === at ? text : one)) } };
	});

/** A question of its own, put in the place of a sound one of its type. */
export const whole = (...questions: readonly Question[]): Plant[] =>
	questions.map((question) => (sound) => (sound.type === question.type ? { question } : undefined));

export const asked = (stem: string, choices: string[], key = 0): Single => ({
	...common('p', stem),
	type: 'single-choice',
	options: choices,
	key
});
export const judged = (stem: string, key = false, sentence?: string): Question => ({
	...common('p', stem),
	type: 'true-false',
	key,
	...(sentence !== undefined && { source: { document: 'd', sentence } })
});
export const blank = (stem: string, ...key: string[]): Question => ({
	...common('p', stem),
	type: 'fill-in',
	blanks: key.length,
	key: key.map((text) => [text])
});
export const figure = (stem: string, value: number, unit?: string, tolerance?: number): Question => ({
	...common('p', stem),
	type: 'numeric',
	key: { value, ...(unit !== undefined && { unit }), ...(tolerance !== undefined && { tolerance }) }
});
export const several = (stem: string, choices: string[], key: number[]): Question => ({
	...common('p', stem),
	type: 'multiple-choice',
	options: choices,
	key
});
export const ordered = (stem: string): Question => ({
	...common('p', stem),
	type: 'ordering',
	options: ['甲坝', '乙坝', '丙坝'],
	key: [1, 0, 2]
});
export const paired = (premises: string[], choices: string[]): Question => ({
	...common('p', '把左边与右边配对。'),
	type: 'matching',
	premises,
	options: choices,
	key: premises.map((_, at) => [at, premises.length - 1 - at])
});
export const citing = (question: Question, sentence: string): Question => ({
	...question,
	source: { document: 'd', sentence }
});
export const inDocument = (
	question: Question,
	sentence: string,
	others: readonly string[],
	warnings: DocumentWarning[] = []
): Plant => {
	const document: Document = {
		id: 'd',
		file: 'd.txt',
		title: '东湖县年鉴',
		language: 'zh',
		removed: [],
		warnings,
		articles: [
			{
				id: 'a',
				title: '概况',
				sections: [
					{ id: 's', level: 0, heading: '', paragraphs: [{ id: 'p', text: [sentence, ...others].join('') }] }
				]
			}
		]
	};
	return (sound) =>
		sound.type === question.type
			? { question: citing(question, sentence), context: { sources: indexSources([document]) } }
			: undefined;
};

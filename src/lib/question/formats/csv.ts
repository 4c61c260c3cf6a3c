import { BYTE_ORDER_MARK, csvLine } from '#lib/base/csv.ts';
import type { Question, QuestionType } from '../question.ts';
import { answerText, letterOf, stemText, type AnswerWords } from './answer-text.ts';

/** A question with what its sheet says of where it stands. */
export interface ListedQuestion {
	question: Question;
	chapter?: string;
	/** 来源: the printed title of the document. */
	document?: string;
}

/** The names of the columns, and the words in the cells. */
export interface TemplateWords extends AnswerWords, Record<`type-${QuestionType}`, string> {
	type: string;
	stem: string;
	/** Stands before the letter. */
	option: string;
	answer: string;
	explanation: string;
	difficulty: string;
	points: string;
	topics: string;
	chapter: string;
	seconds: string;
	document: string;
	sentence: string;
	tags: string;
}

/** Our own template has options A to H; a question with more of them gets more columns. */
const FEWEST_OPTIONS = 8;

/** Questions as a sheet in our own template (FIELD §3), for Excel: UTF-8 with its mark, no formulas. */
export function printCsv(list: readonly ListedQuestion[], words: TemplateWords): string {
	const options = list.reduce(
		(most, { question }) => Math.max(most, optionsOf(question).length),
		FEWEST_OPTIONS
	);
	const header = csvLine([
		words.type,
		words.stem,
		...Array.from({ length: options }, (_, at) => `${words.option}${letterOf(at)}`),
		words.answer,
		words.explanation,
		words.difficulty,
		words.points,
		words.topics,
		words.chapter,
		words.seconds,
		words.document,
		words.sentence,
		words.tags
	]);
	return BYTE_ORDER_MARK + header + list.map((listed) => line(listed, options, words)).join('');
}

function line(
	{ question, chapter, document }: ListedQuestion,
	options: number,
	words: TemplateWords
): string {
	const given = optionsOf(question);
	return csvLine([
		words[`type-${question.type}`],
		stemText(question),
		...Array.from({ length: options }, (_, at) => given[at] ?? ''),
		answerText(question, words),
		question.explanation ?? '',
		question.difficulty ?? '',
		question.points ?? '',
		(question.topics ?? []).join('、'),
		chapter ?? question.chapter ?? '',
		question.timeLimitMs === undefined ? '' : question.timeLimitMs / 1_000,
		document ?? '',
		question.source?.sentence ?? '',
		(question.tags ?? []).join('、')
	]);
}

function optionsOf(question: Question): readonly string[] {
	return 'options' in question ? question.options : [];
}

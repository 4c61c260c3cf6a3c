import * as v from 'valibot';
import { hashText } from '#lib/base/hash.ts';
import { seededRandom, shuffled, type Random } from '#lib/base/random.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import { QUESTION_TYPES, type Bank, type Question, type QuestionType } from '#lib/question/question.ts';
import { countOf, type Blueprint } from './blueprint.ts';

const indexes = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** One place of a paper: which question, in which order its options (and premises) stand on screen. */
export const PaperItemSchema = v.object({
	question: v.string(),
	points: v.pipe(v.number(), v.integer(), v.minValue(0)),
	options: v.optional(indexes),
	premises: v.optional(indexes)
});
export type PaperItem = v.InferOutput<typeof PaperItemSchema>;

/** 试卷: one drawn, ordered set of questions. It names questions; it holds no text and no key. */
export const PaperSchema = v.object({
	id: v.string(),
	seed: v.string(),
	items: v.pipe(v.array(PaperItemSchema), v.minLength(1), v.maxLength(500))
});
export type Paper = v.InferOutput<typeof PaperSchema>;

/**
 * Draws a paper: the same blueprint, bank and seed always give the same one. Questions that give each
 * other away (`excludes`) never meet; the questions of one group stay together.
 */
export function drawPaper(blueprint: Blueprint, bank: Bank, seed: string): Result<Paper, DrawRefused> {
	const random = seededRandom(seed);
	const drawn: Question[] = [];
	for (const type of QUESTION_TYPES) {
		const wanted = countOf(blueprint, type);
		const pool = shuffled(candidates(bank, blueprint, type), random);
		const before = drawn.length;
		for (const question of pool) {
			if (drawn.length - before === wanted) break;
			if (!drawn.some((other) => excludeEachOther(question, other))) drawn.push(question);
		}
		if (drawn.length - before < wanted)
			return refuse({
				type: 'TooFewQuestions',
				questionType: type,
				wanted,
				available: drawn.length - before
			});
	}
	if (drawn.length === 0) return refuse({ type: 'NothingToAsk' });
	const ordered = groupsTogether(
		blueprint.shuffleQuestions ? shuffled(drawn, random) : inBankOrder(drawn, bank)
	);
	const items = ordered.map((question) => paperItem(question, blueprint, random));
	return ok({ id: `paper-${hashText(JSON.stringify(items)).slice(0, 12)}`, seed, items });
}

export type DrawRefused =
	| { type: 'TooFewQuestions'; questionType: QuestionType; wanted: number; available: number }
	| { type: 'NothingToAsk' };

/** How many questions of each type the bank could give under the blueprint's chapters. */
export function availableCounts(bank: Bank, chapters?: readonly string[]): Record<QuestionType, number> {
	const counts: Record<QuestionType, number> = {
		'single-choice': 0,
		'multiple-choice': 0,
		'true-false': 0,
		'fill-in': 0,
		numeric: 0,
		ordering: 0,
		matching: 0,
		'short-answer': 0
	};
	for (const question of bank.questions) if (isInChapters(question, chapters)) counts[question.type] += 1;
	return counts;
}

function candidates(bank: Bank, blueprint: Blueprint, type: QuestionType): Question[] {
	return bank.questions.filter(
		(question) => question.type === type && isInChapters(question, blueprint.chapters)
	);
}

function isInChapters(question: Question, chapters?: readonly string[]): boolean {
	return !chapters || (question.chapter !== undefined && chapters.includes(question.chapter));
}

function excludeEachOther(a: Question, b: Question): boolean {
	return (a.excludes?.includes(b.id) ?? false) || (b.excludes?.includes(a.id) ?? false);
}

function inBankOrder(drawn: readonly Question[], bank: Bank): Question[] {
	const wanted = new Set(drawn.map((question) => question.id));
	return bank.questions.filter((question) => wanted.has(question.id));
}

/** Each group gathers where its first question stands. */
function groupsTogether(questions: readonly Question[]): Question[] {
	const seen = new Set<string>();
	return questions.flatMap((question) => {
		if (question.group === undefined) return [question];
		if (seen.has(question.group)) return [];
		seen.add(question.group);
		return questions.filter((other) => other.group === question.group);
	});
}

function paperItem(question: Question, blueprint: Blueprint, random: Random): PaperItem {
	const points = blueprint.points?.[question.type] ?? question.points ?? 1;
	const item: PaperItem = { question: question.id, points };
	if ('options' in question) {
		// What is put in order or matched always starts shuffled: the bank's own order may be the answer.
		const alwaysMixed = question.type === 'ordering' || question.type === 'matching';
		const inPlace = question.options.map((_, index) => index);
		const mixed = alwaysMixed || (blueprint.shuffleOptions && !areAscendingFigures(question.options));
		item.options = mixed ? shuffled(inPlace, random) : inPlace;
	}
	if (question.type === 'matching') item.premises = question.premises.map((_, index) => index);
	return item;
}

/** Figures and dates are read in their order (Haladyna, Downing & Rodriguez 2002, rule 20); mixed they only confuse. */
function areAscendingFigures(options: readonly string[]): boolean {
	const figures = options.map((option) => /^[^\d]{0,3}(\d[\d,.]*)/.exec(option.normalize('NFKC'))?.[1]);
	const values = figures.map((figure) => Number(figure?.replaceAll(',', '')));
	return values.every(
		(value, at) => Number.isFinite(value) && (at === 0 || (values[at - 1] ?? value) < value)
	);
}

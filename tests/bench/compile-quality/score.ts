import { lintBank } from '#lib/authoring/lint.ts';
import type { Module } from '#lib/course/module.ts';
import type { Article, Document, Fact } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import { isFactFound } from './fact-match.ts';
import { squeeze } from './squeeze.ts';
import type { GoldText } from './gold.ts';

/** What `saixue compile --json` prints of one document. */
export type Compiled = Pick<Document, 'file' | 'title' | 'removed' | 'articles'> & {
	facts: Fact[];
	modules: Module[];
	questions: Question[];
	warnings: { why: string; where: string }[];
};

/** `extra` was found and not wanted. */
export interface Tally {
	found: number;
	wanted: number;
	extra: number;
}

export interface Score {
	paragraphs: Tally;
	sentences: Tally;
	headings: Tally;
	articles: Tally;
	facts: Tally;
	contradictions: Tally;
	/** How often furniture stands in the text. */
	noise: number;
	/** Drafts without a lint error, one for each sentence and answer. */
	questions: number;
	drafts: number;
	lintErrors: number;
	characters: number;
	lessons: number;
	lessonsWithOne: number;
	lessonsWithThree: number;
	misses: Miss[];
}

export interface Miss {
	what:
		| 'paragraph'
		| 'extra paragraph'
		| 'sentence'
		| 'heading'
		| 'article'
		| 'fact'
		| 'noise'
		| 'lint'
		| 'contradiction';
	text: string;
}

/** `furniture` is all of it, that of the print included. */
export function scoreCompiled(gold: GoldText, furniture: readonly string[], compiled: Compiled): Score {
	const misses: Miss[] = [];
	const texts = bodyOf(compiled);
	return {
		paragraphs: scoreParagraphs(gold, texts, misses),
		sentences: scoreSentences(gold, texts, misses),
		headings: scoreHeadings(gold, compiled, misses),
		articles: scoreArticles(gold, compiled, misses),
		facts: scoreFacts(gold, compiled, misses),
		contradictions: scoreContradictions(gold, compiled, misses),
		noise: countNoise(gold, furniture, compiled, misses),
		...scoreDrafts(compiled, misses),
		characters: gold.characters,
		misses
	};
}

/** Paragraph by paragraph; a table that came as one comes row by row. */
function bodyOf({ articles }: Compiled): string[] {
	return articles
		.flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs))
		.filter(({ kind }) => kind !== 'attribution')
		.flatMap(({ kind, text }) => (kind === 'table' ? text.split('\n') : [text]))
		.map(cellsApart);
}

function cellsApart(text: string): string {
	return text.includes('\t') || text.includes('|')
		? text.replace(/^[\s|]+|[\s|]+$/g, '').replace(/\s*[\t|]\s*/g, '\t')
		: text;
}

function scoreParagraphs(gold: GoldText, texts: readonly string[], misses: Miss[]): Tally {
	const missing = subtract(gold.paragraphs.map(cellsApart), texts);
	const extra = subtract(texts, gold.paragraphs.map(cellsApart));
	misses.push(...missing.map((text) => ({ what: 'paragraph', text }) as const));
	if (!gold.isSample) misses.push(...extra.map((text) => ({ what: 'extra paragraph', text }) as const));
	const wanted = gold.paragraphs.length;
	return { found: wanted - missing.length, wanted, extra: gold.isSample ? 0 : extra.length };
}

function scoreSentences({ sentences }: GoldText, texts: readonly string[], misses: Miss[]): Tally {
	const all = texts.join('\n');
	const missing = sentences.filter((sentence) => !all.includes(sentence.trim()));
	misses.push(...missing.map((text) => ({ what: 'sentence', text }) as const));
	return { found: sentences.length - missing.length, wanted: sentences.length, extra: 0 };
}

function scoreHeadings(gold: GoldText, { articles }: Compiled, misses: Miss[]): Tally {
	const found = articles
		.flatMap(({ sections }) => sections)
		.filter(
			({ heading, level }) => level > 0 && !(gold.settings.clauses !== 'headings' && isBareClause(heading))
		)
		.map(({ level, heading }) => `${level} ${squeeze(heading)}`);
	return tallyOf(
		gold.headings.map(({ level, text }) => `${level} ${squeeze(text)}`),
		found,
		'heading',
		misses
	);
}

/** 第十二条 by itself over its text says the same as in front of it. */
function isBareClause(heading: string): boolean {
	return /^第[一二三四五六七八九十百零]+条$/.test(heading);
}

function scoreArticles(gold: GoldText, { articles }: Compiled, misses: Miss[]): Tally {
	return tallyOf(
		gold.articles.map(({ title, opening }) => `${squeeze(title)} ▸ ${squeeze(opening).slice(0, 12)}`),
		articles.map((article) => `${squeeze(article.title)} ▸ ${openingOf(article)}`),
		'article',
		misses
	);
}

function openingOf({ sections }: Article): string {
	const first = sections
		.flatMap(({ paragraphs }) => paragraphs)
		.find(({ kind }) => kind !== 'attribution' && kind !== 'caption');
	return squeeze(first?.text ?? '').slice(0, 12);
}

function scoreFacts(gold: GoldText, { facts }: Compiled, misses: Miss[]): Tally {
	const missing = gold.facts.filter((fact) => !isFactFound(fact, facts));
	misses.push(
		...missing.map(
			({ kind, value, sentence }) => ({ what: 'fact', text: `${kind} ${value} ◂ ${sentence}` }) as const
		)
	);
	return { found: gold.facts.length - missing.length, wanted: gold.facts.length, extra: 0 };
}

function scoreContradictions(gold: GoldText, { warnings }: Compiled, misses: Miss[]): Tally {
	const what = 'contradiction';
	const missing = gold.contradictions.filter((words) => !warnings.some(({ where }) => where.includes(words)));
	const extra = warnings.filter(({ where }) => !gold.contradictions.some((words) => where.includes(words)));
	misses.push(...missing.map((words) => ({ what, text: `missing: ${words}` }) as const));
	misses.push(...extra.map(({ why, where }) => ({ what, text: `not wanted: ${why} ◂ ${where}` }) as const));
	const wanted = gold.contradictions.length;
	return { found: wanted - missing.length, wanted, extra: extra.length };
}

/** Long furniture counts wherever it stands; a page number only as a paragraph of its own. */
function countNoise(
	gold: GoldText,
	furniture: readonly string[],
	{ articles }: Compiled,
	misses: Miss[]
): number {
	const printed = articles
		.flatMap(({ title, sections }) => [
			title,
			...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)])
		])
		.map(squeeze);
	const meant = [
		...gold.blocks.map(({ kind, text }) => (kind === 'furniture' ? '' : text)),
		...gold.paragraphs
	].map(squeeze);
	let noise = 0;
	for (const line of new Set(furniture.map(squeeze))) {
		const isIn = (text: string) => (line.length >= 6 ? text.includes(line) : text === line);
		if (line === '' || meant.some(isIn)) continue;
		const places = printed.filter(isIn);
		noise += places.length;
		misses.push(
			...places.map((place) => ({ what: 'noise', text: `${line} ◂ ${place.slice(0, 200)}` }) as const)
		);
	}
	return noise;
}

function scoreDrafts({ questions, modules }: Compiled, misses: Miss[]) {
	const errors = lintBank({ id: 'drafts', title: 'drafts', questions }).filter(
		({ severity }) => severity === 'error'
	);
	const stems = new Map(questions.map(({ id, stem }) => [id, stem]));
	misses.push(
		...errors.map(
			({ question, rule }) => ({ what: 'lint', text: `${rule} ◂ ${stems.get(question) ?? ''}` }) as const
		)
	);
	const faulty = new Set(errors.map(({ question }) => question));
	const asked = questions.filter(({ id }) => !faulty.has(id));
	const lessons = modules.flatMap((module) => module.lessons);
	const withAtLeast = (least: number) => lessons.filter((lesson) => lesson.questions.length >= least).length;
	return {
		questions: new Set(
			asked.map((question) => `${question.source?.sentence ?? question.stem} ${answerOf(question)}`)
		).size,
		drafts: questions.length,
		lintErrors: errors.length,
		lessons: lessons.length,
		lessonsWithOne: withAtLeast(1),
		lessonsWithThree: withAtLeast(3)
	};
}

/** What is asked for, whatever the type asks it with. */
function answerOf(question: Question): string {
	if (question.type === 'single-choice') return question.options[question.key] ?? '';
	if (question.type === 'multiple-choice' || question.type === 'ordering')
		return question.key
			.map((at) => question.options[at])
			.sort()
			.join('、');
	if (question.type === 'fill-in') return question.key.map(([first]) => first).join('、');
	return question.type;
}

function tallyOf(
	wanted: readonly string[],
	found: readonly string[],
	what: Miss['what'],
	misses: Miss[]
): Tally {
	const missing = subtract(wanted, found);
	const extra = subtract(found, wanted);
	misses.push(...missing.map((text) => ({ what, text: `missing: ${text}` })));
	misses.push(...extra.map((text) => ({ what, text: `not wanted: ${text}` })));
	return { found: wanted.length - missing.length, wanted: wanted.length, extra: extra.length };
}

/** What is in the first and not in the second, each as often as it is left over. */
function subtract(from: readonly string[], these: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const one of these) counts.set(one, (counts.get(one) ?? 0) + 1);
	return from.filter((one) => {
		const left = counts.get(one) ?? 0;
		counts.set(one, left - 1);
		return left <= 0;
	});
}

/** Found of wanted; 1 where nothing was wanted. */
export function recallOf({ found, wanted }: Tally): number {
	return wanted === 0 ? 1 : found / wanted;
}

/** Both recall and precision. */
export function f1Of({ found, wanted, extra }: Tally): number {
	return wanted + extra === 0 ? 1 : (2 * found) / (found + extra + wanted);
}

export function addTallies(tallies: readonly Tally[]): Tally {
	const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
	return {
		found: sum(({ found }) => found),
		wanted: sum(({ wanted }) => wanted),
		extra: sum(({ extra }) => extra)
	};
}

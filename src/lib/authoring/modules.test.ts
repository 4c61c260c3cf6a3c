import { expect, it } from 'vitest';
import type { Article, Document } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import { buildModules } from './modules.ts';

const articleWith = (
	id: string,
	lengths: readonly (readonly [level: number, length: number])[]
): Article => ({
	id,
	title: `文章${id}`,
	sections: lengths.map(([level, length], at) => ({
		id: `${id}-s${at}`,
		level,
		heading: level === 0 ? '' : `第${at}节的题目`,
		paragraphs: [{ id: `${id}-p${at}`, text: '字'.repeat(length) }]
	}))
});
const documentOf = (...articles: Article[]): Document => ({
	id: 'd',
	file: 'f.txt',
	title: '文集',
	language: 'zh',
	removed: [],
	warnings: [],
	articles
});

it('lessons are whole sections in reading order, each section once', () => {
	const document = documentOf(
		articleWith('a', [
			[0, 400],
			[1, 900],
			[2, 700],
			[2, 600],
			[1, 1200],
			[2, 300]
		])
	);
	const lessons = buildModules(document, []).flatMap((module) => module.lessons);
	expect(lessons.flatMap(({ sections }) => sections)).toEqual([
		'a-s0',
		'a-s1',
		'a-s2',
		'a-s3',
		'a-s4',
		'a-s5'
	]);
	for (const { minutes } of lessons) expect(minutes).toBeGreaterThanOrEqual(3);
	for (const { minutes } of lessons) expect(minutes).toBeLessThanOrEqual(5);
});

it('a lesson is called after its first heading, without the numeral', () => {
	const article = articleWith('a', [[1, 1200]]);
	const [section] = article.sections;
	if (section) section.heading = '（三）关于借阅。';
	expect(buildModules(documentOf(article), [])[0]?.lessons[0]?.title).toBe('关于借阅');
});

it('short articles share a lesson, a long one has a module of its own', () => {
	const modules = buildModules(
		documentOf(articleWith('a', [[0, 400]]), articleWith('b', [[0, 500]]), articleWith('c', [[0, 1300]])),
		[]
	);
	expect(modules.map(({ title }) => title)).toEqual(['文章a等2篇', '文章c']);
	expect(modules[0]?.lessons).toHaveLength(1);
});

it('a lesson asks ten questions at most, of every type there is, in reading order', () => {
	const questions = Array.from({ length: 30 }, (_, n): Question => {
		const common = { id: `q${n}`, stem: '?', key: true, source: { document: 'd', section: 'a-s0' } } as const;
		return n === 29 ? { ...common, type: 'numeric', key: { value: 1 } } : { ...common, type: 'true-false' };
	});
	const [lesson] = buildModules(documentOf(articleWith('a', [[0, 1200]])), [], questions).flatMap(
		(module) => module.lessons
	);
	expect(lesson?.questions).toEqual([...Array.from({ length: 9 }, (_, n) => `q${n}`), 'q29']);
});

it('a text without title and heading is called after its first words', () => {
	const [module] = buildModules(documentOf({ ...articleWith('a', [[0, 1200]]), title: '' }), []);
	expect([module?.title, module?.lessons[0]?.title]).toEqual(['文集', '字'.repeat(24)]);
});

it('an empty article makes no lesson', () =>
	expect(buildModules(documentOf(articleWith('a', [[0, 0]])), [])).toEqual([]));

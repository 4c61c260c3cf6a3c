import { expect, it } from 'vitest';
import type { Article, Document, Fact } from '#lib/document/document.ts';
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

it('a lesson asks six questions at most, of every type there is, spread over its text, in reading order', () => {
	const questions = Array.from({ length: 30 }, (_, n): Question => {
		const common = { id: `q${n}`, stem: '?', key: true, source: { document: 'd', section: 'a-s0' } } as const;
		return n === 29 ? { ...common, type: 'numeric', key: { value: 1 } } : { ...common, type: 'true-false' };
	});
	const [lesson] = buildModules(documentOf(articleWith('a', [[0, 1200]])), [], questions).flatMap(
		(module) => module.lessons
	);
	expect(lesson?.questions).toEqual(['q0', 'q7', 'q14', 'q21', 'q25', 'q29']);
});

it('a text without title and heading is called after its first words', () => {
	const [module] = buildModules(documentOf({ ...articleWith('a', [[0, 1200]]), title: '' }), []);
	expect([module?.title, module?.lessons[0]?.title]).toEqual(['文集', '字'.repeat(24)]);
});

it('an empty article makes no lesson', () =>
	expect(buildModules(documentOf(articleWith('a', [[0, 0]])), [])).toEqual([]));

const speechOf = (paragraphs: readonly string[], heading = '', title = '在青山读书会上的讲话'): Document =>
	documentOf({
		id: 'a',
		title,
		sections: [
			{
				id: 's',
				level: heading === '' ? 0 : 1,
				heading,
				paragraphs: paragraphs.map((text, at) => ({ id: `p${at}`, text }))
			}
		]
	});
const lessonsOf = (document: Document) => buildModules(document, []).flatMap(({ lessons }) => lessons);
const plain = (length: number) => `${'字'.repeat(length - 1)}。`;

it('a long section is cut between paragraphs into lessons of 3–5 minutes, each paragraph once', () => {
	const document = speechOf(Array.from({ length: 24 }, (_, n) => plain(120 + ((n * 37) % 160))));
	const lessons = lessonsOf(document);
	expect(lessons.length).toBeGreaterThan(2);
	for (const { minutes, sections } of lessons) {
		expect(minutes).toBeGreaterThanOrEqual(3);
		expect(minutes).toBeLessThanOrEqual(5);
		expect(sections).toEqual(['s']);
	}
	expect(lessons.flatMap(({ paragraphs = [] }) => paragraphs)).toEqual(
		Array.from({ length: 24 }, (_, n) => `p${n}`)
	);
});

it('a cut falls before a run-in lead, and the parts are called after them', () => {
	const document = speechOf([
		plain(700),
		plain(300),
		`第一，办好借阅工作。${plain(700)}`,
		plain(400),
		`第二，管好采购经费。${plain(700)}`,
		plain(600)
	]);
	expect(lessonsOf(document).map(({ title, paragraphs }) => [title, paragraphs])).toEqual([
		['在青山读书会上的讲话', ['p0', 'p1']],
		['办好借阅工作', ['p2', 'p3']],
		['管好采购经费', ['p4', 'p5']]
	]);
	const headed = speechOf(
		document.articles[0]?.sections[0]?.paragraphs.map(({ text }) => text) ?? [],
		'二、做好明年工作，推动事业发展'
	);
	expect(lessonsOf(headed).map(({ title }) => title)).toEqual([
		'做好明年工作，推动事业发展',
		'做好明年工作：办好借阅工作',
		'做好明年工作：管好采购经费'
	]);
});

it('parts without leads are numbered', () =>
	expect(lessonsOf(speechOf([plain(1200), plain(1200), plain(1200)])).map(({ title }) => title)).toEqual([
		'在青山读书会上的讲话（一）',
		'在青山读书会上的讲话（二）',
		'在青山读书会上的讲话（三）'
	]));

it('parts of a text without any title are called after their first words', () =>
	expect(
		lessonsOf(
			speechOf(
				[`同志们：`, `春天到了，百花开放。${plain(1200)}`, `读书会在夏天举行了三次。${plain(1200)}`],
				'',
				''
			)
		).map(({ title }) => title)
	).toEqual(['春天到了，百花开放', '读书会在夏天举行了三次']));

it('no cut inside a list that runs over paragraphs, nor behind the colon that announces it', () => {
	const list = ['一是', '二是', '三是', '四是'].map((mark) => `${mark}改进服务，${plain(230)}`);
	for (let before = 400; before < 1500; before += 60) {
		const lessons = lessonsOf(speechOf([plain(before), '要做到以下几点：', ...list, plain(700), plain(800)]));
		const first = lessons.findIndex(({ paragraphs = [] }) => paragraphs.includes('p1'));
		expect(lessons[first]?.paragraphs).toEqual(expect.arrayContaining(['p1', 'p2', 'p3', 'p4', 'p5']));
	}
});

it('very short neighbours are joined: no lesson under a minute, none over six', () => {
	for (let seed = 1; seed < 60; seed++) {
		const lengths = Array.from({ length: 9 }, (_, n): readonly [number, number] => [
			1 + ((seed * 7 + n * 3) % 3),
			60 + ((seed * 977 + n * n * 331) % 1700)
		]);
		const document = documentOf(articleWith('a', lengths));
		for (const lesson of lessonsOf(document)) {
			const length = document.articles[0]?.sections
				.filter(({ id }) => lesson.sections.includes(id))
				.reduce((sum, { paragraphs }) => sum + (paragraphs[0]?.text.length ?? 0), 0);
			expect(length).toBeGreaterThanOrEqual(320);
			expect(lesson.minutes).toBeLessThanOrEqual(6);
		}
	}
});

it('facts and questions go with the part that holds their paragraph', () => {
	const document = speechOf([plain(1200), plain(1200)]);
	const fact = (n: number): Fact => ({
		id: `f${n}`,
		kind: 'number',
		value: '3',
		sentence: `第${n}句。`,
		paragraph: `p${n}`,
		article: 'a',
		importance: 2
	});
	const question = (n: number): Question => ({
		id: `q${n}`,
		type: 'true-false',
		stem: '?',
		key: true,
		source: { document: 'd', article: 'a', section: 's', sentence: `第${n}句。` }
	});
	const lessons = buildModules(document, [fact(0), fact(1)], [question(0), question(1)]).flatMap(
		(module) => module.lessons
	);
	expect(lessons.map(({ facts, questions }) => [facts, questions])).toEqual([
		[['f0'], ['q0']],
		[['f1'], ['q1']]
	]);
});

it('a short section that leads up to those under it does not go with the chapter before', () => {
	const lessons = lessonsOf(
		documentOf(
			articleWith('a', [
				[1, 1000],
				[1, 400],
				[2, 1730]
			])
		)
	);
	expect(lessons.map(({ sections }) => sections)).toEqual([['a-s0'], ['a-s1'], ['a-s2']]);
});

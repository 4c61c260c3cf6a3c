import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publicationFromBuiltIn } from '#lib/course/from-built-in.ts';
import { BuiltInModuleSchema } from '#lib/course/built-in.ts';
import { parseJson } from '#lib/base/parse.ts';
import { splitSentences } from '#lib/document/sentences.ts';
import { indexCourse } from './course-index.ts';
import { find, HIT_KINDS, type HitKind } from './find.ts';
import type { Hit } from './hit.ts';
import { openCourse, type OpenCourse } from './open-course.ts';
import { foundIn, wordsOf } from './query.ts';
import { courseWith } from './sample-course.ts';
import type { FoundPiece } from './snippet.ts';

const built = readdirSync('questions')
	.filter((file) => file.endsWith('.json') && !file.endsWith('schema.json'))
	.map((file) => {
		const module = parseJson(BuiltInModuleSchema, readFileSync(`questions/${file}`, 'utf8'));
		if (!module.ok) throw new Error(file);
		return publicationFromBuiltIn(module.value);
	});
const courses = built.map((publication, n) => openCourse(String(n), indexCourse(publication)));

const library = open(
	courseWith({
		paragraphs: [
			'全馆藏书１２，３４５册，其中“十四五”规划图书两千册。流动书车开到了 36 个社区。',
			'张三·李四负责青山书屋。The reading-room opens at nine; read on.',
			'青山书屋每周开放六天，青山的老人常来。'
		],
		facts: [
			{
				value: '36 个社区',
				sentence: '流动书车开到了 36 个社区。'
			},
			{ value: '六天', sentence: '青山书屋每周开放六天，青山的老人常来。' }
		],
		questions: [
			{
				id: 'q',
				type: 'single-choice',
				stem: '流动书车开到了多少个社区？',
				options: ['36 个', '48 个'],
				key: 0,
				explanation: '书车由馆里自己改装。'
			}
		]
	})
);

describe('what is found', () => {
	it('every two to eight characters of any title, sentence or stem find it', () => {
		const texts = built.flatMap((publication, n) => [
			...publication.modules.flatMap(({ lessons }) =>
				lessons.map(({ title, id }) => ({ n, kind: 'lesson' as const, id, text: title }))
			),
			...publication.document.articles.flatMap((article) =>
				article.sections.flatMap(({ paragraphs }) =>
					paragraphs.flatMap(({ text }) =>
						splitSentences(text).map((sentence) => ({
							n,
							kind: 'lesson' as const,
							id: article.id,
							text: sentence
						}))
					)
				)
			),
			...publication.bank.questions.map(({ id, stem }) => ({ n, kind: 'question' as const, id, text: stem }))
		]);
		fc.assert(
			fc.property(
				fc.constantFrom(...texts),
				fc.nat(),
				fc.integer({ min: 2, max: 8 }),
				(place, from, length) => {
					const start = from % Math.max(1, place.text.length - length);
					const words = wordsOf(place.text.slice(start, start + length));
					fc.pre(words.length > 0);
					const { hits } = search(courses, words.join(' '), place.kind);
					expect(
						hits.map(({ course, target }) => [course, ...Object.values(target)].slice(0, 3).join())
					).toContain(`${place.n},${place.kind},${place.id}`);
				}
			),
			{ numRuns: 400 }
		);
	});

	it('whatever way it is typed: quotes, spaces, widths, cases and separators of thousands do not matter', () => {
		for (const query of [
			'十四五规划',
			'“十四五”规划',
			'12345册',
			'12,345',
			'36个社区',
			'张三李四',
			'THE READING',
			'Ｒｅａｄ'
		])
			expect(count(library, query, 'document'), query).toBe(1);
	});

	it('only what holds every word, in any order', () => {
		expect(count(library, '老人 书屋', 'document')).toBe(1);
		expect(count(library, '老人 书车', 'document')).toBe(0);
		expect(count(library, '青山书屋', 'document')).toBe(2);
	});

	it('not what is only beside one another: a word never reaches over the end of a paragraph', () => {
		expect(count(library, '社区。张三', 'document')).toBe(0);
	});

	it('nothing for nothing', () => {
		expect(search([library], ' “” ').counts).toEqual({ lesson: 0, document: 0, fact: 0, question: 0 });
	});

	it('a lesson once, by its title or by what it shows, with the number of places', () => {
		expect(search([library], '青山', 'lesson').hits).toMatchObject([
			{ target: { type: 'lesson', lesson: 'l' }, places: 2, title: [{ text: '把书送到家门口' }] }
		]);
		expect(search([library], '家门口', 'lesson').hits).toMatchObject([
			{ title: [{ text: '把书送到' }, { text: '家门口', found: true }] }
		]);
	});

	it('of a course in our own words the lessons, not a document', () => {
		const own = open(courseWith({ kind: 'course', paragraphs: ['青山书屋每周开放六天。'] }));
		const { counts } = search([own], '六天');
		expect(counts).toMatchObject({ lesson: 1, document: 0 });
	});

	it('facts by their sentence, those that say it themselves first', () => {
		const { hits } = search([library], '青山', 'fact');
		expect(hits).toMatchObject([
			{ values: ['六天'], trail: ['青山市图书馆工作报告', '馆长的报告', '一、借阅服务'] }
		]);
	});

	it('questions by stem, option and explanation; the part that was hit is shown', () => {
		expect(search([library], '多少个社区', 'question').hits[0]?.text).toBeUndefined();
		const [hit] = search([library], '改装', 'question').hits;
		expect(said(hit?.title)).toBe('流动书车开到了多少个社区？');
		expect(said(hit?.text)).toBe('书车由馆里自己[改装]。');
	});

	it('counts all, hands out the best', () => {
		const many = open(courseWith({ paragraphs: Array.from({ length: 300 }, (_, n) => `第${n}本书。`) }));
		const found = find([many], [['本书']], { most: 20 });
		expect(found.counts.document).toBe(300);
		expect(found.hits.document).toHaveLength(20);
	});
});

describe('the order', () => {
	it('titles and headings before sentences', () => {
		const { hits } = search([library], '借阅', 'document');
		expect(hits[0]).toMatchObject({
			title: [{ text: '一、' }, { text: '借阅', found: true }, { text: '服务' }]
		});
	});

	it('a whole word before a piece of one', () => {
		const english = open(
			courseWith({ language: 'en', paragraphs: ['The reunion was late.', 'Our union was early.'] })
		);
		expect(said(search([english], 'union', 'document').hits[0]?.text)).toBe('Our [union] was early.');
	});

	it('words that stand together before words far apart', () => {
		const far = open(
			courseWith({ paragraphs: [`职工的事${'，说来话长'.repeat(20)}，都是大会的事。`, '先开职工的大会。'] })
		);
		expect(said(search([far], '职工 大会', 'document').hits[0]?.text)).toBe('先开[职工]的[大会]。');
	});
});

describe('what is shown', () => {
	it('every hit shows the words, and its place shows them again', () => {
		const words = fc.constantFrom('工会', '职工', '2022', '服务', '会员 服务', '工', '全国');
		fc.assert(
			fc.property(words, fc.constantFrom(...HIT_KINDS), (query, kind) => {
				for (const hit of search(courses, query, kind).hits) {
					expect(marked(hit), `${query} ${kind}`).not.toHaveLength(0);
					for (const text of marked(hit)) expect(foundIn(text, wordsOf(hit.find))).not.toHaveLength(0);
				}
			})
		);
	});
});

function open(publication: ReturnType<typeof courseWith>): OpenCourse {
	return openCourse('library', indexCourse(publication));
}

function search(all: readonly OpenCourse[], query: string, kind: HitKind = 'document') {
	const words = wordsOf(query).map((word) => [word]);
	const { counts, hits } = find(all, words, { most: 2_000, kind });
	return { counts, hits: hits[kind] };
}

function count(course: OpenCourse, query: string, kind: HitKind): number {
	return search([course], query, kind).counts[kind];
}

function marked({ title = [], text = [] }: Hit): string[] {
	return [...title, ...text].filter(({ found }) => found).map((piece) => piece.text);
}

function said(pieces: readonly FoundPiece[] | undefined): string {
	return (pieces ?? []).map(({ text, found }) => (found ? `[${text}]` : text)).join('');
}

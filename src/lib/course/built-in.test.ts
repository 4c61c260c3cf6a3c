import { describe, expect, it } from 'vitest';
import { parse } from '#lib/base/parse.ts';
import { BuiltInModuleSchema } from './built-in.ts';

const moduleWith = (entries: Record<string, unknown> = {}, lesson: Record<string, unknown> = {}) => ({
	format: 1,
	id: 'green-hill',
	title: '青山馆',
	language: 'zh-CN',
	summary: '一座图书馆。',
	document: '青山馆年报',
	lessons: [
		{
			id: 'green-hill-1',
			title: '藏书',
			minutes: 3,
			source: { article: '年报' },
			paragraphs: ['青山馆藏书1.5万册。'],
			facts: ['1.5万册'],
			questions: ['q1'],
			...lesson
		}
	],
	bank: {
		id: 'green-hill',
		title: '青山馆',
		questions: [{ id: 'q1', type: 'true-false', stem: '青山馆藏书1.5万册。', key: true }]
	},
	...entries
});
const whyNot = (input: unknown) => {
	const result = parse(BuiltInModuleSchema, input);
	return result.ok ? [] : result.error.map(({ why }) => why);
};

describe('a built-in module', () => {
	it('is a title, lessons and a bank', () => expect(whyNot(moduleWith())).toEqual([]));

	it('asks only questions that its bank holds', () => {
		expect(whyNot(moduleWith({}, { questions: ['q1', 'q2'] }))).toEqual([
			'a lesson asks a question that the bank does not hold'
		]);
	});

	it('names only facts that stand in their lesson', () => {
		expect(whyNot(moduleWith({}, { facts: ['2.5万册'] }))).toEqual([
			'a fact does not stand in the paragraphs of its lesson'
		]);
	});

	it('has an id that can be a file name', () =>
		expect(whyNot(moduleWith({ id: 'Green Hill' }))).toHaveLength(1));
});

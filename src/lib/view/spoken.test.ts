import { describe, expect, it } from 'vitest';
import { createDictionary, translateIn } from '#lib/i18n/translate.ts';
import common from '#lib/i18n/locales/zh-CN/common.json' with { type: 'json' };
import type { Question } from '#lib/question/question.ts';
import { spokenQuestion } from './spoken.ts';

const t = translateIn(createDictionary('zh-CN', { common }));
const choice: Question = {
	id: 'q',
	type: 'single-choice',
	stem: '全年调解多少万件？',
	options: ['14.5 万件', '28.9 万件'],
	key: 1,
	explanation: '全年调解 28.9 万件。'
};

describe('a question read aloud', () => {
	it('is its stem and its options with their letters, and does not give the answer away', () => {
		expect(spokenQuestion(t, { question: choice, answered: false })).toEqual([
			'全年调解多少万件？',
			'A、14.5 万件',
			'B、28.9 万件'
		]);
	});

	it('has the options in the order of the screen', () => {
		const item = { question: 'q', points: 0, options: [1, 0] };
		expect(spokenQuestion(t, { question: choice, item, answered: false }).slice(1)).toEqual([
			'A、28.9 万件',
			'B、14.5 万件'
		]);
	});

	it('says the answer and why once it was answered', () => {
		expect(spokenQuestion(t, { question: choice, shared: '阅读：', answered: true })).toEqual([
			'阅读：',
			'全年调解多少万件？',
			'答案：B 28.9 万件',
			'全年调解 28.9 万件。'
		]);
	});

	it('says what a statement may be, and nothing to choose from where one writes', () => {
		const statement: Question = { id: 's', type: 'true-false', stem: '工会是群众组织。', key: true };
		expect(spokenQuestion(t, { question: statement, answered: false })).toEqual([
			'工会是群众组织。',
			'正确 或 错误'
		]);
		const written: Question = { id: 'w', type: 'short-answer', stem: '说说六有。', key: '有标识等。' };
		expect(spokenQuestion(t, { question: written, answered: false })).toEqual(['说说六有。']);
	});
});

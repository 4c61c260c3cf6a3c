import { expect, it } from 'vitest';
import type { Document } from '#lib/document/document.ts';
import type { Lesson } from './module.ts';
import { textOfLesson } from './lesson-text.ts';

const document: Document = {
	id: 'd',
	file: 'f.txt',
	title: '馆务手册',
	language: 'zh',
	removed: [],
	warnings: [],
	articles: [
		{
			id: 'a',
			title: '馆务手册',
			sections: [
				{
					id: 's1',
					level: 1,
					heading: '一、关于借阅。',
					paragraphs: ['1', '2', '3'].map((id) => ({ id, text: id }))
				},
				{ id: 's2', level: 1, heading: '二、关于采购', paragraphs: [{ id: '4', text: '4' }] }
			]
		}
	]
};
const lessonWith = (own: Partial<Lesson>): Lesson => ({
	id: 'l',
	title: '关于借阅',
	minutes: 3,
	sections: ['s1', 's2'],
	facts: [],
	questions: [],
	...own
});
const shown = (lesson: Lesson) =>
	textOfLesson(document, lesson).map(({ heading, paragraphs }) => [
		heading,
		...paragraphs.map(({ id }) => id)
	]);

it('without paragraphs of its own a lesson shows its sections whole', () =>
	expect(shown(lessonWith({}))).toEqual([
		['', '1', '2', '3'],
		['二、关于采购', '4']
	]));

it('a part shows its paragraphs only, and the heading once', () => {
	expect(shown(lessonWith({ sections: ['s1'], paragraphs: ['2', '3'], title: '关于借阅（二）' }))).toEqual([
		['', '2', '3']
	]);
	expect(shown(lessonWith({ sections: ['s1'], paragraphs: ['3'], title: '延长开放' }))).toEqual([
		['一、关于借阅。', '3']
	]);
});

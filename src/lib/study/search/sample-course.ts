import { contentIds } from '#lib/base/id.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Question } from '#lib/question/question.ts';

/** A course for tests: one article of one section, one lesson that shows it. */
export function courseWith({
	title = '青山市图书馆工作报告',
	heading = '一、借阅服务',
	paragraphs = [],
	facts = [],
	questions = [],
	kind = 'text',
	language = 'zh'
}: {
	title?: string;
	heading?: string;
	paragraphs?: readonly string[];
	/** Each stands in one of the paragraphs. */
	facts?: readonly { value: string; sentence: string }[];
	questions?: readonly Question[];
	kind?: Publication['kind'];
	language?: 'zh' | 'en';
}): Publication {
	const idOf = contentIds();
	const section = {
		id: 's',
		level: 1,
		heading,
		paragraphs: paragraphs.map((text) => ({ id: idOf('p', text), text }))
	};
	const kept = facts.map(({ value, sentence }) => ({
		id: idOf('f', value),
		kind: 'term' as const,
		value,
		sentence,
		paragraph: section.paragraphs.find(({ text }) => text.includes(sentence))?.id ?? '',
		article: 'a',
		importance: 2 as const
	}));
	const lesson = {
		id: 'l',
		title: '把书送到家门口',
		minutes: 3,
		sections: ['s'],
		facts: kept.map(({ id }) => id),
		questions: questions.map(({ id }) => id)
	};
	return {
		format: 1,
		title,
		kind,
		document: {
			id: 'd',
			file: 'a.txt',
			title,
			language,
			removed: [],
			warnings: [],
			articles: [{ id: 'a', title: '馆长的报告', sections: [section] }]
		},
		facts: kept,
		modules: [{ id: 'm', title: '全部', lessons: [lesson] }],
		bank: { id: 'd', title, questions: [...questions] }
	};
}

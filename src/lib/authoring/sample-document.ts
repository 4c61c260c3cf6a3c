import type { Document } from '#lib/document/document.ts';
import { contentIds } from '#lib/base/id.ts';

/** A document for tests: one article of one section, its paragraphs as given. */
export function documentWith(
	paragraphs: readonly string[],
	{
		title = '青山市图书馆2023年工作报告',
		heading = '',
		language = 'zh'
	}: { title?: string; heading?: string; language?: 'zh' | 'en' } = {}
): Document {
	const idOf = contentIds();
	const section = {
		id: 's-1',
		level: heading === '' ? 0 : 1,
		heading,
		paragraphs: paragraphs.map((text) => ({ id: idOf('p', text), text }))
	};
	return {
		id: 'd-1',
		file: 'sample.txt',
		title,
		language,
		removed: [],
		warnings: [],
		articles: [{ id: 'a-1', title, sections: [section] }]
	};
}

import { describe, expect, it } from 'vitest';
import { publicationFromCompiled } from '#lib/course/from-compiled.ts';
import { documentWith } from '../sample-document.ts';
import { isLikelyVersion } from './version.ts';

const textOf = (title: string, ...paragraphs: string[]) =>
	publicationFromCompiled({
		document: documentWith(paragraphs, { title }),
		facts: [],
		modules: [],
		questions: []
	});
const report = textOf('海河市总工会2025年工作报告', '第一段。', '第二段。', '第三段。');

describe('a later version of a document', () => {
	it.each([
		'海河市总工会2025年工作报告',
		'海河市总工会2025年工作报告（修订版）',
		'海河市总工会2025年工作报告.docx',
		'海河市总工会 2025 年工作报告 (2)'
	])('is recognised by its title: %s', (title) =>
		expect(isLikelyVersion(report, textOf(title, '都不同。'))).toBe(true)
	);

	it.each(['海河市总工会2024年工作报告', '青山市图书馆年报'])('is not %s', (title) =>
		expect(isLikelyVersion(report, textOf(title, '都不同。'))).toBe(false)
	);

	it('is recognised by its paragraphs under another title', () => {
		expect(isLikelyVersion(report, textOf('scan_0231', '第一段。', '第二段改了。', '第三段。'))).toBe(true);
		expect(isLikelyVersion(report, textOf('scan_0231', '第一段。', '另一段。', '再一段。'))).toBe(false);
	});
});

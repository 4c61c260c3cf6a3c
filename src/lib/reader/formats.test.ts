import { describe, expect, it } from 'vitest';
import { openPdf } from '../../cli/open-pdf.ts';
import { readReport, reportAsDocx, reportAsHtml, reportAsPdf } from '../../../tests/support/report-files.ts';
import { compileDocument } from '../document/compile.ts';
import type { Document } from '../document/document.ts';
import { readFile } from './reader.ts';

async function compiled(bytes: Uint8Array, file: string): Promise<Document> {
	const raw = await readFile(bytes, file, { openPdf });
	if (!raw.ok) throw new Error(raw.error.type);
	return compileDocument(raw.value);
}

describe('one report in several formats', () => {
	const report = readReport();
	const [article] = report.articles;
	it.each([
		['HTML', reportAsHtml(report), 'a.html', '版权所有'],
		['Word', reportAsDocx(report), 'a.docx', '海河工运'],
		['PDF', reportAsPdf(report), 'a.pdf', '- 1 -']
	])(
		'%s: the same articles, headings and paragraphs, by the same ids',
		async (_name, bytes, file, furniture) => {
			const document = await compiled(bytes, file);
			expect(document.articles.map(({ title }) => title)).toEqual([article?.title]);
			expect(document.title).toBe(report.title);
			const sections = document.articles[0]?.sections ?? [];
			expect(sections.map(({ level, heading }) => [level, heading])).toEqual(
				article?.sections.map(({ level, heading }) => [level, heading])
			);
			expect(sections.flatMap(({ paragraphs }) => paragraphs)).toEqual(
				article?.sections.flatMap(({ paragraphs }) => paragraphs)
			);
			expect(document.removed).toContain(furniture);
		}
	);
});

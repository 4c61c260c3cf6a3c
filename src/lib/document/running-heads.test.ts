import { expect, it } from 'vitest';
import { compileDocument } from './compile.ts';

it('a running head that stands over the first page and over one more is no text', () => {
	const text = [
		'江城工运  2025年第4期',
		'江城市总工会工作简报',
		'一、工作情况',
		'　　全市建成职工书屋四十二家，覆盖一万二千名',
		'职工，借阅量比上一年增加三成。',
		'二、下步安排',
		'— 1 —',
		'江城工运  2025年第4期',
		'　　新建职工书屋十六家，配备图书管理员二十名，',
		'每月举办一次读书会。',
		'（一）建好阵地',
		'　　选址由街道工会负责，图书由市图书馆配送。'
	];
	const { articles, removed } = compileDocument({
		file: 'a.txt',
		form: 'plain',
		encoding: 'utf-8',
		lines: text.map((line) => ({ text: line }))
	});
	const headings = articles.flatMap(({ sections }) => sections.map(({ heading }) => heading));
	expect(headings).toContain('二、下步安排');
	expect(JSON.stringify(articles)).not.toContain('第4期');
	expect(removed.filter((line) => line.includes('第4期'))).toHaveLength(2);
});

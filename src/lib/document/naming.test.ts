import { expect, it } from 'vitest';
import type { DraftArticle } from './articles.ts';
import { nameDocument } from './naming.ts';

const article = (title: string, text = '正文。'): DraftArticle => ({
	title,
	sections: text === '' ? [] : [{ level: 0, heading: '', paragraphs: [{ text }] }]
});
const named = (
	articles: readonly DraftArticle[],
	own: { file?: string; publication?: string; removed?: readonly string[] } = {}
) => nameDocument(articles, { file: '青山_图书馆 工作.txt', removed: [], ...own });

it('one text is called by its title', () => expect(named([article('阅读条例')])).toBe('阅读条例'));

it('an untitled first article leaves the name to the file', () => {
	expect(named([article(''), article('春季书展开幕')])).toBe('青山 图书馆 工作');
	expect(named([article('')])).toBe('青山 图书馆 工作');
});

it('many articles are called by the periodical and its issue, else by the file', () => {
	const many = ['甲', '乙', '丙', '丁', '戊'].map((title) => article(title));
	expect(named(many)).toBe('青山 图书馆 工作');
	expect(
		named(many, { publication: '书香', removed: ['书香', '二〇二三年', '第二期', '(总第 29 期)'] })
	).toBe('书香 2023年第2期');
	expect(named(many, { removed: ['目录', '2023年第4期', '主编'] })).toBe('青山 图书馆 工作 2023年第4期');
	expect(named(many, { publication: '书香', removed: ['书香', '总第88期'] })).toBe('书香 总第88期');
});

it('a few led by a titled one, or a cover title alone, give that title', () => {
	expect(named([article('关于印发办法的通知'), article('采购办法')])).toBe('关于印发办法的通知');
	expect(named([article('员工手册', ''), ...['甲', '乙', '丙', '丁'].map((title) => article(title))])).toBe(
		'员工手册'
	);
});

it('a file name keeps what is not an extension and loses the number of a copy', () => {
	expect(named([article('')], { file: '2.5万册图书.md' })).toBe('2.5万册图书');
	expect(named([article('')], { file: '报告(1).docx' })).toBe('报告');
	expect(named([article('')], { file: '第3.1节 借阅' })).toBe('第3.1节 借阅');
});

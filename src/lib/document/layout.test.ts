import { describe, expect, it } from 'vitest';
import { compileDocument } from './compile.ts';
import type { Document } from './document.ts';

function compiled(text: string): Document {
	return compileDocument({
		file: 'a.txt',
		form: 'plain',
		encoding: 'text',
		lines: text.split('\n').map((line) => ({ text: line }))
	});
}

function texts(document: Document, kind?: string): string[] {
	return document.articles.flatMap(({ sections }) =>
		sections.flatMap(({ paragraphs }) =>
			paragraphs.filter((paragraph) => paragraph.kind === kind).map(({ text }) => text)
		)
	);
}

const COLUMN = `近年来，镇上的老匠人带出了一批年轻人，榫卯作坊
也从三家增加到十一家，年产值超过两千万元，产品
卖到了周边的七个县。作坊里的学徒平均年龄只有二
十四岁，有的刚从技工学校毕业，有的是从外地回来`;

describe('what stands in the middle of a sentence', () => {
	it('a caption over two lines is a caption, and the sentence goes on behind it', () => {
		const document = compiled(
			`${COLUMN}\n\n图为青年木工在打磨一件样品。何\n田 摄\n\n的大学生，他们把图纸画进了电脑。\n`
		);
		expect(texts(document)).toHaveLength(1);
		expect(texts(document)[0]).toContain('从外地回来的大学生，');
		expect(texts(document, 'caption')).toEqual(['图为青年木工在打磨一件样品。何田 摄']);
	});
	it('a running head is furniture, even where it stands once', () => {
		const document = compiled(`${COLUMN}\n\n匠心镇志\n\n的大学生，他们把图纸画进了电脑。\n`);
		expect(texts(document)[0]).toContain('从外地回来的大学生，');
		expect(document.removed).toEqual(['匠心镇志']);
	});
	it('a page number between two lines leaves no gap', () => {
		const document = compiled(`${COLUMN}\n\n- 7 -\n\n的大学生，他们把图纸画进了电脑。\n`);
		expect(texts(document)).toHaveLength(1);
	});
});

describe('rows of a table', () => {
	const rows = ['项目\t分值', '安全生产\t40', '现场管理\t20'];

	it.each([
		['strokes', '│项目│分值│\n├──┼──┤\n│安全生产│40│\n│现场管理│20│'],
		['bars', '| 项目 | 分值 |\n| 安全生产 | 40 |\n| 现场管理 | 20 |'],
		['gaps', '项目      分值\n安全生产      40\n现场管理      20'],
		['tabs', '项目\t分值\n安全生产\t40\n现场管理\t20']
	])('drawn with %s keep their cells', (_name, table) => {
		const document = compiled(`考核按下表计分，总分为一百分。\n${table}\n得分低于八十分的取消资格。\n`);
		expect(texts(document, 'table')).toEqual(rows);
		expect(texts(document)).toEqual(['考核按下表计分，总分为一百分。', '得分低于八十分的取消资格。']);
	});
});

describe('titles and numbers', () => {
	it('a title set wide is closed up, a row of single letters is not', () => {
		expect(
			compiled('前　　言\n\n这本小册子写给刚刚进厂的新职工，内容都来自车间。\n').articles[0]?.title
		).toBe('前言');
		expect(
			texts(compiled('等级划分见下表，由高到低排列。\n甲\t乙\n优秀\t合格\n满分\t及格\n'), 'table')
		).toHaveLength(3);
	});
	it('numbers without a stop are headings where they count from one', () => {
		const body = '本标准规定了车间照明的要求，适用于新建和改建的厂房。';
		const counted = compiled(`1 范围\n${body}\n2 术语\n${body}\n3 要求\n${body}\n`);
		expect(counted.articles[0]?.sections.map(({ heading }) => heading)).toEqual(['1范围', '2术语', '3要求']);
	});
	it('the day and place under a title belong to the speech, not to its title', () => {
		const document = compiled(
			'工作报告\n——2023年3月2日在镇职工代表大会上\n各位代表：\n过去一年，全镇新建职工书屋十二家，惠及职工三千多人。\n'
		);
		expect(document.title).toBe('工作报告');
		expect(texts(document, 'attribution')).toEqual(['——2023年3月2日在镇职工代表大会上']);
	});
});

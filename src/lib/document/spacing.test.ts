import { describe, expect, it } from 'vitest';
import { normaliseCharacters } from './normalise.ts';
import { closeLetterSpacing, closeSpaces, isLetterSpaced, joinLines } from './spacing.ts';

describe('spaces of the printer go, spaces of the writer stay', () => {
	it.each([
		['beside digits', '全年投入 2.9 亿元', '全年投入2.9亿元'],
		['beside Latin words', '加强 CPTPP 研究', '加强CPTPP研究'],
		['between ideographs', '各级 工会', '各级工会'],
		['in a quoted slogan they stay', '开展“书香润企业 阅读伴成长”活动', '开展“书香润企业 阅读伴成长”活动'],
		['in a book title they stay', '《中心 机关关于读书的意见》', '《中心 机关关于读书的意见》'],
		['between English words they stay', 'the World Bank 的报告', 'the World Bank的报告'],
		['behind the number of a provision they stay', '第十二条 任何单位', '第十二条 任何单位'],
		[
			'a quote that never closes keeps nothing far away',
			`“开头${'字'.repeat(90)} 各级 工会`,
			`“开头${'字'.repeat(90)}各级工会`
		]
	])('%s', (_name, before, after) => {
		expect(closeSpaces(before, 'running')).toBe(after);
	});
	it('a heading keeps the space between its phrases', () => {
		expect(closeSpaces('围绕中心 服务大局 建成 20 家书屋', 'display')).toBe('围绕中心 服务大局 建成20家书屋');
	});
	it('a letter-spaced line is closed, a list of names is not', () => {
		expect(isLetterSpaced('二 是 办 好 运 动 会 。')).toBe(true);
		expect(closeLetterSpacing('二 是 办 好 运 动 会 。')).toBe('二是办好运动会。');
		expect(isLetterSpaced('王小明 李大海 张远 赵立 陈平')).toBe(false);
	});
	it('words that a converter took for a subscript lose its braces, formulas keep them', () => {
		expect(normaliseCharacters('特别是_{一线馆员}的收入')).toBe('特别是一线馆员的收入');
		expect(normaliseCharacters('H_{2}O，_{没有结束')).toBe('H_{2}O，_{没有结束');
	});
	it('lines join with what the break took away', () => {
		const isWord = (word: string) => word === 'number';
		expect(joinLines('全年投', '入资金', isWord)).toBe('全年投入资金');
		expect(joinLines('the num-', 'ber of', isWord)).toBe('the number of');
		expect(joinLines('long-', 'term plans', isWord)).toBe('long-term plans');
		expect(joinLines('end of', 'line', isWord)).toBe('end of line');
		expect(joinLines('知识 50', '问', isWord)).toBe('知识 50问');
	});
});

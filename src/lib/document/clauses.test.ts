import { describe, expect, it } from 'vitest';
import { compileDocument } from './compile.ts';

function cited(text: string): [string | undefined, string][] {
	const document = compileDocument({
		file: 'a.txt',
		form: 'plain',
		encoding: 'text',
		lines: text.split('\n').map((line) => ({ text: line }))
	});
	return document.articles.flatMap(({ sections }) =>
		sections.flatMap(({ paragraphs }) =>
			paragraphs.map(({ clause, text }): [string | undefined, string] => [clause, text.slice(0, 8)])
		)
	);
}

describe('what belongs to a provision of a law is cited by it', () => {
	it('its own text, its paragraphs and its items; not what stands before the first or in another chapter', () => {
		const law = `澄江市古井保护办法
为了保护古井，制定本办法。
第一章 总则
第一条 本市行政区域内古井的保护，适用本办法。
私有古井的修缮由所有人负责。
第二条 任何人不得有下列行为：
（一）填埋古井；
（二）向古井倾倒垃圾。
第二章 附则
本章由市文物部门解释。
第三条之一 本办法自公布之日起施行。`;
		expect(cited(law)).toEqual([
			[undefined, '为了保护古井，制'],
			['第一条', '第一条 本市行政'],
			['第一条', '私有古井的修缮由'],
			['第二条', '第二条 任何人不'],
			['第二条', '（一）填埋古井；'],
			['第二条', '（二）向古井倾倒'],
			[undefined, '本章由市文物部门'],
			['第三条之一', '第三条之一 本办']
		]);
	});
	it('a named provision gives its name to the text below', () => {
		expect(
			cited(
				'井务守则\n第一条 目的\n为了节约用水，制定本守则。\n第二条 范围\n本守则适用于全村的公用水井。'
			).map(([clause]) => clause)
		).toEqual(['第一条', '第二条']);
	});
	it('in English, articles', () => {
		const law =
			'WELLS ACT\nArticle 1 Scope\nThis Act applies to every public well in the county.\nArticle 2 Duties\nThe owner of a well shall keep it clean and covered.';
		expect(cited(law).map(([clause]) => clause)).toEqual(['Article 1', 'Article 2']);
	});
	it('a text that quotes one provision has none', () => {
		const text =
			'第三条说得很清楚，任何人不得填埋古井，村里人都记得。\n后来再也没有人往井里倒过垃圾，井水又清了。';
		expect(cited(text).every(([clause]) => clause === undefined)).toBe(true);
	});
});

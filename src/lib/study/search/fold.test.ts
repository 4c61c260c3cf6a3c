import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedAt, printedAt } from './fold.ts';

describe('what is compared', () => {
	it.each([
		['ＡＢＣ１２３％', 'abc123%'],
		['Ⓐ Trade Union', 'a trade union'],
		['⼯会', '工会'],
		['“十四五”规划', '十四五规划'],
		['《中华人民共和国工会法》', '中华人民共和国工会法'],
		['11.17 万 人', '11.17万人'],
		['2022 年底', '2022年底'],
		['12,345 名和 2021,2022 两年', '12345名和2021,2022两年'],
		['１２，３４５', '12345'],
		['买买提·艾力', '买买提艾力'],
		['二○二二', '二〇二二'],
		['20—30 人', '20-30人'],
		['Résumé  of\tthe  union', 'resume of the union'],
		['the “union” (2021)', 'the union 2021'],
		['don’t', 'dont'],
		['第一行\n第二行', '第一行第二行']
	])('%s is %s', (printed, folded) => {
		expect(fold(printed).text).toBe(folded);
	});

	it('every place that stays is found in the print again', () => {
		const char = fc.constantFrom(...'工会，。“”《》 　1,234万aÉ·（）-—\n', '𠮷', '⼯', 'ﬁ');
		fc.assert(
			fc.property(fc.array(char, { maxLength: 40 }), (chars) => {
				const printed = chars.join('');
				const { text, dropped } = fold(printed);
				expect(text.length + dropped.length).toBe(printed.length);
				for (let at = 0; at < text.length; at++) {
					const place = printedAt(dropped, at);
					expect(foldedAt(dropped, place)).toBe(at);
					expect(fold(printed[place] ?? '').text || ' ').toBe(text[at]);
				}
			})
		);
	});

	it('folding a character twice changes nothing, whichever it is', () => {
		const changed: string[] = [];
		for (let unit = 0; unit < 0x10000; unit++) {
			if (unit >= 0xd800 && unit <= 0xdfff) continue;
			const once = fold(`中${String.fromCharCode(unit)}中`).text;
			if (fold(once).text !== once) changed.push(unit.toString(16));
		}
		expect(changed).toEqual([]);
		expect(fold('a\u0387b').text).toBe('ab');
	});

	it('folding twice changes nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (printed) => {
				const once = fold(printed).text;
				expect(fold(once).text).toBe(once);
			})
		);
	});
});

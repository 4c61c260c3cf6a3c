import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayFigures, utterancesOf, type Passage } from './utterances.ts';

const zh = (text: string): Passage => ({ id: 'p', text, language: 'zh-CN' });
const en = (text: string): Passage => ({ id: 'p', text, language: 'en' });

describe('what is read aloud', () => {
	it('is cut at the ends of sentences, closing marks included', () => {
		expect(utterancesOf(zh('能喝水、热饭。他问：“够用吗？”够用。'))).toEqual([
			'能喝水、热饭。',
			'他问：够用吗？',
			'够用。'
		]);
		expect(utterancesOf(en('It took 3.5 hours. "Was it long?" Yes.'))).toEqual([
			'It took 3.5 hours.',
			'"Was it long?"',
			'Yes.'
		]);
	});

	it('is cut within a long sentence where one would breathe, and else anywhere', () => {
		const clauses = utterancesOf(zh(`${'站点大多不大却讲究够用，'.repeat(12)}完。`));
		expect(clauses.length).toBeGreaterThan(2);
		for (const piece of clauses) expect(piece).toMatch(/[，。]$/);
		expect(utterancesOf(zh('工'.repeat(150))).map((piece) => piece.length)).toEqual([60, 60, 30]);
		expect(utterancesOf(en('word '.repeat(100))).every((piece) => /^word.*word$/.test(piece))).toBe(true);
	});

	it('never takes longer than a browser speaks, and leaves no letter out', () => {
		const texts = fc.array(fc.constantFrom('工会', '。', '，', 'a', ' ', '“', '”', '！', '劳动者', '\n'), {
			maxLength: 400
		});
		fc.assert(
			fc.property(texts, fc.boolean(), (parts, isChinese) => {
				const passage = isChinese ? zh(parts.join('')) : en(parts.join(''));
				const pieces = utterancesOf(passage);
				for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(isChinese ? 60 : 180);
				const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
				expect(letters(pieces.join(''))).toBe(letters(passage.text));
			})
		);
	});

	it('has no piece without a word in it', () => {
		expect(utterancesOf(zh('……。“”！'))).toEqual([]);
	});
});

describe('figures', () => {
	it.each([
		['到 2022 年底', '到 二零二二 年底'],
		['2018—2023年', '二零一八至二零二三年'],
		['调解成功率 82.84%', '调解成功率 百分之82.84'],
		['拨打12351热线', '拨打一二三五一热线'],
		['投入1,234,567元', '投入1234567元'],
		['3-5天', '3至5天'],
		['2000年以上', '二零零零年以上'],
		['____是工会的基本职责', '什么是工会的基本职责'],
		['11.17万个', '11.17万个'],
		['第3条', '第3条']
	])('%s is said as %s', (written, said) => {
		expect(sayFigures(written, 'zh-CN')).toBe(said);
	});

	it('of English text are said in English', () => {
		expect(sayFigures('3–5 days, ____ at ≤ 40', 'en')).toBe('3 to 5 days, blank at  at most  40');
	});
});

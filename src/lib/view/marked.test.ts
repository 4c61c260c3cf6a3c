import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lightSentence, markFacts, markFound } from './marked.ts';

const text = '到2022年底，站点有11.17万个。2022年底又有11.17万个新的。';

describe('key facts in a paragraph', () => {
	it('each is marked once, in its own sentence', () => {
		const facts = [{ id: 'f1', value: '11.17万个', sentence: '2022年底又有11.17万个新的。' }];
		expect(markFacts(text, facts)).toEqual([
			{ text: '到2022年底，站点有11.17万个。2022年底又有' },
			{ text: '11.17万个', fact: 'f1' },
			{ text: '新的。' }
		]);
	});

	it('of two that overlap the one that begins first stays', () => {
		const facts = [
			{ id: 'short', value: '年底', sentence: text },
			{ id: 'long', value: '2022年底', sentence: text }
		];
		expect(markFacts(text, facts).filter((piece) => piece.fact)).toEqual([
			{ text: '2022年底', fact: 'long' }
		]);
	});

	it('the pieces joined are the paragraph, whatever the facts', () => {
		fc.assert(
			fc.property(
				fc.string(),
				fc.array(fc.record({ id: fc.string(), value: fc.string(), sentence: fc.string() })),
				(any, facts) => {
					expect(
						markFacts(any, facts)
							.map((piece) => piece.text)
							.join('')
					).toBe(any);
				}
			)
		);
	});
});

describe('the sentence looked for', () => {
	it('is cut out where it stands; the whole paragraph when it does not', () => {
		expect(lightSentence('甲。乙。丙。', '乙。')).toEqual([
			{ text: '甲。' },
			{ text: '乙。', lit: true },
			{ text: '丙。' }
		]);
		expect(lightSentence('甲。', '丁。')).toEqual([{ text: '甲。', lit: true }]);
	});
});

describe('searched words in a paragraph', () => {
	it('are marked in facts and in the sentence too, as the print writes them', () => {
		const facts = [{ id: 'f', value: '11.17万个', sentence: text }];
		expect(markFound(markFacts(text.slice(0, 18), facts), '站点 有11.17')).toEqual([
			{ text: '到2022年底，' },
			{ text: '站点有', found: true },
			{ text: '11.17', fact: 'f', found: true },
			{ text: '万个', fact: 'f' }
		]);
		expect(markFound([{ text: '“十四五” 规划', lit: true }], '十四五规划')).toEqual([
			{ text: '“', lit: true },
			{ text: '十四五” 规划', lit: true, found: true }
		]);
	});

	it('leave the text as it is, whatever is searched', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.string(), (first, second, query) => {
				const pieces = [{ text: first, lit: true }, { text: second }];
				const joined = markFound(pieces, query).map((piece) => piece.text);
				expect(joined.join('')).toBe(first + second);
			})
		);
	});
});

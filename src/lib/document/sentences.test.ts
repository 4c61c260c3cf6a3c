import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

describe('a paragraph is split into its sentences', () => {
	it.each([
		['at full stops', '会议开始了。大家起立！谁先讲？', ['会议开始了。', '大家起立！', '谁先讲？']],
		['not within a quotation', '他说：“先修路。再通车！”', ['他说：“先修路。再通车！”']],
		['after a quotation that ends it', '他说：“先修路。”大家都同意。', ['他说：“先修路。”', '大家都同意。']],
		['not before 说', '“快走！”他说。天黑了。', ['“快走！”他说。', '天黑了。']],
		['not within brackets', '全县（含两镇。一乡）参加。散会。', ['全县（含两镇。一乡）参加。', '散会。']],
		['not at decimals', '增长6.5%。达到1.2亿元。', ['增长6.5%。', '达到1.2亿元。']],
		[
			'not after Dr. and U.S.',
			'Dr. Lind lives in the U.S. now. She works.',
			['Dr. Lind lives in the U.S. now. ', 'She works.']
		],
		['although a quotation never closes', '他喊“开门。没人应。走了。', ['他喊“开门。', '没人应。', '走了。']]
	])('%s', (_name, text, sentences) => {
		expect(splitSentences(text)).toEqual(sentences);
	});
	it('within a quotation too long for one sentence', () => {
		const quoted = '这是一句引用的话，说的是路要一步一步走。'.repeat(12);
		expect(splitSentences(`他写道：“${quoted}”`).length).toBeGreaterThan(6);
	});
	it('and together they are the paragraph again', () => {
		const pieces = fc.constantFrom(
			'甲乙',
			'。',
			'！',
			'……',
			'“',
			'”',
			'（',
			'）',
			' ',
			'Ab',
			'.',
			'?',
			'1',
			'"',
			'；',
			'《'
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
				const text = parts.join('');
				expect(splitSentences(text).join('')).toBe(text);
				expect(splitSentences(text)).not.toContain('');
			}),
			{ numRuns: 1000 }
		);
	});
});

it('a text without stops comes in pieces that end at a pause, and no letter is lost', () => {
	const text = '全市工会共建成职工之家十二个，'.repeat(1_000);
	const sentences = splitSentences(text);
	expect(sentences.join('')).toBe(text);
	expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(2_000);
	expect(sentences.every((sentence) => sentence.endsWith('，'))).toBe(true);
	const han = '\u{20000}'.repeat(3_001);
	expect(splitSentences(han).join('')).toBe(han);
	expect(splitSentences(han).every((sentence) => sentence.isWellFormed())).toBe(true);
});

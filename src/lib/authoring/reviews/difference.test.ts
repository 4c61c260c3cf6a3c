import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from './difference.ts';

const drawn = (was: string, now: string) =>
	wordDifference(was, now)
		.map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`))
		.join('');

describe('the difference of two sentences', () => {
	it('names whole figures and words', () => {
		expect(drawn('全年宣讲3260场。', '全年宣讲3360场。')).toBe('全年宣讲[-3260-][+3360+]场。');
		expect(drawn('It had 12 members.', 'It has 12 members.')).toBe('It [-had-][+has+] 12 members.');
		expect(drawn('增长12.5%。', '增长13.5%。')).toBe('增长[-12.5%-][+13.5%+]。');
	});

	it('shows what came in and what went out', () => {
		expect(drawn('建成驿站60家。', '年内建成驿站60家，含流动驿站。')).toBe(
			'[+年内+]建成驿站60家[+，含流动驿站+]。'
		);
		expect(drawn('同一句。', '同一句。')).toBe('同一句。');
	});

	it('keeps both sentences whole, whatever they are', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 60 });
		fc.assert(
			fc.property(text, text, (was, now) => {
				const stretches = wordDifference(was, now);
				const without = (kind: string) =>
					stretches
						.filter((stretch) => stretch.kind !== kind)
						.map((stretch) => stretch.text)
						.join('');
				expect(without('new')).toBe(was);
				expect(without('gone')).toBe(now);
			})
		);
	});

	it('does not compare very long ones word by word', () => {
		const long = (sign: string) => `头${`${sign}甲乙丙`.repeat(20_000)}尾`;
		expect(wordDifference(long('丁'), long('戊')).length).toBeLessThanOrEqual(4);
	});
});

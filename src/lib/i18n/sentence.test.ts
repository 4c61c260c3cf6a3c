import { describe, expect, it } from 'vitest';
import common from './locales/en/common.json' with { type: 'json' };
import sentence from './locales/en/sentence.json' with { type: 'json' };
import { sayBytes, sentenceOf, type Sayable } from './sentence.ts';
import { createDictionary, translateIn } from './translate.ts';

const t = translateIn(createDictionary('en', { common, sentence }));

describe('sentences', () => {
	it('fills the blanks with the fields of the refusal', () => {
		const refused = { type: 'TooFewQuestions', questionType: 'ordering', wanted: 5, available: 2 } as const;
		expect(sentenceOf(t, refused)).toBe('Only 2 questions of type “Ordering”, not 5. Ask for fewer.');
	});

	it('rounds a wait up, so that trying again afterwards helps', () => {
		expect(sentenceOf(t, { type: 'TooManyTries', retryAfter: 61 })).toContain('2 minutes');
		expect(sentenceOf(t, { type: 'TooManyTries', retryAfter: 20 })).toContain('20 seconds');
	});

	it('names sizes and what a file looks like', () => {
		const large = { type: 'TooLarge', bytes: 52_428_800, most: 50_000_000 } as const;
		expect(sentenceOf(t, large)).toContain('has 52 MB, more than the limit of 50 MB');
		const picture = { type: 'NotText', format: 'picture' } as const;
		expect(sentenceOf(t, picture)).toContain('looks like a picture');
	});

	it('joins lists', () => {
		const warning = { type: 'TwoValues', where: 'here', measure: 'members', values: ['3', '4'] } as const;
		expect(sentenceOf(t, warning)).toBe('“members” has different values: 3, 4. here');
	});

	it('leaves no blank open in any sentence whose fields are given', () => {
		const fields = {
			wait: '',
			where: 'w',
			count: 1,
			questionType: 'numeric',
			available: 1,
			wanted: 2,
			announced: 1,
			found: 2,
			sum: 1,
			total: 2,
			measure: 'm',
			values: ['1'],
			mark: '(',
			written: 'a',
			parts: ['1'],
			made: '2',
			usual: 'b',
			times: 4,
			retryAfter: 5,
			bytes: 1,
			most: 1,
			format: 'picture',
			as: '.docx',
			pages: 1,
			limit: 1
		} as const;
		const types = Object.keys(sentence).filter((key) => !key.startsWith('format-'));
		for (const type of types as Sayable['type'][])
			expect(sentenceOf(t, { type, ...fields })).not.toContain('{{');
	});
});

describe('sizes', () => {
	it.each([
		[0, '0 B'],
		[999, '999 B'],
		[1_000, '1.0 KB'],
		[9_949, '9.9 KB'],
		[85_400, '85 KB'],
		[999_500, '1.0 MB'],
		[24_000_000, '24 MB']
	])('%i bytes are %s', (bytes, words) => {
		expect(sayBytes(bytes)).toBe(words);
	});
});

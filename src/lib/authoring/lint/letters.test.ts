import fc from 'fast-check';
import { expect, it } from 'vitest';
import { squeeze } from './finding.ts';
import { compose } from './letters.ts';
import { termsOf } from './likeness.ts';

/** Letters, marks and figures of both widths, joiners, rare ideographs, halves of a pair. */
const LETTERS = [
	...'一两十万亿年的了職〇々。，、．（）“”《》％＋·…—～￥$‰12３4５abcABＣ .,%+\t\u00a0\u3000ⅣⅠ①²éßſK\u0301\u3099\uff9e゛か각𠀀〆\0',
	'\ud800',
	'ǅ',
	'İ'
];
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 24 }).map((letters) => letters.join(''));

it('looked up by code, a text reads as Unicode has it', () => {
	fc.assert(
		fc.property(text, (one) => {
			expect(compose(one)).toBe(one.normalize('NFKC'));
			expect(squeeze(one)).toBe(
				one
					.normalize('NFKC')
					.toLowerCase()
					.replace(/(?!(?<=\d)\.(?=\d))(?![%+‰])[\s\p{P}\p{S}]/gu, '')
			);
		}),
		{ numRuns: 2_000 }
	);
});

it('the long way gives the same terms as the short one', () => {
	// A letter that is no term itself, but of a block the table leaves out.
	const odd = '\u0600';
	fc.assert(
		fc.property(text, (one) => {
			expect([...termsOf(`${one} ${odd}`)]).toEqual([...termsOf(`${one} `)]);
		}),
		{ numRuns: 2_000 }
	);
});

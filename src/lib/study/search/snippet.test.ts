import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSnippet, piecesOf } from './snippet.ts';

const said = (pieces: ReturnType<typeof cutSnippet>) =>
	pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('');

describe('a snippet', () => {
	const long = `${'图书馆的人每天都来整理书架，'.repeat(8)}流动书车开到了社区。${'大家都来借书，'.repeat(10)}`;

	it('is the whole of a short text', () => {
		expect(said(cutSnippet('流动书车开到了社区。', [[2, 4]]))).toBe('流动[书车]开到了社区。');
	});

	it('begins with the clause of the hit where one is near', () => {
		const at = long.indexOf('社区');
		const text = said(cutSnippet(long, [[at, at + 2]]));
		expect(text).toMatch(/^…流动书车开到了\[社区\]。大家/);
		expect(text).toMatch(/…$/);
	});

	it('cuts no word of letters and never a hit', () => {
		const english = `${'members of the reading room came early and stayed late '.repeat(6)}`;
		const at = english.indexOf('stayed', 150);
		const text = said(cutSnippet(english, [[at, at + 6]]));
		expect(text).toContain('[stayed]');
		for (const word of text
			.replace(/[…[\]]/g, '')
			.trim()
			.split(' '))
			expect(english.split(' ')).toContain(word);
	});

	it('holds the first hit whole, whatever the text', () => {
		const text = fc.string({
			unit: fc.constantFrom('工', '会', '，', 'a', ' ', '。'),
			minLength: 1,
			maxLength: 300
		});
		fc.assert(
			fc.property(text, fc.nat(), fc.integer({ min: 1, max: 8 }), (printed, from, length) => {
				const start = from % printed.length;
				const end = Math.min(printed.length, start + length);
				const hit = cutSnippet(printed, [[start, end]]).find(({ found }) => found);
				expect(hit?.text).toBe(printed.slice(start, end));
			})
		);
	});

	it('pieces joined are the text', () => {
		expect(
			piecesOf('一二三四', [
				[0, 1],
				[2, 4]
			])
		).toEqual([{ text: '一', found: true }, { text: '二' }, { text: '三四', found: true }]);
	});
});

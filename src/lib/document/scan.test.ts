import { expect, it } from 'vitest';
import { allMatches, charSet, holdsAny, indexOfAny, matchesFrom, matchesWhere, wordSet } from './scan.ts';

const TEXT = '第一，办好3件事；第二，共有12个站点，第三，共同建设。';

it('a set of characters is found where its first stands', () => {
	const marks = charSet('，；');
	expect(indexOfAny(TEXT, marks)).toBe(2);
	expect(indexOfAny(TEXT, marks, 3)).toBe(8);
	expect(holdsAny('甲乙丙', marks)).toBe(false);
});

it('sets beyond the first table are kept apart', () => {
	const sets = Array.from({ length: 70 }, (_, at) => charSet(String.fromCharCode(0x4e00 + at)));
	sets.forEach((set, at) => {
		const all = String.fromCharCode(...sets.map((_, other) => 0x4e00 + other));
		expect(indexOfAny(all, set)).toBe(at);
		expect(indexOfAny(all, set, at + 1)).toBe(-1);
	});
});

it('a pattern tried only where it can begin finds what the same pattern finds everywhere', () => {
	const everywhere = Array.from(
		TEXT.matchAll(/\d+|第[一二三]/gu),
		({ 0: word, index }) => `${index} ${word}`
	);
	const told = (matches: RegExpExecArray[]) => matches.map(({ 0: word, index }) => `${index} ${word}`);
	const sticky = /\d+|第[一二三]/uy;
	expect(told(allMatches(/\d+|第[一二三]/gu, TEXT))).toEqual(everywhere);
	expect(told(matchesFrom(sticky, TEXT, charSet('第0123456789')))).toEqual(everywhere);
	expect(told(matchesWhere(sticky, TEXT, (text, at) => /[第\d]/u.test(text[at] ?? '')))).toEqual(everywhere);
});

it('the empty matches of a pattern do not hold it up', () => {
	expect(allMatches(/(?=乙)/gu, '甲乙乙').map(({ index }) => index)).toEqual([1, 2]);
});

it('of the words of a set the longest counts, and a single character may be one', () => {
	const words = wordSet(['共', '共有', '共同建设']);
	expect(['共有', '共同建设'].map((word) => words.lengthAt(TEXT, TEXT.indexOf(word)))).toEqual([2, 4]);
	expect(words.lengthAt('共计', 0)).toBe(1);
	expect(words.lengthAt(TEXT, 0)).toBe(0);
	expect(words.isIn('公共')).toBe(true);
	expect(words.isIn('公开')).toBe(false);
	expect(wordSet(['共有']).isIn('公共')).toBe(false);
});

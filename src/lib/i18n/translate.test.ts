import { describe, expect, it } from 'vitest';
import common from './locales/en/common.json' with { type: 'json' };
import chinese from './locales/zh-CN/common.json' with { type: 'json' };
import { translateIn } from './translate.ts';

const t = translateIn('en', { common });

describe('words', () => {
	it('fill their blanks', () => {
		expect(t('numberOf', { at: 2, total: 10 })).toBe('Question 2 of 10');
	});

	it('tell one from several, where the language does', () => {
		expect(t('points', { count: 1 })).toBe('1 point');
		expect(t('points', { count: 5 })).toBe('5 points');
		expect(translateIn('zh-CN', { common: chinese })('points', { count: 1 })).toBe('1 分');
	});

	it('put in what was given as it is, and nothing for what was not', () => {
		expect(t('moveUp', { text: '$& {{count}} <b>' })).toContain('$& {{count}} <b>');
		expect(t('moveUp')).not.toContain('{{');
	});

	it('of a room that is not here are shown by their key', () => {
		expect(t('quiz:handIn')).toBe('quiz:handIn');
	});
});

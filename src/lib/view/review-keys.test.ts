import { describe, expect, it } from 'vitest';
import { reviewKey } from './review-keys.ts';

const press = (key: string, more = {}) => ({
	key,
	modified: false,
	typing: false,
	onControl: false,
	...more
});

describe('a key at the review desk', () => {
	it.each([
		['a', 'accept'],
		['E', 'edit'],
		['r', 'reject'],
		['j', 'next'],
		['k', 'previous'],
		['u', 'undo'],
		['？', 'help'],
		['ArrowRight', 'next']
	])('%s means %s', (key, meaning) => expect(reviewKey(press(key), true)).toBe(meaning));

	it('means nothing while one types, or with a key of the browser held', () => {
		expect(reviewKey(press('a', { typing: true }), true)).toBeUndefined();
		expect(reviewKey(press('r', { modified: true }), true)).toBeUndefined();
		expect(reviewKey(press('ArrowLeft', { typing: true }), true)).toBeUndefined();
	});

	it('means nothing alone once single keys are switched off; the arrows stay', () => {
		expect(reviewKey(press('a'), false)).toBeUndefined();
		expect(reviewKey(press('ArrowLeft'), false)).toBe('previous');
	});
});

import { describe, expect, it } from 'vitest';
import { gradeOfKey, keyAction, type KeyPress } from './keys.ts';

function press(key: string, override: Partial<KeyPress> = {}): KeyPress {
	return { key, modified: false, typing: false, onControl: false, ...override };
}

describe('keys while a question is on screen', () => {
	it.each([
		['a', 0],
		['D', 3],
		['1', 0],
		['4', 3]
	])('%s chooses the option at its place', (key, position) => {
		expect(keyAction(press(key), 4, true)).toEqual({ type: 'choose', position });
	});

	it('E and F choose where there are so many options, and explain and flag where there are not', () => {
		expect(keyAction(press('e'), 6, true)).toEqual({ type: 'choose', position: 4 });
		expect(keyAction(press('f'), 6, true)).toEqual({ type: 'choose', position: 5 });
		expect(keyAction(press('e'), 4, true)).toEqual({ type: 'explain' });
		expect(keyAction(press('f'), 4, true)).toEqual({ type: 'flag' });
	});

	it('Ctrl+Z and U undo, but never what is typed', () => {
		expect(keyAction(press('z', { modified: true }), 4, false)).toEqual({ type: 'undo' });
		expect(keyAction(press('u'), 4, true)).toEqual({ type: 'undo' });
		expect(keyAction(press('u'), 4, false)).toBeUndefined();
		expect(keyAction(press('z', { modified: true, typing: true }), 4, true)).toBeUndefined();
	});

	it('1–4 and Space grade an answer that stands there, and Space belongs to a button under the focus', () => {
		expect(['1', '2', '3', '4', ' ', '5', 'a'].map((key) => gradeOfKey(press(key)))).toEqual([
			1,
			2,
			3,
			4,
			3,
			undefined,
			undefined
		]);
		expect(gradeOfKey(press(' ', { onControl: true }))).toBeUndefined();
	});

	it('nothing is chosen beyond the last option', () => {
		expect(keyAction(press('5'), 4, true)).toBeUndefined();
		expect(keyAction(press('b'), 0, true)).toBeUndefined();
	});

	it('arrows and Enter stay when single keys are switched off, letters and ? do not', () => {
		expect(keyAction(press('ArrowRight'), 4, false)).toEqual({ type: 'next' });
		expect(keyAction(press('ArrowLeft'), 4, false)).toEqual({ type: 'previous' });
		expect(keyAction(press('Enter'), 4, false)).toEqual({ type: 'confirm' });
		expect(keyAction(press('a'), 4, false)).toBeUndefined();
		expect(keyAction(press('?'), 4, false)).toBeUndefined();
	});

	it('keys belong to what one types into, to the browser, and Enter to the button under the focus', () => {
		expect(keyAction(press('a', { typing: true }), 4, true)).toBeUndefined();
		expect(keyAction(press('a', { modified: true }), 4, true)).toBeUndefined();
		expect(keyAction(press('Enter', { onControl: true }), 4, true)).toBeUndefined();
	});
});

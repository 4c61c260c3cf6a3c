import { expect, it } from 'vitest';
import { remembered } from './remember.ts';

it('reads the same words once, until others have pushed them out', () => {
	const asked: string[] = [];
	const lengthOf = remembered((text) => {
		asked.push(text);
		return text.length;
	}, 2);
	expect(['甲', '甲', '乙乙', '甲', '丙', '甲'].map(lengthOf)).toEqual([1, 1, 2, 1, 1, 1]);
	expect(asked).toEqual(['甲', '乙乙', '丙', '甲']);
});

it('remembers that there was nothing', () => {
	let count = 0;
	const none = remembered(() => void count++);
	expect([none('甲'), none('甲')]).toEqual([undefined, undefined]);
	expect(count).toBe(1);
});

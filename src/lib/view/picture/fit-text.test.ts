import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emWidth, fitText } from './fit-text.ts';

const room = { width: 600, height: 200, size: 60 };
const bare = (text: string) => text.replace(/\s+/g, '');

it('leaves a short title at its size on one line', () => {
	expect(fitText('工会法知识', room)).toEqual({ size: 60, lines: ['工会法知识'] });
});

it('breaks a longer one into lines of about the same length', () => {
	const { lines } = fitText('产业工人队伍建设改革五年', room);
	expect(lines.map((line) => line.length)).toEqual([6, 6]);
});

it('keeps words and what closes a phrase together', () => {
	const { lines } = fitText('Safety at work for delivery riders and drivers, second edition', room);
	for (const line of lines)
		expect('Safety at work for delivery riders and drivers, second edition').toContain(line);
	expect(lines.join(' ')).toBe('Safety at work for delivery riders and drivers, second edition');
	const quoted = fitText('关于“县级工会加强年”的几个问题（二）', { ...room, width: 480 }).lines;
	for (const line of quoted) {
		expect(line).not.toMatch(/^[”）]/);
		expect(line).not.toMatch(/[“（]$/);
	}
});

it('never cuts, never overflows, whatever the text', () => {
	const text = fc.oneof(
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
		fc.string({
			unit: fc.constantFrom('县', '工', '会', 'W', 'i', ' ', '，', '“', '”', 'ོ'),
			minLength: 1,
			maxLength: 200
		})
	);
	fc.assert(
		fc.property(
			text,
			fc.integer({ min: 80, max: 900 }),
			fc.integer({ min: 30, max: 300 }),
			(words, width, height) => {
				const { size, lines } = fitText(words, { width, height, size: 64 });
				expect(bare(lines.join(''))).toBe(bare(words));
				expect(lines.length * size * 1.3).toBeLessThanOrEqual(Math.max(height, size * 1.3) + 1);
				for (const line of lines) expect(emWidth(line) * size).toBeLessThanOrEqual(width * 1.02);
			}
		)
	);
});

import { expect, it } from 'vitest';
import { seededRandom } from '#lib/base/random.ts';
import { mixOptions } from './choices.ts';

it('the key lies as often in one place as in another: chi-square over 2,000 facts', () => {
	const counts = [0, 0, 0, 0];
	for (let n = 0; n < 2_000; n++) {
		const { key, options } = mixOptions('甲', ['乙', '丙', '丁'], seededRandom(`f-${n}`));
		expect(options[key]).toBe('甲');
		counts[key] = (counts[key] ?? 0) + 1;
	}
	// Three degrees of freedom: 16.27 is exceeded by chance once in a thousand.
	expect(counts.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0)).toBeLessThan(16.27);
});

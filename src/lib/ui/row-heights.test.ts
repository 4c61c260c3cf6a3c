import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowHeights, rowAt } from './row-heights.ts';

const heights = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 });
const keysOf = (list: readonly unknown[]) => list.map((_, at) => `k${at}`);
const kindsOf = (list: readonly unknown[]) => list.map(() => 'row');

it('once everything was measured, each row begins where the one before ends', () => {
	fc.assert(
		fc.property(heights, (list) => {
			const rows = new RowHeights(50);
			const keys = keysOf(list);
			rows.measure(list.map((height, at) => ({ key: `k${at}`, kind: 'row', height })));
			const offsets = rows.offsets(keys, kindsOf(list));
			expect([...offsets]).toEqual(
				list.reduce((sums, height) => [...sums, (sums.at(-1) ?? 0) + height], [0])
			);
		})
	);
});

it('the row at a place is the one that covers it; beyond the ends, the first and the last', () => {
	fc.assert(
		fc.property(heights, fc.integer({ min: -500, max: 30_000 }), (list, y) => {
			const rows = new RowHeights(50);
			rows.measure(list.map((height, at) => ({ key: `k${at}`, kind: 'row', height })));
			const offsets = rows.offsets(keysOf(list), kindsOf(list));
			const at = rowAt(offsets, y);
			if (y < 0) expect(at).toBe(0);
			else if (y >= (offsets.at(-1) ?? 0)) expect(at).toBe(list.length - 1);
			else {
				expect(offsets[at]).toBeLessThanOrEqual(y);
				expect(offsets[at + 1]).toBeGreaterThan(y);
			}
		})
	);
	expect(rowAt(new Float64Array([0]), 10)).toBe(-1);
});

it('what was never on screen counts as the first of its kind did, and that never drifts', () => {
	const rows = new RowHeights(50);
	expect(rows.of('a', 'row')).toBe(50);
	expect(
		rows.measure([
			{ key: 'a', kind: 'row', height: 80 },
			{ key: 'b', kind: 'row', height: 90 },
			{ key: 'c', kind: 'head', height: 30 }
		])
	).toBe(true);
	expect(rows.of('z', 'row')).toBe(85);
	expect(rows.of('z', 'head')).toBe(30);
	expect(rows.measure([{ key: 'd', kind: 'row', height: 200 }])).toBe(true);
	expect(rows.of('z', 'row')).toBe(85);
	expect(rows.measure([{ key: 'd', kind: 'row', height: 200.2 }])).toBe(false);
});

it('a row that was laid out anew makes the others unknown again', () => {
	const rows = new RowHeights(50);
	rows.measure([
		{ key: 'a', kind: 'row', height: 80 },
		{ key: 'b', kind: 'row', height: 80 }
	]);
	expect(rows.measure([{ key: 'a', kind: 'row', height: 160 }])).toBe(true);
	expect(rows.of('b', 'row')).toBe(160);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { millis, monotonic } from '#lib/base/time.ts';
import { uuidFrom } from '#lib/base/id.ts';
import type { LoggedEvent } from './event.ts';
import { mergeLogs } from './merge.ts';

const event = (n: number, device: string, sequence?: number): LoggedEvent => ({
	id: uuidFrom(millis(1_000 + n), new Uint8Array(10).fill(n)),
	kind: 'test',
	version: 1,
	member: 'm',
	device,
	deviceSeq: n + 1,
	at: millis(1_000 + n),
	mono: monotonic(n),
	boot: 'b',
	body: {},
	...(sequence !== undefined && { sequence })
});

const logs = fc.array(
	fc
		.tuple(fc.nat({ max: 12 }), fc.boolean())
		.map(([n, known]) => event(n, n % 2 ? 'x' : 'y', known ? n + 100 : undefined)),
	{ maxLength: 20 }
);

it('merging is commutative, associative and idempotent', () => {
	fc.assert(
		fc.property(logs, logs, logs, (a, b, c) => {
			expect(mergeLogs(a, b)).toEqual(mergeLogs(b, a));
			expect(mergeLogs(mergeLogs(a, b), c)).toEqual(mergeLogs(a, mergeLogs(b, c)));
			expect(mergeLogs(a, a)).toEqual(mergeLogs(a, []));
		})
	);
});

it('keeps the copy that the server has numbered', () => {
	expect(mergeLogs([event(1, 'x')], [event(1, 'x', 7)])).toEqual([event(1, 'x', 7)]);
});

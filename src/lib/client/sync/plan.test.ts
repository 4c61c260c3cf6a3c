import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millis } from '#lib/base/time.ts';
import { backoffMs, halved, LIMITS, mayRecover, nextBatch, readVerdicts, sequenceOf } from './plan.ts';

const queues = fc.array(
	fc.record({ device: fc.constantFrom('a', 'b'), bytes: fc.integer({ min: 1, max: 300_000 }) }),
	{ maxLength: 500 }
);
const numbered = (queue: { device: string; bytes: number }[]) =>
	queue.map((event, at) => ({ ...event, id: `e${at}` }));

describe('a batch', () => {
	it('sends everything in order, each event once, whatever its size', () => {
		fc.assert(
			fc.property(queues, (queue) => {
				let rest = numbered(queue);
				const sent: string[] = [];
				for (let batch = nextBatch(rest); batch; batch = nextBatch(rest)) {
					sent.push(...batch.ids);
					rest = rest.slice(batch.ids.length);
				}
				expect(sent).toEqual(queue.map((_, at) => `e${at}`));
			})
		);
	});

	it('keeps to the limits unless a single event is larger, and to one device', () => {
		fc.assert(
			fc.property(queues, (queue) => {
				const all = numbered(queue);
				const batch = nextBatch(all);
				expect(batch === undefined).toBe(queue.length === 0);
				if (!batch) return;
				const events = all.slice(0, batch.ids.length);
				expect(new Set(events.map(({ device }) => device)).size).toBe(1);
				expect(events.length).toBeLessThanOrEqual(200);
				const bytes = events.reduce((sum, event) => sum + event.bytes + 1, 0);
				if (events.length > 1) expect(bytes).toBeLessThanOrEqual(LIMITS.bytes);
			})
		);
	});

	it('halves down to one event, and not further', () => {
		let batch = { device: 'a', ids: Array.from({ length: 200 }, (_, at) => `e${at}`) };
		let steps = 0;
		for (let limits = halved(batch); limits; limits = halved(batch)) {
			batch = { ...batch, ids: batch.ids.slice(0, limits.events) };
			steps += 1;
		}
		expect(batch.ids).toHaveLength(1);
		expect(steps).toBeLessThan(10);
	});
});

describe('verdicts', () => {
	const batch = { device: 'a', ids: ['x', 'y', 'z'] };
	const receivedAt = millis(5);

	it('that are missing come again, and those of strangers are passed over', () => {
		const read = readVerdicts(batch, [
			{ id: 'x', verdict: 'stored', sequence: 7, receivedAt },
			{ id: 'stranger', verdict: 'stored', sequence: 8, receivedAt },
			{ id: 'y', verdict: 'retry' }
		]);
		expect(read.acknowledged).toEqual([{ id: 'x', sequence: 7, receivedAt, fresh: true }]);
		expect(read.again).toBe(2);
	});

	it('given twice count once', () => {
		const read = readVerdicts(batch, [
			{ id: 'x', verdict: 'stored', sequence: 7, receivedAt },
			{ id: 'x', verdict: 'rejected', reason: 'BadBody' }
		]);
		expect(read.rejected).toEqual([]);
	});
});

describe('pauses', () => {
	it('grow to at most a minute and start anywhere from nothing', () => {
		expect(backoffMs(1, 0.5)).toBe(500);
		expect(backoffMs(4, 0.5)).toBe(4_000);
		expect(backoffMs(50, 0.999)).toBeLessThanOrEqual(60_000);
		expect(backoffMs(50, 0)).toBe(0);
	});

	it('never end before the server wished', () => {
		expect(backoffMs(1, 0, 7_000)).toBe(7_000);
	});
});

it('reads how far a cursor reaches, whatever its epoch looks like', () => {
	expect(sequenceOf('a-b_c.42')).toBe(42);
});

it('recovers again only after a while, also when the clock was set back', () => {
	expect(mayRecover(undefined, millis(0))).toBe(true);
	expect(mayRecover(millis(1_000_000), millis(1_000_001))).toBe(false);
	expect(mayRecover(millis(9_000_000), millis(1))).toBe(true);
});

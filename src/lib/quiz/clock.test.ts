import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millis, monotonic } from '#lib/base/time.ts';
import { advance, firstReading, readingFromServer, timeLeftMs, type ClockSample } from './clock.ts';

const sample = (at: number, mono: number, boot = 'b'): ClockSample => ({
	at: millis(at),
	mono: monotonic(mono),
	boot
});

describe('the true time', () => {
	it('goes on by the monotonic clock when the wall clock is set back', () => {
		const reading = advance(
			readingFromServer(millis(5_000), sample(1_000_000, 0)),
			sample(1_000_000 - 86_400_000, 7_000)
		);
		expect(reading.time).toBe(12_000);
		expect(reading.suspect).toBe(true);
	});

	it('goes on by the wall clock while a phone sleeps', () => {
		const reading = advance(readingFromServer(millis(5_000), sample(1_000, 0)), sample(61_000, 2_000));
		expect(reading).toMatchObject({ time: 65_000, exact: true, suspect: false });
	});

	it('after a restart trusts the wall clock, but never backwards', () => {
		const before = readingFromServer(millis(5_000), sample(1_000, 90_000));
		expect(advance(before, sample(4_000, 10, 'other'))).toMatchObject({
			time: 8_000,
			exact: false,
			suspect: false
		});
		expect(advance(before, sample(-4_000_000, 10, 'other'))).toMatchObject({ time: 5_000, suspect: true });
	});

	it('never goes back, whatever the clocks do', () => {
		const samples = fc.array(
			fc.record({
				at: fc.integer({ min: -1e12, max: 1e12 }),
				mono: fc.nat(),
				boot: fc.constantFrom('a', 'b')
			})
		);
		fc.assert(
			fc.property(samples, (list) => {
				let reading = firstReading(sample(0, 0, 'a'));
				for (const { at, mono, boot } of list) {
					const next = advance(reading, sample(at, mono, boot));
					expect(next.time >= reading.time).toBe(true);
					reading = next;
				}
			})
		);
	});

	it('leaves no time below zero', () => {
		expect(timeLeftMs(millis(10), millis(10))).toBe(0);
		expect(timeLeftMs(millis(10), millis(9))).toBe(1);
		expect(timeLeftMs(millis(10), millis(99))).toBe(0);
	});
});

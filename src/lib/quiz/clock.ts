import * as v from 'valibot';
import { millis, MillisSchema, MonotonicSchema, type Millis } from '#lib/base/time.ts';

/** What the device's two clocks say at one moment. */
export const ClockSampleSchema = v.object({ at: MillisSchema, mono: MonotonicSchema, boot: v.string() });
export type ClockSample = v.InferOutput<typeof ClockSampleSchema>;

/**
 * What a device knows about the true time: at `sample` it was `time`. `exact` while that goes back to
 * a server's word without a gap that only the wall clock could bridge; `suspect` once a clock moved in
 * a way that cannot be explained.
 */
export const ReadingSchema = v.object({
	time: MillisSchema,
	sample: ClockSampleSchema,
	exact: v.boolean(),
	suspect: v.boolean()
});
export type Reading = v.InferOutput<typeof ReadingSchema>;

/** Without any word from a server, the wall clock is all there is. */
export function firstReading(sample: ClockSample): Reading {
	return { time: sample.at, sample, exact: false, suspect: false };
}

/** @param serverTime the server's clock at `sample`, taken at the middle of the round trip */
export function readingFromServer(serverTime: Millis, sample: ClockSample): Reading {
	return { time: serverTime, sample, exact: true, suspect: false };
}

/**
 * The best evidence of the true time at a later sample. Within one boot the larger of wall and monotonic
 * time has passed (a sleeping phone stops its monotonic clock; a wall clock set back shows less). After a
 * restart only the wall clock is left; when it went backwards, no time is taken to have passed, and the
 * reading is suspect. Never goes back.
 */
export function advance(reading: Reading, sample: ClockSample): Reading {
	const wallMs = sample.at - reading.sample.at;
	const sameBoot = sample.boot === reading.sample.boot;
	const monoMs = sameBoot ? sample.mono - reading.sample.mono : 0;
	const passedMs = Math.max(wallMs, monoMs, 0);
	return {
		time: millis(reading.time + passedMs),
		sample,
		exact: reading.exact && sameBoot,
		suspect: reading.suspect || wallMs < -TOLERATED_MS
	};
}
/** Network time corrections of a second or two are ordinary. */
const TOLERATED_MS = 2_000;

/** Time left in ms; never below 0, and 0 only after the deadline itself has passed. */
export function timeLeftMs(deadline: Millis, now: Millis): number {
	return Math.max(0, deadline - now);
}

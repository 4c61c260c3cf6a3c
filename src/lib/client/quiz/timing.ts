import { millis, type Millis } from '#lib/base/time.ts';
import { advance, timeLeftMs, type ClockSample, type Reading } from '#lib/quiz/clock.ts';

/** The time of one attempt on one device. `startedAt` and `reading` count on the same clock. */
export interface Timing {
	startedAt: Millis;
	reading: Reading;
	/** False while the start was never tied to the server's clock. */
	tied: boolean;
	/** A clock moved before the tie, so that what had passed until then was a guess. */
	doubtful: boolean;
	/** Since the server's last word, only the wall clock says how much time passed: a sleep, or someone set it. */
	bridged: boolean;
}

export function elapsedMs({ startedAt, reading }: Timing): number {
	return Math.max(0, reading.time - startedAt);
}

export function leftMs({ startedAt, reading }: Timing, durationMs: number): number {
	return timeLeftMs(millis(startedAt + durationMs), reading.time);
}

export function isSuspect({ reading, doubtful }: Timing): boolean {
	return reading.suspect || doubtful;
}

/** Time goes on by the device's own clocks. */
export function goOn(timing: Timing, sample: ClockSample): Timing {
	const before = timing.reading.sample;
	const wallMs = sample.at - before.at;
	const isBridge = sample.boot !== before.boot || wallMs - (sample.mono - before.mono) > NOTICED_MS;
	return { ...timing, reading: advance(timing.reading, sample), bridged: timing.bridged || isBridge };
}
const NOTICED_MS = 2_000;

/**
 * The server's word. An attempt whose start is known by the server's clock simply takes it over. One that
 * was started without a server keeps what has passed so far, and counts on by the server's clock.
 */
export function hearServer(timing: Timing, server: Reading): Timing {
	if (timing.tied) return { ...timing, reading: server, bridged: false };
	const now = goOn(timing, server.sample);
	return {
		startedAt: millis(server.time - elapsedMs(now)),
		reading: server,
		tied: true,
		doubtful: isSuspect(now),
		bridged: false
	};
}

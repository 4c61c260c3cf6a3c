import { millis, monotonic, type Millis } from '#lib/base/time.ts';
import { advance, firstReading, readingFromServer, type ClockSample, type Reading } from '#lib/quiz/clock.ts';

interface Heard {
	serverTime: Millis;
	/** The middle of the round trip. */
	sample: ClockSample;
	roundTripMs: number;
}

/** What this device knows about the true time; fed by every answer of the server. */
export interface TrueTime {
	/** Server − device in ms; undefined as long as no server was heard. */
	offset(): number | undefined;
	/** The best evidence right now: the server's last word and what has passed since, else the wall clock. */
	reading(): Reading;
	/** The same without falling back to the wall clock. */
	fromServer(): Reading | undefined;
	/** Only while both clocks of this page load have carried on evenly since the server's last word. */
	exact(): Reading | undefined;
	heard(serverNow: Millis, sent: ClockSample, received: ClockSample): void;
	/** Goes on from what an earlier page load wrote down. */
	resume(reading: Reading): void;
}

export function trueTime(sample: () => ClockSample): TrueTime {
	let last: Reading | undefined;
	let heard: Heard[] = [];

	let uneven = false;

	const fromServer = () => {
		if (!last) return undefined;
		const now = sample();
		uneven ||= now.boot !== last.sample.boot || movedBetween(last.sample, now);
		last = advance(last, now);
		return last;
	};

	return {
		fromServer,
		exact: () => {
			const reading = fromServer();
			return reading && !uneven ? reading : undefined;
		},
		reading: () => fromServer() ?? firstReading(sample()),
		offset: () => {
			const reading = fromServer();
			return reading && reading.time - reading.sample.at;
		},
		heard(serverNow, sent, received) {
			// Both clocks of one boot tell how long the answer took; when they disagree one of them jumped.
			const roundTripMs = received.mono - sent.mono;
			if (Math.abs(received.at - sent.at - roundTripMs) > JUMP_MS) return;
			const middle: ClockSample = {
				at: millis((sent.at + received.at) / 2),
				mono: monotonic((sent.mono + received.mono) / 2),
				boot: sent.boot
			};
			heard = [...heard, { serverTime: serverNow, sample: middle, roundTripMs }]
				.filter((older) => !movedBetween(older.sample, middle))
				.slice(-KEPT);
			const best = heard.reduce((a, b) => (b.roundTripMs <= a.roundTripMs ? b : a));
			last = readingFromServer(best.serverTime, best.sample);
			uneven = false;
		},
		resume(reading) {
			last ??= reading;
		}
	};
}
const KEPT = 8;
const JUMP_MS = 1_000;

/** Whether the wall clock was set, or the device slept, between two samples of one boot. */
function movedBetween(a: ClockSample, b: ClockSample): boolean {
	return Math.abs(b.at - a.at - (b.mono - a.mono)) > JUMP_MS;
}

/** The calendar day where this device is: `2026-11-21`. */
export function todayHere(now = new Date()): string {
	const two = (part: number) => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

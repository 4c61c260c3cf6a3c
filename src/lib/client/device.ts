import { millis, monotonic } from '#lib/base/time.ts';
import type { ClockSample } from '#lib/quiz/clock.ts';

/** What only the browser can give: two clocks and chance. Everything else takes them as arguments. */
export interface Device {
	sample(): ClockSample;
	random(bytes: number): Uint8Array<ArrayBuffer>;
}

/** Works on plain http too, where `crypto.randomUUID` is missing. */
export function browserDevice(): Device {
	const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
	const boot = Array.from(random(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
	return {
		sample: () => ({ at: millis(Date.now()), mono: monotonic(performance.now()), boot }),
		random
	};
}

import { millis, type Millis } from '#lib/base/time.ts';

/** The server's clock; only endpoints and jobs read it, everything below takes `now`. */
export function serverNow(): Millis {
	return millis(Date.now());
}

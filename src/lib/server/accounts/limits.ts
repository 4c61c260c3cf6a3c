import type { RefusalBody } from '#lib/wire/protocol.ts';
import { serverNow } from '../clock.ts';
import { addressKey, type RateLimit } from './attempts.ts';

/** Counts a request of this address; gives the refusal when it was one too many. */
export function overLimit(limit: RateLimit, address: string): RefusalBody['error'] | undefined {
	const retryAfter = limit.take(addressKey(address), serverNow());
	return retryAfter === undefined ? undefined : { type: 'TooManyTries', retryAfter };
}

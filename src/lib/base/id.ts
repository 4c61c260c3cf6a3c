import * as v from 'valibot';
import { digestText } from './hash.ts';
import type { Millis } from './time.ts';

/** UUIDv7 (RFC 9562 §5.7): for what happens, made where it happened. */
export const UuidSchema = v.pipe(
	v.string(),
	v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'not a UUIDv7')
);

/**
 * @param random 10 unpredictable bytes. Not for secrets: the time in front can be read.
 */
export function uuidFrom(now: Millis, random: Uint8Array): string {
	const bytes = new Uint8Array(16);
	let rest: number = now;
	for (let i = 5; i >= 0; i--) {
		bytes[i] = rest % 256;
		rest = Math.floor(rest / 256);
	}
	bytes.set(random.subarray(0, 10), 6);
	bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
	bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * Gives ids for what is found in a text: from a prefix, the text itself and how often that text came
 * before, never from the file, so that a corrected document keeps the ids of what did not change.
 */
export function contentIds(): (prefix: string, text: string) => string {
	const seen = new Map<string, number>();
	return (prefix, text) => {
		const digest = digestText(text);
		const key = prefix + digest;
		const occurrence = seen.get(key) ?? 0;
		seen.set(key, occurrence + 1);
		return occurrence === 0 ? `${prefix}-${digest}` : `${prefix}-${digest}.${occurrence}`;
	};
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256 as 64 lower-case hex digits. Synchronous, and there on plain http too, where the browser
 * offers no `crypto.subtle`.
 */
export function hashText(text: string): string {
	return bytesToHex(sha256(utf8ToBytes(text)));
}

export function hashBytes(bytes: Uint8Array): string {
	return bytesToHex(sha256(bytes));
}

/**
 * 12 hex digits (48 bits) that tell texts apart: a quick digest for the thousands of ids in one document,
 * where SHA-256 took a fifteenth of the whole compilation. Not for what somebody might forge. Two lanes of
 * multiply-and-xor over the UTF-16 units, each finished with the mixer of MurmurHash3.
 */
export function digestText(text: string): string {
	let [low, high] = [0x9e3779b9, 0x85ebca6b ^ text.length];
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		low = Math.imul(low ^ unit, 0x01000193);
		low ^= low >>> 15;
		high = Math.imul(high ^ unit, 0x5bd1e995);
		high ^= high >>> 13;
	}
	// Each lane takes in the other, so that a coincidence in one is none in both.
	const first = mix(low ^ Math.imul(high, 0x27d4eb2f));
	const second = mix(high ^ first);
	return hex(first, 8) + hex(second >>> 16, 4);
}

/** The finaliser of MurmurHash3 (Austin Appleby): every bit of the input reaches every bit of the output. */
function mix(word: number): number {
	let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex(word: number, digits: number): string {
	return word.toString(16).padStart(digits, '0');
}

/** JSON with sorted keys and without `undefined`: the same value always prints the same text. */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_key, inner: unknown) =>
		isPlainObject(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
			: inner
	);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

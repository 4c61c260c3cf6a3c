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

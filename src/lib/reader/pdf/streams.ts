import { Unzlib } from 'fflate';

/** What one stream of a file may unpack to, in bytes: many times the text of a large book. */
const STREAM_MOST = 128 * 1024 * 1024;
/** Deflate never packs better than 1 : 1032, so shorter streams cannot exceed the limit. */
const SUSPECT_FROM = Math.floor(STREAM_MOST / 1032);
const STEP = 4 * 1024;

/**
 * Whether a stream of the file unpacks to more than any page holds, once or packed twice. The library
 * unpacks whole streams into memory, so this is found out beforehand, without keeping anything.
 */
export function hasPackedBomb(bytes: Uint8Array): boolean {
	for (let at = nextStream(bytes, 0); at >= 0; at = nextStream(bytes, at)) {
		if (!isZlib(bytes, at)) continue;
		const end = endOfStream(bytes, at);
		const packed = bytes.subarray(at, end);
		if (unpackedExceeds(packed)) return true;
		at = end;
	}
	return false;
}

/** Where the data of the next stream begins, or −1. */
function nextStream(bytes: Uint8Array, from: number): number {
	const at = find(bytes, STREAM, from);
	if (at < 0) return -1;
	let data = at + STREAM.length;
	if (bytes[data] === 13) data++;
	if (bytes[data] === 10) data++;
	return data;
}

function endOfStream(bytes: Uint8Array, from: number): number {
	const end = find(bytes, END, from);
	return end < 0 ? bytes.length : end;
}

const STREAM = codes('stream');
const END = codes('endstream');

function codes(text: string): number[] {
	return Array.from(text, (char) => char.charCodeAt(0));
}

function find(bytes: Uint8Array, word: readonly number[], from: number): number {
	const first = word[0] ?? 0;
	for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
		if (word.every((code, i) => bytes[at + i] === code)) return at;
	}
	return -1;
}

/** The two bytes a zlib stream begins with (RFC 1950). */
function isZlib(bytes: Uint8Array, at: number): boolean {
	const [method = 0, flags = 0] = [bytes[at], bytes[at + 1]];
	return (method & 0x0f) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0;
}

function unpackedExceeds(packed: Uint8Array): boolean {
	let total = 0;
	let inner: Unzlib | undefined;
	let first: Uint8Array | undefined;
	const count = (piece: Uint8Array) => {
		total += piece.length;
	};
	const outer = new Unzlib((piece, final) => {
		count(piece);
		if (first === undefined && piece.length >= 2) {
			first = piece;
			if (isZlib(piece, 0)) inner = new Unzlib(count);
		}
		try {
			for (let at = 0; inner && at < piece.length && total <= STREAM_MOST; at += STEP)
				inner.push(piece.subarray(at, at + STEP), final && at + STEP >= piece.length);
		} catch {
			inner = undefined;
		}
	});
	// What is packed twice may be short: only the plain case is ruled out by its length.
	const head = packed.subarray(0, Math.min(packed.length, STEP));
	try {
		outer.push(head, head.length === packed.length);
		if (inner === undefined && packed.length < SUSPECT_FROM) return false;
		for (let at = STEP; at < packed.length && total <= STREAM_MOST; at += STEP)
			outer.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
	} catch {
		// Damaged data: what it gave so far counts.
	}
	return total > STREAM_MOST;
}

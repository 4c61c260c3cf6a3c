import { isIdeograph } from '../document/characters.ts';
import { ok, refuse, type Result } from '../base/result.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
	text: string;
	/** In lower case, as the platform names it. */
	encoding: string;
}

/** Reads bytes as text: what a byte order mark says, else UTF-8, UTF-16 without a mark, GB18030, or one of them line by line, in this order. */
export function decodeBytes(bytes: Uint8Array): Result<Decoded, DecodeRefused> {
	const widest = decodeUtf32(bytes);
	if (widest) return plausible(widest.text) ? ok(widest) : refuse({ type: 'NotText', format: 'unknown' });
	const marked = markedEncoding(bytes);
	if (marked) {
		// A broken character after a byte order mark is a broken character, not another encoding.
		const text = new TextDecoder(marked).decode(bytes);
		return plausible(text) ? ok({ text, encoding: marked }) : refuse({ type: 'NotText', format: 'unknown' });
	}
	const utf8 = decodeStrictly(bytes, 'utf-8');
	if (utf8 !== undefined && !hasNul(bytes)) {
		return plausible(utf8)
			? ok({ text: utf8, encoding: 'utf-8' })
			: refuse({ type: 'NotText', format: 'unknown' });
	}
	const wide = unmarkedWide(bytes);
	if (wide) return ok(wide);
	if (hasManyNuls(bytes)) return refuse({ type: 'NotText', format: 'unknown' });
	if (utf8 !== undefined)
		return plausible(utf8)
			? ok({ text: utf8, encoding: 'utf-8' })
			: refuse({ type: 'NotText', format: 'unknown' });
	const repaired = nearlyUtf8(bytes);
	if (repaired !== undefined) return ok({ text: repaired, encoding: 'utf-8' });
	const chinese = decodeStrictly(bytes, 'gb18030');
	if (chinese !== undefined && isCommonChinese(chinese)) return ok({ text: chinese, encoding: 'gb18030' });
	const mixed = decodeLineByLine(bytes);
	return mixed === undefined ? refuse({ type: 'UnknownEncoding' }) : ok({ text: mixed, encoding: 'mixed' });
}

export type DecodeRefused = { type: 'NotText'; format: 'unknown' } | { type: 'UnknownEncoding' };

/**
 * Reads bytes in the encoding that the text itself names; undefined when it is none, or when the bytes say
 * otherwise: a byte order mark, or valid UTF-8 under another name.
 */
export function decodeLabelled(bytes: Uint8Array, label: string): Result<Decoded, DecodeRefused> | undefined {
	if (markedEncoding(bytes) || hasNul(bytes)) return undefined;
	const utf8 = decodeStrictly(bytes, 'utf-8');
	if (utf8 !== undefined) return undefined;
	try {
		const decoder = new TextDecoder(/^(?:gbk|gb2312|x-gbk)$/.test(label) ? 'gb18030' : label);
		const text = decoder.decode(bytes);
		return plausible(text) ? ok({ text, encoding: decoder.encoding }) : undefined;
	} catch {
		return undefined;
	}
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	return undefined;
}

/** Four bytes a character, told by its byte order mark or by the zeros; the platform has no decoder for it. */
function decodeUtf32(bytes: Uint8Array): Decoded | undefined {
	if (bytes.length < 8 || bytes.length % 4 !== 0) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (const littleEndian of [true, false]) {
		const marked = view.getUint32(0, littleEndian) === 0xfeff;
		// No code point reaches 0x110000: one that does not fit ends it at once.
		const pieces: string[] = [];
		let codes: number[] = [];
		let fits = true;
		for (let at = marked ? 4 : 0; at < bytes.length && fits; at += 4) {
			const code = view.getUint32(at, littleEndian);
			fits = code <= 0x10ffff && (marked || code !== 0);
			if (fits) codes.push(code);
			if (codes.length < 4096 && at + 4 < bytes.length) continue;
			pieces.push(String.fromCodePoint(...codes));
			codes = [];
		}
		if (fits) return { text: pieces.join(''), encoding: littleEndian ? 'utf-32le' : 'utf-32be' };
	}
	return undefined;
}

/** Files put together from others may change their encoding from one line to the next. */
function decodeLineByLine(bytes: Uint8Array): string | undefined {
	const lines: string[] = [];
	for (let from = 0; from < bytes.length;) {
		const end = bytes.indexOf(10, from);
		const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1);
		const text = decodeStrictly(line, 'utf-8') ?? decodeStrictly(line, 'gb18030');
		if (text === undefined) return undefined;
		lines.push(text);
		from += line.length;
	}
	const text = lines.join('');
	return lines.length > 1 && plausible(text) && commonShare(text.slice(0, 1_000_000)) >= 0.9
		? text
		: undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function hasNul(bytes: Uint8Array): boolean {
	return bytes.subarray(0, 65536).includes(0);
}

/** More than one byte in a thousand: no text has that; fewer are specks, and go like other invisibles. */
function hasManyNuls(bytes: Uint8Array): boolean {
	let nuls = 0;
	for (const byte of bytes) if (byte === 0) nuls++;
	return nuls * 1000 > bytes.length;
}

/** Control characters that no text editor writes, beyond a few specks, mean that this was no text. */
function plausible(text: string): boolean {
	let controls = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if ((code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd)
			controls++;
	}
	return controls * 50 <= text.length;
}

/** UTF-16 without its mark: one reading gives mostly letters, ideographs and spaces, the other does not. */
function unmarkedWide(bytes: Uint8Array): Decoded | undefined {
	if (bytes.length % 2 !== 0 || bytes.length < 4) return undefined;
	const sample = bytes.subarray(0, 8192);
	for (const encoding of ['utf-16le', 'utf-16be'] as const) {
		if (commonShare(new TextDecoder(encoding).decode(sample)) < 0.9) continue;
		const text = decodeStrictly(bytes, encoding);
		if (text !== undefined) return { text, encoding };
	}
	return undefined;
}

/** A file of UTF-8 with a torn character here and there: at most one in five hundred is broken. */
function nearlyUtf8(bytes: Uint8Array): string | undefined {
	const text = new TextDecoder('utf-8').decode(bytes);
	let broken = 0;
	let wide = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === 0xfffd) broken++;
		else if (code > 0x7f) wide++;
	}
	return wide > 0 && broken * 500 <= text.length && broken * 20 <= wide ? text : undefined;
}

/** Random bytes are often valid GB18030 but give rare ideographs; real text keeps to the common ones. */
function isCommonChinese(text: string): boolean {
	return commonShare(text.slice(0, 100_000)) >= 0.9;
}

function commonShare(text: string): number {
	let common = 0;
	let all = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		all++;
		if (isPlainAscii(code) || isCommonPunctuation(code)) common++;
		else if (isIdeograph(code) && isInGb2312(code)) common++;
	}
	return all === 0 ? 0 : common / all;
}

function isPlainAscii(code: number): boolean {
	return (code >= 0x20 && code < 0x7f) || code === 9 || code === 10 || code === 13;
}

function isCommonPunctuation(code: number): boolean {
	return (
		(code >= 0x3000 && code <= 0x3017) ||
		(code >= 0xff01 && code <= 0xff5e) ||
		(code >= 0x2013 && code <= 0x2026) ||
		code === 0xb7
	);
}

let gb2312: Set<number> | undefined;

/** The 3,755 ideographs of GB 2312's first level are 99.9 % of running text; read from the decoder itself. */
function isInGb2312(code: number): boolean {
	if (gb2312 === undefined) {
		const bytes = new Uint8Array(2 * 40 * 94);
		let at = 0;
		for (let row = 0xb0; row <= 0xd7; row++) {
			for (let cell = 0xa1; cell <= 0xfe; cell++) {
				bytes[at++] = row;
				bytes[at++] = cell;
			}
		}
		gb2312 = new Set(Array.from(new TextDecoder('gb18030').decode(bytes), (char) => char.charCodeAt(0)));
	}
	return gb2312.has(code);
}

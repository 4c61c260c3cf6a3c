import type { RawLine, RawText } from '../document/raw.ts';
import { ok, refuse, type Result } from '../base/result.ts';
import { decodeBytes, type Encoding } from './decode.ts';
import { isMarkdown, readMarkdown } from './markdown.ts';
import { recogniseFormat, type OtherFormat } from './signature.ts';

/** Files of this size and more are refused, in bytes. */
export const TOO_LARGE = 50 * 1024 * 1024;

/** A file's text, line by line, or why there is none. `file` is the file's own name. */
export function readBytes(bytes: Uint8Array, file: string): Result<RawText, ReadRefused> {
	if (bytes.length >= TOO_LARGE) return refuse({ type: 'TooLarge', bytes: bytes.length, most: TOO_LARGE });
	if (bytes.length === 0) return refuse({ type: 'Empty' });
	const format = recogniseFormat(bytes);
	if (format) return refuse({ type: 'NotText', format });
	const decoded = decodeBytes(bytes);
	if (!decoded.ok) return decoded;
	return readDecoded(decoded.value.text, file, decoded.value.encoding);
}

export type ReadRefused =
	| { type: 'Empty' }
	| { type: 'TooLarge'; bytes: number; most: number }
	/** `format` says what the bytes look like; `unknown` for anything else that is no text. */
	| { type: 'NotText'; format: OtherFormat | 'unknown' }
	| { type: 'UnknownEncoding' };

/** The same for text that was pasted or decoded already. */
export function readText(text: string, file: string): Result<RawText, ReadRefused> {
	if (text.length >= TOO_LARGE) return refuse({ type: 'TooLarge', bytes: text.length, most: TOO_LARGE });
	return readDecoded(text, file, 'text');
}

function readDecoded(text: string, file: string, encoding: Encoding | 'text'): Result<RawText, ReadRefused> {
	if (!/[^\s\p{Cc}\p{Cf}]/u.test(text)) return refuse({ type: 'Empty' });
	const lines = splitLines(text);
	const markdown = isMarkdown(lines, file);
	return ok({
		file,
		form: markdown ? 'markdown' : 'plain',
		encoding,
		lines: markdown ? readMarkdown(lines) : lines
	});
}

/** Every line end there is: CR LF, LF, CR, NEL, LS, PS, vertical tab; a form feed begins a page. */
function splitLines(text: string): RawLine[] {
	const lines: RawLine[] = [];
	let newPage = false;
	for (const line of text.split(/\r\n|[\n\r\v\u0085\u2028\u2029]/)) {
		const pages = line.split('\f');
		pages.forEach((page, i) => {
			newPage ||= i > 0;
			if (i < pages.length - 1 && page.trim() === '') return;
			lines.push(newPage && page.trim() !== '' ? { text: page, newPage: true } : { text: page });
			if (page.trim() !== '') newPage = false;
		});
	}
	return lines;
}

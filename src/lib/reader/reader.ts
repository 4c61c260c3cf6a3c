import type { RawLine, RawText } from '../document/raw.ts';
import { ok, refuse, type Result } from '../base/result.ts';
import { decodeBytes, decodeLabelled } from './decode.ts';
import { readDocx } from './docx/docx.ts';
import { readHtml } from './html/html.ts';
import { declaredEncoding, isHtml } from './html/sniff.ts';
import { TOO_LARGE } from './limits.ts';
import { isMarkdown, readMarkdown } from './markdown.ts';
import { readPdf, type OpenPdf } from './pdf/pdf.ts';
import { recogniseFormat, type OtherFormat } from './signature.ts';

/**
 * A file's text, line by line, or why there is none. `file` is the file's own name; its content says what it
 * is, the ending only where the content leaves it open.
 */
export async function readFile(
	bytes: Uint8Array,
	file: string,
	{ openPdf, onpage }: ReadOptions
): Promise<Result<RawText, ReadRefused>> {
	if (bytes.length >= TOO_LARGE || recogniseFormat(bytes)?.type !== 'pdf') return readBytes(bytes, file);
	const lines = await readPdf(bytes, openPdf, onpage);
	return lines.ok ? finish({ file, form: 'pdf', encoding: 'pdf', lines: lines.value }) : lines;
}

export interface ReadOptions {
	/** Opens a PDF with the library, which the caller brings along. */
	openPdf: OpenPdf;
	/** Told after every page of a PDF. */
	onpage?: (done: number, total: number) => void;
}

/** The same at once, for everything but PDF. */
export function readBytes(bytes: Uint8Array, file: string): Result<RawText, ReadRefused> {
	if (bytes.length >= TOO_LARGE) return refuse({ type: 'TooLarge', bytes: bytes.length, most: TOO_LARGE });
	if (bytes.length === 0) return refuse({ type: 'Empty' });
	const recognised = recogniseFormat(bytes);
	if (recognised?.type === 'docx') {
		const lines = readDocx(bytes, recognised.entries);
		if (lines.ok) return finish({ file, form: 'docx', encoding: 'docx', lines: lines.value });
		return lines.error.type === 'UnpacksTooLarge'
			? refuse(lines.error)
			: refuse({ type: lines.error.type === 'Locked' ? 'LockedFile' : 'BrokenFile' });
	}
	if (recognised) return refuse(refusalOf(recognised));
	const declared = declaredEncoding(bytes);
	const decoded =
		(declared === undefined ? undefined : decodeLabelled(bytes, declared)) ?? decodeBytes(bytes);
	if (!decoded.ok) return decoded;
	const { text, encoding } = decoded.value;
	if (!isHtml(text, file)) return readDecoded(text, file, encoding);
	return finish({ file, form: 'html', encoding, ...readHtml(text) });
}

export type ReadRefused =
	| { type: 'Empty' }
	| { type: 'TooLarge'; bytes: number; most: number }
	/** `format` says what the bytes look like; `unknown` for anything else that is no text. */
	| { type: 'NotText'; format: OtherFormat | 'unknown' }
	/** Has text, which the program that made it can save as `as`, an ending with its dot. */
	| { type: 'SaveAs'; format: OtherFormat; as: string }
	| { type: 'UnknownEncoding' }
	| { type: 'LockedFile' }
	| { type: 'BrokenFile' }
	| { type: 'UnpacksTooLarge' }
	/** Pictures of pages: no letter in it can be read. */
	| { type: 'Scanned'; pages: number }
	| { type: 'TooManyPages'; pages: number; limit: number }
	/** The library could not be fetched: no network, and it was never used here before. */
	| { type: 'ReaderMissing' };

function refusalOf(recognised: Exclude<ReturnType<typeof recogniseFormat>, undefined>): ReadRefused {
	switch (recognised.type) {
		case 'pdf':
			return { type: 'ReaderMissing' };
		case 'docx':
		case 'damaged':
			return { type: 'BrokenFile' };
		case 'locked':
			return { type: 'LockedFile' };
		case 'other': {
			const { format } = recognised;
			const as = SAVED_AS[format];
			return as === undefined ? { type: 'NotText', format } : { type: 'SaveAs', format, as };
		}
	}
}

const SAVED_AS: Partial<Record<OtherFormat, string>> = {
	'old-word': '.docx',
	'old-office': '.docx',
	'rich-text': '.docx',
	'open-document': '.docx',
	spreadsheet: '.pdf',
	slides: '.pdf',
	book: '.pdf'
};

/** Text that was pasted or decoded already. */
export function readText(text: string, file: string): Result<RawText, ReadRefused> {
	if (text.length >= TOO_LARGE) return refuse({ type: 'TooLarge', bytes: text.length, most: TOO_LARGE });
	return readDecoded(text, file, 'text');
}

function readDecoded(text: string, file: string, encoding: string): Result<RawText, ReadRefused> {
	const lines = splitLines(text);
	const markdown = isMarkdown(lines, file);
	return finish({
		file,
		form: markdown ? 'markdown' : 'plain',
		encoding,
		lines: markdown ? readMarkdown(lines) : lines
	});
}

/** Nothing to read is no text; nor is what unpacked to more letters than a file may have bytes. */
function finish(raw: RawText): Result<RawText, ReadRefused> {
	const letters = raw.lines.reduce((sum, { text }) => sum + text.length, 0);
	if (letters >= TOO_LARGE) return refuse({ type: 'TooLarge', bytes: letters, most: TOO_LARGE });
	const hasText = raw.lines.some(
		({ text, scaffolding }) => !(scaffolding && raw.form !== 'markdown') && /[^\s\p{Cc}\p{Cf}]/u.test(text)
	);
	return hasText ? ok(raw) : refuse({ type: 'Empty' });
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

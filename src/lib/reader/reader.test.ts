import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDocument } from '../document/compile.ts';
import { zipped } from '../../../tests/support/documents.ts';
import { TOO_LARGE } from './limits.ts';
import { readBytes, readText } from './reader.ts';

const TEXT = '各级工会要把服务送到一线。\n全年走访企业330家，办结率达到96.5%。\n';

function utf8(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
	const units = Array.from(mark ? `\ufeff${text}` : text, (char) => char.charCodeAt(0));
	return new Uint8Array(
		units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]))
	);
}

function utf32(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
	const codes = Array.from(mark ? `\ufeff${text}` : text, (char) => char.codePointAt(0) ?? 0);
	const bytes = new Uint8Array(codes.length * 4);
	codes.forEach((code, at) => new DataView(bytes.buffer).setUint32(at * 4, code, littleEndian));
	return bytes;
}

function mixed(text: string): Uint8Array {
	const [first = '', ...rest] = text.split('\n');
	return new Uint8Array([...gb18030(`${first}\n`), ...utf8(rest.join('\n'))]);
}

/** GB 18030 has no encoder in the platform: its table is read out of the decoder. */
function gb18030(text: string): Uint8Array {
	const codes = new Map<string, number[]>();
	for (let high = 0x81; high <= 0xfe; high++) {
		for (let low = 0x40; low <= 0xfe; low++) {
			if (low === 0x7f) continue;
			codes.set(new TextDecoder('gb18030').decode(new Uint8Array([high, low])), [high, low]);
		}
	}
	return new Uint8Array(
		Array.from(text).flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? [])))
	);
}

/** The head of a compound file with a directory that names one stream. */
function oleOf(stream: string): Uint8Array {
	const bytes = new Uint8Array(1024 + 128);
	bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
	bytes[30] = 9;
	bytes[48] = 1;
	bytes.set(utf16(stream, true, false), 1024);
	return bytes;
}

function linesOf(bytes: Uint8Array): unknown {
	const result = readBytes(bytes, 'a.txt');
	return result.ok ? [result.value.encoding, ...result.value.lines.map(({ text }) => text)] : result.error;
}

describe('bytes are read as text', () => {
	const lines = TEXT.split('\n');

	it.each([
		['UTF-8', utf8(TEXT), 'utf-8'],
		['UTF-8 with a byte order mark', utf8(`\ufeff${TEXT}`), 'utf-8'],
		['UTF-16, little end first', utf16(TEXT, true, true), 'utf-16le'],
		['UTF-16, big end first', utf16(TEXT, false, true), 'utf-16be'],
		['UTF-16 without its mark', utf16(TEXT, true, false), 'utf-16le'],
		['UTF-16 without its mark, big end first', utf16(TEXT, false, false), 'utf-16be'],
		['UTF-32, little end first', utf32(TEXT, true, true), 'utf-32le'],
		['UTF-32, big end first', utf32(TEXT, false, true), 'utf-32be'],
		['UTF-32 without its mark', utf32(TEXT, true, false), 'utf-32le'],
		['GB 18030', gb18030(TEXT), 'gb18030'],
		['one encoding in one line, another in the next', mixed(TEXT), 'mixed']
	])('%s', (_name, bytes, encoding) => {
		expect(linesOf(bytes)).toEqual([encoding, ...lines]);
	});
	it('UTF-8 with one torn character in a long text stays UTF-8', () => {
		const bytes = utf8(TEXT.repeat(100));
		bytes[1] = 0x20;
		expect(readBytes(bytes, 'a.txt')).toMatchObject({ ok: true, value: { encoding: 'utf-8' } });
	});
	it('every kind of line end, and a form feed begins a page', () => {
		const result = readText('甲\r\n乙\r丙\u2028丁\f戊', 'a.txt');
		expect(result.ok && result.value.lines).toEqual([
			{ text: '甲' },
			{ text: '乙' },
			{ text: '丙' },
			{ text: '丁' },
			{ text: '戊', newPage: true }
		]);
	});
});

describe('what is no text is refused with its reason', () => {
	it.each([
		['nothing', new Uint8Array(), { type: 'Empty' }],
		['white space', utf8(' \n\u3000\n'), { type: 'Empty' }],
		[
			'a picture',
			new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
			{ type: 'NotText', format: 'picture' }
		],
		['a PDF, which takes a library', utf8('%PDF-1.7\n1 0 obj'), { type: 'ReaderMissing' }],
		['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), { type: 'NotText', format: 'zip' }],
		['a Word file that breaks off', utf8('PK\x03\x04....[Content_Types].xml'), { type: 'BrokenFile' }],
		['an old Word file', oleOf('WordDocument'), { type: 'SaveAs', format: 'old-word', as: '.docx' }],
		['an old Excel file', oleOf('Workbook'), { type: 'SaveAs', format: 'spreadsheet', as: '.pdf' }],
		['a Word file with a password', oleOf('EncryptedPackage'), { type: 'LockedFile' }],
		[
			'an Excel file',
			zipped({ 'xl/workbook.xml': '' }),
			{ type: 'SaveAs', format: 'spreadsheet', as: '.pdf' }
		],
		['slides', zipped({ 'ppt/presentation.xml': '' }), { type: 'SaveAs', format: 'slides', as: '.pdf' }],
		['rich text', utf8('{\\rtf1\\ansi text}'), { type: 'SaveAs', format: 'rich-text', as: '.docx' }],
		[
			'a photo of a phone',
			utf8('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
			{ type: 'NotText', format: 'picture' }
		],
		['a zip of other things', zipped({ 'a.txt': 'text' }), { type: 'NotText', format: 'zip' }],
		['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), { type: 'NotText', format: 'program' }],
		[
			'bytes with many NULs',
			new Uint8Array(400).fill(1).map((_byte, at) => (at % 7 === 0 ? 0 : at)),
			{ type: 'NotText', format: 'unknown' }
		],
		[
			'bytes in no encoding',
			new Uint8Array([0xff, 0x80, 0x81, 0xff, 0x41, 0xff]),
			{ type: 'UnknownEncoding' }
		]
	])('%s', (_name, bytes, error) => {
		expect(readBytes(bytes, 'a.txt')).toEqual({ ok: false, error });
	});
	it('fifty megabytes are too many, one byte less is not', () => {
		expect(readBytes(new Uint8Array(TOO_LARGE), 'a.txt')).toEqual({
			ok: false,
			error: { type: 'TooLarge', bytes: TOO_LARGE, most: TOO_LARGE }
		});
		expect(readBytes(new Uint8Array(TOO_LARGE - 1), 'a.txt')).not.toMatchObject({
			error: { type: 'TooLarge' }
		});
	});
});

describe('any bytes at all', () => {
	it('are read or refused, never an exception', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
				const result = readBytes(bytes, 'a.txt');
				if (result.ok) expect(compileDocument(result.value).file).toBe('a.txt');
			}),
			{ numRuns: 500 }
		);
	});
	it('and so is any text, lone surrogates and controls included', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 300 }),
				fc.constantFrom('a.txt', 'a.md'),
				(text, file) => {
					const result = readText(text, file);
					if (result.ok) expect(compileDocument(result.value).articles).toBeInstanceOf(Array);
				}
			),
			{ numRuns: 500 }
		);
	});
	it('of ten megabytes in one line take linear time', () => {
		const sentence = '各部门要把安全生产放在首位，坚持“预防为主”的方针，投入资金1.5亿元。';
		const result = readText(sentence.repeat(100_000), 'a.txt');
		expect(
			result.ok && compileDocument(result.value).articles[0]?.sections[0]?.paragraphs[0]?.text
		).toHaveLength(sentence.length * 100_000);
	}, 20_000);
});

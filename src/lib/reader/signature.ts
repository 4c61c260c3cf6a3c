import { listZip, type ZipEntry } from './zip.ts';

/** Formats that are told apart by their content and have no text that could be read here. */
export type OtherFormat =
	| 'picture'
	| 'zip'
	| 'office'
	| 'media'
	| 'program'
	| 'archive'
	/** These have text, but another program must save it in a form that can be read. */
	| 'old-word'
	| 'old-office'
	| 'spreadsheet'
	| 'slides'
	| 'open-document'
	| 'rich-text'
	| 'book';

export type Recognised =
	| { type: 'pdf' }
	| { type: 'docx'; entries: Map<string, ZipEntry> }
	/** Made by an office program and locked with a password, or broken off. */
	| { type: 'locked' }
	| { type: 'damaged' }
	| { type: 'other'; format: OtherFormat };

/** What the bytes say the file is, whatever its name says; undefined for what may be text. */
export function recogniseFormat(bytes: Uint8Array): Recognised | undefined {
	// Some programs write a line of their own in front; readers of PDF look for its mark in the first KB.
	if (indexOf(bytes.subarray(0, 1024), '%PDF-') >= 0) return { type: 'pdf' };
	for (const [signature, format, offset] of SIGNATURES) {
		if (!startsWith(bytes, signature, offset ?? 0)) continue;
		if (format === 'zip') return recogniseZip(bytes);
		return format === 'ole' ? recogniseOle(bytes) : { type: 'other', format };
	}
	return undefined;
}

const SIGNATURES: [signature: number[], format: OtherFormat | 'ole', offset?: number][] = [
	[[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'picture'],
	[[0xff, 0xd8, 0xff], 'picture'],
	[[0x47, 0x49, 0x46, 0x38], 'picture'],
	[[0x57, 0x45, 0x42, 0x50], 'picture', 8],
	[[0x49, 0x49, 0x2a, 0x00], 'picture'],
	[[0x4d, 0x4d, 0x00, 0x2a], 'picture'],
	// HEIC, HEIF and AVIF, as phones take them.
	[[0x66, 0x74, 0x79, 0x70, 0x68, 0x65], 'picture', 4],
	[[0x66, 0x74, 0x79, 0x70, 0x6d, 0x69, 0x66, 0x31], 'picture', 4],
	[[0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66], 'picture', 4],
	[[0x42, 0x4d], 'picture', 0],
	[[0x50, 0x4b, 0x03, 0x04], 'zip'],
	[[0x50, 0x4b, 0x05, 0x06], 'zip'],
	[[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'ole'],
	[[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rich-text'],
	[[0x66, 0x74, 0x79, 0x70], 'media', 4],
	[[0x49, 0x44, 0x33, 0x03], 'media'],
	[[0x49, 0x44, 0x33, 0x04], 'media'],
	[[0x4f, 0x67, 0x67, 0x53], 'media'],
	[[0x52, 0x49, 0x46, 0x46], 'media'],
	[[0x1a, 0x45, 0xdf, 0xa3], 'media'],
	[[0x7f, 0x45, 0x4c, 0x46], 'program'],
	[[0x4d, 0x5a, 0x90, 0x00], 'program'],
	[[0xcf, 0xfa, 0xed, 0xfe], 'program'],
	[[0xca, 0xfe, 0xba, 0xbe], 'program'],
	[[0x1f, 0x8b, 0x08], 'archive'],
	[[0x42, 0x5a, 0x68], 'archive'],
	[[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'archive'],
	[[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'archive'],
	[[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'archive']
];

function startsWith(bytes: Uint8Array, signature: readonly number[], offset: number): boolean {
	if (!signature.every((byte, i) => bytes[offset + i] === byte)) return false;
	// Two letters are not enough: a bitmap also says how long it is, and “BZh” is followed by a digit.
	if (signature.length === 2) return isBitmap(bytes);
	return signature[0] !== 0x42 || ((bytes[3] ?? 0) >= 0x31 && (bytes[3] ?? 0) <= 0x39 && bytes[4] === 0x31);
}

function isBitmap(bytes: Uint8Array): boolean {
	if (bytes.length < 26) return false;
	const view = new DataView(bytes.buffer, bytes.byteOffset, 26);
	return view.getUint32(2, true) === bytes.length || view.getUint32(6, true) === 0;
}

/** The archive's own list of names says what it is. */
function recogniseZip(bytes: Uint8Array): Recognised {
	const listed = listZip(bytes);
	if (!listed.ok) return looksLikeOffice(bytes) ? { type: 'damaged' } : { type: 'other', format: 'zip' };
	const entries = listed.value;
	const names = [...entries.keys()];
	const has = (start: string) => names.some((name) => name.startsWith(start));
	if (has('word/document')) return { type: 'docx', entries };
	if (has('xl/')) return { type: 'other', format: 'spreadsheet' };
	if (has('ppt/')) return { type: 'other', format: 'slides' };
	if (has('META-INF/container.xml')) return { type: 'other', format: 'book' };
	if (has('META-INF/manifest.xml') && has('content.xml')) return { type: 'other', format: 'open-document' };
	return { type: 'other', format: has('[Content_Types].xml') ? 'office' : 'zip' };
}

/** A Word, Excel or PowerPoint file is a zip whose first entries are named so. */
function looksLikeOffice(bytes: Uint8Array): boolean {
	const head = bytes.subarray(0, 4096);
	return ['[Content_Types].xml', 'word/', 'xl/', 'ppt/'].some((name) => indexOf(head, name) >= 0);
}

/** The names of streams in the directory of an OLE file, which lies where its header says. */
function recogniseOle(bytes: Uint8Array): Recognised {
	if (bytes.length < 512) return { type: 'damaged' };
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const sector = 2 ** Math.min(12, Math.max(9, view.getUint16(30, true)));
	const at = (view.getUint32(48, true) + 1) * sector;
	const directory = bytes.subarray(at, at + 8 * 1024);
	const has = (name: string) => indexOf(directory, [...name].join('\0')) >= 0;
	if (has('EncryptedPackage')) return { type: 'locked' };
	if (has('WordDocument')) return { type: 'other', format: 'old-word' };
	if (has('Workbook') || has('Book')) return { type: 'other', format: 'spreadsheet' };
	if (has('PowerPoint Document')) return { type: 'other', format: 'slides' };
	return { type: 'other', format: 'old-office' };
}

/** Where the ASCII text begins in the bytes, or −1. */
function indexOf(bytes: Uint8Array, text: string): number {
	const first = text.charCodeAt(0);
	for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
		let length = 1;
		while (length < text.length && bytes[at + length] === text.charCodeAt(length)) length++;
		if (length === text.length) return at;
	}
	return -1;
}

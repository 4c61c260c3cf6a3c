/** Formats that are told apart by their first bytes and are not text. */
export type OtherFormat =
	'picture' | 'pdf' | 'zip' | 'office' | 'old-office' | 'media' | 'program' | 'archive';

/** What the first bytes say the file is, if they say something other than text. */
export function recogniseFormat(bytes: Uint8Array): OtherFormat | undefined {
	for (const [signature, format, offset] of SIGNATURES) {
		if (!startsWith(bytes, signature, offset ?? 0)) continue;
		return format === 'zip' && looksLikeOffice(bytes) ? 'office' : format;
	}
	return undefined;
}

const SIGNATURES: [signature: number[], format: OtherFormat, offset?: number][] = [
	[[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'picture'],
	[[0xff, 0xd8, 0xff], 'picture'],
	[[0x47, 0x49, 0x46, 0x38], 'picture'],
	[[0x57, 0x45, 0x42, 0x50], 'picture', 8],
	[[0x49, 0x49, 0x2a, 0x00], 'picture'],
	[[0x4d, 0x4d, 0x00, 0x2a], 'picture'],
	[[0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], 'picture', 4],
	[[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
	[[0x50, 0x4b, 0x03, 0x04], 'zip'],
	[[0x50, 0x4b, 0x05, 0x06], 'zip'],
	[[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'old-office'],
	[[0x66, 0x74, 0x79, 0x70], 'media', 4],
	[[0x49, 0x44, 0x33, 0x03], 'media'],
	[[0x4f, 0x67, 0x67, 0x53], 'media'],
	[[0x52, 0x49, 0x46, 0x46], 'media'],
	[[0x7f, 0x45, 0x4c, 0x46], 'program'],
	[[0x4d, 0x5a, 0x90, 0x00], 'program'],
	[[0x1f, 0x8b, 0x08], 'archive'],
	[[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'archive'],
	[[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'archive']
];

function startsWith(bytes: Uint8Array, signature: readonly number[], offset: number): boolean {
	return signature.every((byte, i) => bytes[offset + i] === byte);
}

/** A Word, Excel or PowerPoint file is a zip whose first entries are named so. */
function looksLikeOffice(bytes: Uint8Array): boolean {
	const head = String.fromCharCode(...bytes.subarray(0, 4096));
	return head.includes('[Content_Types].xml') || /(?:word|xl|ppt)\//.test(head);
}

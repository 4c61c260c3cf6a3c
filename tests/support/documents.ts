import { strToU8, zipSync, zlibSync } from 'fflate';
import { constants, deflateRawSync } from 'node:zlib';

/** A Word file whose body is `body`; other parts by their name. */
export function docxOf(
	body: string,
	parts: Record<string, string | Uint8Array> = {}
): Uint8Array<ArrayBuffer> {
	const main = `<w:document ${WORD}><w:body>${body}</w:body></w:document>`;
	const files = { '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': main, ...parts };
	return zipped(files);
}

export function zipped(files: Record<string, string | Uint8Array>): Uint8Array<ArrayBuffer> {
	const entries = Object.entries(files).map(([name, content]) => [
		name,
		typeof content === 'string' ? strToU8(content) : content
	]);
	return new Uint8Array(zipSync(Object.fromEntries(entries)));
}

/** An archive with one entry of so many megabytes of spaces, which says that it is small. */
export function zipBombOf(name: string, megabytes: number): Uint8Array<ArrayBuffer> {
	// Flushed, each piece can stand behind the other; an empty last block ends them.
	const piece = deflateRawSync(new Uint8Array(8 * 1024 * 1024).fill(32), {
		finishFlush: constants.Z_SYNC_FLUSH
	});
	const packed = joined([...Array.from({ length: megabytes / 8 }, () => piece), Uint8Array.of(3, 0)]);
	const file = strToU8(name);
	const sizes = [0, packed.length, 1_000];
	const local = fields('PK\x03\x04', [20, 0, 8, 0, 0], sizes, [file.length, 0]);
	const central = fields('PK\x01\x02', [20, 20, 0, 8, 0, 0], sizes, [file.length, 0, 0, 0, 0], [0, 0]);
	const before = local.length + file.length + packed.length;
	const listed = central.length + file.length;
	const end = fields('PK\x05\x06', [0, 0, 1, 1], [listed, before], [0]);
	return joined([local, file, packed, central, file, end]);
}

/** A signature, then numbers of two bytes and of four bytes by turns. */
function fields(signature: string, ...groups: number[][]): Uint8Array {
	return joined([
		strToU8(signature, true),
		...groups.flatMap((group, at) =>
			group.map((number) => {
				const bytes = new Uint8Array(at % 2 === 0 ? 2 : 4);
				bytes.forEach((_byte, i) => (bytes[i] = (number >>> (8 * i)) & 255));
				return bytes;
			})
		)
	]);
}

export const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const CONTENT_TYPES =
	'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';

/** One paragraph; `properties` are the inner elements of its `pPr`. */
export function paragraph(text: string, properties = ''): string {
	const runs = text === '' ? '' : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
	return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

export function styled(text: string, style: string): string {
	return paragraph(text, `<w:pStyle w:val="${style}"/>`);
}

/** A piece of text on a page of A4; `y` counts from the top, all in points. */
export interface Placed {
	x: number;
	y: number;
	text: string;
	size?: number;
	/** Degrees, against the clock. */
	turn?: number;
}

const HEIGHT = 842;

/**
 * A PDF with these pages. Letters are set in Helvetica, Chinese in a font that is not in the file and only
 * named by its character collection, as many Chinese programs do: reading it takes the tables of Adobe-GB1.
 */
export function pdfOf(
	pages: readonly (readonly Placed[])[],
	{ packed = false, content = '' }: { packed?: boolean; content?: string } = {}
): Uint8Array<ArrayBuffer> {
	const objects: (string | Uint8Array)[] = [
		'<</Type/Catalog/Pages 2 0 R>>',
		`<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_page, at) => `${6 + at * 2} 0 R`).join(' ')}]>>`,
		'<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
		'<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>',
		'<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>',
		...pages.flatMap((page, at) => [
			`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 ${HEIGHT}]/Resources<</Font<</L 3 0 R/S 4 0 R>>>>/Contents ${7 + at * 2} 0 R>>`,
			streamOf(page.map(operatorsOf).join('\n') + content, packed)
		])
	];
	const pieces: Uint8Array[] = [strToU8('%PDF-1.7\n', true)];
	const places: number[] = [];
	let length = pieces[0]?.length ?? 0;
	const write = (piece: string | Uint8Array) => {
		const bytes = typeof piece === 'string' ? strToU8(piece, true) : piece;
		pieces.push(bytes);
		length += bytes.length;
	};
	objects.forEach((object, at) => {
		places.push(length);
		write(`${at + 1} 0 obj\n`);
		write(object);
		write('\nendobj\n');
	});
	const table = length;
	const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
	write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`);
	write(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
	return joined(pieces);
}

function streamOf(content: string, packed: boolean): Uint8Array {
	const plain = strToU8(content, true);
	const data = packed ? zlibSync(plain, { level: 9 }) : plain;
	return joined([
		strToU8(`<</Length ${data.length}${packed ? '/Filter/FlateDecode' : ''}>>\nstream\n`, true),
		data,
		strToU8('\nendstream', true)
	]);
}

function operatorsOf({ x, y, text, size = 12, turn = 0 }: Placed): string {
	const radians = (turn * Math.PI) / 180;
	const [cos, sin] = [Math.cos(radians), Math.sin(radians)].map((part) => part.toFixed(4));
	const isLatin = /^[\x20-\x7e]*$/.test(text);
	const shown = isLatin ? `(${text.replace(/[()\\]/g, '\\$&')})` : `<${wide(text)}>`;
	const minusSin = sin?.startsWith('-') ? sin.slice(1) : `-${sin}`;
	return `BT /${isLatin ? 'L' : 'S'} ${size} Tf ${cos} ${sin} ${minusSin} ${cos} ${x} ${HEIGHT - y} Tm ${shown} Tj ET`;
}

function wide(text: string): string {
	return Array.from({ length: text.length }, (_none, at) =>
		text.charCodeAt(at).toString(16).padStart(4, '0')
	).join('');
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}

/** A text set in lines of so many ideographs, as a page would have it, from the top of a column down. */
export function setInLines(
	text: string,
	{
		x,
		y,
		columns,
		size = 12,
		pitch = 18
	}: { x: number; y: number; columns: number; size?: number; pitch?: number }
): Placed[] {
	const lines: Placed[] = [];
	let rest = `\u3000\u3000${text}`;
	while (rest !== '') {
		let end = Math.min(columns, rest.length);
		while (end < rest.length && '，。；：、”）'.includes(rest[end] ?? '')) end++;
		const line = rest.slice(0, end);
		const indent = line.startsWith('\u3000\u3000') ? 2 : 0;
		lines.push({ x: x + indent * size, y: y + lines.length * pitch, text: line.slice(indent), size });
		rest = rest.slice(end);
	}
	return lines;
}

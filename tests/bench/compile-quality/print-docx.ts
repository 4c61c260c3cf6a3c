import { crc32 } from 'node:zlib';
import type { GoldBlock, GoldText } from './gold.ts';
import { escaped } from './print-html.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A gold text as a Word file: headings by their styles, a running head, runs torn as editors tear them. */
export function printDocx({ blocks, settings }: GoldText): Buffer {
	const body = blocks.map((block, at) => elementOf(block, blocks[at - 1], blocks[at + 1])).join('');
	const head = settings.head ?? '';
	return zipOf({
		'[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${CONTENT}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${CONTENT}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${CONTENT}.header+xml"/></Types>`,
		'_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
		'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/header" Target="header1.xml"/></Relationships>`,
		'word/styles.xml': `<w:styles xmlns:w="${WORD}">${[1, 2, 3, 4].map((level) => `<w:style w:type="paragraph" w:styleId="${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')}<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style></w:styles>`,
		'word/header1.xml': `<w:hdr xmlns:w="${WORD}">${paragraph(head)}</w:hdr>`,
		'word/document.xml': `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="r2"/></w:sectPr></w:body></w:document>`
	});
}

function elementOf(block: GoldBlock, before: GoldBlock | undefined, after: GoldBlock | undefined): string {
	if (block.kind === 'title') return paragraph(block.printed, 'a3');
	if (block.kind === 'heading') return paragraph(block.printed, String(block.level));
	if (block.kind !== 'table') return paragraph(block.printed);
	const cells = block.printed.split('\t').map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`);
	const row = `<w:tr>${cells.join('')}</w:tr>`;
	return `${before?.kind === 'table' ? '' : '<w:tbl>'}${row}${after?.kind === 'table' ? '' : '</w:tbl>'}`;
}

/** In runs of a dozen letters, as after many changes. */
function paragraph(text: string, style?: string): string {
	const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
	const runs = text
		.split('\n')
		.map((line) =>
			(line.match(/.{1,12}/gsu) ?? [])
				.map((piece) => `<w:r><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`)
				.join('')
		);
	return `<w:p>${properties}${runs.join('<w:r><w:br/></w:r>')}</w:p>`;
}

/** An archive whose files are stored as they are. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of Object.entries(files)) {
		const [path, bytes] = [Buffer.from(name), Buffer.from(text)];
		const fields = Buffer.alloc(26);
		fields.writeUInt16LE(20, 0);
		fields.writeUInt32LE(crc32(bytes), 10);
		fields.writeUInt32LE(bytes.length, 14);
		fields.writeUInt32LE(bytes.length, 18);
		fields.writeUInt16LE(path.length, 22);
		parts.push(Buffer.from('PK\x03\x04'), fields, path, bytes);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		directory.push(Buffer.from('PK\x01\x02\x14\0'), fields, tail, path);
		offset += 30 + path.length + bytes.length;
	}
	const entries = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06');
	end.writeUInt16LE(Object.keys(files).length, 8);
	end.writeUInt16LE(Object.keys(files).length, 10);
	end.writeUInt32LE(entries.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, entries, end]);
}

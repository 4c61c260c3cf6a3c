import type { GoldBlock, GoldText } from './gold.ts';
import { wrapLetters } from './print.ts';
import { seededRandom } from '#lib/base/random.ts';

/** Letters on a page: where, how large, what. Points, from the lower left. */
interface Piece {
	x: number;
	y: number;
	size: number;
	text: string;
}

const PAGE = { width: 595, height: 842, top: 770, bottom: 70 };
const SIZE = 12;
const LEADING = 19;

/**
 * A gold text as a PDF with a text layer: `@columns` columns a page, running head and page number by their
 * places. No font is embedded; what the codes mean stands in its ToUnicode table.
 */
export function printPdf(gold: GoldText): { bytes: Buffer; furniture: string[] } {
	const { pages, furniture } = layOut(gold);
	return { bytes: pdfOf(pages), furniture };
}

function layOut({ name, blocks, settings }: GoldText): { pages: Piece[][]; furniture: string[] } {
	const columns = Number(settings.columns ?? 1);
	const random = seededRandom(name);
	const gap = 24;
	const left = 56;
	const width = (PAGE.width - 2 * left - gap * (columns - 1)) / columns;
	const letters = Math.floor(width / SIZE) * 2;
	const pages: Piece[][] = [[]];
	const furniture: string[] = [];
	let [column, y, top] = [0, PAGE.top, PAGE.top];
	const page = () => pages.at(-1) ?? [];
	const turn = () => {
		column++;
		if (column === columns) {
			pages.push([]);
			[column, top] = [0, PAGE.top];
		}
		y = top;
	};
	for (const block of blocks) {
		const indent = block.kind === 'text' ? '\u3000\u3000' : '';
		const size = block.kind === 'title' ? 20 : SIZE;
		const lines = block.printed
			.split('\n')
			.flatMap((part) => wrapLetters(random, indent + part, block.kind === 'title' ? 48 : letters));
		for (const line of lines) {
			if (y < PAGE.bottom + LEADING) turn();
			page().push({ x: left + column * (width + gap), y, size, text: line });
			y -= size === SIZE ? LEADING : 30;
		}
		// A title stands over all columns, and they begin under it.
		if (block.kind === 'title') top = y -= 14;
		else if (isApart(block)) y -= 6;
	}
	pages.forEach((pieces, at) => {
		const foot = (settings.foot ?? '{n}').replace('{n}', String(at + Number(settings.first ?? 1)));
		pieces.push({ x: PAGE.width / 2 - 10, y: 36, size: 10, text: foot });
		furniture.push(foot);
		if (settings.head === undefined) return;
		pieces.push({ x: left, y: 806, size: 10, text: settings.head });
		furniture.push(settings.head);
	});
	return { pages, furniture };
}

function isApart({ kind }: GoldBlock): boolean {
	return kind === 'heading' || kind === 'attribution';
}

function pdfOf(pages: readonly Piece[][]): Buffer {
	const codes = new Map<string, string>();
	const codeOf = (char: string) => {
		const code = codes.get(char) ?? (codes.size + 1).toString(16).padStart(4, '0');
		codes.set(char, code);
		return code;
	};
	const contents = pages.map((pieces) =>
		pieces
			.map(
				({ x, y, size, text }) =>
					`BT /F1 ${size} Tf ${x.toFixed(2)} ${y} Td <${[...text].map(codeOf).join('')}> Tj ET`
			)
			.join('\n')
	);
	const kids = pages.map((_page, at) => `${6 + 2 * at} 0 R`).join(' ');
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
		'<< /Type /Font /Subtype /Type0 /BaseFont /Songti /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
		`<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Songti /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [${widths(codes)}] >>`,
		streamOf(toUnicode(codes)),
		...pages.flatMap((_page, at) => [
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * at} 0 R >>`,
			streamOf(contents[at] ?? '')
		])
	];
	let text = '%PDF-1.7\n';
	const offsets = objects.map((object, at) => {
		const offset = text.length;
		text += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	const tail = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
	return Buffer.from(text + tail, 'latin1');
}

function streamOf(text: string): string {
	return `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
}

/** Latin letters are half as wide as ideographs. */
function widths(codes: ReadonlyMap<string, string>): string {
	return [...codes]
		.filter(([char]) => char < '\u007f')
		.map(([, code]) => `${parseInt(code, 16)} [500]`)
		.join(' ');
}

function toUnicode(codes: ReadonlyMap<string, string>): string {
	const entries = [...codes].map(
		([char, code]) => `<${code}> <${Buffer.from(char, 'utf16le').swap16().toString('hex')}>`
	);
	const chunks = Array.from({ length: Math.ceil(entries.length / 100) }, (_none, at) =>
		entries.slice(at * 100, at * 100 + 100)
	);
	return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Saixue def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${chunks.map((chunk) => `${chunk.length} beginbfchar\n${chunk.join('\n')}\nendbfchar`).join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

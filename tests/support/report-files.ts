import { readFileSync } from 'node:fs';
import { compileDocument } from '#lib/document/compile.ts';
import type { Document } from '#lib/document/document.ts';
import { readText } from '#lib/reader/reader.ts';
import { docxOf, paragraph, pdfOf, setInLines, styled, WORD, type Placed } from './documents.ts';

/** The work report of the tests, repaired: what every format of it should say. */
export function readReport(): Document {
	const raw = readText(readFileSync('tests/support/work-report.txt', 'utf8'), 'work-report.txt');
	if (!raw.ok) throw new Error(raw.error.type);
	return compileDocument(raw.value);
}

interface Piece {
	text: string;
	/** 0 is the title. */
	level?: number;
}

/** Title, headings and paragraphs in reading order. */
function piecesOf({ articles }: Document): Piece[] {
	return articles.flatMap(({ title, sections }) => [
		{ text: title, level: 0 },
		...sections.flatMap(({ level, heading, paragraphs }) => [
			...(heading === '' ? [] : [{ text: heading, level }]),
			...paragraphs.map(({ text }) => ({ text }))
		])
	]);
}

/** A page with the menus and scripts of a web site around it. */
export function reportAsHtml(report: Document): Uint8Array<ArrayBuffer> {
	const body = piecesOf(report).map(({ text, level }) =>
		level === undefined ? `<p>${text}</p>` : `<h${level + 1}>${text}</h${level + 1}>`
	);
	return new TextEncoder().encode(`<!doctype html><html lang="zh"><head><meta charset="utf-8">
		<title>${report.title} - 海河工会网</title><style>p { color: red }</style></head><body>
		<nav><a href="/">首页</a><a href="/news">新闻</a></nav><main>${body.join('\n')}</main>
		<script>document.body.textContent = ''</script><footer>版权所有</footer></body></html>`);
}

export function reportAsDocx(report: Document): Uint8Array<ArrayBuffer> {
	const names = ['Title', 'heading 1', 'heading 2'];
	const styles = names.map(
		(name, at) => `<w:style w:type="paragraph" w:styleId="s${at}"><w:name w:val="${name}"/></w:style>`
	);
	const body = piecesOf(report).map(({ text, level }) =>
		level === undefined ? paragraph(text) : styled(text, `s${level}`)
	);
	return docxOf(body.join(''), {
		'word/styles.xml': `<w:styles ${WORD}>${styles.join('')}</w:styles>`,
		'word/header1.xml': `<w:hdr ${WORD}>${paragraph('海河工运')}</w:hdr>`
	});
}

const SIZES = [20, 16, 14];

/** Pages of A4 with a header and page numbers. */
export function reportAsPdf(report: Document): Uint8Array<ArrayBuffer> {
	const pages: Placed[][] = [];
	let y = Infinity;
	const place = (line: Placed, pitch: number) => {
		if (y + pitch > 770) {
			pages.push([]);
			y = 70;
		}
		y += pitch;
		pages[pages.length - 1]?.push({ ...line, y });
	};
	for (const { text, level } of piecesOf(report)) {
		const size = level === undefined ? 12 : (SIZES[level] ?? 12);
		if (level !== undefined) place({ x: 72, y: 0, text, size: Math.min(size, 450 / text.length) }, size * 2);
		else for (const line of setInLines(text, { x: 72, y: 0, columns: 36 })) place(line, 19);
	}
	return pdfOf(
		pages.map((page, at) => [
			{ x: 260, y: 40, text: '海河工运', size: 9 },
			...page,
			{ x: 290, y: 812, text: `- ${at + 1} -`, size: 9 }
		])
	);
}

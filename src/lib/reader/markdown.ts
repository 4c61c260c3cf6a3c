import type { RawLine } from '../document/raw.ts';

/** Markdown by its name, or by its shape: headings of hashes, or bold words in several lines. */
export function isMarkdown(lines: readonly RawLine[], file: string): boolean {
	if (/\.(?:md|markdown|mdown)$/i.test(file)) return true;
	let headings = 0;
	let bold = 0;
	let tables = 0;
	for (const { text } of lines) {
		if (/^#{1,6} \S/.test(text)) headings++;
		else if (/^\s{0,3}\|?\s*:?-{3,}:?\s*\|[-:| ]*$/.test(text)) tables++;
		else if (text.length < 2000 && /\*\*[^\s*][^*]*\*\*/.test(text)) bold++;
	}
	return headings >= 2 || (headings > 0 && bold + tables > 0) || bold >= 3;
}

/** Takes the marks off: what they say stays as heading level, list item or table row. */
export function readMarkdown(lines: readonly RawLine[]): RawLine[] {
	const read: RawLine[] = [];
	let fence: string | undefined;
	let table = false;
	lines.forEach((line, at) => {
		const { text } = line;
		const fenced = /^\s{0,3}(```+|~~~+)/.exec(text)?.[1];
		if (fenced !== undefined && (fence === undefined || fenced.startsWith(fence))) {
			fence = fence === undefined ? fenced.slice(0, 3) : undefined;
			read.push({ ...line, scaffolding: true });
			return;
		}
		if (fence !== undefined) {
			read.push({ ...line, kind: 'code' });
			return;
		}
		if (text.length < 2000 && isTableRule(text) && (table || lines[at - 1]?.text.includes('|'))) {
			table = true;
			const header = read[read.length - 1];
			if (header && header.kind === undefined && header.text.includes('|')) header.kind = 'table';
			if (header?.kind === 'table' && header.text.includes('|')) header.text = cellsOf(header.text);
			read.push({ ...line, scaffolding: true });
			return;
		}
		table = table && text.includes('|');
		read.push(table ? { ...line, text: cellsOf(text), kind: 'table' } : readLine(line, lines[at - 1], read));
	});
	return read;
}

function isTableRule(text: string): boolean {
	return text.includes('-') && text.includes('|') && /^[\s|:-]+$/.test(text);
}

function cellsOf(text: string): string {
	const row = stripInline(text.trim());
	const inner = row.slice(row.startsWith('|') ? 1 : 0, row.endsWith('|') ? -1 : undefined);
	return inner
		.split('|')
		.map((cell) => cell.trim())
		.join('\t');
}

function readLine(line: RawLine, before: RawLine | undefined, read: RawLine[]): RawLine {
	const { text } = line;
	const heading = /^\s{0,3}(#{1,6})(?:\s+|(?=[^#\s\d]))/.exec(text.slice(0, 12));
	if (heading) {
		const title = stripInline(
			text
				.slice(heading[0].length)
				.replace(/\s#+\s*$/, '')
				.trim()
		);
		return { ...line, text: title, heading: (heading[1] ?? '#').length };
	}
	const last = read[read.length - 1];
	if (
		/^(?:=+|-{3,})\s*$/.test(text) &&
		before &&
		last &&
		last.text !== '' &&
		isSetext(before.text) &&
		last.kind === undefined
	) {
		last.heading ??= text.startsWith('=') ? 1 : 2;
		return { ...line, scaffolding: true };
	}
	const quoted = /^\s{0,3}(?:>\s?)+/.exec(text.slice(0, 40));
	const inner = quoted ? text.slice(quoted[0].length) : text;
	const item = /^\s*[-*+]\s+(?:\[[ xX]\]\s+)?(?=\S)/.exec(inner.slice(0, 60));
	if (item && !/^\s*(?:[-*_]\s*){3,}$/.test(inner.slice(0, 60))) {
		return { ...line, text: stripInline(inner.slice(item[0].length)), kind: 'list-item' };
	}
	return { ...line, text: stripInline(inner) };
}

/** A short line of words with a rule below it is a heading; a paragraph above a rule is not. */
function isSetext(text: string): boolean {
	return text.trim().length <= 60 && !/[。；，.;,]$/.test(text.trim()) && !/^\s*(?:#|[-*+] )/.test(text);
}

/** Emphasis, links, pictures, code and escapes become the words they mark. */
export function stripInline(text: string): string {
	if (!/[*_`[\\<~]/.test(text)) return text;
	return text
		.replace(/!?\[([^\][]{0,300})\]\([^()\s]{0,500}(?:\s"[^"]{0,200}")?\)/g, '$1')
		.replace(/\*\*\*?(?=\S)([^*\n]{1,2000}?)\*\*\*?/g, '$1')
		.replace(/(?<![\w_])__(?=\S)([^_\n]{1,500}?)__(?![\w_])/g, '$1')
		.replace(/(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*\\])\*(?![\w*])/g, '$1')
		.replace(/(?<![\w_\\])_(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s_\\])_(?![\w_])/g, '$1')
		.replace(/`{1,2}([^`\n]{1,500})`{1,2}/g, '$1')
		.replace(/~~([^~\n]{1,500})~~/g, '$1')
		.replace(/<\/?(?:b|i|u|em|strong|br|sub|sup|span|p|div|font|center)(?:\s[^<>]{0,200})?\/?>/gi, '')
		.replace(/\\([\\`*_{}[\]()#+\-.!|~>])/g, '$1');
}

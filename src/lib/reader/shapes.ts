import { displayWidth } from '../document/characters.ts';

/** One part of a marked text: what it is and its words. */
export interface Part {
	is: 'title' | 'heading' | 'paragraph' | 'list-item' | 'table' | 'attribution' | 'furniture';
	level: number;
	text: string;
}

const MARKS: Record<string, Part['is']> = {
	'=': 'title',
	'*': 'list-item',
	'|': 'table',
	'~': 'attribution',
	'!': 'furniture'
};

/** Reads a marked text; the cells of a row are divided by strokes. */
export function partsOf(marked: string): Part[] {
	return marked
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => {
			const [, mark = '', text = line] = /^(=|#{1,4}|\*|\||~|!) (.*)$/.exec(line) ?? [];
			if (mark.startsWith('#')) return { is: 'heading', level: mark.length, text };
			const is = MARKS[mark] ?? 'paragraph';
			return { is, level: 0, text: is === 'table' ? text.replaceAll('|', '\t') : text };
		});
}

/** The ways in which one text comes out of different hands. */
export const PRINTS = [
	'flat',
	'spaced',
	'indented',
	'wrapped',
	'flush',
	'blocks',
	'double',
	'paged',
	'markdown'
] as const;
export type Print = (typeof PRINTS)[number];

/**
 * Prints a text: `flat` and `spaced` one line a paragraph, `wrapped` set to a column with indents and titles in
 * the middle, `flush` the same with its indents lost, `blocks` with empty lines between paragraphs, `double`
 * with one after every line, `paged` with page numbers and running heads.
 */
export function print(parts: readonly Part[], as: Print, column: number): string {
	const chinese = parts.some(({ text }) => isChinese(text));
	const indent = chinese ? '\u3000\u3000' : '    ';
	const lines = parts.flatMap((part, at): string[] => {
		const words = part.is === 'table' ? part.text.replaceAll('\t', '      ') : part.text;
		switch (as) {
			case 'flat':
				return [part.text];
			case 'spaced':
				return [part.text, ''];
			case 'indented':
				return [part.is === 'title' ? part.text : indent + part.text];
			case 'blocks':
				return part.is === 'table' ? [words] : [...wrap(words, column), ''];
			case 'flush':
				return part.is === 'title' ? wrap(words, column - 12) : wrap(words, column, chinese ? 4 : 0);
			case 'markdown':
				return markdownOf(part, parts[at - 1], parts[at + 1]);
			default:
				return setInColumn(part, words, column, indent, at > 0);
		}
	});
	if (as === 'double') return lines.flatMap((line) => [line, '']).join('\n');
	return (as === 'paged' ? withPages(lines, chinese, column) : lines).join('\n');
}

function setInColumn(part: Part, words: string, column: number, indent: string, gap: boolean): string[] {
	if (part.is === 'table') return [words];
	const isCentred = part.is === 'title' || (part.is === 'attribution' && displayWidth(words) < column - 8);
	if (isCentred) {
		const lines = wrap(words, column - 12).map((line) => centred(line, column));
		return part.is === 'title' && gap ? ['', ...lines] : lines;
	}
	return wrap(words, column, displayWidth(indent)).map((line, at) => (at === 0 ? indent + line : line));
}

function markdownOf(part: Part, before: Part | undefined, after: Part | undefined): string[] {
	if (part.is === 'title') return [`# ${part.text}`, ''];
	if (part.is === 'heading') return [`${'#'.repeat(part.level + 1)} ${part.text}`, ''];
	if (part.is === 'list-item') return [`- ${part.text}`, ''];
	if (part.is !== 'table') return [part.text, ''];
	const cells = part.text.split('\t');
	const rule = before?.is === 'table' ? [] : [`|${cells.map(() => '---').join('|')}|`];
	return [`| ${cells.join(' | ')} |`, ...rule, ...(after?.is === 'table' ? [] : [''])];
}

function withPages(lines: readonly string[], chinese: boolean, column: number): string[] {
	// Three pages at least: what stands once is no running head.
	const linesOnPage = Math.min(20, Math.floor(lines.length / 3));
	return lines.flatMap((line, at) => {
		if (at % linesOnPage !== linesOnPage - 1) return [line];
		const page = (at + 1) / linesOnPage;
		const head = chinese ? '学习资料汇编' : 'Reference Series';
		return [
			line,
			'',
			centred(chinese ? `- ${page} -` : `Page ${page} of 9`, column),
			'',
			centred(head, column),
			''
		];
	});
}

function centred(text: string, column: number): string {
	return ' '.repeat(Math.max(0, Math.floor((column - displayWidth(text)) / 2))) + text;
}

function isChinese(text: string): boolean {
	return /[\u4e00-\u9fff]/.test(text);
}

/**
 * Breaks a text as a printer would: never before a mark that cannot start a line, never within a number or a word.
 * @param first columns that the first line leaves free
 */
export function wrap(text: string, column: number, first = 0): string[] {
	const chinese = isChinese(text);
	const units = chinese
		? (text.match(/[“‘（《]*(?:[\dA-Za-z.%:]+|.)[，。；：、！？”’）》…]*/gu) ?? [])
		: text.split(' ');
	const lines: string[] = [];
	let line = '';
	for (const unit of units) {
		const longer = line === '' || chinese ? line + unit : `${line} ${unit}`;
		if (line !== '' && displayWidth(longer) > column - (lines.length === 0 ? first : 0)) {
			lines.push(line);
			line = unit;
		} else line = longer;
	}
	return [...lines, line];
}

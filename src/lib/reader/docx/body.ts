import type { RawLine } from '../../document/raw.ts';
import { PAGE, type Found } from '../html/blocks.ts';
import { TableWriter } from '../html/tables.ts';
import { NumberCounter, type Numbering } from './numbering.ts';
import type { Style, WordAttributes, WordHandlers } from './parts.ts';

/** What the other parts of a file say about its paragraphs. */
export interface BodyContext {
	styles: ReadonlyMap<string, Style>;
	defaultStyle: string | undefined;
	numbering: Numbering;
	/** Lines of each note by its kind and number: `footnote 2`. */
	notes: ReadonlyMap<string, readonly string[]>;
}

interface Paragraph {
	pieces: string[];
	style: string | undefined;
	outline: number | undefined;
	list: string | undefined;
	listLevel: number | undefined;
	centred: boolean;
	newPage: boolean;
	notes: string[];
}

/** Elements whose text is not part of the text as it stands. */
const SKIPPED = new Set([
	'moveFrom',
	'mc:Fallback',
	'instrText',
	'delInstrText',
	'rt',
	'pPrChange',
	'rPrChange',
	'sectPr',
	'tblPr',
	'object'
]);
const DELETED = new Set(['delText']);

/** Reads the body of a document, or a header, a footer or a note, line by line. */
export class BodyReader implements WordHandlers {
	readonly #context: BodyContext;
	readonly #counter: NumberCounter;
	readonly #found: Found[] = [];
	readonly #tables: { writer: TableWriter; inCell: boolean }[] = [];
	/** A text box stands within a paragraph and holds paragraphs of its own. */
	readonly #paragraphs: Paragraph[] = [];
	readonly #deleted: string[] = [];
	#skipping = 0;
	#inText = 0;
	#inDeleted = 0;
	#hiddenRun = false;
	#inRunProperties = false;
	#newPage = false;
	#hasText = false;

	constructor(context: BodyContext) {
		this.#context = context;
		this.#counter = new NumberCounter(context.numbering);
	}

	/** The lines so far, and the words that tracked changes took out. */
	finish(): { lines: RawLine[]; deleted: string[] } {
		while (this.#paragraphs.length > 0) this.#endParagraph();
		while (this.#tables.length > 0) this.#endTable();
		return { lines: this.#found.map(({ line }) => line), deleted: this.#deleted };
	}

	onopen(name: string, attributes: WordAttributes, closed: boolean): void {
		if (SKIPPED.has(name) || this.#skipping > 0) {
			if (!closed) this.#skipping++;
			return;
		}
		const value = attributes.get('val');
		const paragraph = this.#paragraphs[this.#paragraphs.length - 1];
		if (name === 'p') this.#beginParagraph(closed);
		else if (name === 'tbl') this.#beginTable();
		else if (name === 'tr') this.#tables[this.#tables.length - 1]?.writer.row();
		else if (name === 'tc') this.#beginCell();
		else if (closed && (name === 't' || name === 'delText')) return;
		else if (name === 't' || name === 'm:t') this.#inText++;
		else if (DELETED.has(name)) this.#inDeleted++;
		else if (name === 'rPr') this.#inRunProperties = !closed;
		else if (name === 'r') this.#hiddenRun = false;
		else if (name === 'vanish' && this.#inRunProperties) this.#hiddenRun = isOn(value);
		else if (name === 'lastRenderedPageBreak') return;
		else if (paragraph) this.#readInParagraph(name, value, attributes, paragraph);
	}

	onclose(name: string): void {
		if (this.#skipping > 0) {
			this.#skipping--;
			return;
		}
		if (name === 'p') this.#endParagraph();
		else if (name === 'tbl') this.#endTable();
		else if (name === 'tc') this.#setCell(false);
		else if (name === 't' || name === 'm:t') this.#inText--;
		else if (DELETED.has(name)) this.#inDeleted--;
		else if (name === 'rPr') this.#inRunProperties = false;
	}

	ontext(text: string): void {
		if (this.#skipping > 0) return;
		if (this.#inDeleted > 0 || (this.#inText > 0 && this.#hiddenRun)) this.#deleted.push(text);
		else if (this.#inText > 0) this.#paragraphs[this.#paragraphs.length - 1]?.pieces.push(text);
	}

	#readInParagraph(
		name: string,
		value: string | undefined,
		attributes: WordAttributes,
		paragraph: Paragraph
	): void {
		if (name === 'pStyle') paragraph.style = value;
		else if (name === 'outlineLvl') paragraph.outline = Number(value);
		else if (name === 'numId') paragraph.list = value;
		else if (name === 'ilvl') paragraph.listLevel = Number(value);
		else if (name === 'jc') paragraph.centred = value === 'center';
		else if (name === 'pageBreakBefore' && isOn(value)) paragraph.newPage = true;
		else if (name === 'br' || name === 'cr') {
			if (attributes.get('type') === 'page') this.#newPage = true;
			paragraph.pieces.push('\n');
		} else if (name === 'tab' || name === 'ptab') {
			// The same element in the properties of a paragraph sets a stop and has a value.
			if (value === undefined) paragraph.pieces.push('\t');
		} else if (name === 'noBreakHyphen') paragraph.pieces.push('-');
		else if (name === 'footnoteReference' || name === 'endnoteReference')
			paragraph.notes.push(`${name.slice(0, -9)} ${attributes.get('id') ?? ''}`);
	}

	#beginParagraph(closed: boolean): void {
		if (closed) return;
		this.#paragraphs.push({
			pieces: [],
			style: undefined,
			outline: undefined,
			list: undefined,
			listLevel: undefined,
			centred: false,
			newPage: this.#newPage,
			notes: []
		});
		this.#newPage = false;
	}

	#endParagraph(): void {
		const paragraph = this.#paragraphs.pop();
		if (!paragraph) return;
		const lines = this.#linesOf(paragraph);
		const notes = paragraph.notes.flatMap((id) => this.#context.notes.get(id) ?? []);
		this.#add([...lines, ...notes.map((text): RawLine => ({ text, kind: 'caption', opens: true }))]);
	}

	#linesOf(paragraph: Paragraph): RawLine[] {
		const style = this.#styleOf(paragraph);
		const text = paragraph.pieces.join('');
		const isEmpty = !/\S/.test(text);
		const list = paragraph.list ?? style.list;
		const level = paragraph.listLevel ?? style.listLevel ?? 0;
		const number =
			list === undefined || list === '0' || isEmpty ? undefined : this.#counter.next(list, level);
		if (isEmpty) {
			this.#newPage ||= paragraph.newPage;
			return [{ text: '' }];
		}
		const opensText = paragraph.centred && !this.#hasText && text.length <= 60 && !text.includes('\t');
		this.#hasText = true;
		const heading = headingOf(paragraph, style) ?? (opensText ? TITLE : undefined);
		const isContents = /^(?:toc|目录) ?\d/.test(style.name);
		const given = heading === undefined && !isContents ? text.split('\n') : [text.replace(/\s+/g, ' ')];
		return given
			.filter((one) => /\S/.test(one))
			.map((one, at): RawLine => {
				const shown = isContents ? one.trim().replace(/\s+(?=\d+$)/, ' …… ') : one.trim();
				const line: RawLine = {
					text: at === 0 && number !== undefined && number !== 'bullet' ? withNumber(number, shown) : shown
				};
				if (heading !== undefined) line.heading = heading;
				else if (number === 'bullet' && at === 0) line.kind = 'list-item';
				else if (/^(?:caption|题注)/.test(style.name)) line.kind = 'caption';
				if (at === 0) line.opens = true;
				if (at === 0 && paragraph.newPage) line.newPage = true;
				return line;
			});
	}

	/** What the style and those it is based on say; the nearer one counts. */
	#styleOf(paragraph: Paragraph): Style {
		const found: Style = { name: '' };
		let id = paragraph.style ?? this.#context.defaultStyle;
		for (let depth = 0; depth < 12 && id !== undefined; depth++) {
			const style = this.#context.styles.get(id);
			if (!style) break;
			if (found.name === '') found.name = style.name;
			if (style.outline !== undefined) found.outline ??= style.outline;
			if (style.list !== undefined) found.list ??= style.list;
			if (style.listLevel !== undefined) found.listLevel ??= style.listLevel;
			id = style.basedOn;
		}
		return found;
	}

	#beginTable(): void {
		this.#tables[this.#tables.length - 1]?.writer.layOut();
		this.#tables.push({ writer: new TableWriter(PAGE), inCell: false });
	}

	#beginCell(): void {
		this.#tables[this.#tables.length - 1]?.writer.cell();
		this.#setCell(true);
	}

	#setCell(inCell: boolean): void {
		const table = this.#tables[this.#tables.length - 1];
		if (table) table.inCell = inCell;
	}

	#endTable(): void {
		const table = this.#tables.pop();
		if (table) this.#put(table.writer.finish());
	}

	#add(lines: readonly RawLine[]): void {
		this.#put(lines.map((line) => ({ line, place: PAGE, linked: 0 })));
	}

	#put(found: readonly Found[]): void {
		const table = this.#tables[this.#tables.length - 1];
		if (table)
			table.writer.add(
				found.filter(({ line }) => line.text !== ''),
				table.inCell
			);
		else for (const one of found) this.#found.push(one);
	}
}

function isOn(value: string | undefined): boolean {
	return value === undefined || !/^(?:0|false|off)$/.test(value);
}

/** The title of the whole stands over headings of level 1. */
const TITLE = 0;

/** 0–6: by the name of its style, or by the level it has in the outline. */
function headingOf(paragraph: Paragraph, style: Style): number | undefined {
	if (/^(?:title|标题|文档标题|书名)$/.test(style.name)) return TITLE;
	const named = /^(?:heading|标题) ?([1-9])/.exec(style.name)?.[1];
	const outline = paragraph.outline ?? style.outline;
	if (outline !== undefined && outline >= 0 && outline <= 8) return Math.min(6, outline + 1);
	return named === undefined || outline === 9 ? undefined : Math.min(6, Number(named));
}

function withNumber(number: string, text: string): string {
	if (/^第.+[条章节编篇款]$/.test(number)) return `${number}\u3000${text}`;
	return /[、，）)．】〕]$/.test(number) ? number + text : `${number} ${text}`;
}

import type { MarkupHandlers } from '../markup.ts';
import type { Numbering, NumberLevel } from './numbering.ts';

/** What a paragraph style says that matters for the text. */
export interface Style {
	/** As the program shows it, in lower case: `heading 1`, `标题 1`, `toc 2`. */
	name: string;
	basedOn?: string;
	/** 0–8; 9 means plain text. */
	outline?: number;
	list?: string;
	listLevel?: number;
}

/** Called with names without their prefix; only elements of the word processor's own namespace. */
export interface WordHandlers {
	onopen(name: string, attributes: WordAttributes, closed: boolean): void;
	onclose(name: string): void;
	ontext(text: string): void;
}

export interface WordAttributes {
	/** The attribute of that name in the word processor's namespace. */
	get(name: string): string | undefined;
}

const WORD_NAMESPACE = /wordprocessingml\/(?:2006\/)?main$/;
const PREFIX_ATTRIBUTE = /^xmlns:/;

/** A walk through one part. `refused` says that it declares a DOCTYPE, which no Word file does. */
export class WordPart implements MarkupHandlers {
	refused = false;
	readonly #handlers: WordHandlers;
	#prefix = 'w:';

	constructor(handlers: WordHandlers) {
		this.#handlers = handlers;
	}

	onopen(name: string, attributes: ReadonlyMap<string, string>, closed: boolean): void {
		for (const [key, value] of attributes)
			if (PREFIX_ATTRIBUTE.test(key) && WORD_NAMESPACE.test(value)) this.#prefix = `${key.slice(6)}:`;
		const prefix = this.#prefix;
		this.#handlers.onopen(
			this.#nameOf(name),
			{ get: (key) => attributes.get(prefix + key) ?? attributes.get(key) },
			closed
		);
	}

	onclose(name: string): void {
		this.#handlers.onclose(this.#nameOf(name));
	}

	ontext(text: string): void {
		this.#handlers.ontext(text);
	}

	oncomment(): void {}

	ondeclaration(text: string): void {
		if (/doctype|entity/i.test(text.slice(0, 40))) this.refused = true;
	}

	/** Other vocabularies keep their prefix: `m:t`, `mc:Fallback`. */
	#nameOf(name: string): string {
		return name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : name;
	}
}

/** Reads `word/styles.xml`. */
export class StyleReader implements WordHandlers {
	readonly styles = new Map<string, Style>();
	defaultStyle: string | undefined;
	#style: Style | undefined;

	onopen(name: string, attributes: WordAttributes): void {
		const value = attributes.get('val');
		if (name === 'style') {
			this.#style = { name: '' };
			const id = attributes.get('styleId');
			if (id === undefined || (attributes.get('type') ?? 'paragraph') !== 'paragraph') return;
			this.styles.set(id, this.#style);
			if (attributes.get('default') === '1') this.defaultStyle = id;
		} else if (this.#style === undefined || value === undefined) return;
		else if (name === 'name') this.#style.name = value.toLowerCase();
		else if (name === 'basedOn') this.#style.basedOn = value;
		else if (name === 'outlineLvl') this.#style.outline = Number(value);
		else if (name === 'numId') this.#style.list = value;
		else if (name === 'ilvl') this.#style.listLevel = Number(value);
	}

	onclose(name: string): void {
		if (name === 'style') this.#style = undefined;
	}

	ontext(): void {}
}

/** Reads `word/numbering.xml`. */
export class NumberingReader implements WordHandlers {
	readonly numbering: Numbering = { definitions: new Map(), lists: new Map() };
	#levels: Map<number, NumberLevel> | undefined;
	#level: NumberLevel | undefined;
	#list: { definition: string; starts: Map<number, number> } | undefined;
	#override = 0;

	onopen(name: string, attributes: WordAttributes): void {
		const value = attributes.get('val') ?? '';
		if (name === 'abstractNum') {
			this.#levels = new Map();
			this.numbering.definitions.set(attributes.get('abstractNumId') ?? '', this.#levels);
		} else if (name === 'lvl') {
			this.#level = { start: 1, format: 'decimal', text: '', plain: false };
			if (!this.#list) this.#levels?.set(Number(attributes.get('ilvl') ?? 0), this.#level);
		} else if (name === 'num') {
			this.#list = { definition: '', starts: new Map() };
			this.numbering.lists.set(attributes.get('numId') ?? '', this.#list);
		} else if (name === 'abstractNumId' && this.#list) this.#list.definition = value;
		else if (name === 'lvlOverride') this.#override = Number(attributes.get('ilvl') ?? 0);
		else if (name === 'startOverride') this.#list?.starts.set(this.#override, Number(value) || 0);
		else if (this.#level && name === 'start') this.#level.start = Number(value) || 0;
		else if (this.#level && name === 'numFmt') this.#level.format = value;
		else if (this.#level && name === 'isLgl') this.#level.plain = value !== '0' && value !== 'false';
		else if (this.#level && name === 'lvlText') this.#level.text = value;
	}

	onclose(name: string): void {
		if (name === 'lvl') this.#level = undefined;
		else if (name === 'num') this.#list = undefined;
		else if (name === 'abstractNum') this.#levels = undefined;
	}

	ontext(): void {}
}

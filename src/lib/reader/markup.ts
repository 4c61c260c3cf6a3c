import { Tokenizer } from 'htmlparser2';

/** What the walk meets, in reading order; names are lower case in HTML and as written in XML. */
export interface MarkupHandlers {
	/** `closed` for `<br/>` and the like: no `onclose` follows. */
	onopen(name: string, attributes: ReadonlyMap<string, string>, closed: boolean): void;
	onclose(name: string): void;
	/** Entities come decoded, each as a piece of its own. */
	ontext(text: string): void;
	oncomment(text: string): void;
	/** `<!DOCTYPE …>` and the like, without its brackets. */
	ondeclaration(text: string): void;
}

/** Names longer than this are no names, and of longer values only the beginning counts. */
const LONGEST_NAME = 200;
const LONGEST_VALUE = 2_000;

/**
 * Walks HTML or XML without building a tree: time and memory stay linear however deep the nesting. XML knows
 * only its five entities and numbers; what a DOCTYPE declares is never expanded.
 */
export class MarkupWalk {
	readonly #tokenizer: Tokenizer;
	readonly #handlers: MarkupHandlers;
	readonly #xml: boolean;
	/** What the tokenizer may still refer to, and the place of its first character. */
	#buffer = '';
	#offset = 0;
	#name = '';
	/** None for most tags. */
	#attributes: Map<string, string> | undefined;
	#attribute = '';
	#value = '';
	/** Where the token that is being read began: nothing before it is asked for again. */
	#settled = 0;

	constructor(handlers: MarkupHandlers, { xml }: { xml: boolean }) {
		this.#handlers = handlers;
		this.#xml = xml;
		this.#tokenizer = new Tokenizer({ xmlMode: xml, decodeEntities: true }, this.#callbacks());
	}

	write(chunk: string): void {
		const keepFrom = Math.min(this.#settled, this.#offset + this.#buffer.length);
		this.#buffer = this.#buffer.slice(keepFrom - this.#offset) + chunk;
		this.#offset = keepFrom;
		this.#tokenizer.write(chunk);
	}

	end(): void {
		this.#tokenizer.end();
	}

	/** Characters kept because a token that began has not ended: a caller in pieces sets its own limit. */
	get held(): number {
		return this.#buffer.length;
	}

	#slice(from: number, to: number): string {
		return this.#buffer.slice(from - this.#offset, to - this.#offset);
	}

	#nameAt(from: number, to: number): string {
		const name = this.#slice(from, Math.min(to, from + LONGEST_NAME));
		return this.#xml ? name : name.toLowerCase();
	}

	#callbacks() {
		const open = (end: number, closed: boolean) => {
			this.#settled = end;
			this.#handlers.onopen(this.#name, this.#attributes ?? NO_ATTRIBUTES, closed);
			this.#attributes = undefined;
		};
		return {
			onopentagname: (from: number, to: number) => {
				this.#name = this.#nameAt(from, to);
				this.#settled = to;
			},
			onopentagend: (end: number) => open(end, false),
			onselfclosingtag: (end: number) => open(end, this.#xml),
			onclosetag: (from: number, to: number) => {
				this.#settled = to;
				this.#handlers.onclose(this.#nameAt(from, to));
			},
			ontext: (from: number, to: number) => {
				this.#settled = to;
				this.#handlers.ontext(this.#slice(from, to));
			},
			ontextentity: (code: number, end: number) => {
				this.#settled = end;
				this.#handlers.ontext(textOf(code));
			},
			onattribname: (from: number, to: number) => {
				this.#attribute = this.#nameAt(from, to);
				this.#value = '';
			},
			onattribdata: (from: number, to: number) => {
				if (this.#value.length < LONGEST_VALUE)
					this.#value += this.#slice(from, Math.min(to, from + LONGEST_VALUE));
				this.#settled = to;
			},
			onattribentity: (code: number) => {
				if (this.#value.length < LONGEST_VALUE) this.#value += textOf(code);
			},
			onattribend: () => {
				this.#attributes ??= new Map();
				if (this.#attributes.size < 200 && !this.#attributes.has(this.#attribute))
					this.#attributes.set(this.#attribute, this.#value);
			},
			oncomment: (from: number, to: number, cut: number) => {
				this.#settled = to;
				this.#handlers.oncomment(this.#slice(from, to - cut));
			},
			oncdata: (from: number, to: number, cut: number) => {
				this.#settled = to;
				this.#handlers.ontext(this.#slice(from, to - cut));
			},
			ondeclaration: (from: number, to: number) => {
				this.#settled = to;
				this.#handlers.ondeclaration(this.#slice(from, to));
			},
			onprocessinginstruction: (_from: number, to: number) => {
				this.#settled = to;
			},
			onend: () => {}
		};
	}
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function textOf(code: number): string {
	return code > 0x10ffff || code < 0 ? '\ufffd' : String.fromCodePoint(code);
}

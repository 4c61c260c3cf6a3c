/** One line as a reader found it. What only the format knows (a heading, a table row) comes along. */
export interface RawLine {
	text: string;
	/** 1–6 when the format itself marks the line as a heading. */
	heading?: number;
	/** A list item without its bullet, a table row with its cells divided by tabs, a line of code, a caption. */
	kind?: 'list-item' | 'table' | 'code' | 'caption';
	/** The format itself begins a paragraph here. */
	opens?: true;
	/** The format's own scaffolding, such as a fence or a comment: never text, but listed as removed. */
	scaffolding?: true;
	/** The first line of a new page, where the format knows pages. */
	newPage?: true;
}

/** A file's text before any repair. */
export interface RawText {
	/** The file's own name. */
	file: string;
	form: 'plain' | 'markdown' | 'html' | 'docx' | 'pdf';
	/** As the reader decided, in lower case: `utf-8`, `gb18030`, `text` for what was pasted. */
	encoding: string;
	/** What the format calls the whole, if it says so. */
	title?: string;
	lines: RawLine[];
}

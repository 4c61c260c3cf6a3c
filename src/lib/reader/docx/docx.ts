import type { RawLine } from '../../document/raw.ts';
import { ok, refuse, type Result } from '../../base/result.ts';
import { MarkupWalk } from '../markup.ts';
import { unpackEntry, UnpackBudget, type ZipEntry, type ZipRefused } from '../zip.ts';
import { BodyReader, type BodyContext } from './body.ts';
import { NumberingReader, StyleReader, WordPart, type WordHandlers } from './parts.ts';

/** All parts of a file together may unpack to this, in bytes; they are read piece by piece, never held. */
export const UNPACKED_MOST = 192 * 1024 * 1024;
/** What one tag may hold back while it is read. */
const TOKEN_MOST = 4 * 1024 * 1024;
const MOST_MARGINS = 60;

export type DocxRefused = ZipRefused | { type: 'UnpacksTooLarge' };

/**
 * The text of a Word file: body, notes behind the paragraphs that call them, headers and footers as removed.
 * Only parts within the file are read; what it links to is never fetched, what it declares never expanded.
 */
export function readDocx(
	bytes: Uint8Array,
	entries: ReadonlyMap<string, ZipEntry>
): Result<RawLine[], DocxRefused> {
	const archive = { bytes, entries, budget: new UnpackBudget(UNPACKED_MOST) };
	const styles = new StyleReader();
	const numbering = new NumberingReader();
	const context: BodyContext = {
		styles: styles.styles,
		defaultStyle: undefined,
		numbering: numbering.numbering,
		notes: new Map()
	};
	const readStyles = readPart(archive, 'word/styles.xml', styles);
	if (!readStyles.ok) return readStyles;
	const readNumbering = readPart(archive, 'word/numbering.xml', numbering);
	if (!readNumbering.ok) return readNumbering;
	context.defaultStyle = styles.defaultStyle;
	const notes = readNotes(archive, context);
	if (!notes.ok) return notes;
	const body = new BodyReader({ ...context, notes: notes.value });
	const main = entries.has('word/document.xml') ? 'word/document.xml' : 'word/document2.xml';
	if (!entries.has(main)) return refuse({ type: 'Damaged' });
	const readBody = readPart(archive, main, body);
	if (!readBody.ok) return readBody;
	const margins = readMargins(archive, context);
	if (!margins.ok) return margins;
	const { lines, deleted } = body.finish();
	const removed = [...margins.value, ...deleted]
		.filter((text) => /\S/.test(text))
		.map((text): RawLine => ({ text, scaffolding: true }));
	return ok([...underTitle(lines), ...removed]);
}

interface Archive {
	bytes: Uint8Array;
	entries: ReadonlyMap<string, ZipEntry>;
	budget: UnpackBudget;
}

/** A part that is not there has nothing to say. */
function readPart(archive: Archive, name: string, handlers: WordHandlers): Result<undefined, DocxRefused> {
	const entry = archive.entries.get(name);
	if (!entry) return ok(undefined);
	const part = new WordPart(handlers);
	const walk = new MarkupWalk(part, { xml: true });
	let decoder: TextDecoder | undefined;
	let letters = 0;
	let broken = false;
	const unpacked = unpackEntry(archive.bytes, entry, archive.budget, (piece) => {
		if (broken) return;
		decoder ??= new TextDecoder(encodingOf(piece));
		const text = decoder.decode(piece, { stream: true });
		walk.write(text);
		letters += text.length;
		broken = part.refused || walk.held > TOKEN_MOST;
	});
	if (!unpacked.ok) return unpacked;
	if (broken || letters === 0) return refuse({ type: 'Damaged' });
	walk.end();
	return ok(undefined);
}

function encodingOf(piece: Uint8Array): string {
	if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
	return piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Footnotes and endnotes by kind and number; the lines that only draw a rule have no text. */
function readNotes(
	archive: Archive,
	context: BodyContext
): Result<Map<string, readonly string[]>, DocxRefused> {
	const notes = new Map<string, readonly string[]>();
	for (const kind of ['footnote', 'endnote'] as const) {
		let number = 0;
		const reader = new NoteReader(kind, context, (id, lines) => {
			number++;
			notes.set(
				`${kind} ${id}`,
				lines.map((text, at) => (at === 0 ? `[${number}] ${text}` : text))
			);
		});
		const read = readPart(archive, `word/${kind}s.xml`, reader);
		if (!read.ok) return read;
	}
	return ok(notes);
}

class NoteReader implements WordHandlers {
	readonly #kind: string;
	readonly #context: BodyContext;
	readonly #onnote: (id: string, lines: string[]) => void;
	#note: { id: string; body: BodyReader } | undefined;

	constructor(kind: string, context: BodyContext, onnote: (id: string, lines: string[]) => void) {
		this.#kind = kind;
		this.#context = context;
		this.#onnote = onnote;
	}

	onopen(...[name, attributes, closed]: Parameters<WordHandlers['onopen']>): void {
		if (name === this.#kind && !closed)
			this.#note = { id: attributes.get('id') ?? '', body: new BodyReader(this.#context) };
		else this.#note?.body.onopen(name, attributes, closed);
	}

	onclose(name: string): void {
		if (name !== this.#kind) return this.#note?.body.onclose(name);
		const lines = this.#note?.body.finish().lines.map(({ text }) => text) ?? [];
		const said = lines.filter((text) => /\S/.test(text));
		if (this.#note && said.length > 0) this.#onnote(this.#note.id, said);
		this.#note = undefined;
	}

	ontext(text: string): void {
		this.#note?.body.ontext(text);
	}
}

/** Each text of a header or footer once: a file has one for every section and for odd and even pages. */
function readMargins(archive: Archive, context: BodyContext): Result<Set<string>, DocxRefused> {
	const texts = new Set<string>();
	const names = [...archive.entries.keys()].filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
	for (const name of names.slice(0, MOST_MARGINS)) {
		const margin = new BodyReader(context);
		const read = readPart(archive, name, margin);
		if (!read.ok) return read;
		for (const { text } of margin.finish().lines) if (/\S/.test(text)) texts.add(text.replace(/\t/g, ' '));
	}
	return ok(texts);
}

/** Under a title (level 0) the levels below are one deeper: else every chapter would be a text of its own. */
function underTitle(lines: readonly RawLine[]): RawLine[] {
	if (!lines.some(({ heading }) => heading === 0)) return [...lines];
	return lines.map((line) =>
		line.heading === undefined ? line : { ...line, heading: Math.min(6, line.heading + 1) }
	);
}

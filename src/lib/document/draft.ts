import { displayWidth, endsSentence } from './characters.ts';
import type { Cohesion } from './cohesion.ts';
import type { Line } from './lines.ts';
import type { Mark } from './numerals.ts';
import type { Setting } from './profile.ts';
import { lostQuoteSpace, OpenMarks } from './quotes.ts';
import { joinLines } from './spacing.ts';

/** Lines that print one paragraph, heading or row, put together; spaces are not yet repaired. */
export interface Block {
	text: string;
	lines: Line[];
	mark: Mark | undefined;
	/** Whether it stops where a sentence stops. */
	ended: boolean;
	/** Announced by the table of contents, with the author it names. */
	announced?: { title: string; author?: string };
	heading?: number;
	kind?: Line['kind'];
	isCaption?: true;
}

export interface Print {
	/** The lines that are text, furniture left out. */
	lines: readonly Line[];
	settings: readonly Setting[];
	/** Titles the contents announce: how many lines each takes, by the place of its first line. */
	titles: ReadonlyMap<number, { count: number; entry: { title: string; author?: string } }>;
	cohesion: Cohesion;
	markdown: boolean;
	isWord: (word: string) => boolean;
	/** Repeated letters at a page break, as they stood. */
	removed: string[];
}

/** A block while its lines come in. */
export interface Draft {
	/** Whether a title or a heading stands right above. */
	underHead: boolean;
	lines: Line[];
	/** The text but for its tail. */
	done: string[];
	/** The end of the text so far: enough to judge a break by. */
	tail: string;
	length: number;
	open: OpenMarks;
	mark: Mark | undefined;
}

export function draftOf(lines: Line[], between: string, underHead: boolean): Draft {
	const text = lines.map((line) => line.text).join(between);
	const open = new OpenMarks();
	open.read(text);
	const draft = {
		underHead,
		lines: [...lines],
		done: [],
		tail: text,
		length: text.length,
		open,
		mark: lines[0]?.mark
	};
	settleTail(draft);
	return draft;
}

/** Lets go of all but the last letters, so that a paragraph of any length is joined in linear time. */
function settleTail(draft: Draft): void {
	if (draft.tail.length <= 2 * TAIL) return;
	draft.done.push(draft.tail.slice(0, -TAIL));
	draft.tail = draft.tail.slice(-TAIL);
}

const TAIL = 200;

export function appendLine(draft: Draft, line: Line, at: number, print: Print): void {
	const setting = print.settings[at - 1];
	let text = line.text;
	const repeated = repeatedHead(draft, line, at, print);
	if (repeated > 0) {
		print.removed.push(text.slice(0, repeated));
		text = text.slice(repeated);
	}
	const before = draft.lines[draft.lines.length - 1];
	const short =
		before !== undefined &&
		setting?.ahead !== undefined &&
		before.width + displayWidth(text.slice(0, 1)) <= setting.ahead;
	const wrapped = setting?.ahead !== undefined || setting?.behind !== undefined;
	const space = wrapped && lostQuoteSpace(draft.open, draft.tail, text, short) ? ' ' : '';
	const joined = space === '' ? joinLines(draft.tail, text, print.isWord) : `${draft.tail} ${text}`;
	draft.length += joined.length - draft.tail.length;
	draft.tail = joined;
	settleTail(draft);
	draft.open.read(text);
	draft.lines.push(line);
}

export function finishDraft(draft: Draft): Block {
	const text = draft.done.join('') + draft.tail;
	const first = draft.lines[0];
	return {
		text,
		lines: draft.lines,
		mark: draft.mark,
		ended: endsSentence(text),
		...(first?.heading === undefined ? {} : { heading: first.heading }),
		...(first?.kind === undefined ? {} : { kind: first.kind })
	};
}

/** The letters at the head of a page that the last page ended with already: their number, or 0. */
export function repeatedHead(draft: Draft, line: Line, at: number, print: Print): number {
	const setting = print.settings[at - 1];
	if (line.blanks === 0 && !line.newPage) return 0;
	if (setting?.ahead !== undefined || setting?.behind !== undefined) return 0;
	const most = Math.min(12, line.text.length - 1);
	for (let length = most; length >= 2; length--) {
		const head = line.text.slice(0, length);
		if (!draft.tail.endsWith(head)) continue;
		if (/[。！？]$/.test(head)) return length;
		if (length >= 3 && draft.length > 80 && !endsSentence(draft.tail)) return length;
	}
	return 0;
}

import { cannotStart, displayWidth, endsSentence } from './characters.ts';
import type { Cohesion } from './cohesion.ts';
import { isMasthead } from './furniture.ts';
import type { Line } from './lines.ts';
import { isHeadingMark, readMark, type Mark } from './numerals.ts';
import { isShort, type Setting } from './profile.ts';
import {
	isAttribution,
	isByline,
	isCaption,
	isDateLine,
	isSalutation,
	isSubtitle,
	isTitleLike
} from './roles.ts';
import { joinLines } from './spacing.ts';
import { lostQuoteSpace, OpenMarks } from './quotes.ts';

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
	kind?: 'list-item' | 'table' | 'code';
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

/** Joins lines into blocks: a line goes on with the one before unless a paragraph ends there. */
export function joinBlocks(print: Print): Block[] {
	const blocks: Block[] = [];
	const leadsOpen = leadsOpenLines(print);
	let draft: Draft | undefined;
	for (let at = 0; at < print.lines.length; at++) {
		const line = print.lines[at];
		if (line === undefined) continue;
		const title = print.titles.get(at);
		if (title) {
			if (draft) blocks.push(finish(draft));
			draft = undefined;
			const lines = print.lines.slice(at, at + title.count);
			blocks.push({ ...finish(draftOf(lines, ' ')), announced: title.entry });
			at += title.count - 1;
			continue;
		}
		if (draft && goesOn(draft, at, print, leadsOpen)) append(draft, line, at, print);
		else {
			if (draft) blocks.push(finish(draft));
			draft = draftOf([line], '');
		}
	}
	if (draft) blocks.push(finish(draft));
	return blocks;
}

interface Draft {
	lines: Line[];
	parts: string[];
	/** The end of the text so far: enough to judge a break by. */
	tail: string;
	length: number;
	open: OpenMarks;
	mark: Mark | undefined;
}

function draftOf(lines: Line[], between: string): Draft {
	const text = lines.map((line) => line.text).join(between);
	const open = new OpenMarks();
	open.read(text);
	return {
		lines: [...lines],
		parts: [text],
		tail: text.slice(-200),
		length: text.length,
		open,
		mark: readMark(text)
	};
}

function append(draft: Draft, line: Line, at: number, print: Print): void {
	const setting = print.settings[at - 1];
	let text = line.text;
	const repeated = repeatedHead(draft, line, print);
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
	// A hyphen undone shortens what was there: replace the tail, keep the rest.
	const kept = draft.parts.join('');
	draft.parts = [kept.slice(0, kept.length - draft.tail.length), joined];
	if (draft.parts[0] === '') draft.parts.shift();
	draft.length = draft.length - draft.tail.length + joined.length;
	draft.tail = joined.slice(-200);
	draft.open.read(text);
	draft.lines.push(line);
}

function finish(draft: Draft): Block {
	const text = draft.parts.join('');
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

/** Whether the line at `at` goes on with the draft. The rules stand in the order of their strength. */
function goesOn(draft: Draft, at: number, print: Print, leadsOpen: boolean): boolean {
	const line = print.lines[at];
	const before = draft.lines[draft.lines.length - 1];
	const setting = print.settings[at - 1];
	if (line === undefined || before === undefined || setting === undefined) return false;
	if (line.heading !== undefined || before.heading !== undefined) return false;
	if (line.kind !== undefined || before.kind === 'table' || before.kind === 'code') return false;
	if (line.text.includes('\t') && before.text.includes('\t')) return false;
	if (cannotStart(line.text)) return true;
	const wrapped = setting.ahead !== undefined || setting.behind !== undefined;
	const ended = endsSentence(draft.tail);
	if (!ended && draft.open.closesIn(print.lines, at)) return true;
	if (standsAlone(draft, line, ended)) return false;
	if (ended)
		return wrapped ? endedGoesOn(before, line, setting, leadsOpen) : repeatedHead(draft, line, print) > 0;
	return unendedGoesOn(draft, before, line, at, setting, print);
}

/** Lines with a part of their own: who wrote it, what a picture shows, whom a speech greets. */
function standsAlone(draft: Draft, line: Line, ended: boolean): boolean {
	const only = draft.lines.length === 1 ? (draft.lines[0]?.text ?? '') : '';
	if (only !== '' && (isAttribution(only) || isSalutation(only) || isDateLine(only))) return true;
	if (only !== '' && isSubtitle(only) && !/[，、]$/.test(only) && only.length < 40) return true;
	if (isByline(line.text)) return true;
	if (isCaption(line.text) && draft.length < 60) return true;
	if (only !== '' && isTitleLike(only) && isSubtitle(line.text)) return true;
	return ended && (isAttribution(line.text) || isCaption(line.text));
}

/** After a full stop in a wrapped print. */
function endedGoesOn(before: Line, line: Line, setting: Setting, leadsOpen: boolean): boolean {
	if (isShortIn(before, line, setting)) return false;
	const mark = readMark(line.text);
	if (mark && (mark.kind !== 'lead' || leadsOpen)) return false;
	if (setting.indented && line.indent >= 2) return false;
	if (line.blanks > 0 && setting.blanksCount) return false;
	return !/^(?:——|【|□|●|■|◆)/.test(line.text);
}

function isShortIn(before: Line, line: Line, setting: Setting): boolean {
	if (setting.ahead !== undefined && !isShort(before, line, setting.ahead)) return false;
	if (setting.behind !== undefined && !isShort(before, line, setting.behind)) return false;
	return true;
}

/** Where the sentence has not ended: it goes on, unless the draft is a heading or the line begins one. */
function unendedGoesOn(
	draft: Draft,
	before: Line,
	line: Line,
	at: number,
	setting: Setting,
	print: Print
): boolean {
	const wrapped = setting.ahead !== undefined || setting.behind !== undefined;
	const short = !wrapped || isShortIn(before, line, setting);
	const mark = readMark(line.text);
	const last = draft.tail.slice(-1);
	if ('，、,'.includes(last) || draft.tail.endsWith('——')) return true;
	if (last === '；' || last === ';') return mark || (wrapped && short) ? false : !/^——/.test(line.text);
	if (last === '：' || last === ':') return wrapped && !short && !mark;
	const heading = headingState(draft, wrapped, short, print);
	if (heading === 'no') return !(mark && isHeadingMark(mark) && short && line.text.length <= 60 && !wrapped);
	if (wrapped && !short && !(mark && isHeadingMark(mark))) return true;
	if (/^(?:的|了|们|着)/.test(line.text)) return true;
	if (print.cohesion(draft.tail, line.text)) return true;
	return heading === 'numbered' && wrapped && continuesHeading(line, at, print);
}

/** What the draft may be, if it is a heading at all. */
function headingState(
	draft: Draft,
	wrapped: boolean,
	short: boolean,
	print: Print
): 'no' | 'numbered' | 'title' {
	const text = draft.tail;
	if (draft.length > 80 || draft.lines.length > 3) return 'no';
	if (draft.mark && isHeadingMark(draft.mark))
		return draft.length <= 60 && !/[。；]./.test(text) ? 'numbered' : 'no';
	if (draft.mark) return 'no';
	if (print.markdown && !/^【/.test(text)) return draft.length <= 16 || isMasthead(text) ? 'title' : 'no';
	if (draft.lines.length > 1 || (wrapped && !short)) return 'no';
	return isTitleLike(text) ? 'title' : 'no';
}

/** The rest of a numbered heading: short itself, no stop, and a paragraph begins behind it. */
function continuesHeading(line: Line, at: number, print: Print): boolean {
	if (endsSentence(line.text) || readMark(line.text) || line.blanks > (print.lines[at - 1]?.blanks ?? 0))
		return false;
	const next = print.lines[at + 1];
	const column = print.settings[at]?.ahead;
	if (next === undefined || column === undefined) return false;
	return isShort(line, next, column) && line.text.length <= 30;
}

/** The letters at the head of a page that the last page ended with already: their number, or 0. */
function repeatedHead(draft: Draft, line: Line, print: Print): number {
	if (line.blanks === 0 && !line.newPage) return 0;
	const most = Math.min(12, line.text.length - 1);
	for (let length = most; length >= 2; length--) {
		const head = line.text.slice(0, length);
		if (!draft.tail.endsWith(head)) continue;
		if (/[。！？；，]$/.test(head)) return length;
		if (length >= 6 && !print.markdown) return length;
	}
	return 0;
}

/** Whether 一是, 二要 open paragraphs here, or run within them: what they do most. */
function leadsOpenLines(print: Print): boolean {
	let opening = 0;
	let inside = 0;
	print.lines.forEach((line, at) => {
		const before = print.lines[at - 1];
		const column = print.settings[at - 1]?.ahead ?? print.settings[at - 1]?.behind;
		if (
			readMark(line.text)?.kind === 'lead' &&
			before &&
			(column === undefined || isShort(before, line, column))
		)
			opening++;
		for (const _match of line.text.matchAll(/[。；：][二三四五六七八九](?:是|要)/g)) inside++;
	});
	return opening >= inside;
}

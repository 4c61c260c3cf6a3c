import { isWordUnit } from './characters.ts';

/** A stretch of a text; `found` is what was looked for. The pieces joined are the text. */
export interface FoundPiece {
	text: string;
	found?: boolean;
}

/** Cuts a text where the found stretches begin and end. They are in order, none over another. */
export function piecesOf(text: string, found: readonly (readonly [number, number])[]): FoundPiece[] {
	const pieces: FoundPiece[] = [];
	let done = 0;
	for (const [start, end] of found) {
		if (start > done) pieces.push({ text: text.slice(done, start) });
		if (end > start) pieces.push({ text: text.slice(start, end), found: true });
		done = Math.max(done, end);
	}
	if (done < text.length || pieces.length === 0) pieces.push({ text: text.slice(done) });
	return pieces;
}

/** Room of a snippet, in ideographs; two letters take the room of one. */
const WIDTH = 60;
/** Room before the hit, so that one reads what it is about. */
const BEFORE = 18;
const STOPS = '。！？；，、：.!?;,:\n';

/**
 * The part of a long text around the first hit, from the beginning of a clause if one is near, with … where
 * it was cut.
 */
export function cutSnippet(text: string, found: readonly (readonly [number, number])[]): FoundPiece[] {
	const [first] = found;
	const start = first ? startOf(text, first[0]) : 0;
	const room = endOf(text, start);
	const cut = found.find(([from, to]) => from < room && to > room);
	const end = cut ? cut[1] : room;
	const within = found
		.filter(([from, to]) => to > start && from < end)
		.map(([from, to]): [number, number] => [Math.max(from, start) - start, Math.min(to, end) - start]);
	const pieces = piecesOf(text.slice(start, end), within);
	return [
		...(start > 0 ? [{ text: '…' }] : []),
		...pieces,
		...(end < text.trimEnd().length ? [{ text: '…' }] : [])
	];
}

function startOf(text: string, hit: number): number {
	if (widthOf(text, 0, text.length) <= WIDTH) return 0;
	let from = hit;
	let room = BEFORE;
	while (from > 0 && room > 0) room -= unitWidth(text.charCodeAt(--from));
	if (from === 0) return 0;
	for (let at = from; at < hit; at++) if (STOPS.includes(text[at] ?? '')) return skipSpace(text, at + 1);
	return wholeCharacter(text, wordStart(text, from, hit));
}

function skipSpace(text: string, at: number): number {
	while (/[\s”’）)」』】]/u.test(text[at] ?? '')) at++;
	return at;
}

function wordStart(text: string, from: number, hit: number): number {
	if (!isWordUnit(text.charCodeAt(from - 1))) return from;
	let at = from;
	while (at < hit && isWordUnit(text.charCodeAt(at))) at++;
	return skipSpace(text, Math.min(at, hit));
}

function endOf(text: string, start: number): number {
	let end = start;
	let room = WIDTH;
	while (end < text.length && room > 0) room -= unitWidth(text.charCodeAt(end++));
	if (end === text.length) return end;
	let whole = end;
	while (whole > start && isWordUnit(text.charCodeAt(whole)) && isWordUnit(text.charCodeAt(whole - 1)))
		whole--;
	return wholeCharacter(text, whole > start ? whole : end);
}

/** Never between the two halves of one character. */
function wholeCharacter(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function widthOf(text: string, start: number, end: number): number {
	let width = 0;
	for (let at = start; at < end && width <= WIDTH; at++) width += unitWidth(text.charCodeAt(at));
	return width;
}

function unitWidth(code: number): number {
	return code < 0x2e80 ? 0.5 : 1;
}

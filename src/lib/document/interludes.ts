import { endsSentence } from './characters.ts';
import type { Line } from './lines.ts';
import { isNote, opensNote } from './notes.ts';
import { isCaption, isTitleLike } from './roles.ts';

const OPENS_CAPTION = /^(?:图为|[左右上下]图|图 ?[0-9一二三四五六七八九十]{1,2}[ ：:、]|[▲△▼▽][^▲△▼▽]{4})/;
const CREDIT = /(?:摄|摄影|供图|资料照片|资料图片|资料图)[）)]?$/;
const CREDIT_ALONE = /^(?:[^，。]{2,12}[ \t]?(?:摄|供图)|资料照片|资料图片)$/;
/** A caption takes no more lines in the middle of a column. */
const LINES_MOST = 3;

/** Marks the captions that stand in the middle of a sentence, so that the sentence goes on behind them. */
export function markInterludes(lines: Line[]): void {
	for (let at = 1; at + 1 < lines.length; at++) {
		const before = lines[at - 1];
		if (before === undefined || OPENS_CAPTION.test(before.text)) continue;
		if (opensNote(lines[at]?.text ?? '') ? stopsAtEnd(before) : !isTorn(before)) continue;
		const count = captionLines(lines, at);
		const after = lines[at + count];
		if (count === 0 || after === undefined || !goesOnIn(after)) continue;
		for (let i = at; i < at + count; i++) markAside(lines[i]);
		after.afterAside = true;
		at += count - 1;
	}
}

/** The lines of a caption; who took the picture is not what it shows. */
export function joinCaption(lines: readonly Line[]): string {
	return lines.reduce(
		(text, line) => text + (text !== '' && TOOK.test(line.text) ? ' ' : '') + line.text,
		''
	);
}

const TOOK = /^(?:摄影?|供图)[）)]?$/;

/** The rest of who took the picture, where the column ended in the name: “图为……。 白 | 露 摄”. */
export function completesCaption(caption: string, rest: string): boolean {
	return (
		OPENS_CAPTION.test(caption) &&
		!CREDIT.test(caption) &&
		rest.length <= 8 &&
		CREDIT.test(rest) &&
		!/[，。]/.test(rest)
	);
}

function markAside(line: Line | undefined): void {
	if (line !== undefined) line.aside = true;
}

/** Over a note at the foot of the page any line goes on that neither ends nor announces. */
function stopsAtEnd({ text, heading, kind, field }: Line): boolean {
	return (
		heading !== undefined ||
		kind !== undefined ||
		field === true ||
		endsSentence(text) ||
		/[：:；;]$/.test(text)
	);
}

function isTorn({ text, mark, heading, kind, field }: Line): boolean {
	if (heading !== undefined || kind !== undefined || field || endsSentence(text)) return false;
	return (
		!/[：:；;]$/.test(text) && (!mark || text.length > 20) && (!isTitleLike(text, 8) || /[，、]$/.test(text))
	);
}

function goesOnIn({ text, mark, heading, kind, field, indent }: Line): boolean {
	return (
		heading === undefined && kind === undefined && !mark && !field && indent < 2 && !OPENS_CAPTION.test(text)
	);
}

/** How many lines from `at` on are one whole caption, or 0. */
function captionLines(lines: readonly Line[], at: number): number {
	let text = '';
	for (let count = 1; count <= LINES_MOST; count++) {
		const line = lines[at + count - 1];
		if (line === undefined || line.kind !== undefined || line.heading !== undefined) return 0;
		text += line.text;
		if (
			count === 1 &&
			!OPENS_CAPTION.test(text) &&
			!opensNote(text) &&
			!isCaption(text + (lines[at + 1]?.text ?? '')) &&
			!isCaption(text)
		)
			return 0;
		if (isNote(text) && endsSentence(text)) return count;
		if (CREDIT.test(text)) return count;
		if (OPENS_CAPTION.test(text) && endsSentence(text)) {
			return CREDIT_ALONE.test(lines[at + count]?.text ?? '') ? count + 1 : count;
		}
	}
	return 0;
}

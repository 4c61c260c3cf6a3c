import { isAnnexMark } from './annexes.ts';
import { cannotStart, displayWidth, endsSentence } from './characters.ts';
import { repeatedHead, type Draft, type Print } from './draft.ts';
import { isMasthead } from './imprint.ts';
import { completesCaption } from './interludes.ts';
import { isClauseName, type Habits } from './habits.ts';
import type { Line } from './lines.ts';
import { isHeadingMark } from './numerals.ts';
import { isShort, LOST_INDENT, SET_ASIDE } from './columns.ts';
import type { Setting } from './profile.ts';
import { isByline, isSpeaker } from './people.ts';
import {
	isAttribution,
	isCaption,
	isDateLine,
	isSalutation,
	isSubtitle,
	isTitleLike,
	isTitleWhole
} from './roles.ts';

/** Whether the line at `at` goes on with the draft. The rules stand in the order of their strength. */
export function goesOn(draft: Draft, at: number, print: Print, habits: Habits): boolean {
	const line = print.lines[at];
	const before = draft.lines[draft.lines.length - 1];
	const setting = print.settings[at - 1];
	if (line === undefined || before === undefined || setting === undefined) return false;
	if (line.heading !== undefined || before.heading !== undefined) return false;
	if (line.kind !== undefined || before.kind === 'table' || before.kind === 'code') return false;
	if (line.afterAside || cannotStart(line.text)) return true;
	if (draft.length <= 120 && completesCaption(draft.tail, line.text)) return true;
	if (line.indent >= before.indent + SET_ASIDE) {
		// The second line of a title stands further in the middle.
		return (
			draft.open.closesIn(print.lines, at) ||
			(line.blanks === 0 && /[a-z,]$/.test(draft.tail) && /^[a-z]/.test(line.text))
		);
	}
	const wrapped = setting.ahead !== undefined || setting.behind !== undefined;
	if (line.text.includes('\t') || before.text.includes('\t')) {
		if (!wrapped || isShortIn(draft, before, line, setting)) return false;
	}
	const ended = endsSentence(draft.tail);
	if (line.opens && !wrapped) return !ended && isTornApart(draft, line, print);
	if (isCapitals(line.text) !== isCapitals(before.text) && (ended || isCapitals(before.text))) return false;
	if (!ended && draft.open.closesIn(print.lines, at)) return true;
	const full = wrapped && !isShortIn(draft, before, line, setting);
	if ((line.field || draft.lines[0]?.field) && !full) return false;
	if (standsAlone(draft, line, ended, full)) return false;
	if (!'，、,'.includes(draft.tail.slice(-1))) {
		if (setting.indented && line.indent >= 2 && wrapped) return false;
		if (setting.blanksDecide && line.blanks > 0 && wrapped && !isFlush(line, setting)) return false;
	}
	if (ended)
		return wrapped ? endedGoesOn(draft, before, at, print, habits) : repeatedHead(draft, line, at, print) > 0;
	return unendedGoesOn(draft, before, line, at, setting, print, habits);
}

/** WORDS IN CAPITALS, as English headings are set. */
function isCapitals(text: string): boolean {
	return (
		text.length <= 80 &&
		/^[^a-z\u4e00-\u9fff]*[A-Z]{4}[^a-z\u4e00-\u9fff]*$/.test(text) &&
		/[A-Z0-9)]$/.test(text)
	);
}

/** Converters begin a paragraph at the top of every page, in the middle of a sentence too. */
function isTornApart(draft: Draft, line: Line, print: Print): boolean {
	if (draft.length <= 40 || line.kind !== undefined || line.mark) return false;
	return /[\u4e00-\u9fffa-z，、,]$/.test(draft.tail) && print.cohesion(draft.tail, line.text);
}

/** Lines with a part of their own: who wrote it, what a picture shows, whom a speech greets. */
function standsAlone(draft: Draft, line: Line, ended: boolean, full: boolean): boolean {
	const text = draft.length <= 160 ? draft.tail : '';
	if (text !== '' && (isAttribution(text) || isSalutation(text) || isDateLine(text) || isCaption(text))) {
		return !full || !isByline(text);
	}
	if (
		draft.underHead &&
		!full &&
		text !== '' &&
		isSubtitle(text) &&
		!/[，、]$/.test(text) &&
		text.length < 40
	)
		return true;
	if (isAnnexMark(line.text) || isAnnexMark(text)) return true;
	if (text !== '' && !full && isSpeaker(text)) return true;
	if (isByline(line.text) || (!full && isSalutation(line.text))) return true;
	if (text !== '' && !full && /^[（(]/.test(line.text) && !/[（(]/.test(text.slice(-1)) && isTitleLike(text))
		return true;
	if (/^[（(].*日[）)]$/.test(line.text) && isDateLine(line.text) && draft.length < 80) return true;
	if (/日$/.test(line.text) && isDateLine(line.text) && (ended || draft.length < 40)) return true;
	if (isCaption(line.text) && draft.length < 60 && !full) return true;
	if (text !== '' && !full && isTitleLike(text) && isSubtitle(line.text)) return true;
	return ended && (isAttribution(line.text) || isCaption(line.text));
}

/** After a full stop in a wrapped print. */
function endedGoesOn(draft: Draft, before: Line, at: number, print: Print, habits: Habits): boolean {
	const line = print.lines[at];
	const setting = print.settings[at - 1];
	if (line === undefined || setting === undefined) return false;
	if (isFlush(line, setting) && isNearlyFull(before, setting)) return true;
	if (isShortIn(draft, before, line, setting) || isShortExactly(before, line, setting)) return false;
	const mark = line.mark;
	if (mark && (mark.kind !== 'lead' || habits.leadsOpenLines)) return false;
	if (setting.indented && line.indent >= 2) return false;
	if (line.blanks > 0 && setting.blanksCount) return false;
	if (draft.mark && habits.headsAlone.has(draft.mark.kind) && isOneSentence(draft)) return false;
	return !lostItsIndent(at, print) && !/^(?:——|【|□|●|■|◆)/.test(line.text);
}

/** Not indented in a print that indents its paragraphs; what stands between pages is no gap. */
function isFlush(line: Line, setting: Setting): boolean {
	return (
		setting.indented && line.indent < 2 && (line.blanks === 0 || line.newPage) && !line.mark && !line.field
	);
}

/** Where paragraphs are indented, a line that is not goes on with one that leaves no more than a long word free. */
function isNearlyFull(before: Line, { ahead, behind }: Setting): boolean {
	return before.indent + before.width >= Math.max(ahead ?? 0, behind ?? 0) - 6;
}

/** Where every line is set as full as can be, one word that would have fitted shows that a paragraph ended. */
function isShortExactly(before: Line, line: Line, { exact }: Setting): boolean {
	return exact !== undefined && isShort(before, line, exact + 1);
}

/** A line that goes on and yet stops two ideographs early was the first of its paragraph. */
function lostItsIndent(at: number, print: Print): boolean {
	const [line, next] = [print.lines[at], print.lines[at + 1]];
	const column = print.settings[at]?.ahead;
	if (!print.settings[at]?.indentLost || !line || !next || column === undefined) return false;
	return (
		!endsSentence(line.text) && isShort(line, next, column) && !isShort(line, next, column - LOST_INDENT)
	);
}

/** (b) after “…; and” or under another one; in running text (a) may well begin a line. */
function opensClause(draft: Draft, short: boolean): boolean {
	return (
		/[;:,](?: (?:and|or))?$/.test(draft.tail) &&
		(draft.mark?.kind === 'letter' || short || draft.tail.endsWith(':'))
	);
}

/** One clause up to its semicolon is an item of a list; a paragraph with more of them goes on. */
function isClause(draft: Draft): boolean {
	return draft.done.length === 0 && !/[。；;].|[.!?] [A-Z]/.test(draft.tail);
}

function isOneSentence(draft: Draft): boolean {
	return draft.length <= 60 && !/[。！？；]./.test(draft.tail.slice(0, -1));
}

/** Whether the line before the break was left short; a first line whose indent is lost is not. */
function isShortIn(draft: Draft, before: Line, line: Line, setting: Setting): boolean {
	// One column more than the indent: a print that squeezes its marks is not exact.
	const lost = draft.lines.length === 1 && setting.indentLost ? LOST_INDENT + 1 : 0;
	if (setting.ahead !== undefined && !isShort(before, line, setting.ahead - lost)) return false;
	if (setting.behind !== undefined && !isShort(before, line, setting.behind - lost)) return false;
	return true;
}

/** Of a wrapped line so much is filled at least, whatever comes next. */
const FILLED = 0.66;

/** Left so short that no print breaks a sentence there: a list of annexes, a signature. */
function isFarShort(before: Line, { ahead, behind }: Setting): boolean {
	return before.indent + before.width < Math.min(ahead ?? Infinity, behind ?? Infinity) * FILLED;
}

/** Where the sentence has not ended: it goes on, unless the draft is a heading or the line begins one. */
function unendedGoesOn(
	draft: Draft,
	before: Line,
	line: Line,
	at: number,
	setting: Setting,
	print: Print,
	habits: Habits
): boolean {
	const wrapped = setting.ahead !== undefined || setting.behind !== undefined;
	const short = !wrapped || isShortIn(draft, before, line, setting);
	const mark = line.mark;
	if (mark?.kind === 'letter' && opensClause(draft, short)) return false;
	const last = draft.tail.slice(-1);
	if ('，、,'.includes(last) || draft.tail.endsWith('——')) return true;
	if (last === '—' && line.text.startsWith('—')) return true;
	if (last === '；' || last === ';') {
		const counts = mark && (mark.kind !== 'lead' || habits.leadsOpenLines);
		if (counts || (wrapped && short) || /^——/.test(line.text)) return false;
		return wrapped || !isClause(draft);
	}
	if (last === '：' || last === ':') return wrapped && !short && !mark;
	if (
		mark?.kind === 'question' ||
		(short && draft.length <= 80 && isTitleWhole(draft.tail) && /[：:]$/.test(line.text))
	)
		return false;
	const goesOnFlush = setting.indented && line.indent < 2;
	const apart = line.blanks > 0 && setting.blanksCount && draft.lines.length === 1 && !goesOnFlush;
	const alone = apart && !print.cohesion(draft.tail, line.text);
	const heading = headingState(draft, wrapped, short || alone, print, habits);
	if (heading === 'no') {
		if (!wrapped && opensAlike(draft, line) && !print.cohesion(draft.tail, line.text)) return false;
		if (wrapped && isFarShort(before, setting))
			return isRestOfWord(line.text) || print.cohesion(draft.tail, line.text);
		return !(mark && isHeadingMark(mark) && short && line.text.length <= 60);
	}
	if (wrapped && ((heading === 'numbered' && apart) || (heading === 'title' && alone))) return false;
	if (wrapped && !short && !(mark && isHeadingMark(mark))) return true;
	if (isRestOfWord(line.text)) return true;
	if (mark && isHeadingMark(mark)) return false;
	if (setting.indented && wrapped && line.indent < 2 && line.blanks === 0 && !isFarShort(before, setting))
		return true;
	if (wrapped) return heading === 'numbered' && continuesHeading(line, at, print);
	return print.cohesion(draft.tail, line.text);
}

/** 的, 们: no sentence begins so; nor with one ideograph and a stop, the rest of a torn word. */
function isRestOfWord(text: string): boolean {
	return /^(?:的|了|们|着|[a-z]+ [A-Za-z])/.test(text) || /^[\u4e00-\u9fff][，。；？！]/.test(text);
}

/** Parallel paragraphs open with the same words: a new one begins, although the stop before it is missing. */
function opensAlike(draft: Draft, line: Line): boolean {
	const head = line.text.slice(0, 4);
	return draft.length > 40 && head.length === 4 && (draft.done[0] ?? draft.tail).startsWith(head);
}

/** What the draft may be, if it is a heading at all. */
function headingState(
	draft: Draft,
	wrapped: boolean,
	short: boolean,
	print: Print,
	habits: Habits
): 'no' | 'numbered' | 'title' {
	const text = draft.tail;
	if (draft.length > 80 || draft.lines.length > 3) return 'no';
	if (draft.mark && isHeadingMark(draft.mark))
		return draft.length <= 60 && !/[。；]./.test(text) ? 'numbered' : 'no';
	if (draft.mark)
		return habits.clausesNamed && draft.mark.kind === 'clause' && isClauseName(text, draft.mark)
			? 'numbered'
			: 'no';
	if (print.markdown && !/^【[^】]*】$/.test(text))
		return draft.length <= 16 || isMasthead(text) ? 'title' : 'no';
	if (draft.lines.length > 1 || (wrapped && !short)) return 'no';
	const most = wrapped ? 60 : 36;
	return isTitleLike(text, most) || (displayWidth(text) <= most * 2 && isTitleLike(text, most * 2))
		? 'title'
		: 'no';
}

/** The rest of a numbered heading: short itself, no stop, and a paragraph begins behind it. */
function continuesHeading(line: Line, at: number, print: Print): boolean {
	const setting = print.settings[at];
	const next = print.lines[at + 1];
	if (next === undefined || setting?.ahead === undefined) return false;
	if (endsSentence(line.text) || /[：:；;]$/.test(line.text)) return false;
	if (line.mark || line.field || (line.blanks > 0 && setting.blanksCount)) return false;
	const column = setting.indentLost ? setting.ahead - LOST_INDENT : setting.ahead;
	return isShort(line, next, column) && line.text.length <= 30;
}

import { endsSentence } from './characters.ts';
import type { Line } from './lines.ts';
import { isHeadingMark, readMark, romanToNumber } from './numerals.ts';
import { isTitleLike } from './roles.ts';

const OPENS = '[-–—―─－~～·•.〔[【(（|]{1,2}';
const CLOSES = '[-–—―─－~～·•.〕\\]】)）|]{1,2}';
const HAN_PAGE = '(?:\\d{1,4}|[一二三四五六七八九十百零〇]{1,4})';
const PAGE_NUMBER = new RegExp(
	`^(?:${OPENS} ?(?:\\d{1,4}|[ivxl]{1,7}) ?${CLOSES}|${OPENS} ?第 ?${HAN_PAGE} ?页 ?${CLOSES}` +
		`|第 ?${HAN_PAGE} ?页(?:[ ,，/·|]*[（(]?[共总] ?${HAN_PAGE} ?页[）)]?)?|共 ?${HAN_PAGE} ?页[ ,，/·|]*第 ?${HAN_PAGE} ?页` +
		'|(?:Page|Pg|P)[. ]? ?[|:]? ?\\d{1,4}(?: ?(?:of|/) ?\\d{1,4})?|\\d{1,4} ?(?:[|] ?Page|of \\d{1,4})|\\d{1,4} ?/ ?\\d{1,4})$',
	'i'
);
/** Page numbers of a preface: i, ii, iii. */
const SMALL_ROMAN = /^[ivxl]{1,7}$/;

/** Marked page numbers, and bare ones that rise through the text. */
export function addPageNumbers(lines: readonly Line[], found: Set<number>): void {
	const bare: { at: number; number: number }[] = [];
	const roman: typeof bare = [];
	lines.forEach((line, at) => {
		if (line.kind !== undefined || line.text.length > 24) return;
		if (PAGE_NUMBER.test(line.text) && !/^[（(]\d{1,2}[）)]$/.test(line.text)) found.add(at);
		else if (/^[（(]?\d{1,4}[）)]?$/.test(line.text))
			bare.push({ at, number: Number(line.text.replace(/\D/g, '')) });
		else if (SMALL_ROMAN.test(line.text)) roman.push({ at, number: romanToNumber(line.text.toUpperCase()) });
	});
	roman.forEach(({ at }, i) => {
		if (risesIn(roman, i)) found.add(at);
	});
	bare.forEach(({ at, number }, i) => {
		const rises = risesIn(bare, i);
		const alone = (lines[at]?.blanks ?? 0) > 0 && (lines[at + 1]?.blanks ?? 1) > 0;
		if (number < 2000 && (rises || (alone && !endsOpen(lines[at - 1])))) found.add(at);
	});
}

/** Next to one that is a few pages on, in the same numerals. */
function risesIn(pages: readonly { number: number }[], i: number): boolean {
	const [before, page, after] = [pages[i - 1]?.number, pages[i]?.number ?? 0, pages[i + 1]?.number];
	return (
		(before !== undefined && page > before && page - before <= 4) ||
		(after !== undefined && after > page && after - page <= 4)
	);
}

function endsOpen(line: Line | undefined): boolean {
	return line !== undefined && !endsSentence(line.text) && !isTitleLike(line.text);
}

/** Shorter than this a line may be a running head. */
const HEAD_MOST = 60;
const HEAD_WIDEST = 100;
/** What stands on more than one line in so many belongs to no page. */
const LINES_A_PAGE = 5;

/** The same words again and again where pages break: beside page numbers, or in the middle of a sentence. */
export function addRunningHeads(
	lines: readonly Line[],
	found: Set<number>,
	pageMarks: ReadonlySet<number>
): void {
	// What every page repeats stands on the first one as the title, unless a page number is beside it.
	let opening = lines.findIndex((_line, at) => !found.has(at));
	const opened = opening;
	if (pageMarks.has(opening - 1) || pageMarks.has(opening + 1) || namesIssue(lines[opening])) opening = -1;
	const places = new Map<string, number[]>();
	lines.forEach((line, at) => {
		if (line.text.length > HEAD_MOST || line.text.length < 2 || line.kind !== undefined || found.has(at))
			return;
		if (endsSentence(line.text) || line.mark?.kind === 'lead') return;
		const key = line.text.replace(/[\d\s]/g, '');
		if (key.length < 2) return;
		const list = places.get(key);
		if (list) list.push(at);
		else places.set(key, [at]);
	});
	for (const list of places.values()) {
		if (list.length === 1) {
			const [at = 0] = list;
			const isOfTitle = at > opened && repeatsTitle(lines[opened], lines[at]) && isBesidePage(at, pageMarks);
			if (isOfTitle || standsInSentence(lines, at, pageMarks) || standsApart(lines, at)) found.add(at);
			continue;
		}
		if (list.length * LINES_A_PAGE > lines.length) continue;
		const atPageBreak = list.filter((at) => {
			const line = lines[at];
			// The first page begins where the text does.
			if (
				at === 0 ||
				line?.newPage ||
				lines[at + 1]?.newPage ||
				pageMarks.has(at - 1) ||
				pageMarks.has(at + 1)
			)
				return true;
			return interrupts(lines, at);
		}).length;
		const needed = list.length === 2 ? 2 : list.length / 2;
		if (atPageBreak >= needed || carriesPage(list.map((at) => lines[at]?.text ?? ''))) {
			for (const at of list) if (at !== opening || !isTitleLike(lines[at]?.text ?? '')) found.add(at);
		}
	}
}

function namesIssue(line: Line | undefined): boolean {
	return line !== undefined && /第 ?[〇零一二三四五六七八九十\d]{1,5} ?期|Issue|Vol\./.test(line.text);
}

function isBesidePage(at: number, pageMarks: ReadonlySet<number>): boolean {
	return pageMarks.has(at - 1) || pageMarks.has(at + 1);
}

/** A line that opens with the words of the title, as the heads of pages do. */
function repeatsTitle(title: Line | undefined, line: Line | undefined): boolean {
	if (!title || !line || line.mark || line.heading !== undefined || line.text === title.text) return false;
	const least = /^[\u4e00-\u9fff]/.test(line.text) ? 6 : 12;
	let same = 0;
	while (same < line.text.length && line.text[same] === title.text[same]) same++;
	return same >= least && same * 2 >= line.text.length && isTitleLike(line.text);
}

/** Words beside a page number that stand in the middle of a sentence, even once. */
function standsInSentence(lines: readonly Line[], at: number, pageMarks: ReadonlySet<number>): boolean {
	if (!isBesidePage(at, pageMarks)) return false;
	const line = lines[at];
	let above = at - 1;
	while (pageMarks.has(above)) above--;
	let below = at + 1;
	while (pageMarks.has(below)) below++;
	const [before, after] = [lines[above], lines[below]];
	if (!line || !before || !after || line.mark || line.width > 80 || !isTitleLike(line.text, 80)) return false;
	// No heading without a number stands between the second of a row and the third.
	if (after.mark && isHeadingMark(after.mark) && after.mark.number > 1 && pageMarks.has(at - 1)) return true;
	if (!isTorn(before) || after.heading !== undefined || (after.mark && after.mark.kind !== 'lead'))
		return false;
	// A capital between two small letters, apart from both.
	const alone = line.blanks > 0 && after.blanks > 0;
	if (alone && /[a-z,]$/.test(before.text) && /^[a-z]/.test(after.text) && /^[A-Z]/.test(line.text))
		return true;
	return line.width <= before.width * 0.8;
}

/** A few words with a gap over and under them in the middle of a sentence, where lines have no gaps. */
function standsApart(lines: readonly Line[], at: number): boolean {
	const [above, before, line, after, below] = lines.slice(Math.max(0, at - 2), at + 3);
	if (at < 2 || !above || !before || !line || !after) return false;
	if (line.blanks === 0 || after.blanks === 0 || before.blanks > 0 || (below && below.blanks > 0))
		return false;
	if (line.mark || line.field || !isTitleLike(line.text, 30) || after.mark || after.indent >= 2) return false;
	if (line.heading !== undefined || after.heading !== undefined || !isTorn(before)) return false;
	return before.width >= above.width * 0.9 && line.width <= before.width * 0.6;
}

function isTorn({ text, mark }: Line): boolean {
	return (
		text.length > 12 &&
		/[\u4e00-\u9fffa-z0-9，、,]$/.test(text) &&
		(!mark || text.length > 20) &&
		!isTitleLike(text, 20)
	);
}

/** The same words with another, rising number each time, at one end of the line. */
function carriesPage(texts: readonly string[]): boolean {
	const first = texts[0] ?? '';
	if (texts.length < 3 || readMark(first)) return false;
	const pages = texts.map((text) =>
		Number(/^(\d{1,4})\s|\s(\d{1,4})$/.exec(text)?.slice(1).join('') ?? 'NaN')
	);
	return pages.every((page, i) => i === 0 || page > (pages[i - 1] ?? Infinity));
}

/**
 * Whether the line before stops short of its sentence and the line after goes on with it, while this one is
 * shorter than a line of text would be there: formulas may well fill the same line twice.
 */
function interrupts(lines: readonly Line[], at: number): boolean {
	const before = lines[at - 1];
	const after = lines[at + 1];
	const line = lines[at];
	if (before === undefined || after === undefined || line === undefined) return false;
	if (line.width > Math.min(before.width, HEAD_WIDEST) * 0.7) return false;
	return (
		before.text.length > 12 &&
		/[\u4e00-\u9fffa-z0-9，、,]$/.test(before.text) &&
		!isTitleLike(before.text, 20) &&
		!after.mark
	);
}

import { endsSentence } from './characters.ts';
import type { Line } from './lines.ts';
import { readMark } from './numerals.ts';
import { isName } from './people.ts';
import { isIssue } from './roles.ts';

/** One title the table of contents announces. */
export interface Entry {
	title: string;
	/** The title's letters and digits only, for comparing. */
	key: string;
	author?: string;
}

export interface Contents {
	entries: Entry[];
	/** Names of columns and units that stand between the entries, as keys. */
	rubrics: Set<string>;
	/** Whether the entries are articles of a periodical, rather than chapters of one text. */
	periodical: boolean;
	/** Lines of the table itself and what is printed among them: `from` up to, not including, `to`. */
	from: number;
	to: number;
}

/** Letters, digits and ideographs in lower case: what stays the same however a title is printed. */
export function titleKey(text: string): string {
	return text.replace(NOT_IN_KEY, '').toLowerCase();
}

const NOT_IN_KEY = /[^\p{L}\p{N}]/gu;
/** A title, a leader or a gap, a page number. The title is read apart, so that no pattern backtracks. */
const PAGE_AT_END = /[（(]?(\d{1,4})[）)]?$/;
const LEADER_AT_END = /(?:[.．…·⋯・‧_—-]{3,}|[.．…·⋯・‧] ?[.．…·⋯・‧] ?[.．…·⋯・‧ ]*|…|\t)\s?$/;
const LABEL =
	/^(?:目 ?录|目 ?次|本期目录|本期导读|本期要目|导 ?读|要 ?目|Contents|CONTENTS|Table of Contents|TABLE OF CONTENTS)$/;
/** Fewer lines that end in a page number are chance. */
const FEWEST = 3;
/** Under the word 目录. */
const FEWEST_NAMED = 2;
/** Lines without a page number (columns, a masthead) that may stand between two entries. */
const GAP_MOST = 40;

interface PagedLine {
	at: number;
	title: string;
	page: number;
	strong: boolean;
}

/** Finds the table of contents: lines that end in rising page numbers, or the headings listed in advance. */
export function findContents(lines: readonly Line[]): Contents | undefined {
	const label = lines.slice(0, 400).findIndex((line) => LABEL.test(line.text));
	const paged = pagedContents(lines, label);
	if (paged) return paged;
	return label < 0 ? undefined : listedContents(lines, label);
}

function pagedContents(lines: readonly Line[], label: number): Contents | undefined {
	const found: PagedLine[] = [];
	const most = Math.min(lines.length, 2000);
	for (let at = Math.max(0, label); at < most; at++) {
		const line = lines[at];
		if (line === undefined) continue;
		const last = found[found.length - 1];
		if (last !== undefined && at - last.at > GAP_MOST) break;
		if (last === undefined && label >= 0 && at - label > GAP_MOST) return undefined;
		if (last !== undefined && isBody(line)) break;
		const entry = pagedLine(line, at);
		if (entry) found.push(entry);
		else if (last === undefined && label < 0 && isBody(line) && at > 60) return undefined;
	}
	const strong = found.filter((entry) => entry.strong);
	if (strong.length < (label >= 0 ? FEWEST_NAMED : FEWEST)) return plainContents(lines, found, label);
	if (!isRising(strong)) return undefined;
	const first = strong[0];
	const last = strong[strong.length - 1];
	if (first === undefined || last === undefined) return undefined;
	if (label < 0 && !strong.some((entry) => /[.．…·⋯]{2}/.test(lines[entry.at]?.text ?? ''))) return undefined;
	return collect(
		lines,
		found.filter((entry) => entry.at <= last.at),
		label >= 0 ? label : first.at,
		last.at + 1
	);
}

/** Under the word Contents a blank may be all that stands before the page; the titles come again in the text. */
function plainContents(
	lines: readonly Line[],
	found: readonly PagedLine[],
	label: number
): Contents | undefined {
	if (label < 0) return undefined;
	const run: PagedLine[] = [];
	for (const entry of found) {
		if (entry.at - (run.at(-1)?.at ?? label) > PLAIN_GAP) break;
		run.push(entry);
	}
	const last = run.at(-1);
	if (last === undefined || run.length < FEWEST || !isRising(run)) return undefined;
	const keys = new Set(run.map(({ title }) => titleKey(title)));
	const again = new Set(
		lines
			.slice(last.at + 1)
			.flatMap(({ text }) => (text.length <= 90 && keys.has(titleKey(text)) ? [titleKey(text)] : []))
	);
	return again.size >= FEWEST_NAMED ? collect(lines, run, label, last.at + 1) : undefined;
}

/** Entries without leaders stand close together. */
const PLAIN_GAP = 3;

function pagedLine(line: Line, at: number): PagedLine | undefined {
	const page = PAGE_AT_END.exec(line.text.slice(-8));
	if (!page) return undefined;
	const before = line.text.slice(0, line.text.length - page[0].length);
	const leader = LEADER_AT_END.exec(before.slice(-200));
	const bracketed = page[0].length > (page[1] ?? '').length;
	const named = /[/／][^/／]{2,12} $/.test(before);
	if (!leader && !(bracketed && before.endsWith(' ')) && !named && !before.endsWith(' ')) return undefined;
	const title = leader ? before.slice(0, before.length - leader[0].length) : before;
	return {
		at,
		title: title.replace(/[.．…·⋯・‧_\s]+$/, ''),
		page: Number(page[1]),
		strong: leader !== null || named
	};
}

/** Pages rise, but for a few slips and what is set beside the table. */
function isRising(entries: readonly PagedLine[]): boolean {
	let falls = 0;
	for (let i = 1; i < entries.length; i++) {
		if ((entries[i]?.page ?? 0) < (entries[i - 1]?.page ?? 0)) falls++;
	}
	return falls * 5 <= entries.length;
}

function collect(lines: readonly Line[], paged: PagedLine[], from: number, to: number): Contents {
	const entries: Entry[] = [];
	const rubrics = new Set<string>();
	const pagedAt = new Map(paged.map((entry) => [entry.at, entry]));
	let waiting: string | undefined;
	for (let at = from; at < to; at++) {
		const text = lines[at]?.text ?? '';
		const entry = pagedAt.get(at);
		if (!entry) {
			if (waiting !== undefined) rubrics.add(titleKey(waiting));
			waiting = LABEL.test(text) ? undefined : text;
			continue;
		}
		// A leader on a line of its own belongs to the title above it.
		const title = titleKey(entry.title) === '' ? waiting : entry.title;
		if (titleKey(entry.title) !== '' && waiting !== undefined) rubrics.add(titleKey(waiting));
		waiting = undefined;
		if (title !== undefined) entries.push(readEntry(title));
	}
	rubrics.delete('');
	const named = entries.filter((entry) => entry.key.length >= 2);
	const numbered = named.filter((entry) => readMark(entry.title)).length;
	const issue = lines.slice(0, to + 10).some((line) => isIssue(line.text));
	const authors = named.some((entry) => entry.author !== undefined);
	const signs = issue || rubrics.size > 0 || authors || areTopHeadings(named, lines);
	return { entries: named, rubrics, periodical: signs && numbered * 2 < named.length, from, to };
}

/** Whether the format sets the entries as high as the title of the whole. */
function areTopHeadings(entries: readonly Entry[], lines: readonly Line[]): boolean {
	const tops = new Set(lines.filter(({ heading }) => heading === 1).map(({ text }) => titleKey(text)));
	return tops.size > entries.length && entries.every(({ key }) => tops.has(key));
}

function readEntry(written: string): Entry {
	const slash = Math.max(written.lastIndexOf('/'), written.lastIndexOf('／'));
	const author = slash > 0 ? written.slice(slash + 1).trim() : '';
	if (author !== '' && isName(author)) {
		const title = written.slice(0, slash).trim();
		return { title, key: titleKey(title), author: author.replace(/[ \t]/g, '') };
	}
	const title = written.trim();
	return { title, key: titleKey(title) };
}

/**
 * Laws, handbooks and magazines list their parts without pages: the list ends where the first of its lines
 * comes again.
 */
function listedContents(lines: readonly Line[], label: number): Contents | undefined {
	const places = new Map<string, number>();
	const most = Math.min(lines.length, label + 400);
	for (let at = label + 1; at < most; at++) {
		const line = lines[at];
		if (line === undefined || isBody(line)) return undefined;
		const key = titleKey(line.text);
		if (places.has(key) && at > label + 2) return listed(lines, label, at);
		if (key !== '') places.set(key, at);
	}
	return undefined;
}

/** What of the list stands in the text again is an entry; the rest names columns. */
function listed(lines: readonly Line[], from: number, to: number): Contents {
	const later = new Set<string>();
	for (let at = to; at < lines.length; at++) {
		const { text } = lines[at] ?? { text: '' };
		if (text.length <= 90) later.add(titleKey(text));
	}
	const all = lines.slice(from + 1, to).map((line) => readEntry(line.text));
	const numbered = all.filter(({ title }) => readMark(title)).length;
	const issue = lines.slice(0, from).some((line) => isIssue(line.text));
	const periodical = issue && numbered * 2 < all.length;
	const entries = periodical ? all.filter(({ key }) => later.has(key)) : all;
	const rubrics = periodical ? all.filter(({ key }) => !later.has(key)).map(({ key }) => key) : [];
	return { entries, rubrics: new Set(rubrics), periodical, from, to };
}

function isBody(line: Line): boolean {
	return line.text.length > 30 && endsSentence(line.text) && !/[.．…·⋯]{3}/.test(line.text.slice(-12));
}

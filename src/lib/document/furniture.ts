import { endsSentence } from './characters.ts';
import { addControlLines, isWebLine } from './control.ts';
import { titleKey, type Contents } from './contents.ts';
import { addImprint, isMasthead } from './imprint.ts';
import type { Line } from './lines.ts';
import { addPageNumbers, addRunningHeads } from './running-heads.ts';
import { isDateLine, isDocumentNumber, isIssue, isTitleLike } from './roles.ts';
import type { TitlePlace } from './titles.ts';

export interface Furniture {
	/** Places of lines that belong to the page, not to the text. */
	lines: Set<number>;
	/** What a masthead calls the publication. */
	publication?: string;
}

/** Finds what a page carries besides its text: numbers, rules, running heads, masthead, imprint, contents. */
export function findFurniture(
	lines: readonly Line[],
	contents: Contents | undefined,
	titles: ReadonlyMap<number, TitlePlace>
): Furniture {
	const found = new Set<number>();
	lines.forEach((line, at) => {
		if (line.scaffolding || isRule(line.text) || isContinuationMark(line.text)) found.add(at);
		else if (at < 12 && isWebLine(line)) found.add(at);
	});
	addPageNumbers(lines, found);
	const pageMarks = new Set(found);
	addControlLines(lines, found);
	addRunningHeads(lines, found, pageMarks);
	const publication = contents ? addContents(lines, contents, titles, found) : addMasthead(lines, found);
	if (publication !== undefined) addPublication(lines, publication, found);
	addLetterhead(lines, found);
	addImprint(lines, found);
	return publication === undefined ? { lines: found } : { lines: found, publication };
}

/** A line of nothing but strokes, dots or stars. */
export function isRule(text: string): boolean {
	if (text.length < 3) return /^[─━—_=*•·■□◆◇●○▲△★☆※~\ufffd]{1,2}$/.test(text) && text !== '——';
	return /^[-_=*~—\u2500-\u257f＿＝－﹏·•.．+|#<>◆◇■□●○★☆※\s]+$/.test(text);
}

/** （上接第一版）, （下转第3页） */
export function isContinuationMark(text: string): boolean {
	return /^[（(【]?(?:上接|下转|紧接|续)第? ?[0-9一二三四五六七八九十]{0,3} ?[版页][^）)】]{0,8}[）)】]?$/.test(
		text
	);
}

/** The contents, what stands before them, and the masthead between them and the first title. */
function addContents(
	lines: readonly Line[],
	contents: Contents,
	titles: ReadonlyMap<number, TitlePlace>,
	found: Set<number>
): string | undefined {
	let publication: string | undefined;
	const before = lines.slice(0, contents.from);
	if (before.length <= 40 && !before.some(isBody)) {
		publication = before.find((line) => isTitleLike(line.text, 40) && !isMasthead(line.text))?.text;
		if (contents.periodical) before.forEach((_line, at) => found.add(at));
	}
	for (let at = contents.from; at < contents.to; at++) found.add(at);
	const title = firstTitle(titles);
	const until = Math.min(lines.length, contents.to + 40);
	for (let at = contents.to; at < until; at++) {
		const line = lines[at];
		if (line === undefined || isBody(line)) return publication;
		if (at !== title) continue;
		for (let between = contents.to; between < at; between++) found.add(between);
		return publication;
	}
	return publication;
}

function firstTitle(titles: ReadonlyMap<number, TitlePlace>): number {
	let first = Infinity;
	for (const at of titles.keys()) first = Math.min(first, at);
	return first;
}

/** The publication's name with a page number beside it. */
function addPublication(lines: readonly Line[], publication: string, found: Set<number>): void {
	const name = titleKey(publication);
	lines.forEach((line, at) => {
		if (line.text.length > publication.length + 12 || !/\d/.test(line.text)) return;
		if (titleKey(line.text).replace(/\d/g, '') === name.replace(/\d/g, '')) found.add(at);
	});
}

/** 某某文件, the head of official paper: it stands over the number of the document. */
function addLetterhead(lines: readonly Line[], found: Set<number>): void {
	const number = lines.slice(0, 8).findIndex((line) => isDocumentNumber(line.text));
	if (number >= 0) found.add(number);
	for (let at = 0; at < number; at++) {
		const line = lines[at];
		if (line && line.heading === undefined && /(?:文\s?件|纪\s?要|通\s?报|函)$/.test(line.text))
			found.add(at);
	}
}

/** Without contents: short lines up to the last issue line before the first paragraph. */
function addMasthead(lines: readonly Line[], found: Set<number>): string | undefined {
	let last = -1;
	for (let at = 0; at < Math.min(lines.length, 20); at++) {
		const line = lines[at];
		if (line === undefined || isBody(line) || line.text.length > 50) break;
		if (isIssue(line.text)) last = at;
	}
	if (last < 0) return undefined;
	let publication: string | undefined;
	for (let at = 0; at <= last; at++) {
		const line = lines[at];
		if (line === undefined) continue;
		if (publication === undefined && isTitleLike(line.text, 30) && !isMasthead(line.text))
			publication = line.text;
		found.add(at);
	}
	// The office and the day under the issue line belong to it.
	for (let at = last + 1; at <= last + 3; at++) {
		const text = lines[at]?.text ?? '';
		if (
			text.length <= 40 &&
			(isMasthead(text) || isDateLine(text) || /\d{4}年\d{1,2}月\d{1,2}日$/.test(text.replace(/\s/g, '')))
		)
			found.add(at);
	}
	return publication;
}

function isBody(line: Line): boolean {
	return line.text.length > 30 && endsSentence(line.text);
}

import { countScripts, endsSentence, isDigit } from './characters.ts';
import { titleKey, type Contents } from './contents.ts';
import type { Line } from './lines.ts';
import { readMark } from './numerals.ts';
import { isAttribution, isDateLine, isDocumentNumber, isIssue, isTitleLike } from './roles.ts';
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
	});
	addPageNumbers(lines, found);
	addRunningHeads(lines, found);
	const publication = contents ? addContents(lines, contents, titles, found) : addMasthead(lines, found);
	if (publication !== undefined) addPublication(lines, publication, found);
	addLetterhead(lines, found);
	addImprint(lines, found);
	return publication === undefined ? { lines: found } : { lines: found, publication };
}

/** A line of nothing but strokes, dots or stars. */
export function isRule(text: string): boolean {
	if (text.length < 3) return /^[─━—_=*•·■□◆◇●○▲△★☆※~\ufffd]{1,2}$/.test(text) && text !== '——';
	return /^[-_=*~—─━＿＝－﹏·•.．+|#<>◆◇■□●○★☆※\s]+$/.test(text);
}

/** （上接第一版）, （下转第3页） */
export function isContinuationMark(text: string): boolean {
	return /^[（(【]?(?:上接|下转|紧接|续)第? ?[0-9一二三四五六七八九十]{0,3} ?[版页][^）)】]{0,8}[）)】]?$/.test(
		text
	);
}

const PAGE_NUMBER =
	/^(?:[-–—·•.~〔[(（]{1,2} ?\d{1,4} ?[-–—·•.~〕\])）]{1,2}|第 ?\d{1,4} ?页(?:[ ,，/]*共 ?\d{1,4} ?页)?|Page \d{1,4}(?: of \d{1,4})?|\d{1,4} ?\/ ?\d{1,4})$/i;

/** Marked page numbers, and bare ones that rise through the text. */
function addPageNumbers(lines: readonly Line[], found: Set<number>): void {
	const bare: { at: number; number: number }[] = [];
	lines.forEach((line, at) => {
		if (line.kind !== undefined || line.text.length > 24) return;
		if (PAGE_NUMBER.test(line.text) && !/^[（(]\d{1,2}[）)]$/.test(line.text)) found.add(at);
		else if (/^[（(]?\d{1,4}[）)]?$/.test(line.text))
			bare.push({ at, number: Number(line.text.replace(/\D/g, '')) });
	});
	bare.forEach(({ at, number }, i) => {
		const before = bare[i - 1];
		const after = bare[i + 1];
		const rises =
			(before !== undefined && number > before.number && number - before.number <= 4) ||
			(after !== undefined && after.number > number && after.number - number <= 4);
		const alone = (lines[at]?.blanks ?? 0) > 0 && (lines[at + 1]?.blanks ?? 1) > 0;
		if (number < 2000 && (rises || (alone && !endsOpen(lines[at - 1])))) found.add(at);
	});
}

function endsOpen(line: Line | undefined): boolean {
	return line !== undefined && !endsSentence(line.text) && !isTitleLike(line.text);
}

/** Shorter than this a line may be a running head. */
const HEAD_MOST = 60;
const HEAD_WIDEST = 100;

/** The same words again and again where pages break: beside page numbers, or in the middle of a sentence. */
function addRunningHeads(lines: readonly Line[], found: Set<number>): void {
	const places = new Map<string, number[]>();
	lines.forEach((line, at) => {
		if (line.text.length > HEAD_MOST || line.text.length < 2 || line.kind !== undefined || found.has(at))
			return;
		if (endsSentence(line.text) || readMark(line.text)?.kind === 'lead') return;
		const key = line.text.replace(/[\d\s]/g, '');
		if (key.length < 2) return;
		const list = places.get(key);
		if (list) list.push(at);
		else places.set(key, [at]);
	});
	for (const list of places.values()) {
		if (list.length < 2) continue;
		const atPageBreak = list.filter((at) => {
			const line = lines[at];
			if (line?.newPage || lines[at + 1]?.newPage || found.has(at - 1) || found.has(at + 1)) return true;
			return interrupts(lines, at);
		}).length;
		const needed = list.length === 2 ? 2 : list.length / 2;
		if (atPageBreak >= needed || carriesPage(list.map((at) => lines[at]?.text ?? ''))) {
			for (const at of list) found.add(at);
		}
	}
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
	if (line.width > Math.min(before.width, HEAD_WIDEST) * 0.8) return false;
	return (
		before.text.length > 12 &&
		/[\u4e00-\u9fffa-z，、,]$/.test(before.text) &&
		!isTitleLike(before.text, 20) &&
		!readMark(after.text)
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
	for (let at = last + 1; at <= last + 2; at++) {
		const text = lines[at]?.text ?? '';
		if (text.length <= 40 && (isDateLine(text) || /\d{4}年\d{1,2}月\d{1,2}日$/.test(text.replace(/\s/g, ''))))
			found.add(at);
	}
	return publication;
}

const IMPRINT =
	/^(?:本刊)?(?:主\s?办|承\s?办|协\s?办|主\s?管|编委|编委会|本刊编委会|编辑委员会|主\s?编|副主编|执行主编|责任编辑|责编|本期编辑|编\s?辑|编辑部门|编辑部|校\s?对|美编|印\s?刷|印\s?数|出版日期|发\s?行|发送|分送|报|送|准印证号?|地\s?址|编辑部地址|邮\s?箱|投稿邮箱|电子邮箱|电\s?话|联系电话|传\s?真|邮\s?编|邮政编码|网\s?址|抄\s?送|主\s?送|定\s?价|内部资料|Editor|Editors|Published by|Printed by|Address|Tel|Phone|E-?mail|Fax)(?:[（(][^）)]{1,6}[）)])?(?:$|[ \t：:，、])/;

/** Words of a masthead or an imprint: who edits, where it is printed, how to reach them. */
export function isMasthead(text: string): boolean {
	if (text.length > 60) return false;
	if (endsSentence(text)) return IMPRINT.test(text) && /^.{1,10}[：:]/.test(text);
	return (
		isIssue(text) ||
		IMPRINT.test(text) ||
		isContact(text) ||
		/(?:主办|出版|编印|印发|内部资料\s?免费交流)$/.test(text)
	);
}

/** An address of the net or a number of the telephone, and nothing else. */
function isContact(text: string): boolean {
	if (/^\S+@\S+\.\S+$/.test(text) || /^(?:https?:\/\/|www\.)\S+$/.test(text)) return true;
	let digits = 0;
	for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) digits++;
	return digits >= 6 && /^[0-9()（）\s\-—、,/+]+$/.test(text) && !isDateLine(text);
}

/** Imprints stand at either end of a text; elsewhere two such lines close together are one. */
function addImprint(lines: readonly Line[], found: Set<number>): void {
	const hits: number[] = [];
	lines.forEach((line, at) => {
		if (!found.has(at) && line.heading === undefined && isMasthead(line.text)) hits.push(at);
	});
	hits.forEach((at, i) => {
		const near = at - (hits[i - 1] ?? -9) <= 4 || (hits[i + 1] ?? Infinity) - at <= 4;
		const atEnd = at < 12 || at >= lines.length - 12;
		if (!near && !(atEnd && isContact(lines[at]?.text ?? ''))) return;
		found.add(at);
		const next = lines[at + 1];
		// “地址” on one line has its words on the next.
		if (
			next &&
			(hits[i + 1] ?? Infinity) - at <= 4 &&
			next.text.length <= 40 &&
			isBareLabel(lines[at]?.text ?? '')
		) {
			if (!endsSentence(next.text) && !isAttribution(next.text)) found.add(at + 1);
		}
	});
}

function isBareLabel(text: string): boolean {
	return text.length <= 10 && IMPRINT.test(text) && countScripts(text).ideographs <= 8;
}

function isBody(line: Line): boolean {
	return line.text.length > 30 && endsSentence(line.text);
}

import { allMatches, charSet, holdsAny, indexOfAny, type CharSet } from '../scan.ts';
import { quotedSpans, type Mention } from './mention.ts';
import { readNumeral } from './numeral.ts';
import { openingVerb } from './words.ts';

/** A list in one sentence whose first and last item are certain. */
export interface List extends Mention {
	items: string[];
	/** The list ends in 等: there are more than the text names. */
	open: boolean;
	/** The count the text gives for it: 四个…, “五个坚决”, 等六项. */
	announced?: number;
	/** What the items are, as the text says behind them: 宣传文化阵地 in “A、B、C等宣传文化阵地”. */
	head?: string;
}

/** Not 十九大, 二十大: congresses, not counts. */
const COUNT =
	'(?<![一二三四五六七八九十\\d])(?!(?:十[六七八九]|二十)大)(?<count>[两三四五六七八九十]{1,2}|\\d{1,2})';
const MEASURE = '(?:个方面|方面|个|项|大|种|类|条|位|点|家|名)';
const COUNTED_HEAD = new RegExp(
	`^(?<last>.{1,20}?)(?<open>等)?${COUNT}${MEASURE}(?<head>[\\u4e00-\\u9fff]{0,10})`,
	'u'
);
const OPEN_HEAD = /^(?<last>.{1,30}?)等(?<head>(?!级|同|待|到|于|候|额)[\u4e00-\u9fff“”、]{0,16})/u;
/** Words after which a list begins for certain. */
const STRONG = /(?:包括|包含|涵盖|囊括|分为|分别为|分别是|即|：|:|——)(?=[^：:—]*$)/u;

/** Every certain 、-list of a sentence, in order. */
export function findLists(sentence: string): List[] {
	return /、|[”》][“《]/u.test(sentence) ? listsOf(clausesOf(sentence).map(inParts), sentence) : [];
}

/** A clause with what stands between its 、. */
export interface Enumerated extends Piece {
	parts: Piece[];
}

export const inParts = ({ text, start }: Piece): Enumerated => ({ text, start, parts: splitAtMarks(text) });

/** The certain lists of clauses that stand in a sentence. */
export function listsOf(clauses: readonly Enumerated[], sentence: string): List[] {
	const lists: List[] = [];
	for (const { parts, start } of clauses) {
		const list = parts.length < 3 ? undefined : listIn(parts, start, sentence);
		if (list) lists.push(list);
	}
	return lists;
}

const CLAUSE_ENDS = charSet('，；。！？,;');

/** A stretch of a text and where in it it begins. */
export interface Piece {
	text: string;
	start: number;
}

/** Stretches between ， ； 。 ！ ？, quotes and brackets being one piece with what surrounds them. */
export function clausesOf(sentence: string): Piece[] {
	return splitOutside(sentence, CLAUSE_ENDS).filter(({ text }) => text !== '');
}

/** The pieces between marks that stand neither in quotes nor in brackets. */
export function splitOutside(text: string, marks: CharSet): Piece[] {
	const first = indexOfAny(text, marks);
	if (first < 0) return [{ text, start: 0 }];
	const isShut = shutTest(text);
	const pieces: Piece[] = [];
	let start = 0;
	for (let at = first; at >= 0; at = indexOfAny(text, marks, at + 1)) {
		if (isShut(at)) continue;
		pieces.push({ text: text.slice(start, at), start });
		start = at + 1;
	}
	pieces.push({ text: text.slice(start), start });
	return pieces;
}

const OPENERS = charSet('“《「（(');

/**
 * Tells of places in a text, asked from left to right, whether they lie inside closed quotes or brackets,
 * their marks left out.
 */
function shutTest(text: string): (at: number) => boolean {
	if (!holdsAny(text, OPENERS)) return isNeverShut;
	const spans = quotedSpans(text);
	if (text.includes('（') || text.includes('(')) {
		for (const { 0: whole, index } of allMatches(BRACKETED, text)) spans.push([index, index + whole.length]);
		spans.sort((a, b) => a[0] - b[0]);
	}
	let next = 0;
	let until = 0;
	return (at) => {
		for (let span = spans[next]; span && span[0] < at; span = spans[++next]) until = Math.max(until, span[1]);
		return at < until;
	};
}

const isNeverShut = (): boolean => false;

const BRACKETED = /[（(][^（()）]*[）)]/gu;

function listIn(parts: readonly Piece[], offset: number, sentence: string): List | undefined {
	const first = parts[0];
	const last = parts.at(-1);
	if (parts.length < 3 || !first || !last) return undefined;
	const middle = parts.slice(1, -1);
	// 等 in the middle: two lists in one clause, and no telling where the second begins.
	if (middle.some((part) => part.text.includes('等'))) return undefined;
	// So does a long part with a verb and 的 among short ones: 为甲、乙提供丁的戊、己、庚.
	if (
		middle.some(({ text }) => text.length > 8 && /.的/u.test(text)) &&
		!middle.every(({ text }) => text.includes('的'))
	)
		return undefined;
	const tail = lastItem(
		last.text,
		middle.map((part) => part.text)
	);
	if (!tail) return undefined;
	const known = [...middle.map((part) => part.text), ...tail.items];
	const head = firstItem(first.text, known, tail.announced !== undefined ? 2 : 3);
	if (head === undefined) return undefined;
	const items = [head, ...known].map((item) => item.trim());
	// A last item that runs on into 这5个方面 is not certain to be one.
	if (/[这该其]$/u.test(items.at(-1) ?? '') || items.some((item) => /^[是对]|的$/u.test(item)))
		return undefined;
	if (items.length > 12 || items.some((item) => item.length < 2 || item.length > 24)) return undefined;
	if (new Set(items).size !== items.length || isUneven(items)) return undefined;
	const start = offset + first.start + first.text.length - head.length;
	const end = offset + last.start + tail.length;
	const before = announcedBefore(sentence.slice(Math.max(0, start - 16), start));
	const announced = tail.announced ?? before;
	return {
		kind: 'enumeration',
		value: sentence.slice(start, end),
		items,
		start,
		end,
		open: tail.open,
		...(announced !== undefined && { announced }),
		...(tail.head && { head: tail.head })
	};
}

/** At each 、 and between quoted items that stand side by side without one. */
export function splitAtMarks(clause: string): Piece[] {
	const first = indexOfAny(clause, ITEM_ENDS);
	if (first < 0) return [{ text: clause, start: 0 }];
	const isShut = shutTest(clause);
	const pieces: Piece[] = [];
	let start = 0;
	for (let at = first; at >= 0; at = indexOfAny(clause, ITEM_ENDS, at + 1)) {
		const isMark = clause[at] === '、';
		const cut = isMark ? at : at + 1;
		if ((!isMark && !'“《'.includes(clause[cut] ?? ' ')) || isShut(cut)) continue;
		pieces.push({ text: clause.slice(start, cut), start });
		start = at + 1;
	}
	pieces.push({ text: clause.slice(start), start });
	return pieces;
}

const ITEM_ENDS = charSet('、”》');

interface Tail {
	items: string[];
	/** How much of the last part belongs to the list, 等 included. */
	length: number;
	open: boolean;
	announced?: number;
	head?: string;
}

/** Where the last part stops being an item: at a count, at 等, or with the clause if it is parallel to the rest. */
function lastItem(text: string, middle: readonly string[]): Tail | undefined {
	const quoted = /^(?<last>(?:“[^”]+”|《[^》]+》))(?<rest>.*)$/u.exec(text);
	if (quoted?.groups && middle.every((item) => /^(?:“[^”]+”|《[^》]+》)$/u.test(item))) {
		const { last = '', rest = '' } = quoted.groups;
		const open = rest.startsWith('等');
		const head = /^等?(?:[两三四五六七八九十\d]+[个项大种类条])?(?<head>[\u4e00-\u9fff]{2,10})$/u.exec(rest)
			?.groups?.head;
		return { items: [last], length: last.length + (open ? 1 : 0), open, ...(head && { head }) };
	}
	const counted = COUNTED_HEAD.exec(text);
	if (counted?.groups && isParallel(counted.groups.last ?? '', middle)) {
		const { last = '', open, count = '', head } = counted.groups;
		const announced = readNumeral(count);
		return {
			items: splitAnd(last, middle),
			length: last.length + (open ? 1 : 0),
			open: open !== undefined,
			...(announced !== undefined && { announced }),
			...(head && { head })
		};
	}
	const opened = OPEN_HEAD.exec(text);
	if (opened?.groups) {
		const { last = '', head } = opened.groups;
		const isWhole = head === text.slice(last.length + 1);
		return {
			items: splitAnd(last, middle),
			length: last.length + 1,
			open: true,
			...(head && isWhole && { head })
		};
	}
	const items = splitAnd(text, middle);
	const closing = items.at(-1) ?? '';
	const isOdd =
		middle.length > 1 &&
		new Set(middle.map((item) => item.length)).size === 1 &&
		closing.length > (middle[0]?.length ?? 0);
	return isParallel(closing, middle) && !isOdd && !/[的了]/u.test(closing)
		? { items, length: text.length, open: false }
		: undefined;
}

/** “C和D” is two items when the others are as short as its halves. */
function splitAnd(text: string, middle: readonly string[]): string[] {
	const halves = /^(.{2,}?)(?:以及|和|及|与)(.{2,})$/u.exec(text);
	if (!halves) return [text];
	const [, a = '', b = ''] = halves;
	return isParallel(a, middle) && isParallel(b, middle) ? [a, b] : [text];
}

/**
 * The end of the first part that is the first item, if it is certain where it begins.
 * @param least how many others must be like it: fewer where the text itself counts them
 */
function firstItem(text: string, others: readonly string[], least: number): string | undefined {
	const quoted = /(?:“[^”]+”|《[^》]+》)$/u.exec(text)?.[0];
	if (quoted && others.every((item) => /^(?:“[^”]+”|《[^》]+》)$/u.test(item))) return quoted;
	const strong = STRONG.exec(text);
	if (strong) {
		const rest = text.slice(strong.index + strong[0].length);
		if (rest.length >= 2 && isParallel(rest, others, 6)) return rest;
	}
	const opening = others[0]?.[0];
	if (opening && others.length >= 3 && others.every((item) => item.startsWith(opening))) {
		const at = text.lastIndexOf(opening);
		return at < 0 ? undefined : text.slice(at);
	}
	const lengths = new Set(others.map((item) => item.length));
	const verb = openingVerb(text) ?? '';
	const object = text.slice(verb.length).replace(/^了(?!解)/u, '');
	// 统筹推进立法参与: a second verb belongs to the list as little as the first.
	if ((openingVerb(object) ?? '').length > 1 && others.every((item) => openingVerb(item) === undefined))
		return undefined;
	if (others.some((item) => verb !== '' && item.startsWith(verb))) return undefined;
	if (
		object.length <= 10 &&
		isParallel(object, others, 1) &&
		others.length >= least &&
		!/[的了]/u.test(object)
	) {
		return object;
	}
	const [length] = lengths;
	const closing = others[0]?.at(-1);
	const sameEnd = closing !== undefined && [...others, text].every((item) => item.endsWith(closing));
	if (lengths.size === 1 && length !== undefined && others.length >= 3 && sameEnd && text.length >= length) {
		return text.slice(-length);
	}
	return undefined;
}

function isParallel(item: string, others: readonly string[], slack = 3): boolean {
	if (item.length < 2 || others.length === 0) return false;
	const lengths = others.map((other) => other.length);
	return item.length >= Math.min(...lengths) - slack && item.length <= Math.max(...lengths) + slack;
}

/** One item more than twice as long as the usual one has swallowed words that are not its own. */
function isUneven(items: readonly string[]): boolean {
	const lengths = items.map((item) => item.length).sort((a, b) => a - b);
	return (lengths.at(-1) ?? 0) > 2 * (lengths[lengths.length >> 1] ?? 0);
}

const ANNOUNCED = new RegExp(
	`${COUNT}${MEASURE}[\\u4e00-\\u9fff”]{0,8}(?:包括|即|分别是|分别为|：|——)$`,
	'u'
);

function announcedBefore(text: string): number | undefined {
	const count = ANNOUNCED.exec(text)?.groups?.count;
	return count === undefined ? undefined : readNumeral(count);
}

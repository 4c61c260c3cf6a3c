import { allMatches } from '../scan.ts';
import { clausesOf, inParts, listsOf, type Enumerated, type List, type Piece } from './lists.ts';
import { lastEnd, readItem, type Item } from './likeness.ts';
import { holdsVerb } from './series-words.ts';
import { leftEdge, readLeft, rightEdges } from './series-edges.ts';
import { readNumeral } from './numeral.ts';

/**
 * Every 、-list of a sentence whose ends can be told with fair confidence: the certain ones of `findLists`,
 * and those whose first and last item follow from how alike the items are and from the words around them.
 */
export function findSeries(sentence: string): List[] {
	if (!/、|[”》’][“《‘]/u.test(sentence)) return [];
	const clauses = clausesOf(sentence).map(inParts);
	const certain = listsOf(clauses, sentence);
	const found = clauses.flatMap((clause) => seriesIn(clause, sentence));
	found.push(...enclosedIn(sentence, found));
	const others = found.filter((list) =>
		certain.every((other) => list.end <= other.start || list.start >= other.end)
	);
	return [...certain, ...others].sort((a, b) => a.start - b.start);
}

/** A slogan that is a list: “甲、乙、丙”, “甲，乙，丙”, unless it is itself one item among others. */
function enclosedIn(sentence: string, known: readonly List[]): List[] {
	return allMatches(ENCLOSED, sentence).flatMap((match): List[] => {
		const inner = match.groups?.quoted ?? match.groups?.bracketed ?? '';
		const mark = inner.includes('、') ? '、' : '，';
		const start = match.index + 1;
		const end = start + inner.length;
		const items = inner.replace(/等$/u, '').split(mark);
		const lengths = items.map(lastEnd);
		const isEven = Math.max(...lengths) <= 2 * Math.min(...lengths) + 2;
		if (items.length < 3 || !isEven || !isPlausible(items)) return [];
		if (mark === '，' && Math.max(...lengths) - Math.min(...lengths) > 2) return [];
		if (known.some((list) => start < list.end && list.start < end)) return [];
		return [{ kind: 'enumeration', value: inner, items, start, end, open: inner.endsWith('等') }];
	});
}

const ENCLOSED = /“(?<quoted>[^“”。；！？]{5,80})”|[（(](?<bracketed>[^（()）。；！？\d]{5,80})[）)]/gu;

/** The lists of one clause: 等 or the end of a quotation within it ends one and lets another begin. */
function seriesIn({ parts, start: offset }: Enumerated, sentence: string): List[] {
	if (parts.length < 2) return [];
	const lists: List[] = [];
	let from = 0;
	for (let at = 1; at < parts.length; at++) {
		const isLast = at === parts.length - 1;
		if (!isLast && !breaksSeries(parts, at)) continue;
		const list = seriesOf(parts.slice(from, at + 1), offset, sentence, from > 0);
		if (list) lists.push(list);
		from = at;
	}
	return lists;
}

/** A part between two 、 that ends one list and begins another: 丙等企业与丁, 丙举办丁. */
function breaksSeries(parts: readonly Piece[], at: number): boolean {
	const text = parts[at]?.text ?? '';
	if (text.length < 5 || text[0] === parts[at - 1]?.text[0]) return false;
	if (/.等(?!级|同|待|到|于|候|额)./u.test(text)) return true;
	const before = parts[at - 1]?.text.length ?? 0;
	const after = parts[at + 1]?.text.length ?? 0;
	const isLong = text.length > 2 * (at > 1 ? before : at + 2 < parts.length ? after : text.length);
	return isLong && (holdsVerb(text) || /.的./u.test(text));
}

function seriesOf(
	parts: readonly Piece[],
	offset: number,
	sentence: string,
	isSecond: boolean
): List | undefined {
	const [first, last] = [parts[0], parts.at(-1)];
	if (!first || !last) return undefined;
	const middle = parts.slice(1, -1).map((part) => readItem(part.text.trim()));
	const tails = rightEdges(last.text, middle);
	if (tails.length === 0) return undefined;
	const left = readLeft(isSecond ? afterOpen(first.text) : first.text, {
		isStart: first.start === 0,
		isSecond
	});
	// One and the same end may have been found by several signs.
	const edges = new Map<readonly Item[], ReturnType<typeof leftEdge>>();
	let best: { head: string; tail: (typeof tails)[number]; score: number } | undefined;
	for (const tail of tails) {
		if (middle.length + tail.items.length < 2) continue;
		if (!edges.has(tail.items)) edges.set(tail.items, leftEdge(left, [...middle, ...tail.items]));
		const edge = edges.get(tail.items);
		if (!edge) continue;
		const score = edge.score + tail.score;
		if (!best || score > best.score) best = { head: edge.item, tail, score };
	}
	if (!best || best.score < (middle.length === 0 ? LEAST + 0.8 : LEAST)) return undefined;
	const items = [
		best.head,
		...middle.map(({ text }) => text),
		...best.tail.items.map(({ text }) => text)
	].map((item) => item.trim());
	if (!isPlausible(items, best.tail.open)) return undefined;
	const start = offset + first.start + first.text.length - best.head.length;
	const end = offset + last.start + best.tail.length;
	const { open, head, count } = best.tail;
	const announced = count === undefined ? undefined : readNumeral(count);
	return {
		kind: 'enumeration',
		value: sentence.slice(start, end),
		items,
		start,
		end,
		open,
		...(announced !== undefined && { announced }),
		...(head !== undefined && head !== '' && { head })
	};
}

/** The first item of a second list stands behind the 等 that ended the first. */
const afterOpen = (text: string): string => text.slice(text.lastIndexOf('等') + 1);

/** Both ends together must be surer than a guess. */
const LEAST = 4;

function isPlausible(items: readonly string[], open = false): boolean {
	if (items.length < 3 || items.length > 20 || new Set(items).size !== items.length) return false;
	if (items.some((item) => item.length < 1 || item.length > 40 || /^[的是之]|^等|[这该其]$/u.test(item)))
		return false;
	if (items.some((item) => /\d[万亿余多]*(?:元|%|人次|[个家件名项])?$|[【】]/u.test(item))) return false;
	const lengths = items.map((item) => lastEnd(item)).sort((a, b) => a - b);
	const usual = lengths[lengths.length >> 1] ?? 0;
	const isAlike = open || items.every((item) => item[0] === items[0]?.[0]);
	return (lengths.at(-1) ?? 0) <= (isAlike ? 3 * usual + 6 : Math.max(2 * usual + 1, usual + 5));
}

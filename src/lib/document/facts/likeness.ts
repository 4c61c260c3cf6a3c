import { charSet, holdsAny } from '../scan.ts';
import { isNounish, startsWithVerb } from './series-words.ts';

/** What can be told of an item of a list by itself. */
export interface Item {
	text: string;
	/** Characters, brackets and quotation marks not counted. */
	length: number;
	opensWithVerb: boolean;
	/** The verb it opens with is no noun as well. */
	acts: boolean;
	/** It holds two things: 战略与策略. */
	isPaired: boolean;
	hasDe: boolean;
	/** It begins or ends in the middle of something, or holds more than one clause. */
	isBroken: boolean;
}

export function readItem(text: string): Item {
	const opensWithVerb = startsWithVerb(text);
	return {
		text,
		length: lastEnd(text),
		opensWithVerb,
		acts: opensWithVerb && !isNounish(text),
		isPaired: isPaired(text),
		hasDe: text.includes('的'),
		isBroken: isBroken(text)
	};
}

const PAIRED = /.[和与].|相结合/u;

const isPaired = (text: string): boolean =>
	(text.includes('和') || text.includes('与') || text.includes('相结合')) && PAIRED.test(text);

const CLAUSE_ENDS = charSet('，。；：');
const TORN = /^(?:好(?!人|事|友|书|评|习惯)|过(?!程|渡|敏))|(?<!参)与$/u;

function isBroken(text: string): boolean {
	const [first = '', last = ''] = [text[0], text.at(-1)];
	if (first === '') return false;
	if ('的了是和与及在把将等着'.includes(first) || '的和及以'.includes(last)) return true;
	if ((first === '好' || first === '过' || last === '与') && TORN.test(text)) return true;
	return holdsAny(text, CLAUSE_ENDS);
}

/** What the items of a list have in common. */
export interface Likeness {
	least: number;
	most: number;
	usual: number;
	/** The length of all of them, if they are of one length. */
	uniform: number | undefined;
	prefix: string;
	suffix: string;
	verbs: number;
	count: number;
	/** How many hold two things. */
	pairs: number;
	hasDe: boolean;
}

/** What these items have in common. */
export function likeness(items: readonly Item[]): Likeness {
	const lengths = items.map(({ length }) => length).sort((a, b) => a - b);
	const [least = 0, most = 0] = [lengths[0], lengths.at(-1)];
	let [verbs, pairs, hasDe] = [0, 0, false];
	for (const item of items) {
		if (item.opensWithVerb) verbs++;
		if (item.isPaired) pairs++;
		if (item.hasDe) hasDe = true;
	}
	return {
		least,
		most,
		usual: lengths[lengths.length >> 1] ?? 0,
		uniform: items.length > 1 && least === most ? least : undefined,
		prefix: items.length > 1 ? sharedStart(items) : '',
		suffix: items.length > 1 ? sharedEnd(items) : endOf(items[0]?.text ?? ''),
		verbs,
		count: items.length,
		pairs,
		hasDe
	};
}

/** How much an item is like the others; undefined where it is not like them at all. */
export function likenessOf(item: Item, like: Likeness): number | undefined {
	const { text, length } = item;
	if (item.isBroken || length < 1 || (length < 2 && like.usual > 2)) return undefined;
	if (like.least > 3 && length < like.least / 2) return undefined;
	if (length > like.most + Math.max(4, like.usual * 0.6) || length < like.least - 4) return undefined;
	const off = Math.abs(length - like.usual);
	const within = length >= like.least && length <= like.most;
	let score = within ? 1.2 : off <= 1 ? 1 : off <= 2 ? 0.7 : off <= 4 ? 0.2 : -0.5;
	if (like.uniform !== undefined) score += length === like.uniform ? (like.count > 2 ? 1 : 0.7) : -0.6;
	if (like.prefix !== '') score += text.startsWith(like.prefix) ? 1.2 : -0.6;
	if (like.suffix !== '' && text.endsWith(like.suffix)) score += like.suffix.length > 1 ? 1.2 : 0.7;
	if (like.verbs * 2 > like.count) score += item.acts ? 0.9 : -0.9;
	else if (like.verbs === 0 && item.acts) score -= like.count > 1 ? 1.3 : 0.9;
	if (like.pairs * 2 > like.count) score += item.isPaired ? 0.9 : -0.9;
	if (!like.hasDe && item.hasDe) score -= 0.8;
	return score;
}

/** What a word formation ends in, else its last two characters. */
const endOf = (text: string) =>
	'化性型权感式观化者员'.includes(text.at(-1) ?? ' ') ? text.slice(-1) : text.slice(-2);

function sharedStart(items: readonly Item[]): string {
	const first = items[0]?.text ?? '';
	let length = 0;
	while (length < 4 && length < first.length - 1 && items.every(({ text }) => text[length] === first[length]))
		length++;
	return first.slice(0, length);
}

function sharedEnd(items: readonly Item[]): string {
	const first = items[0]?.text ?? '';
	let length = 0;
	while (
		length < 4 &&
		length < first.length &&
		items.every(({ text }) => text.at(-1 - length) === first.at(-1 - length))
	)
		length++;
	return length === 0 ? '' : first.slice(-length);
}

/** Characters of an item, brackets and quotation marks not counted. */
export function lastEnd(item: string): number {
	return holdsAny(item, MARKS) ? item.replace(MARKED, '').length : item.length;
}

const MARKS = charSet('（(“”《》‘’');
const MARKED = /[（(][^（()）]*[）)]|[“”《》‘’]/gu;

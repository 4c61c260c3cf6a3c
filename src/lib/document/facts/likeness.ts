import { NOUNISH, VERB_FIRST } from './series-words.ts';

/** What the items of a list have in common. */
export interface Likeness {
	least: number;
	most: number;
	usual: number;
	uniform?: number;
	prefix: string;
	suffix: string;
	verbs: number;
	count: number;
	/** How many hold two things: 战略与策略. */
	pairs: number;
	hasDe: boolean;
}

const PAIRED = /.[和与].|相结合/u;

/** What these items have in common. */
export function likeness(items: readonly string[]): Likeness {
	const lengths = items.map(lastEnd).sort((a, b) => a - b);
	const [least = 0, most = 0] = [lengths[0], lengths.at(-1)];
	return {
		least,
		most,
		usual: lengths[lengths.length >> 1] ?? 0,
		...(items.length > 1 && least === most && { uniform: least }),
		prefix: items.length > 1 ? sharedStart(items) : '',
		suffix: items.length > 1 ? sharedEnd(items) : endOf(items[0] ?? ''),
		verbs: items.filter((item) => VERB_FIRST.test(item)).length,
		count: items.length,
		pairs: items.filter((item) => PAIRED.test(item)).length,
		hasDe: items.some((item) => item.includes('的'))
	};
}

/** How much an item is like the others; undefined where it is not like them at all. */
export function likenessOf(item: string, like: Likeness): number | undefined {
	const length = lastEnd(item);
	if (length < 1 || (length < 2 && like.usual > 2)) return undefined;
	if (like.least > 3 && length < like.least / 2) return undefined;
	if (length > like.most + Math.max(4, like.usual * 0.6) || length < like.least - 4) return undefined;
	if (
		/[，。；：]/u.test(item) ||
		/^(?:[的了是和与及在把将等着]|好(?!人|事|友|书|评|习惯)|过(?!程|渡|敏))|(?:[的和及以]|(?<!参)与)$/u.test(
			item
		)
	)
		return undefined;
	const off = Math.abs(length - like.usual);
	const within = length >= like.least && length <= like.most;
	let score = within ? 1.2 : off <= 1 ? 1 : off <= 2 ? 0.7 : off <= 4 ? 0.2 : -0.5;
	if (like.uniform !== undefined) score += length === like.uniform ? (like.count > 2 ? 1 : 0.7) : -0.6;
	if (like.prefix !== '') score += item.startsWith(like.prefix) ? 1.2 : -0.6;
	if (like.suffix !== '' && item.endsWith(like.suffix)) score += like.suffix.length > 1 ? 1.2 : 0.7;
	const isVerb = VERB_FIRST.test(item) && !NOUNISH.test(item);
	if (like.verbs * 2 > like.count) score += isVerb ? 0.9 : -0.9;
	else if (like.verbs === 0 && isVerb) score -= like.count > 1 ? 1.3 : 0.9;
	if (like.pairs * 2 > like.count) score += PAIRED.test(item) ? 0.9 : -0.9;
	if (!like.hasDe && item.includes('的')) score -= 0.8;
	return score;
}

/** What a word formation ends in, else its last two characters. */
const endOf = (item: string) => /[化性型权感式观化者员]$/u.exec(item)?.[0] ?? item.slice(-2);

function sharedStart(items: readonly string[]): string {
	const first = items[0] ?? '';
	let length = 0;
	while (length < 4 && length < first.length - 1 && items.every((item) => item[length] === first[length]))
		length++;
	return first.slice(0, length);
}

function sharedEnd(items: readonly string[]): string {
	const first = items[0] ?? '';
	let length = 0;
	while (
		length < 4 &&
		length < first.length &&
		items.every((item) => item.at(-1 - length) === first.at(-1 - length))
	)
		length++;
	return length === 0 ? '' : first.slice(-length);
}

/** Characters of an item, brackets and quotation marks not counted. */
export function lastEnd(item: string): number {
	return MARKED.test(item) ? item.replace(/[（(][^（()）]*[）)]|[“”《》‘’]/gu, '').length : item.length;
}

const MARKED = /[（(“”《》‘’]/u;

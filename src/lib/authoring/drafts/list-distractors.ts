import type { List } from '#lib/document/facts/lists.ts';
import { openingVerb } from '#lib/document/facts/words.ts';
import { squeeze } from '../lint/finding.ts';
import { dice } from '../lint/likeness.ts';
import type { Desk } from './draft.ts';
import { isAkin, markOf, sharedEnd, sharedStart } from './list-shape.ts';
import { balanced } from './referents.ts';

/** 更有温度、更有力量; 重大工程、重大项目: kind words in a row, of which one is as good as another. */
export const FILLER = /^(?:更|最|严的|新|重[大点要]|谈|珍惜|勇于|敢于|善于|亲自)|(?:故事|好)$/u;

/** Items of lists elsewhere in the document that look alike and do not stand in the part the stem names. */
export function distractorsFor(
	{ fact, peers }: Desk,
	list: List,
	stem: string,
	says: (words: string) => boolean
): string[] {
	const lengths = list.items.map((item) => item.length);
	const [least, most] = [Math.min(...lengths) - 1, Math.max(...lengths) + 1];
	const mark = markOf(list.items[0] ?? '');
	const isMarked = (sharedStart(list.items) ?? sharedEnd(list.items)) !== undefined;
	const chosen: string[] = [];
	const plainStem = squeeze(stem);
	const told = list.items.map(squeeze);
	const areDeeds = isDeeds(list.items);
	const own = [...told];
	for (const { item, isKin } of peers.siblings.itemsLike(fact)) {
		if (item.length < least || item.length > most || markOf(item) !== mark || !balanced(item)) continue;
		if (FILLER.test(item) || isQuality(item) !== isQuality(list.items[0] ?? '')) continue;
		if (!isAkin(item, list.items) && (!isKin || isMarked)) continue;
		if ((openingVerb(item) !== undefined) !== areDeeds) continue;
		const plain = squeeze(item);
		if (own.some((other) => meansAlike(other, plain))) continue;
		if (plainStem.includes(plain) || says(item) || says(plain)) continue;
		if (told.some((other) => isSame(other, plain))) continue;
		chosen.push(item);
		told.push(plain);
		if (chosen.length === 3) break;
	}
	return chosen;
}

const isDeeds = (items: readonly string[]) => items.every((item) => openingVerb(item) !== undefined);

const isQuality = (item: string) => /[性化型]$/u.test(item);

/** 技术革新 and 技术创新, 机制创新 and 制度创新: what is left without the words they share begins or ends alike. */
function meansAlike(a: string, b: string): boolean {
	let [start, end] = [0, 0];
	const shorter = Math.min(a.length, b.length);
	while (start < shorter - 1 && a[start] === b[start]) start++;
	while (end < shorter - start - 1 && a.at(-1 - end) === b.at(-1 - end)) end++;
	if (Math.max(start, end) < 2 || shorter > 6) return false;
	const [one, other] = [a, b].map((text) => text.slice(start >= 2 ? 2 : 0, end >= 2 ? -2 : undefined));
	return [...(one ?? '')].some((letter) => other?.includes(letter) === true);
}

/** One holds the other, or they share most of their letters. */
function isSame(a: string, b: string): boolean {
	return a.includes(b) || b.includes(a) || dice(a, b) >= 0.5;
}

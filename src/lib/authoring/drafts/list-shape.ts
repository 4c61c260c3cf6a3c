/** “ or 《 where an item stands in them. */
export const markOf = (item: string) => /^[“《]/u.exec(item)?.[0];
const bare = (item: string) => item.replace(/[“”《》]/gu, '');

/** The character that all items end in. */
export function sharedEnd(items: readonly string[]): string | undefined {
	const end = bare(items[0] ?? '').at(-1);
	return end !== undefined && items.every((item) => bare(item).endsWith(end)) ? end : undefined;
}

/** The character that all items begin with. */
export function sharedStart(items: readonly string[]): string | undefined {
	const start = bare(items[0] ?? '').at(0);
	return start !== undefined && items.every((item) => bare(item).startsWith(start)) ? start : undefined;
}

/** How many characters all items begin with. */
export function sharedLead(items: readonly string[]): number {
	const [first = '', ...others] = items.map(bare);
	let length = 0;
	while (length < first.length && others.every((item) => item[length] === first[length])) length++;
	return length;
}

/** Whether the items are of one make: as long as each other, beginning or ending alike, or all quoted. */
export function isCohesive(items: readonly string[]): boolean {
	const lengths = items.map((item) => bare(item).length);
	const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
	return (
		most - least <= 2 ||
		(most - least <= 6 && (sharedEnd(items) ?? sharedStart(items)) !== undefined) ||
		items.every((item) => markOf(item) !== undefined)
	);
}

/**
 * Whether the items are a set beyond doubt: all as long as each other, with a character in common or four
 * of them: 获得感、幸福感、安全感. So no first or last item can have words that are not its own.
 */
export function isSet(items: readonly string[]): boolean {
	const lengths = new Set(items.map((item) => bare(item).length));
	const [length = 0] = lengths;
	const isAlike = (sharedEnd(items) ?? sharedStart(items)) !== undefined;
	return (
		lengths.size === 1 && items.length >= 3 && length >= 2 && (isAlike || (items.length >= 4 && length >= 3))
	);
}

/** Whether an item could pass for one of the list: it begins and ends as all of them do, or just as one does. */
export function isAkin(item: string, items: readonly string[]): boolean {
	const plain = items.map(bare);
	const [start, end] = [plain[0]?.slice(0, 2) ?? '', sharedEnd(items)];
	const isLed = plain.filter((other) => other.startsWith(start)).length >= 3;
	if (isLed && !bare(item).startsWith(start)) return false;
	// 推进会 and 联合建会 end alike and are not: two characters must.
	if (end !== undefined && !plain.some((other) => other.slice(-2) === bare(item).slice(-2))) return false;
	return isLed || plain.some((other) => other.slice(-2) === bare(item).slice(-2));
}

/** What the items are called together by the text behind the list: 阵地 of 等宣传文化阵地. */
export function headOf(after: string): string | undefined {
	const head =
		/^等?(?:[两三四五六七八九十\d]{1,2}[个项大种类条部]|多种|多个|多项)?(?<head>[\u4e00-\u9fff]{2,10}?)(?=[，。；、的]|$)/u.exec(
			after
		)?.groups?.head;
	return head?.slice(-2);
}

/** “ or 《 where an item stands in them. */
export const markOf = (item: string) => /^[“《]/u.exec(item)?.[0];
const bare = (item: string) => (/[“”《》]/u.test(item) ? item.replace(/[“”《》]/gu, '') : item);

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
	const length = bare(items[0] ?? '').length;
	if (items.length < 3 || length < 2 || items.some((item) => bare(item).length !== length)) return false;
	return (items.length >= 4 && length >= 3) || (sharedEnd(items) ?? sharedStart(items)) !== undefined;
}

/** Whether an item could pass for one of the list: it begins and ends as all of them do, or just as one does. */
export function isAkin(item: string, items: readonly string[]): boolean {
	const plain = items.map(bare);
	const own = bare(item);
	const start = plain[0]?.slice(0, 2) ?? '';
	const isLed = plain.filter((other) => other.startsWith(start)).length >= 3;
	if (isLed && !own.startsWith(start)) return false;
	// 推进会 and 联合建会 end alike and are not: two characters must.
	const tail = own.slice(-2);
	return plain.some((other) => other.slice(-2) === tail) || (isLed && sharedEnd(items) === undefined);
}

/** What the items are called together by the text behind the list: 阵地 of 等宣传文化阵地. */
export function headOf(after: string): string | undefined {
	const head =
		/^等?(?:[两三四五六七八九十\d]{1,2}[个项大种类条部]|多种|多个|多项)?(?<head>[\u4e00-\u9fff]{2,10}?)(?=[，。；、的]|$)/u.exec(
			after
		)?.groups?.head;
	return head?.slice(-2);
}

import type { Fact } from '#lib/document/document.ts';
import type { List } from '#lib/document/facts/lists.ts';
import { isSet, sharedLead } from './list-shape.ts';
import { endsInVerb } from './verbs.ts';

/** An even set of whose ends there is no doubt, however the words around it run. */
export function setOf({ value, items = [], sentence, kind }: Fact): List | undefined {
	const start = sentence.indexOf(value);
	if (start < 0 || !isSet(items)) return undefined;
	const end = start + value.length;
	return {
		kind,
		value,
		items: [...items],
		start,
		end,
		open: /^等/u.test(sentence.slice(end)) || value.endsWith('等')
	};
}

/** Items as long as each other between a verb or 的 and what closes the row: 开展借阅辅导、就业咨询、困难帮助等服务. */
export function evenOf({ value, items = [], sentence, kind, head }: Fact): List | undefined {
	const start = sentence.indexOf(value);
	const before = sentence.slice(0, start);
	const lengths = items.map((item) => item.length);
	const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
	const open = value.endsWith('等');
	const end = start + value.length;
	const isWithin =
		/在[^，；、]{0,16}$/u.test(before) && /^(?:中|方面|上)(?:的|发挥)/u.test(sentence.slice(end));
	const isBegun =
		endsInVerb(before) && !/(?:[，：]|积极|大力|广泛|深入|全面|不断|持续|更加|进一步)$/u.test(before);
	const isEnded = open
		? !/^[，。；]/u.test(sentence.slice(end))
		: /^[，。；”]|^的/u.test(sentence.slice(end));
	const isPlain = items.every((item) => /^[\u4e00-\u9fff]{2,10}$/u.test(item) && !/[的和与及等]/u.test(item));
	return start > 0 &&
		items.length >= 3 &&
		isPlain &&
		((isBegun && isEnded) || isWithin) &&
		most - least <= (open ? 1 : 0) &&
		most > 2
		? { kind, value, items: [...items], start, end, open, ...(head !== undefined && { head }) }
		: undefined;
}

/** Parallel clauses that begin alike: 着力…，着力…，着力…. */
export function clausesOf({ value, items = [], sentence, kind }: Fact): List | undefined {
	const start = sentence.indexOf(value);
	const isLed = sharedLead(items) >= 2 && items.every((item) => item.length <= 24 && !/[、，]/u.test(item));
	return start >= 0 && isLed && items.length >= 3 && !/^[一首第]|、/u.test(value)
		? { kind, value, items: [...items], start, end: start + value.length, open: false }
		: undefined;
}

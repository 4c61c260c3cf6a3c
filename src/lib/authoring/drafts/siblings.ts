import type { Fact } from '#lib/document/document.ts';
import { headOf, sharedEnd, sharedStart } from './list-shape.ts';

/** Finds lists like a given one near it, so that a document of any length costs its length. */
export interface Siblings {
	/** Items of the lists that are called the same, then of those made alike, then of those near by. */
	itemsLike(fact: Fact): { item: string; isKin: boolean }[];
}

/** Names under which things of every kind are put together. */
const LOOSE = new Set(
	'工作 活动 内容 方面 问题 任务 要求 措施 情况 环节 举措 形式 方式 体系 模式 格局 目标'.split(' ')
);

/** How far to look to either side among lists of the same make. */
const REACH = 12;

export function indexSiblings(facts: readonly Fact[]): Siblings {
	const shelves = new Map<string, Fact[]>();
	const places = new Map<Fact, { form: string; at: number }[]>();
	for (const fact of facts) {
		if (fact.kind !== 'enumeration' || !fact.items) continue;
		const own: { form: string; at: number }[] = [];
		for (const form of formsOf(fact)) {
			const shelf = shelves.get(form) ?? [];
			own.push({ form, at: shelf.length });
			shelf.push(fact);
			shelves.set(form, shelf);
		}
		places.set(fact, own);
	}
	return {
		itemsLike(fact) {
			const found = (places.get(fact) ?? []).flatMap(({ form, at }) => {
				return (shelves.get(form) ?? [])
					.slice(Math.max(0, at - REACH), at + REACH + 1)
					.filter((other) => other.sentence !== fact.sentence)
					.flatMap(({ items = [] }) =>
						items.map((item) => ({ item, isKin: form.startsWith('head') && !LOOSE.has(form.slice(-2)) }))
					);
			});
			const known = new Set<string>();
			return found.filter(({ item }) => !known.has(item) && known.add(item));
		}
	};
}

/** The last form holds every list. */
function formsOf({ sentence, value, items = [] }: Fact): string[] {
	const at = sentence.indexOf(value);
	const head = at < 0 ? undefined : headOf(sentence.slice(at + value.length, at + value.length + 16));
	const [start, end] = [sharedStart(items), sharedEnd(items)];
	return [
		...(head === undefined ? [] : [`head|${head}`]),
		...(end === undefined ? [] : [`end|${end}`]),
		...(start === undefined ? [] : [`start|${start}`]),
		''
	];
}

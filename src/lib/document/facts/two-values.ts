import type { DocumentWarning, Fact } from '../document.ts';
import { charSet, indexOfAny, isOneOf } from '../scan.ts';

/** More figures of one measure than these are a table's, not a contradiction. */
const MOST = 12;
const PLACE = /[\u4e00-\u9fff]{1,3}(?:省|市|县|区|州|旗|镇|乡|公司|集团|厂|分会|支部)/gu;
const TIME =
	/\d{4}年(?:\d{1,2}月)?|\d{1,2}月|[今去明前]年|第?[一二三四]季度|[上下]半年|十[一二三四五]五|首届|第[一二三四五六七八九十百\d]+[届次批期季轮]/gu;

/**
 * One measure with two values for one time and one scope: two sentences that are all but the same around
 * two different figures.
 */
export function findTwoValues(facts: readonly Fact[]): DocumentWarning[] {
	const told = new Set<string>();
	return [
		...clashesIn(facts, clauseAround, isSameStatement),
		...clashesIn(facts, wordsBefore, isSameScope)
	].flatMap(([one, other]): DocumentWarning[] => {
		if (told.has(one.sentence) || told.has(other.sentence)) return [];
		told.add(one.sentence).add(other.sentence);
		return [
			{
				type: 'TwoValues',
				where: other.sentence,
				measure: (one.measure ?? one.sentence.replace(one.value, '…')).slice(0, 60),
				values: [one.value, other.value]
			}
		];
	});
}

/** Pairs of figures in one frame that differ and yet say the same. */
function clashesIn(
	facts: readonly Fact[],
	frameOf: (fact: Fact) => string | undefined,
	isSame: (one: Fact, other: Fact) => boolean
): [Fact, Fact][] {
	const groups = new Map<string, Fact[]>();
	for (const fact of facts) {
		if (fact.kind !== 'number' || fact.number === undefined) continue;
		const frame = frameOf(fact);
		if (frame === undefined) continue;
		const group = groups.get(frame);
		if (!group) groups.set(frame, [fact]);
		else if (group.length <= MOST) group.push(fact);
	}
	return [...groups.values()].flatMap((group): [Fact, Fact][] => {
		if (group.length < 2 || group.length > MOST) return [];
		for (const [at, one] of group.entries()) {
			const other = group.slice(at + 1).find((next) => next.number !== one.number && isSame(one, next));
			if (other) return [[one, other]];
		}
		return [];
	});
}

/** Characters before a figure that must be the same, years among them. */
const CONTEXT = 18;

/** The words that lead up to a figure, other figures left out. */
function wordsBefore({ sentence, value, unit = '' }: Fact): string | undefined {
	const at = sentence.indexOf(value);
	if (at < 0 || sentence.indexOf(value, at + 1) >= 0) return undefined;
	const words = sentence
		.slice(Math.max(0, at - 60), at)
		.replace(/\d[\d.,]*(?!\d|年)[万亿]*/gu, '◯')
		.replace(/[\s，。、；：]/gu, '');
	return words.length >= CONTEXT && WIDE.test(words.slice(-CONTEXT - 6))
		? `${unit}|${words.slice(-CONTEXT)}`
		: undefined;
}

/** A scope or time that is the same wherever it is said; 全县 is another county's in another article. */
const WIDE = /全国|全总|中央|各级|\d{4}年|全[省市州县区]/u;
const LOCAL = /全[省市州县区厂]|[我本该]/u;

function isSameScope(one: Fact, other: Fact): boolean {
	if (one.sentence === other.sentence || hedge(one) !== hedge(other)) return false;
	const before = one.sentence.slice(
		Math.max(0, one.sentence.indexOf(one.value) - 30),
		one.sentence.indexOf(one.value)
	);
	return one.article === other.article || !LOCAL.test(before);
}

const CLAUSE_ENDS = charSet('，；。：、');

/** The clause of the figure with the figure left out, and its unit; undefined where it says too little. */
function clauseAround({ sentence, value, unit = '' }: Fact): string | undefined {
	const at = sentence.indexOf(value);
	if (at < 0 || sentence.indexOf(value, at + 1) >= 0) return undefined;
	let from = at;
	while (from > 0 && !isOneOf(CLAUSE_ENDS, sentence.charCodeAt(from - 1))) from--;
	const end = indexOfAny(sentence, CLAUSE_ENDS, at + value.length);
	const before = sentence.slice(from, at);
	const after = sentence.slice(at + value.length, end < 0 ? sentence.length : end);
	const words = before + after;
	return words.length >= 4 ? `${unit}|${before}◯${after}` : undefined;
}

/** Whether two sentences say the same but for figures: of one time, of one place, in nearly the same words. */
function isSameStatement(one: Fact, other: Fact): boolean {
	if (one.sentence === other.sentence || hedge(one) !== hedge(other)) return false;
	if (one.article !== other.article && LOCAL.test(one.sentence)) return false;
	const [a, b] = [blanked(one.sentence), blanked(other.sentence)];
	if (Math.min(a.length, b.length) < 14) return false;
	if (told(one.sentence, TIME) !== told(other.sentence, TIME) || told(a, PLACE) !== told(b, PLACE))
		return false;
	return likeness(a, b) >= 0.8;
}

const hedge = ({ value }: Fact) => /[约近超逾余多]/u.test(value);
const blanked = (sentence: string) =>
	sentence.replace(/[\d.,]+[万亿]*/gu, '◯').replace(/[\s，。、；：]/gu, '');
const told = (text: string, pattern: RegExp) => [...new Set(text.match(pattern) ?? [])].sort().join('|');

/** Dice's coefficient of the pairs of characters. */
function likeness(a: string, b: string): number {
	const pairs = new Map<string, number>();
	for (let i = 1; i < a.length; i++) {
		const pair = a.slice(i - 1, i + 1);
		pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
	}
	let shared = 0;
	for (let i = 1; i < b.length; i++) {
		const pair = b.slice(i - 1, i + 1);
		const left = pairs.get(pair) ?? 0;
		if (left > 0) {
			shared++;
			pairs.set(pair, left - 1);
		}
	}
	return (2 * shared) / Math.max(1, a.length + b.length - 2);
}

import type { DocumentWarning, Fact } from '../document.ts';
import { findLists } from './lists.ts';
import { readNumeral } from './numeral.ts';
import { findOrdinals } from './ordinals.ts';

/**
 * Where a document contradicts itself, as far as that is certain.
 * @param texts its paragraphs, for counts that reach over several sentences
 */
export function findContradictions(facts: readonly Fact[], texts: readonly string[] = []): DocumentWarning[] {
	return [
		...miscounted(facts),
		...texts.flatMap((text) => [...miscountedSlogans(text), ...miscountedPoints(text)]),
		...sumsTooHigh(facts),
		...twoValues(facts)
	];
}

/** A closed list whose announced count is not the count of its items. */
function miscounted(facts: readonly Fact[]): DocumentWarning[] {
	return sentencesOf(facts, 'enumeration').flatMap((sentence) =>
		findLists(sentence)
			.filter((list) => !list.open && list.announced !== undefined && list.announced !== list.items.length)
			.map((list) => ({
				type: 'CountMismatch' as const,
				where: sentence,
				announced: list.announced ?? 0,
				found: list.items.length
			}))
	);
}

const SLOGAN_AFTER =
	/“(?<list>[^“”、]+(?:、[^“”、]+){2,})”的?“(?<count>[三四五六七八九十])个?(?<word>[\u4e00-\u9fff])”/gu;
const SLOGAN_BEFORE =
	/“(?<count>[三四五六七八九十])个(?<word>[\u4e00-\u9fff]{2,4})”[^，。；：“”]{0,12}[，：](?:即|就是|包括)(?<list>[^。；]+)/gu;

/** “甲强、乙强”的“五强”, or “五个坚决”，即坚决…，坚决…: the word of the count marks each item. */
function miscountedSlogans(text: string): DocumentWarning[] {
	return [...text.matchAll(SLOGAN_AFTER), ...text.matchAll(SLOGAN_BEFORE)].flatMap(
		(match): DocumentWarning[] => {
			const { list = '', count = '', word = '' } = match.groups ?? {};
			const announced = readNumeral(count) ?? 0;
			const items = list.split(/[、，]/u).filter((item) => item.startsWith(word) || item.endsWith(word));
			return items.length >= 2 && items.length !== announced
				? [{ type: 'CountMismatch', where: match[0], announced, found: items.length }]
				: [];
		}
	);
}

const ANNOUNCED_POINTS = /(?<count>[三四五六七八九十])(?:点|项|条|个方面)(?:[\u4e00-\u9fff]{0,6})[：:。]$/u;

/** “提四点要求：一是…二是…三是…” */
function miscountedPoints(text: string): DocumentWarning[] {
	return findOrdinals(text).flatMap(({ start, items, value }): DocumentWarning[] => {
		const count = ANNOUNCED_POINTS.exec(text.slice(Math.max(0, start - 16), start))?.groups?.count;
		const announced = count === undefined ? undefined : readNumeral(count);
		return announced !== undefined && announced !== items.length
			? [{ type: 'CountMismatch', where: value.slice(0, 120), announced, found: items.length }]
			: [];
	});
}

const OF_WHICH = /^(?<total>.*?)[，；（(]其中[，：:]?(?<parts>.*)$/u;

/** “共100个，其中A 60个、B 50个”: parts of one unit that come to more than their whole. */
function sumsTooHigh(facts: readonly Fact[]): DocumentWarning[] {
	const bySentence = new Map<string, Fact[]>();
	for (const fact of facts) {
		if (fact.kind !== 'number' || fact.number === undefined) continue;
		bySentence.set(fact.sentence, [...(bySentence.get(fact.sentence) ?? []), fact]);
	}
	return [...bySentence].flatMap(([sentence, numbers]): DocumentWarning[] => {
		const groups = OF_WHICH.exec(sentence)?.groups;
		if (!groups || numbers.length < 3 || /以上|分别|约|[余多]/u.test(sentence)) return [];
		const within = numbers.filter((fact) => (groups.parts ?? '').includes(fact.value));
		const whole = numbers
			.filter((fact) => (groups.total ?? '').includes(fact.value) && fact.unit === within[0]?.unit)
			.at(-1);
		const isPlain =
			within.length >= 2 && within.every((fact) => fact.unit === whole?.unit && fact.unit !== '%');
		const sum = within.reduce((total, fact) => total + (fact.number ?? 0), 0);
		return whole?.number !== undefined &&
			isPlain &&
			within.every((fact) => (fact.number ?? 0) <= (whole.number ?? 0)) &&
			sum > whole.number * 1.001
			? [{ type: 'PartsDoNotSum', where: sentence, total: whole.number, sum }]
			: [];
	});
}

/** The same words around two different figures, both sentences complete and dated alike. */
function twoValues(facts: readonly Fact[]): DocumentWarning[] {
	const byFrame = new Map<string, Fact[]>();
	for (const fact of facts) {
		if (fact.kind !== 'number' || fact.number === undefined) continue;
		if (fact.sentence.split(fact.value).length !== 2) continue;
		const frame = `${fact.unit ?? ''}|${fact.sentence.replace(fact.value, '◯').replace(/[\s，。、；：]/gu, '')}`;
		if (frame.length < 16) continue;
		byFrame.set(frame, [...(byFrame.get(frame) ?? []), fact]);
	}
	return [...byFrame.values()].flatMap((group): DocumentWarning[] => {
		const values = [...new Map(group.map((fact) => [fact.number, fact.value])).values()];
		const [first] = group;
		return first && values.length > 1
			? [
					{
						type: 'TwoValues',
						where: first.sentence,
						measure: first.sentence.replace(first.value, '…').slice(0, 60),
						values
					}
				]
			: [];
	});
}

function sentencesOf(facts: readonly Fact[], kind: Fact['kind']): string[] {
	return [...new Set(facts.filter((fact) => fact.kind === kind).map((fact) => fact.sentence))];
}

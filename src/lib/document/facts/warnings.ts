import type { DocumentWarning, Fact } from '../document.ts';
import { readMark } from '../numerals.ts';
import { allMatches } from '../scan.ts';
import { findLists } from './lists.ts';
import { findMisprints } from './misprints.ts';
import { readNumeral } from './numeral.ts';
import { findOrdinals } from './ordinals.ts';
import { findWrongSums } from './sums.ts';
import { findTwoValues } from './two-values.ts';

/**
 * Where a document contradicts itself, as far as that is certain.
 * @param texts its paragraphs, for counts that reach over several sentences
 */
export function findContradictions(facts: readonly Fact[], texts: readonly string[] = []): DocumentWarning[] {
	return [
		...miscounted(facts),
		...texts.flatMap((text, at) => [
			...miscountedSlogans(text),
			...miscountedPoints(text, texts[at + 1] ?? '')
		]),
		...sentencesOf(facts, 'number').flatMap(findWrongSums),
		...findTwoValues(facts),
		...miscountedParagraphs(facts),
		...findMisprints(texts)
	];
}

/** A closed list whose announced count is not the count of its items. */
function miscounted(facts: readonly Fact[]): DocumentWarning[] {
	return sentencesOf(facts, 'enumeration').flatMap((sentence) =>
		(COUNTED.test(sentence) ? findLists(sentence) : [])
			.filter((list) => !list.open && list.announced !== undefined && list.announced !== list.items.length)
			.map((list) => ({
				type: 'CountMismatch' as const,
				where: sentence,
				announced: list.announced ?? 0,
				found: list.items.length
			}))
	);
}

/** Without a count nothing is announced. */
const COUNTED = /[两三四五六七八九十\d](?:个|方面|[项大种类条位点家名])/u;

const SLOGAN_AFTER =
	/“(?<list>[^“”、]+(?:、[^“”、]+){2,})”的?“(?<count>[三四五六七八九十])个?(?<word>[\u4e00-\u9fff])”/gu;
const SLOGAN_BEFORE =
	/“(?<count>[三四五六七八九十])个(?<word>[\u4e00-\u9fff]{2,4})”[^，。；：“”]{0,12}[，：](?:即|就是|包括)(?<list>[^。；]+)/gu;

/** “甲强、乙强”的“五强”, or “五个坚决”，即坚决…，坚决…: the word of the count marks each item. */
function miscountedSlogans(text: string): DocumentWarning[] {
	if (!text.includes('“') || !/”的?“|个[\u4e00-\u9fff]{2,4}”/u.test(text)) return [];
	return [...allMatches(SLOGAN_AFTER, text), ...allMatches(SLOGAN_BEFORE, text)].flatMap(
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

const ANNOUNCED_POINTS =
	/(?<count>[三四五六七八九十])(?:点|项|条|件|桩|个方面)[\u4e00-\u9fff]{0,6}”?[\u4e00-\u9fff]{0,6}[：:。]$/u;

/** “提四点要求：一是…二是…三是…”; points that go on in the next paragraph are not counted. */
function miscountedPoints(text: string, next: string): DocumentWarning[] {
	return findOrdinals(text).flatMap(({ start, items, value }): DocumentWarning[] => {
		const count = ANNOUNCED_POINTS.exec(text.slice(Math.max(0, start - 20), start))?.groups?.count;
		const announced = count === undefined ? undefined : readNumeral(count);
		const goesOn = readMark(next)?.number === items.length + 1;
		return announced !== undefined && announced !== items.length && !goesOn
			? [{ type: 'CountMismatch', where: whereOf(text, start, value), announced, found: items.length }]
			: [];
	});
}

/** From the begin of the sentence that announces the points. */
function whereOf(text: string, start: number, value: string): string {
	const from = text.slice(0, Math.max(0, start - 1)).search(/[^。！？]*$/u);
	return `${text.slice(Math.max(from, start - 60), start)}${value}`.slice(0, 160);
}

/** “有下列四种情形：” with three numbered paragraphs under it. */
function miscountedParagraphs(facts: readonly Fact[]): DocumentWarning[] {
	return facts.flatMap(({ kind, lead, announced, items = [], open, sentence }): DocumentWarning[] =>
		kind === 'enumeration' &&
		lead !== undefined &&
		announced !== undefined &&
		!open &&
		/[：:]$/u.test(sentence) &&
		announced !== items.length
			? [{ type: 'CountMismatch', where: sentence, announced, found: items.length }]
			: []
	);
}

function sentencesOf(facts: readonly Fact[], kind: Fact['kind']): string[] {
	const sentences = new Set<string>();
	let last: string | undefined;
	for (const fact of facts) {
		// Facts of one sentence follow one another.
		if (fact.kind !== kind || fact.sentence === last) continue;
		last = fact.sentence;
		sentences.add(last);
	}
	return [...sentences];
}

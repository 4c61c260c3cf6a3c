import { shuffled, type Random } from '#lib/base/random.ts';
import { squeeze } from '../lint/finding.ts';
import { dice } from '../lint/likeness.ts';
import type { Place } from '../place.ts';
import { quoteInside, titleFor } from './frame.ts';
import { ownTopic } from './scope.ts';
import { explain, type Draft } from './draft.ts';
import { sharedNoun } from './list-words.ts';
import { phrasesFor } from './phrases.ts';
import { pointsOf, type Points } from './points-found.ts';
import { balanced, isLost, isOpenEnded } from './referents.ts';

const HAN = '零一二三四五六七八九十';

/**
 * Which points a section makes: to be told from those of the sections beside it where they make some, or
 * to be named. Nothing is made up: every option stands in the text as a point.
 */
export function draftPoints(place: Place, { word, items }: Points, random: Random): Draft | undefined {
	const [title, topic] = [titleFor(place), ownTopic(place)];
	const frame = title === undefined ? '' : `据《${title}》，`;
	const isClear = items.every(
		(item) => item.length >= 4 && item.length <= 34 && balanced(item) && !isOpenEnded(item) && !isLost(item)
	);
	if (items.length < 3 || items.length > 8 || !isClear || (title ?? topic) === undefined) return undefined;
	const part = topic === undefined ? '' : `“${quoteInside(topic)}”部分`;
	const phrases = phrasesFor('zh');
	const explanation = explain(place, phrases.contains(items, false));
	const beside = topic === undefined ? [] : pointsBeside(place, items);
	const isOdd =
		sharedNoun(beside) !== undefined && !items.some((item) => item.endsWith(sharedNoun(beside) ?? ''));
	if (beside.length >= 2 && !isOdd && !repeatsTopic(items, beside, topic ?? '')) {
		const right = items.slice(0, 5);
		const options = shuffled(
			[...right, ...shuffled(beside, random).slice(0, right.length > 3 ? 2 : 3)],
			random
		);
		return {
			type: 'multiple-choice',
			stem: `${frame}${part}${word === '要' ? '提出了下列哪些要求' : '讲到了下列哪些方面'}？`,
			options,
			key: options.flatMap((option, at) => (right.includes(option) ? [at] : [])),
			explanation,
			difficulty: 3
		};
	}
	const count = HAN[items.length] ?? '';
	const asked = word === '要' ? `提出了哪${count}项要求` : `讲了哪${count}个方面`;
	return {
		type: 'short-answer',
		stem: part === '' ? `《${title ?? ''}》${asked}？` : `${frame}${part}${asked}？`,
		key: phrases.modelAnswer(items),
		explanation,
		difficulty: 4
	};
}

/** Whether the section's name gives its points away: words of it stand in them and not in the others. */
function repeatsTopic(items: readonly string[], others: readonly string[], topic: string): boolean {
	const plain = squeeze(topic);
	const shares = (item: string, length: number) => {
		const words = squeeze(item);
		for (let at = 0; at + length <= plain.length; at++)
			if (words.includes(plain.slice(at, at + length))) return true;
		return false;
	};
	return [4, 6, 8].some(
		(length) => items.some((item) => shares(item, length)) && !others.some((item) => shares(item, length))
	);
}

/** A section of more paragraphs is a text without headings, not one of several that compare. */
const LONG = 60;

/** How many sections to either side are asked for their points. */
const REACH = 3;

/** Points of the sections beside this one that are not said in it, none of them like one of its own. */
function pointsBeside({ article, section }: Place, items: readonly string[]): string[] {
	if (section.paragraphs.length > LONG) return [];
	const at = article.sections.indexOf(section);
	const lengths = items.map((item) => item.length);
	const [least, most] = [Math.min(...lengths) - 3, Math.max(...lengths) + 3];
	const beside = article.sections
		.slice(Math.max(0, at - REACH), at + REACH + 1)
		.filter((other) => other !== section && other.level === section.level && other.paragraphs.length <= LONG)
		.flatMap(pointsOf);
	if (beside.length === 0) return [];
	const here = squeeze(section.paragraphs.map(({ text }) => text).join(''));
	const clauses = section.paragraphs.flatMap(({ text }) => text.split(/[，。；：！？]/u).map(squeeze));
	const isSaidHere = (item: string) => {
		const plain = squeeze(item);
		return here.includes(plain) || here.includes(plain.slice(-5)) || isSaid(plain, clauses);
	};
	return [...new Set(beside)].filter(
		(item) =>
			item.length >= Math.max(4, least) &&
			item.length <= most &&
			balanced(item) &&
			!isOpenEnded(item) &&
			(!/\d/u.test(item) || items.some((own) => /\d/u.test(own))) &&
			items.every((own) => dice(squeeze(own), squeeze(item)) < 0.5) &&
			!isSaidHere(item)
	);
}

/** Most letters that may stand between two of a point for a clause to say it: 加强改革理论研究. */
const GAP = 4;

/** Whether a clause has all letters of a point in their order, with little between them. */
function isSaid(point: string, clauses: readonly string[]): boolean {
	return clauses.some((clause) => {
		for (
			let from = clause.indexOf(point[0] ?? '');
			from >= 0;
			from = clause.indexOf(point[0] ?? '', from + 1)
		) {
			let at = from;
			const isWhole = [...point].every((letter, i) => {
				const next = i === 0 ? at : clause.indexOf(letter, at);
				const isNear = next >= 0 && next - at <= GAP;
				at = next + 1;
				return isNear;
			});
			if (isWhole) return true;
		}
		return false;
	});
}

/** Into which parts a text or a section of it is laid out. */
export function draftParts(
	place: Place,
	items: readonly string[],
	of: 'article' | 'section'
): Draft | undefined {
	const title = titleFor(place);
	const topic = of === 'section' ? ownTopic(place) : undefined;
	const isClear = items.every(
		(item) => item.length >= 4 && item.length <= 40 && balanced(item) && !isLost(item)
	);
	const count = HAN[items.length];
	if (items.length < 3 || items.length > 8 || !isClear || count === undefined) return undefined;
	// 背景、做法、成效: such headings stand in any text.
	if (items.reduce((sum, item) => sum + item.length, 0) < 8 * items.length) return undefined;
	if (title === undefined || (of === 'section' && topic === undefined)) return undefined;
	const phrases = phrasesFor('zh');
	const part = topic === undefined ? '' : `“${quoteInside(topic)}”部分`;
	return {
		type: 'short-answer',
		stem: `《${title}》${part}讲了哪${count}个方面？`,
		key: phrases.modelAnswer(items),
		explanation: explain(place, phrases.contains(items, false)),
		difficulty: 4
	};
}

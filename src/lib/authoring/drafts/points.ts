import { findOrdinals } from '#lib/document/facts/ordinals.ts';
import { readMark } from '#lib/document/numerals.ts';
import { splitSentences } from '#lib/document/sentences.ts';
import type { Paragraph, Section } from '#lib/document/document.ts';
import { shuffled, type Random } from '#lib/base/random.ts';
import { squeeze } from '../lint/finding.ts';
import { dice } from '../lint/likeness.ts';
import type { Place } from '../place.ts';
import { quoteInside, titleFor } from './frame.ts';
import { ownTopic } from './scope.ts';
import { explain, type Draft } from './draft.ts';
import { phrasesFor } from './phrases.ts';
import { balanced, isLost, isOpenEnded } from './referents.ts';

const HAN = '零一二三四五六七八九十';

/** Points a text tells off one by one, and the word that does it: 是, 要, 第 … */
interface Points {
	word: string;
	items: string[];
}

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
	if (beside.length >= 2 && random() < 0.6) {
		const right = items.slice(0, 5);
		const options = shuffled(
			[...right, ...shuffled(beside, random).slice(0, right.length > 3 ? 2 : 3)],
			random
		);
		return {
			type: 'multiple-choice',
			stem: `${frame}下列哪些是${part}${word === '要' ? '提出的要求' : '讲到的要点'}？`,
			options,
			key: options.flatMap((option, at) => (right.includes(option) ? [at] : [])),
			explanation,
			difficulty: 3
		};
	}
	const count = HAN[items.length] ?? '';
	const asked = { 要: `提出了哪${count}点要求`, 是: `主要有哪${count}点` }[word] ?? `主要讲了哪${count}点`;
	return {
		type: 'short-answer',
		stem: `${frame}${part}${asked}？`,
		key: phrases.modelAnswer(items),
		explanation,
		difficulty: 4
	};
}

/**
 * The points that paragraphs of a section open with (第一，… 第二，… 第三，…), and the paragraph and the
 * sentence of the first.
 */
export function leadsFrom(section: Section): (Points & { first: Paragraph; sentence: string }) | undefined {
	const points = leadsOf(section);
	return points && { ...points, sentence: splitSentences(points.first.text)[0]?.trim() ?? points.first.text };
}

function leadsOf({ paragraphs }: Section): (Points & { first: Paragraph }) | undefined {
	let found: (Points & { first: Paragraph }) | undefined;
	for (const paragraph of paragraphs) {
		const mark = readMark(paragraph.text);
		if (mark?.kind !== 'lead' || mark.number === 0) continue;
		const word = paragraph.text.startsWith('第') ? '第' : paragraph.text.slice(mark.end - 1, mark.end);
		const item = /^[^，。；：！？]*/u.exec(paragraph.text.slice(mark.end))?.[0] ?? '';
		if (!found && mark.number === 1) found = { word, items: [item], first: paragraph };
		else if (found?.word === word && mark.number === found.items.length + 1) found.items.push(item);
	}
	return found;
}

/** A section of more paragraphs is a text without headings, not one of several that compare. */
const LONG = 60;

/** How many sections to either side are asked for their points. */
const REACH = 3;

/** Points of the sections beside this one that are not said in it, none of them like one of its own. */
function pointsBeside({ article, section }: Place, items: readonly string[]): string[] {
	if (section.paragraphs.length > LONG) return [];
	const here = squeeze(section.paragraphs.map(({ text }) => text).join(''));
	const at = article.sections.indexOf(section);
	const lengths = items.map((item) => item.length);
	const [least, most] = [Math.min(...lengths) - 3, Math.max(...lengths) + 3];
	const beside = article.sections
		.slice(Math.max(0, at - REACH), at + REACH + 1)
		.filter((other) => other !== section && other.level === section.level && other.paragraphs.length <= LONG)
		.flatMap(
			(other) =>
				leadsOf(other)?.items ?? other.paragraphs.flatMap(({ text }) => findOrdinals(text)[0]?.items ?? [])
		);
	return [...new Set(beside)].filter(
		(item) =>
			item.length >= Math.max(4, least) &&
			item.length <= most &&
			balanced(item) &&
			!isOpenEnded(item) &&
			!here.includes(squeeze(item)) &&
			items.every((own) => dice(squeeze(own), squeeze(item)) < 0.5)
	);
}

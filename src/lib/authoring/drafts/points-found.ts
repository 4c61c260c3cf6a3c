import { findOrdinals } from '#lib/document/facts/ordinals.ts';
import { readMark } from '#lib/document/numerals.ts';
import type { Article, Paragraph, Section } from '#lib/document/document.ts';
import { splitSentences } from '#lib/document/sentences.ts';
import { plainHeading } from '../place.ts';

/** Points a text tells off one by one, and the word that does it: 是, 要, 第 … */
export interface Points {
	word: string;
	items: string[];
}

/** Points with the paragraph and the sentence of the first. */
export interface FoundPoints extends Points {
	first: Paragraph;
	sentence: string;
}

/** The points that paragraphs of a section open with: 第一，… 第二，… or （一）… （二）… */
export function leadsFrom(section: Section): FoundPoints | undefined {
	const points = leadsOf(section);
	return points && { ...points, sentence: splitSentences(points.first.text)[0]?.trim() ?? points.first.text };
}

function leadsOf({ paragraphs }: Section): (Points & { first: Paragraph }) | undefined {
	let found: (Points & { first: Paragraph }) | undefined;
	let isAnnounced = false;
	for (const paragraph of paragraphs) {
		const mark = readMark(paragraph.text);
		const isPoint = mark !== undefined && /^(?:lead|han-paren|arabic|arabic-paren|circled)$/u.test(mark.kind);
		if (!isPoint || mark.number === 0) {
			isAnnounced = /[：:]$/u.test(paragraph.text);
			continue;
		}
		const word =
			mark.kind !== 'lead'
				? mark.kind
				: paragraph.text.startsWith('第')
					? '第'
					: paragraph.text.slice(mark.end - 1, mark.end);
		const item = /^[^，。；：！？]*/u.exec(paragraph.text.slice(mark.end))?.[0].trim() ?? '';
		if (!found && mark.number === 1) {
			// A list that a colon announces asks its own question.
			if (isAnnounced && mark.kind !== 'lead') return undefined;
			found = { word, items: [item], first: paragraph };
		} else if (found?.word === word && mark.number === found.items.length + 1) found.items.push(item);
	}
	return found;
}

/** The points of a section: those its paragraphs open with, else those told off within a paragraph. */
export function pointsOf(section: Section): string[] {
	return (
		leadsOf(section)?.items ?? section.paragraphs.flatMap(({ text }) => findOrdinals(text)[0]?.items ?? [])
	);
}

/** The headings one level below a section, or of an article's highest level: what it is about, part by part. */
export function partsOf(article: Article, section?: Section): string[] {
	const { sections } = article;
	const from = section === undefined ? 0 : sections.indexOf(section) + 1;
	const next = sections.findIndex(
		(other, at) => at >= from && section !== undefined && other.level <= section.level
	);
	const below = sections.slice(from, next < 0 ? undefined : next).filter(({ level }) => level > 0);
	const level = Math.min(...below.map((one) => one.level));
	const parts = below.filter((one) => one.level === level);
	const isNumbered = parts.every(({ heading }, at) => readMark(heading)?.number === at + 1);
	return isNumbered && parts.every(({ heading }) => !/[？?]|^第/u.test(heading))
		? parts.map(({ heading }) => firstPart(plainHeading(heading)))
		: [];
}

/** A heading of two halves is called by its first. */
function firstPart(heading: string): string {
	const [first = ''] = heading.split('，');
	return heading.length > 30 && first.length >= 6 ? first : heading;
}

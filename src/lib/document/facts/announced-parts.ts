import type { Article, DocumentWarning } from '../document.ts';
import { readMark, type Mark } from '../numerals.ts';
import { splitSentences } from '../sentences.ts';
import { readNumeral } from './numeral.ts';

/** “下面，我讲三点意见。” */
const ANNOUNCES =
	/(?:讲|谈|提|提出|说|强调|汇报|报告)(?:以下|如下)?(?<count>[两二三四五六七八九十])(?:点|条|个方面|方面|个问题|个)(?:的?(?:意见|要求|建议|看法|体会|希望|问题|情况|内容|想法))?[：:。]$/u;
/** 实施五大行动 over parts that are each called 行动. */
const HEADS = /(?<count>[二三四五六七八九十])(?:大|项|个)(?<word>[\u4e00-\u9fff]{2})$/u;

interface Part {
	text: string;
	isHeading: boolean;
	mark: Mark | undefined;
}

/** Where an article announces so many points and the numbered parts that follow are more or fewer. */
export function findMiscountedParts(article: Article): DocumentWarning[] {
	const parts = article.sections.flatMap(({ heading, paragraphs }) => [
		...(heading === '' ? [] : [partOf(heading, true)]),
		...paragraphs
			.filter(({ kind }) => kind === undefined || kind === 'list-item')
			.map(({ text }) => partOf(text, false))
	]);
	return parts.flatMap((part, at): DocumentWarning[] => {
		const where = part.isHeading ? part.text : (splitSentences(part.text).at(-1)?.trim() ?? '');
		const { count, word } = (part.isHeading ? HEADS : ANNOUNCES).exec(where)?.groups ?? {};
		if (count === undefined) return [];
		const announced = readNumeral(count) ?? 0;
		const told = countedFrom(parts, at + 1, part.mark);
		if (told.length < 2 || told.length === announced) return [];
		if (word !== undefined && !told.every(({ text }) => text.includes(word))) return [];
		return [{ type: 'CountMismatch', where, announced, found: told.length }];
	});
}

const partOf = (text: string, isHeading: boolean): Part => ({ text, isHeading, mark: readMark(text) });

/** The parts numbered one after the other from `at` on, up to the next that stands as high as `above`. */
function countedFrom(parts: readonly Part[], at: number, above: Mark | undefined): Part[] {
	const first = parts[at]?.mark;
	if (!first || first.number !== 1 || !['han', 'han-paren', 'arabic'].includes(first.kind)) return [];
	if (above?.kind === first.kind) return [];
	const told: Part[] = [];
	for (const part of parts.slice(at)) {
		if (above && part.mark?.kind === above.kind && part.isHeading) break;
		if (part.mark?.kind !== first.kind) continue;
		if (part.mark.number !== told.length + 1) return told.length > 1 && part.mark.number === 1 ? told : [];
		told.push(part);
	}
	return told;
}

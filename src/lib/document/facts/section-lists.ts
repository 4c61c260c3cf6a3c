import type { Paragraph, Section } from '../document.ts';
import { readMark, type Mark } from '../numerals.ts';
import { splitSentences } from '../sentences.ts';
import { readNumeral } from './numeral.ts';
import type { Mention } from './mention.ts';

/** A list that runs over paragraphs, at the sentence that announces it, else at its first item. */
export interface SectionList {
	paragraph: Paragraph;
	sentence: string;
	mention: Mention & { items: string[] };
}

/**
 * Lists whose items are paragraphs of one section: the items of a law's article, points that open with
 * 一是, 一要 or （一）, bullets under a lead that ends in a colon.
 */
export function findSectionLists(section: Section): SectionList[] {
	const lists: SectionList[] = [];
	const paragraphs = section.paragraphs.filter(({ kind }) => kind !== 'caption' && kind !== 'attribution');
	let at = 0;
	while (at < paragraphs.length) {
		const run = runFrom(paragraphs, at);
		const before = paragraphs[at - 1];
		if (run.length >= 2) {
			const list = listOf(run, before, section.heading);
			if (list) lists.push(list);
		}
		at += Math.max(1, run.length);
	}
	return lists;
}

interface Item {
	paragraph: Paragraph;
	text: string;
}

/** Paragraphs from `at` on that are numbered one after the other from one, or bullets. */
function runFrom(paragraphs: readonly Paragraph[], at: number): Item[] {
	const first = paragraphs[at];
	if (!first) return [];
	const mark = readMark(first.text);
	if (!mark) return bulletsFrom(paragraphs, at);
	if (mark.number !== 1 || mark.kind === 'clause' || mark.kind === 'chapter' || mark.kind === 'question')
		return [];
	const run: Item[] = [];
	for (let i = at; i < paragraphs.length; i++) {
		const paragraph = paragraphs[i];
		const own = paragraph && readMark(paragraph.text);
		if (!paragraph || !own || !isNext(own, mark, run.length, paragraph.text, first.text)) break;
		run.push({ paragraph, text: paragraph.text.slice(own.end) });
	}
	return run;
}

/** Of one kind with the first and one further; 一是 does not go on as 二要. */
function isNext(own: Mark, first: Mark, place: number, text: string, firstText: string): boolean {
	if (own.kind !== first.kind || own.depth !== first.depth || own.number !== place + 1) return false;
	return own.kind !== 'lead' || text[own.end - 1] === firstText[first.end - 1];
}

function bulletsFrom(paragraphs: readonly Paragraph[], at: number): Item[] {
	if (!/[：:]\s*$/u.test(paragraphs[at - 1]?.text ?? '')) return [];
	const run: Item[] = [];
	for (let i = at; paragraphs[i]?.kind === 'list-item'; i++) {
		const paragraph = paragraphs[i];
		if (!paragraph || readMark(paragraph.text)) break;
		run.push({ paragraph, text: paragraph.text.replace(/^[-*•·●■◆–—\s]+/u, '') });
	}
	return run;
}

const ANNOUNCED =
	/(?<count>[两二三四五六七八九十]{1,2}|\d{1,2})(?:个方面|方面|个|项|大|种|类|条|点|步|件)(?<head>(?!以上|以下|以内|之一)[\u4e00-\u9fff]{0,8}?)(?:的)?(?:[，：:。]|如下|包括|$)/u;

function listOf(
	run: readonly Item[],
	before: Paragraph | undefined,
	heading: string
): SectionList | undefined {
	const leadText =
		before && /[：:]\s*$/u.test(before.text) ? splitSentences(before.text).at(-1)?.trim() : undefined;
	const first = run[0];
	const marked = first !== undefined && readMark(first.paragraph.text) !== undefined;
	// Two numbered paragraphs are a list only where something leads up to them.
	if (!first || (run.length < 3 && leadText === undefined)) return undefined;
	const items = run.map(({ text }) => headOf(text, marked));
	if (run.length > 24 || items.some((item) => item.length < 2 || item.length > 80)) return undefined;
	const counted = ANNOUNCED.exec(leadText ?? '')?.groups;
	const announced = counted?.count === undefined ? undefined : readNumeral(counted.count);
	const sentence = leadText ?? splitSentences(first.paragraph.text)[0]?.trim() ?? '';
	const value =
		leadText === undefined
			? (items[0] ?? '')
			: announcing(leadText.replace(/[：:]$/u, '').split(/[，；。]/u));
	const start = Math.max(0, sentence.indexOf(value));
	const lead =
		leadText?.replace(/^第[一二三四五六七八九十百零]+条\s*/u, '').replace(/[：:]$/u, '') ?? heading;
	return {
		paragraph: leadText === undefined || !before ? first.paragraph : before,
		sentence,
		mention: {
			kind: 'enumeration',
			value,
			items,
			...(announced !== undefined && { announced }),
			...(counted?.head && { head: counted.head }),
			...(lead !== '' && { lead }),
			...(/步骤|程序|流程|顺序|依次/u.test(leadText ?? heading) && { ordered: true }),
			start,
			end: start + value.length
		}
	};
}

/** The clause of a lead that speaks of what follows, else its last. */
const announcing = (clauses: readonly string[]): string =>
	clauses.find((clause) => /下列|以下|如下/u.test(clause)) ?? clauses.at(-1) ?? '';

/** The whole of a short item, the opening of a long one. */
function headOf(text: string, marked: boolean): string {
	const plain = text
		.trim()
		.replace(/[；;。，,]$/u, '')
		.replace(/(?:以及|和|及)$/u, '')
		.replace(/[；;，]$/u, '');
	if (plain.length <= 60 && !/。/u.test(plain)) return plain;
	const sentence = /^[^。；：！？]*/u.exec(plain)?.[0] ?? plain;
	if (!marked || sentence.length <= 40) return sentence.slice(0, 80);
	return /^[^，]*/u.exec(sentence)?.[0] ?? sentence;
}

import { clausesOf } from '#lib/document/facts/lists.ts';
import { openingVerb } from '#lib/document/facts/words.ts';
import { remembered } from '#lib/base/remember.ts';
import { balanced, withoutConnective, withoutSoFar } from './referents.ts';
import { isDeed } from './subject.ts';

/** A stretch of a sentence between two marks. */
export interface Clause {
	text: string;
	start: number;
	/** The mark before it; '' for the first. */
	mark: string;
}

/** Clauses, the items of a row of figures being clauses of their own; a point in 1,037 divides nothing. */
export const splitClauses = remembered<readonly Clause[]>(readClauses, 16);

function readClauses(sentence: string): Clause[] {
	const pieces: Clause[] = [];
	for (const { text, start } of clausesOf(sentence)) {
		const last = pieces.at(-1);
		if (last && sentence[start - 1] === ',' && /\d$/u.test(last.text) && /^\d/u.test(text))
			last.text += `,${text}`;
		else pieces.push({ text, start, mark: start === 0 ? '' : (sentence[start - 1] ?? '') });
	}
	return pieces.flatMap(splitAtDashes).flatMap(splitAtFigures);
}

/** 总量超过2亿人——在发布会上…: behind a dash comes a remark. */
function splitAtDashes({ text, start, mark }: Clause): Clause[] {
	const at = text.indexOf('——');
	if (at < 0 || !balanced(text.slice(0, at))) return [{ text, start, mark }];
	return [
		{ text: text.slice(0, at), start, mark },
		{ text: text.slice(at + 2), start: start + at + 2, mark: '—' }
	];
}

/** 注册商标97件、培育示范店95家: behind a figure a 、 divides. */
function splitAtFigures({ text, start, mark }: Clause): Clause[] {
	const pieces: Clause[] = [];
	let from = 0;
	// 按一等120元、二等80元的标准奖励: one clause for all of them.
	const isRow =
		/\d[\d.]*[万亿余多]*[\u4e00-\u9fff%（）()]{0,8}$/u.test(text) && !/\d[^\d、]*的[^\d、]*$/u.test(text);
	for (const { index } of text.matchAll(/(?<=\d[余多万亿%]*[\u4e00-\u9fff]{0,6})、/gu)) {
		const rest = text.slice(index + 1);
		if (!isRow && openingVerb(rest) === undefined) continue;
		const isItem = openingVerb(rest) !== undefined || /^[\u4e00-\u9fff“”]{2,12}\d[^、]*(?:、|$)/u.test(rest);
		if (!isItem || !balanced(text.slice(from, index))) continue;
		pieces.push({ text: text.slice(from, index), start: start + from, mark: from === 0 ? mark : '、' });
		from = index + 1;
	}
	return [...pieces, { text: text.slice(from), start: start + from, mark: from === 0 ? mark : '、' }];
}

/** Without the time or occasion a clause opens with. */
export function bare(text: string): string {
	return withoutSoFar(text)
		.replace(TIME, '')
		.replace(/^(?:“?[\u4e00-\u9fff]{1,8}”?(?:期间|前夕|之际)|[春夏秋冬]季|每[年月季])/u, '')
		.replace(/^[，]/u, '');
}

const MONEY = /(?:投入|筹措|筹集|落实|拨付|下拨|列支|安排|争取|投资|募集|划拨)[^，；]{0,8}$/u;

/** 争取资金40万元，为乡镇购置设备: money says little without what it was for. */
export function purposeOf(pieces: readonly Clause[], own: number, sentence: string): string {
	const [piece, next] = [pieces[own], pieces[own + 1]];
	if (!piece || next?.mark !== '，' || /\d/u.test(next.text) || next.text.length > 32) return '';
	const figure = /\d[\d.,]*[万亿余多]*元[\u4e00-\u9fff]{0,4}$/u.exec(piece.text);
	if (!figure || !MONEY.test(piece.text.slice(0, figure.index))) return '';
	if (/^(?:在此|由此|从而|以此|并|同时|形成)/u.test(next.text)) return '';
	return isDeed(next.text) || /^[为对]/u.test(next.text)
		? sentence.slice(next.start - 1, next.start + next.text.length)
		: '';
}

export const TIME =
	/^(?:截至|截止到?|到|自)?(?:(?:\d{4}|[一二][〇零一二三四五六七八九]{3})年(?:\d{1,2}月(?:\d{1,2}日)?)?|“?十[一二三四]五”?(?:期间|时期))(?:至(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)?(?:年?[底末初]|以来|上半年|下半年|期间|前|后)?/u;

export const TIME_ONLY = new RegExp(`^(?:${TIME.source.slice(1)})?[，]?$`, 'u');

/** 自2022年7月项目启动以来: the year alone would be another time. */
const SINCE = /^[自从]\d{4}年[^，；]{3,32}(?:以来|[之以]?后|起)$/u;

/** The time the last of the clauses opens with that opens with one. */
export function timeIn(pieces: readonly Clause[]): string | undefined {
	return pieces
		.map(({ text }) => SINCE.exec(text)?.[0] ?? TIME.exec(withoutConnective(text))?.[0])
		.findLast((time) => time !== undefined && !/^(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日)$/u.test(time));
}

/** 表彰6个标兵单位、11个示范单位: the items before it are other questions. */
export function withoutListed(before: string): string {
	return before.replace(/(?:(?:近|约|超过?|逾)?\d[\d.]*[万亿余多]*[^、，；\d]{1,16}、)+(?=\d|$)/u, '');
}

/** How many words a stretch has besides its time. */
export const wordsIn = (text: string) =>
	(text.replace(/\d{4}年|截至|以来|累计|共计?/gu, '').match(/[\u4e00-\u9fffA-Za-z]/gu) ?? []).length;

/** How much a stretch says besides its figure and time, and besides money in general. */
export const contentOf = (text: string) =>
	(
		text
			.replace(/\d{4}年|截至|以来|累计|共计?|投入|资金|经费|各级工会/gu, '')
			.replace(/\d[\d.,]*[万亿余多]*[个名家人元件条项次]?/gu, '')
			.match(/[\u4e00-\u9fffA-Za-z]/gu) ?? []
	).length;

import { remembered } from '#lib/base/remember.ts';
import { clausesOf } from '#lib/document/facts/lists.ts';
import { openingVerb } from '#lib/document/facts/words.ts';
import type { Fact } from '#lib/document/document.ts';
import type { Place } from '../place.ts';
import { frameFor } from './frame.ts';
import { balanced, isLost, isOpenEnded, opened, withFullName, withoutConnective } from './referents.ts';
import { hasSubject, isDeed, subjectOf } from './subject.ts';

/** A stretch of a sentence that can stand alone, split at the fact it states. */
export interface Carrier {
	/** Names the text (据《…》，) when the stretch itself does not say whose deed it tells, or of when. */
	frame: string;
	before: string;
	after: string;
}

/** Longest stretch a reader takes in at once, and with its frame. */
const MOST = 64;
const MOST_FRAMED = 80;
/** Up to this length a sentence is best left whole. */
const SHORT = 46;
const TIME =
	/^(?:截至|截止|到|自)?(?:\d{4}年|[一二][〇零一二三四五六七八九]{3}年|\d{1,2}月\d{1,2}日|“?十[一二三四]五”?时期)[^，]{0,12}$/u;

/**
 * The words a question keeps around a fact: the sentence, its subject with the fact's clause, or what
 * stands from the nearest clause that can open a sentence. Undefined when what is left would point at
 * something the reader cannot see, or would be too much to read.
 * @param shown the fact with its marks: “…” around a term
 */
export function carrierOf(fact: Fact, place: Place, shown = fact.value): Carrier | undefined {
	const sentence = opened(fact.sentence);
	const at = sentence.indexOf(shown);
	if (at < 0 || sentence.indexOf(shown, at + 1) >= 0) return undefined;
	const found = piecesOf(sentence);
	const clauses = fact.kind === 'number' ? splitAtFigures(found) : found;
	const own = clauses.findIndex((clause) => at >= clause.start && at < clause.start + clause.text.length);
	const clause = clauses[own];
	if (!clause) return undefined;
	let end = clause.start + clause.text.length;
	const next = clauses[own + 1];
	// A bare first clause says too little, 按照…的标准 nothing yet: what it is about stands in the next one.
	const isFirst = own === 0 || (own === 1 && TIME.test(clauses[0]?.text ?? ''));
	const isBare =
		fact.kind !== 'date' && isFirst && clause.text.length < 24 && openingVerb(next?.text ?? '') !== undefined;
	const isDateAlone = fact.kind === 'date' && clause.text.length <= shown.length + 2;
	if (next && sentence[end] === '，' && (isBare || isDateAlone || isOpenEnded(clause.text)))
		end = next.start + next.text.length;
	for (const { lead, start } of openingsFor(clauses, own, end)) {
		const named = withFullName(withoutConnective(lead + sentence.slice(start, at)), [
			place.section.heading,
			place.article.title
		]);
		const before = withoutEarlier(fact, named).replace(
			/^(?:上午|下午|晚上)?\d{1,2}(?:时|点)(?:\d{1,2}分|许)?[，]/u,
			''
		);
		const after = withoutRest(fact, sentence.slice(at + shown.length, end));
		const whole = before + shown + after;
		if (whole.length > MOST || whole.length < 10 || !balanced(whole) || isOpenEnded(whole)) continue;
		if (isLost(whole)) return undefined;
		const frame = frameFor(whole, place, fact.kind === 'date');
		if (frame === undefined) return undefined;
		if (frame.length + whole.length <= MOST_FRAMED) return { frame, before, after };
	}
	return undefined;
}

interface Piece {
	text: string;
	start: number;
	/** Stands behind a ；. */
	isNew?: boolean;
}

/** 产业工会与协会联系制度: one more object of the verb in the clause before. */
function isObject(text: string): boolean {
	return (
		/(?:制度|机制|体系|体制|机构|网络|平台|格局|政策|标准|能力)$/u.test(text) &&
		openingVerb(text) === undefined &&
		subjectOf(text) === undefined
	);
}

const piecesOf = remembered<readonly Piece[]>(
	(sentence) =>
		clausesOf(sentence).map((one) => ({
			...one,
			isNew: one.start > 0 && sentence[one.start - 1] === '；'
		})),
	16
);

/** 全国劳模1名: part of a count that began before. */
function isBareFigure(text: string): boolean {
	return /^[\u4e00-\u9fff“”]{2,10}\d[\d.]*[万亿余多]*[\u4e00-\u9fff%]{0,2}$/u.test(text);
}

/** Where the stretch may begin, the best first, and what of the sentence's opening it takes along. */
function openingsFor(clauses: readonly Piece[], own: number, end: number): { lead: string; start: number }[] {
	const first = clauses[0]?.start ?? 0;
	const whole = { lead: '', start: first };
	// Behind a ； another thing begins.
	const since = clauses.slice(0, own + 1).findLastIndex(({ isNew }) => isNew);
	if (since <= 0 && end - first <= SHORT) return [whole];
	const openings: { lead: string; start: number }[] = [];
	const clause = clauses[own];
	if (clause && openingVerb(clause.text) !== undefined) {
		// What stands behind a dash has a sentence of its own.
		const dash = clauses.slice(0, own + 1).findLastIndex(({ text }) => text.includes('——'));
		const subject = clauses
			.slice(Math.max(0, dash), own)
			.map(({ text }) => (text.includes('——') ? undefined : subjectOf(text)))
			.findLast((found) => found !== undefined);
		if (subject !== undefined)
			openings.push({ lead: timeBefore(clauses, clause.start) + subject, start: clause.start });
	}
	// 加强…，完善…，建设…: a sentence without a subject is a row of deeds that stand alone.
	const isRow = clauses.slice(0, own + 1).every(({ text }) => !hasSubject(text));
	for (let i = own; i > 0 && i >= since; i--) {
		const one = clauses[i];
		if (!one || isBareFigure(one.text) || isObject(one.text)) continue;
		const opensAnew = i === since && i < own && !isDeed(one.text);
		const stands = opensAnew || (isRow ? isDeed(one.text) : hasSubject(one.text));
		if (stands && end - one.start >= (i === since ? 14 : 20))
			openings.push({ lead: timeBefore(clauses, one.start), start: one.start });
	}
	return since > 0 ? openings : [...openings, whole];
}

/** The time a sentence opens with also holds for the clauses after it. */
function timeBefore(clauses: readonly Piece[], start: number): string {
	const [opening] = clauses;
	return opening && opening.start < start && TIME.test(opening.text) ? `${opening.text}，` : '';
}

/** 注册商标97件、培育示范店95家: behind a figure a 、 divides deeds when a verb follows. */
function splitAtFigures(clauses: readonly Piece[]): Piece[] {
	return clauses.flatMap(({ text, start, isNew = false }) => {
		const pieces: Piece[] = [];
		let from = 0;
		for (const { 0: mark, index } of text.matchAll(/(?<=\d[余多万亿%]*[\u4e00-\u9fff]{0,6})、/gu)) {
			const to = index + mark.length;
			if (openingVerb(text.slice(to)) === undefined || !balanced(text.slice(from, index))) continue;
			pieces.push({ text: text.slice(from, index), start: start + from, isNew: isNew && from === 0 });
			from = to;
		}
		return [...pieces, { text: text.slice(from), start: start + from, isNew: isNew && from === 0 }];
	});
}

/** Further figures behind the one asked for are another question. */
function withoutRest({ kind }: Fact, after: string): string {
	return kind === 'number' ? after.replace(/(?<=^[\u4e00-\u9fff]{0,8})、[^，]*\d.*$/u, '') : after;
}

/** 现有36个教学班、1620名学生: so are those in front of it. */
function withoutEarlier({ kind }: Fact, before: string): string {
	return kind === 'number' ? before.replace(/(?:\d[\d.]*[^、，；\d]{1,10}、)+$/u, '') : before;
}

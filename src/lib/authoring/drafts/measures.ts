import type { Fact } from '#lib/document/document.ts';
import type { Place } from '../place.ts';
import { actorOf, hasActor } from './actors.ts';
import type { Carrier } from './carrier.ts';
import { purposeOf, splitClauses, TIME, timeIn, withoutListed, wordsIn } from './clauses.ts';
import { frameAlways, frameWithPart } from './frame.ts';
import { openingsOf } from './openings.ts';
import { withoutAgain } from './subject.ts';
import {
	balanced,
	isLost,
	isOpenEnded,
	opened,
	withFullName,
	withoutMark,
	withoutSoFar
} from './referents.ts';

/** Longest stretch a reader takes in at once, and with its frame. */
const MOST = 70;
const MOST_FRAMED = 100;

/**
 * The words around a figure that say who did what, when: the clause the figure stands in, with subject,
 * time and scope from the clauses and headings before it. Undefined when they cannot be had.
 * @param before the sentence before, for one that opens with 其中
 */
export function measureOf(fact: Fact, place: Place, before?: string): Carrier | undefined {
	const sentence = opened(fact.sentence);
	const at = sentence.indexOf(fact.value);
	if (at < 0 || sentence.indexOf(fact.value, at + 1) >= 0) return undefined;
	const pieces = splitClauses(sentence);
	const own = pieces.findIndex(({ text, start }) => at >= start && at < start + text.length);
	const piece = pieces[own];
	if (!piece) return undefined;
	const since = Math.max(
		0,
		pieces.slice(0, own + 1).findLastIndex(({ mark }) => mark === '；')
	);
	const said = timeIn(pieces.slice(since, own + 1)) ?? timeIn(pieces.slice(0, since));
	const time = said ?? (isStock(fact.sentence, piece.text) ? undefined : yearAbove(place));
	const isDated = time !== undefined || /\d{4}年/u.test(frameAlways(place) ?? '');
	// 从首台吊装，到左岸8台投产: half of a span.
	if (/^到/u.test(piece.text) || /(?:[这那该其]|为期)$/u.test(sentence.slice(piece.start, at)))
		return undefined;
	// 会议强调，要…: what somebody called for, whoever that was.
	if (
		/^(?:会议|会上|全会|大家|[他她]们?)[^，]*(?:强调|指出|要求|表示|提出|认为)$/u.test(pieces[0]?.text ?? '')
	)
		return undefined;
	// 今年 says nothing where nobody knows which.
	if (said === undefined && /[今去明前]年(?!来)|本年度/u.test(sentence.slice(pieces[since]?.start, at)))
		return undefined;
	const purpose = purposeOf(pieces, own, sentence);
	const told = trimmedAfter(sentence.slice(at + fact.value.length, piece.start + piece.text.length));
	const after = settled(told + purpose, isDated).replace(/等$/u, '');
	const names = [...place.headings, place.article.title, ...namesNear(place)];
	for (const { lead, start } of openingsOf(pieces, { own, since, at, before, isTold: purpose !== '' })) {
		const words = settled(withoutAgain(withFullName(lead + sentence.slice(start, at), names)), isDated);
		const carrier = framed(
			{ words: withoutListed(words), value: fact.value, after, time, isDated, isAlone: pieces.length === 1 },
			place
		);
		if (carrier) return carrier;
	}
	return undefined;
}

/** The clauses a bare 招聘会 may have its full name in: those of the paragraph and the one before. */
function namesNear({ section, paragraph }: Place): string[] {
	const before = section.paragraphs[section.paragraphs.indexOf(paragraph) - 1]?.text ?? '';
	return [paragraph.text, before].flatMap((text) => (text.length > 2000 ? [] : text.split(/[，。；]/u)));
}

interface Stretch {
	words: string;
	value: string;
	after: string;
	time: string | undefined;
	isDated: boolean;
	/** The clause is all its sentence says. */
	isAlone: boolean;
}

/** The stretch with its time and frame; undefined when it would not stand alone. */
function framed({ words, value, after, time, isDated, isAlone }: Stretch, place: Place): Carrier | undefined {
	const whole = words + value + after;
	if (
		whole.length > MOST ||
		!balanced(whole) ||
		isOpenEnded(whole) ||
		isLost(whole.replace(/(?<=[^，]{8})，其中/u, '，'), isDated)
	)
		return undefined;
	if (
		wordsIn(words + after) < (isAlone ? 5 : 7) ||
		/^[的和与及并、]|^[以为](?=\d)|[及]$|从[^，]*到$|^(?:到|对于|经过|随着)|(?:^|[，])[\u4e00-\u9fff]{0,2}确定的$/u.test(
			words
		)
	)
		return undefined;
	const frame =
		wordsIn(words + after) < 12 || /^\d{1,2}年[间来]/u.test(words)
			? frameWithPart(place)
			: frameAlways(place);
	if (frame === undefined) return undefined;
	// A deed of nobody: whose title says, else the year must hold it.
	const actor = hasActor(words.includes('，') ? words : whole) ? '' : actorOf(place);
	const isYearly = /\d{4}年/u.test(`${time ?? ''}${frame}${words}`);
	if (actor === undefined && !isYearly) return undefined;
	const told = actor === undefined || words.includes(actor.slice(-3)) ? words : actor + words;
	const isTimed = time === undefined || (frame + words).includes(time) || TIME.test(words);
	const before = isTimed ? told : `${time}，${told}`;
	return frame.length + before.length + value.length + after.length <= MOST_FRAMED
		? { frame, before, after }
		: undefined;
}

/** What stands at the time of writing belongs to no one year. */
function isStock(sentence: string, clause: string): boolean {
	return (
		/^(?:截[至止])?(?:到)?目前/u.test(withoutMark(sentence)) ||
		(/目前|现有|累计|已|现已|总数|总量|共有/u.test(clause) && !/全年|年内/u.test(clause))
	);
}

/**
 * 2022年 from a heading such as 一、2022年工作回顾, else the one year of the section; not of plans, which
 * nobody has reached yet.
 */
function yearAbove({ headings, article, year }: Place): string | undefined {
	for (const heading of [...headings, article.title]) {
		const years = [...heading.matchAll(/(?<!\d)(?:19|20)\d{2}年(?!以来|至|前|[—-])/gu)].map(
			([found]) => found
		);
		if (/计划|安排|部署|目标|任务|打算|要点|规划/u.test(heading)) return undefined;
		if (years.length === 0) continue;
		const isOfThatYear = /回顾|总结|情况|成效|成绩|概况|年报|公报|大事记|运行|进展|做法/u.test(heading);
		return years.length === 1 && isOfThatYear ? years[0] : undefined;
	}
	return year;
}

/** Words of time that the year in front already says, and “so far”. */
function settled(text: string, isDated: boolean): string {
	const plain = withoutSoFar(text)
		.replace(/^仅(“[^”]*”)就?/u, '$1')
		.replace(/…+$/u, '');
	return isDated ? plain.replace(/(?:全年|年内)(?=[\u4e00-\u9fff])/gu, '') : plain;
}

/** Further figures behind the one asked for are another question, unless one clause holds them all. */
function trimmedAfter(after: string): string {
	if (/\d[^、]*的[^、]*$/u.test(after)) return after;
	return after.replace(/(?<=^[\u4e00-\u9fff（）()]{0,16})、[^，]*\d.*$/u, '');
}

import { clausesOf } from '#lib/document/facts/lists.ts';
import { openingVerb } from '#lib/document/facts/words.ts';
import type { Document, Fact } from '#lib/document/document.ts';
import type { Place } from '../place.ts';
import { plainHeading } from '../place.ts';
import { balanced, isLost, isOpenEnded, withFullName, withoutConnective, withoutMark } from './referents.ts';

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
	const sentence = withoutConnective(withoutMark(fact.sentence));
	const at = sentence.indexOf(shown);
	if (at < 0 || sentence.indexOf(shown, at + 1) >= 0) return undefined;
	const found = clausesOf(sentence).map((one) => ({
		...one,
		isNew: one.start > 0 && sentence[one.start - 1] === '；'
	}));
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
		const subject = clauses
			.slice(0, own)
			.map(({ text }) => subjectOf(text))
			.findLast((found) => found !== undefined);
		if (subject !== undefined)
			openings.push({ lead: timeBefore(clauses, clause.start) + subject, start: clause.start });
	}
	// 加强…，完善…，建设…: a sentence without a subject is a row of deeds that stand alone.
	const isRow = clauses.slice(0, own + 1).every(({ text }) => !hasSubject(text));
	for (let i = own; i > 0 && i >= since; i--) {
		const one = clauses[i];
		if (!one || isBareFigure(one.text)) continue;
		const opensAnew = i === since && i < own && !isDeed(one.text);
		const stands = opensAnew || (isRow ? isDeed(one.text) : hasSubject(one.text));
		if (stands && end - one.start >= (i === since ? 14 : 20))
			openings.push({ lead: timeBefore(clauses, one.start), start: one.start });
	}
	return since > 0 ? openings : [...openings, whole];
}

/** Whether a clause opens with what is done, whoever does it. */
function isDeed(text: string): boolean {
	const plain = text.replace(
		/^(?:要|必须|应当?|依法|依规|有效|主动|着力|着重|持续|深刻|广泛|扎实|全面|大力|不断|继续|重点|高标准|常态化|一体)+/u,
		''
	);
	const verb = openingVerb(plain) ?? openingVerb(text);
	// 参与率97% counts, it does not take part.
	return verb !== undefined && !/^[率度数量者人额值比]/u.test(plain.slice(verb.length));
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

const NOUNS =
	'工会|总会|全总|省总|市总|公司|集团|政府|委员会|党委|党组|法院|部门|单位|企业|协会|学校|大学|中心|街道|办公室|银行|国家|我国|全国|劳模|职工|会员|代表团|同志|群众|图书馆|博物馆|医院|研究院|研究所|有限公司|联合会|残联|妇联|工商联|文联|科协|红十字会|团委';
const SUBJECT = new RegExp(`^(?:[^，的]{0,16})(?:${NOUNS})`, 'u');
const SUBJECT_NOUN = new RegExp(NOUNS, 'gu');

/** 各级工会 of 各级工会投入资金…: an organisation with which the clause opens and a verb behind it. */
export function subjectOf(text: string): string | undefined {
	if (!hasSubject(text)) return undefined;
	for (const { 0: noun, index } of text.slice(0, 30).matchAll(SUBJECT_NOUN)) {
		const end = index + noun.length;
		// 一行赴全总调研: the organisation is where they went.
		if (/[赴到对向为将把从由被与]/u.test(text.slice(0, end))) return undefined;
		if (end >= 3 && openingVerb(text.slice(end)) !== undefined && balanced(text.slice(0, end)))
			return text.slice(0, end);
	}
	return undefined;
}

/** Whether a clause says who does what: it opens with an organisation and not with a verb. */
function hasSubject(text: string): boolean {
	return (
		SUBJECT.test(text) &&
		openingVerb(text) === undefined &&
		!isDeed(text) &&
		!/^(?:其|该|本|此|这|各单位|\d)/u.test(text)
	);
}

/** '' when the stretch needs no frame; undefined when it needs one and there is none. */
function frameFor(whole: string, place: Place, asksDate: boolean): string | undefined {
	const isDated = asksDate || /\d{4}年|[一二][〇零一二三四五六七八九]{3}年/u.test(whole);
	const opening = whole.replace(/^(?:[^，]*[年月日底初]，)+/u, '');
	if (BARE.test(opening)) return frameWithPart(place);
	const isNamed = hasSubject(opening) && !/全[省市县州区]|省总|市总|县总|州总|我[省市县州区]/u.test(whole);
	return isDated && isNamed ? '' : frameAlways(place);
}

/** A subject that only its text names in full: 公司, 学校, 全园. */
const BARE =
	/^(?:公司|学校|学院|医院|企业|集团|协会|银行|机关|我校|我院|全[校园院厂镇村])(?!法|化|号|长|部|区|级)/u;

/** Which company or school it is may stand in the heading only. */
function frameWithPart(place: Place): string | undefined {
	const frame = frameAlways(place);
	const topic = topicOf(place.section.heading);
	const isNumbered = plainHeading(place.section.heading).length < place.section.heading.length - 1;
	return frame === undefined || topic === undefined || isNumbered || !frame.startsWith('据')
		? frame
		: `${frame.slice(0, -1)}“${quoteInside(topic)}”部分，`;
}

/** 据《…》， or the heading; undefined when the text has neither. */
export function frameAlways(place: Place): string | undefined {
	const title = titleFor(place);
	if (title !== undefined) return `据《${title}》，`;
	const heading = topicOf(place.section.heading);
	return heading === undefined
		? undefined
		: `${heading.startsWith('在') ? '关于' : '在'}“${quoteInside(heading)}”${heading.startsWith('在') ? '' : '方面'}，`;
}

/** A heading as what the text under it is about; undefined when it is a sentence or too long to name. */
export function topicOf(printed: string): string | undefined {
	const heading = plainHeading(printed);
	const isNumbered = heading.length < printed.length - 1;
	if (/[。！？]/u.test(heading) || (!isNumbered && heading.includes('，'))) return undefined;
	const topics = [heading, heading.split('，')[0] ?? ''];
	return topics.find((topic) => topic.length >= 4 && topic.length <= 24 && balanced(topic));
}

/** Quotation marks one level further in. */
export function quoteInside(text: string): string {
	return text.replace(/[“”]/gu, (mark) => (mark === '“' ? '‘' : '’'));
}

/** The article's title in a form that fits into a sentence. */
export function titleFor({ article, document }: Place): string | undefined {
	for (const title of [article.title, ...(isNameOfItsOwn(document) ? [document.title] : [])]) {
		const plain = title.replace(/\.(?:txt|md|docx?|pdf|html?)$/iu, '').trim();
		// The plain words behind the dash say more than the motto in front of it.
		const subtitle = plain.split('——').at(-1) ?? '';
		const words = plain.split(/——|\s+/u).reduce((a, b) => (b.length > a.length ? b : a), '');
		const pieces = [
			...(plain.length <= 24 ? [plain] : []),
			subtitle,
			...(words.length >= 12 ? [words] : []),
			plain
		];
		const fit = pieces.find(
			(piece) =>
				piece.length >= 6 && piece.length <= 40 && /[\u4e00-\u9fff]{4}/u.test(piece) && balanced(piece)
		);
		if (fit !== undefined)
			return fit
				.replace(/《/gu, '〈')
				.replace(/》/gu, '〉')
				.replace(/[。，：；\s]+$/u, '');
	}
	return undefined;
}

/** Not one article's title, not the first words of the text, not what a machine calls a file. */
function isNameOfItsOwn({ title, articles }: Document): boolean {
	const words = title.replace(/[。，：；…\s]+$/u, '');
	return (
		!/^(?:新建|未命名|无标题|文本文档|扫描|复件|副本|下载)/u.test(title) &&
		articles.every((article) => {
			const opening = article.sections[0]?.paragraphs[0]?.text ?? '';
			return article.title !== title && !opening.startsWith(words);
		})
	);
}

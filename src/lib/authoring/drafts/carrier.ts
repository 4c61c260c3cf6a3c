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

/** Longest stretch a reader takes in at once, frame not counted. */
const MOST = 90;
const TIME =
	/^(?:截至|截止|到|自)?(?:\d{4}年|[一二][〇零一二三四五六七八九]{3}年|\d{1,2}月\d{1,2}日|“?十[一二三四]五”?时期)[^，]{0,12}$/u;

/**
 * The words a question keeps around a fact: from the start of the sentence, or from the nearest clause
 * that names its own subject, to the end of the fact's clause. Undefined when what is left would point
 * at something the reader cannot see.
 * @param shown the fact with its marks: “…” around a term
 */
export function carrierOf(fact: Fact, place: Place, shown = fact.value): Carrier | undefined {
	const sentence = withoutConnective(withoutMark(fact.sentence));
	const at = sentence.indexOf(shown);
	if (at < 0 || sentence.indexOf(shown, at + 1) >= 0) return undefined;
	const clauses = clausesOf(sentence);
	const own = clauses.findIndex((clause) => at >= clause.start && at < clause.start + clause.text.length);
	const clause = clauses[own];
	if (!clause) return undefined;
	let end = clause.start + clause.text.length;
	const next = clauses[own + 1];
	// A bare first clause says too little, 按照…的标准 nothing yet: what it is about stands in the next one.
	const isFirst = own === 0 || (own === 1 && TIME.test(clauses[0]?.text ?? ''));
	const isBare =
		fact.kind !== 'date' && isFirst && clause.text.length < 24 && openingVerb(next?.text ?? '') !== undefined;
	if (next && sentence[end] === '，' && (isBare || isOpenEnded(clause.text)))
		end = next.start + next.text.length;
	for (const start of startsFor(clauses, own, end)) {
		const lead = timeBefore(clauses, start);
		const named = withFullName(withoutConnective(lead + sentence.slice(start, at)), [
			place.section.heading,
			place.article.title
		]);
		const before = named.replace(/^(?:上午|下午|晚上)?\d{1,2}(?:时|点)(?:\d{1,2}分|许)?[，]/u, '');
		const after = sentence.slice(at + shown.length, end);
		const whole = before + shown + after;
		if (whole.length > MOST || whole.length < 10 || !balanced(whole) || isOpenEnded(whole)) continue;
		if (isLost(whole)) return undefined;
		const frame = frameFor(whole, place, fact.kind === 'date');
		return frame === undefined ? undefined : { frame, before, after };
	}
	return undefined;
}

/** Where the stretch may begin, the fullest first. */
function startsFor(clauses: readonly { text: string; start: number }[], own: number, end: number): number[] {
	const first = clauses[0]?.start ?? 0;
	const starts = end - first <= MOST ? [first] : [];
	for (let i = 1; i <= own; i++) {
		const clause = clauses[i];
		if (clause && hasSubject(clause.text) && end - clause.start >= 20) starts.push(clause.start);
	}
	return starts;
}

/** The time a sentence opens with also holds for the clauses after it. */
function timeBefore(clauses: readonly { text: string; start: number }[], start: number): string {
	const [opening] = clauses;
	return opening && opening.start < start && TIME.test(opening.text) ? `${opening.text}，` : '';
}

const SUBJECT =
	/^(?:[^，的]{0,16})(?:工会|总会|全总|省总|市总|公司|集团|政府|委员会|党委|党组|法院|部门|单位|企业|协会|学校|大学|中心|街道|办公室|银行|国家|我国|全国|劳模|职工|会员|代表团|同志)/u;

/** Whether a clause says who does what: it opens with an organisation and not with a verb. */
function hasSubject(text: string): boolean {
	return (
		SUBJECT.test(text) && openingVerb(text) === undefined && !/^(?:其|该|本|此|这|各单位|\d)/u.test(text)
	);
}

/** '' when the stretch needs no frame; undefined when it needs one and there is none. */
function frameFor(whole: string, place: Place, asksDate: boolean): string | undefined {
	const isDated = asksDate || /\d{4}年|[一二][〇零一二三四五六七八九]{3}年/u.test(whole);
	const isNamed =
		hasSubject(whole.replace(/^[^，]*[年月日底初]，/u, '')) &&
		!/全[省市县州区]|省总|市总|县总|州总|我[省市县州区]/u.test(whole);
	return isDated && isNamed ? '' : frameAlways(place);
}

/** 据《…》， or the heading; undefined when the text has neither. */
export function frameAlways(place: Place): string | undefined {
	const title = titleFor(place);
	if (title !== undefined) return `据《${title}》，`;
	const heading = plainHeading(place.section.heading);
	const isNumbered = heading.length < place.section.heading.length - 1;
	const isTopic =
		heading.length >= 4 &&
		heading.length <= 34 &&
		!/[。！？]/u.test(heading) &&
		(isNumbered || !heading.includes('，'));
	return isTopic ? `在“${quoteInside(heading)}”方面，` : undefined;
}

/** Quotation marks one level further in. */
export function quoteInside(text: string): string {
	return text.replace(/[“”]/gu, (mark) => (mark === '“' ? '‘' : '’'));
}

/** The article's title in a form that fits into a sentence. */
export function titleFor({ article, document }: Place): string | undefined {
	for (const title of [article.title, ...(isNameOfItsOwn(document) ? [document.title] : [])]) {
		const plain = title.replace(/\.(?:txt|md|docx?|pdf|html?)$/iu, '').trim();
		const pieces = [plain, ...plain.split(/——|\s+/u).reverse()];
		const fit = pieces.find(
			(piece) => piece.length >= 6 && piece.length <= 40 && /[\u4e00-\u9fff]{4}/u.test(piece)
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

import { shuffled } from '#lib/base/random.ts';
import type { List } from '#lib/document/facts/lists.ts';
import { openingVerb } from '#lib/document/facts/words.ts';
import { squeeze } from '../lint/finding.ts';
import { carrierOf, type Carrier } from './carrier.ts';
import { withNextClause } from './completion.ts';
import { explain, type Desk, type Draft } from './draft.ts';
import { topicOf } from './frame.ts';
import { distractorsFor, FILLER } from './list-distractors.ts';
import { clausesOf, evenOf, setOf } from './list-found.ts';
import { isCohesive, sharedEnd, sharedLead } from './list-shape.ts';
import { askedByLead, askedFor, askedWhole, sharedNoun } from './list-words.ts';
import { phrasesFor } from './phrases.ts';
import { draftPoints } from './points.ts';
import { isLegal } from './rules.ts';
import { balanced, isSensitive } from './referents.ts';
import { isDeed } from './subject.ts';
import { endsInObject, endsInVerb } from './verbs.ts';

const SEQUENCE = /^等?[\u4e00-\u9fff]{0,6}的?(?:顺序|先后|程序|流程|步骤|次序)/u;
const HAN = '零一二三四五六七八九十';
/** What stands in a sentence for a long list while the words around it are looked at: it leaves them room. */
const HOLE = '◯'.repeat(12);
/** Longest stem that shows all of a list but one item. */
const MOST_SHOWN = 110;

/** A list: which of these belong to it, in what order, which one is missing, or all of it. */
export function draftList(desk: Desk): Draft | undefined {
	const { fact } = desk;
	const list =
		desk.peers.listsOf(fact.sentence).find((found) => found.value === fact.value) ??
		setOf(fact) ??
		clausesOf(fact) ??
		evenOf(fact);
	if (list) return draftNamed(desk, list);
	const word = /^一([是要])/u.exec(desk.fact.value)?.[1];
	return word === undefined || topicOf(desk.place.section.heading) === undefined
		? undefined
		: draftPoints(desk.place, { word, items: desk.fact.items ?? [] }, desk.random);
}

/** A list with the words around it. */
interface Setting {
	list: List;
	carrier: Carrier;
	explanation: string;
}

function draftNamed(desk: Desk, list: List): Draft | undefined {
	const { fact, place, random } = desk;
	const [before = '', after, more] = fact.sentence.split(fact.value);
	if (after === undefined || more !== undefined || !isWhole(list)) return undefined;
	const hole = HOLE.slice(0, fact.value.length);
	const carrier = carrierOf({ ...fact, value: hole, sentence: before + hole + after }, place);
	if (!carrier || carrier.before.length + carrier.after.length < (isLegal(place) ? 4 : 6)) return undefined;
	const whole = completed(carrier, after);
	const framed = whole && withPart(whole, desk);
	if (!framed) return undefined;
	const explanation = explain(place, phrasesFor('zh').contains(list.items, list.open));
	const setting = { list, carrier: framed, explanation };
	const sure = draftOrder(setting, desk) ?? draftChoice(setting, desk);
	if (sure) return sure;
	// 尊重劳动、尊重知识、…: what they have in common gives the blank its answer.
	const isLed = sharedLead(list.items) >= 2;
	return isLed || random() < 0.5
		? (draftBlank(setting, desk) ?? draftRecall(setting))
		: (draftRecall(setting) ?? draftBlank(setting, desk));
}

/** 围绕甲、乙、丙 alone says nothing yet: what is done about them stands in the next clause. */
function completed({ frame, before, after }: Carrier, behind: string): Carrier | undefined {
	const plain = before.replace(/^(?:特别|尤其)是/u, '').replace(/^([^，]{2,12})也(?=要|应当|必须)/u, '$1');
	const lead = plain.split(/[，；：]/u).at(-1) ?? '';
	const isOpening =
		/^(?:要)?(?:紧紧|重点|着力)?(?:围绕|聚焦|针对|面向|依托|按照|瞄准|立足|通过(?!了)|以(?!赛))/u.test(lead);
	const carrier = { frame, before: plain, after };
	if (isOpening) {
		// 帮扶…，围绕甲、乙、丙，破解…: another deed in front is no part of it.
		const row = plain.slice(0, -lead.length - 1).split(/[，；：]/u);
		const own = row.every((text) => isDeed(text))
			? withNextClause({ ...carrier, before: lead }, behind)
			: undefined;
		// 按照甲、乙的原则，深化改革: the deed is there already.
		const isTold = /^[^，]*，[^，]{4,}$/u.test(after);
		const whole = own ?? (isTold ? carrier : withNextClause(carrier, behind));
		if (!whole && /^通过/u.test(lead)) return undefined;
		// 聚焦哪些目标 is a question; 围绕哪些任务 without a deed is none.
		const isDone =
			/^(?:要)?(?:重点)?(?:聚焦|针对|面向|瞄准)/u.test(lead) ||
			(lead.length > 4 && endsInVerb(lead)) ||
			after.length >= 10 ||
			/[，的]/u.test(after);
		return whole ?? (isDone ? carrier : undefined);
	}
	// 推动哪些行业签订集体合同 is a question; what follows it is another matter.
	const end = after.indexOf('，');
	// 存在甲、乙、丙等问题，…有31座: another matter, and too little without it.
	if (end >= 0 && plain.length + end < 8 && /\d/u.test(after)) return undefined;
	return end >= 0 && plain.length + end >= 8 ? { ...carrier, after: after.slice(0, end) } : carrier;
}

/** Few words around a list could stand anywhere in a text: the stem then names the part. */
function withPart(carrier: Carrier, { peers, place }: Desk): Carrier | undefined {
	const { before, after } = carrier;
	const isBroken = /——/u.test(before) || /(?:的同时|之际|[时后中]|基础上|前提下)$/u.test(after);
	const isSlogan = /^的?“[两三四五六七八九十]/u.test(after);
	const lead = before.split(/[，；：]/u).at(-1) ?? '';
	// 以甲、乙、丙 and no more: what is done with them is missing. 甲、乙、丙了: the last one is torn.
	// 通过甲、乙等形式: what for, nobody says.
	const isMeans =
		/通过$/u.test(lead) && /(?:形式|方式|途径|渠道|举措|措施|方面的[\u4e00-\u9fff]{2,6})$/u.test(after);
	const isMissing = (/^[以把将]|[以把将从对]$/u.test(lead) && after === '') || /^[了着过]/u.test(after);
	// 是对…的发展，具有…: whose, the stem does not say.
	const isHeadless = /^(?:是|作为|成为|也是|对于|关于)|其中|^[^，]*其(?![他实余次])/u.test(before);
	const isBare = /^(?:专项)?(?:行动|活动|会议|大会|论坛|招聘会)(?=[\u4e00-\u9fff])/u.test(before);
	if (isBroken || isSlogan || isMissing || isHeadless || isBare || isMeans) return undefined;
	// A rule names who has to or may: 老年人享有哪四项权利.
	if (before.length >= 4 && isLegal(place)) return carrier;
	if (before.length >= 8 || (before.length >= 2 && before.length + after.length >= 16)) return carrier;
	const scope = peers.scopeOf(place);
	if (scope?.frame.includes('部分') === true && before.length >= 2) return { ...carrier, frame: scope.frame };
	return before.length >= 6 ? carrier : undefined;
}

/** Whether nothing speaks against the items being all there is, and each of them whole. */
function isWhole({ items, head, announced }: List): boolean {
	const lengths = items.map((item) => item.length);
	const spread = Math.max(...lengths) - Math.min(...lengths);
	const isNamed = head !== undefined || announced === items.length;
	if (
		Math.max(...lengths) <= 2 ||
		!items.every((item) => balanced(item) && !/[的了]$|^[和与及并]/u.test(item))
	)
		return false;
	if (!isCohesive(items) && !(isNamed && spread <= 4)) return false;
	// 统筹推进甲、乙、丙: a verb that only the first one has is not its own.
	const opens = (item: string) => openingVerb(item) !== undefined;
	if (opens(items[0] ?? '') && !items.slice(1).some(opens)) return false;
	// 分甲、乙、丙三类: nor is 分.
	return items[0]?.startsWith('分') !== true || items.slice(1).some((item) => item.startsWith('分'));
}

function draftOrder({ list, carrier, explanation }: Setting, { random }: Desk): Draft | undefined {
	const isSequence = SEQUENCE.test(carrier.after) || /依次(?:是|为|经过)?$/u.test(carrier.before);
	if (list.open || list.items.length > 7 || !isSequence) return undefined;
	const options = shuffled(list.items, random);
	return {
		type: 'ordering',
		stem: `${carrier.frame}${carrier.before}下列各项${carrier.after}。请按先后顺序排列。`,
		options,
		key: list.items.map((item) => options.indexOf(item)),
		explanation,
		difficulty: 4
	};
}

/** Which of these belong to it: the others stand in lists elsewhere, and not in the part the stem names. */
function draftChoice({ list, carrier, explanation }: Setting, desk: Desk): Draft | undefined {
	const asked = askedFor(list, carrier, '下列哪些');
	const scope = desk.peers.scopeOf(desk.place);
	if (asked === undefined || scope === undefined) return undefined;
	if (isSensitive(carrier.before + list.value + carrier.after)) return undefined;
	// 推动工会工作的下列哪些创新, not 推动工会工作下列….
	const tie = carrier.after !== '' && !endsInVerb(carrier.before) && endsInObject(carrier.before) ? '的' : '';
	const stem = `${scope.frame}${carrier.before}${tie}${asked}？${list.open ? '请选出文中列举的各项。' : ''}`;
	const right = list.items.slice(0, 5);
	const wrong = distractorsFor(desk, list, stem, scope.says).slice(0, 8 - right.length);
	if (wrong.length < 2 || stem.length > MOST_SHOWN) return undefined;
	const options = shuffled([...right, ...wrong], desk.random);
	return {
		type: 'multiple-choice',
		stem,
		options,
		key: options.flatMap((option, at) => (right.includes(option) ? [at] : [])),
		explanation,
		difficulty: 3
	};
}

/** Longer than this nobody hits an answer letter by letter. */
const MOST_BLANK = 6;

/** The missing one of a closed set that is known as such, so that the others call for it. */
function draftBlank({ list, carrier, explanation }: Setting, { random }: Desk): Draft | undefined {
	const { items, open } = list;
	if (open || !isNamedSet(list) || items.length < 3 || items.length > 8) return undefined;
	const shown = (at: number, blank: string) =>
		carrier.before + list.value.replace(items[at] ?? '', blank) + carrier.after;
	const candidates = items.flatMap((item, at) => {
		const word = item.replace(/[“”]/gu, '');
		const rest = squeeze(shown(at, ''));
		const isSingle = list.value.split(item).length === 2;
		return at > 0 &&
			isSingle &&
			word.length >= 2 &&
			word.length <= MOST_BLANK &&
			!/《/u.test(item) &&
			!rest.includes(squeeze(word))
			? [at]
			: [];
	});
	const at = shuffled(candidates, random)[0];
	const item = items[at ?? -1];
	if (at === undefined || item === undefined) return undefined;
	const word = item.replace(/[“”]/gu, '');
	const stem = `${carrier.frame}${shown(at, item.replace(word, '____'))}。`;
	if (stem.length > MOST_SHOWN || !stem.includes('____')) return undefined;
	return {
		type: 'fill-in',
		stem,
		blanks: 1,
		key: [[word]],
		explanation: `${phrasesFor('zh').fillIs(`“${word}”`)}${explanation}`,
		difficulty: 3
	};
}

/**
 * Rights, 政治判断力、政治领悟力、政治执行力, 依法建会、依法管会、…, or as many as the text counts: a gap in any
 * other row of fine words asks for nothing one could know.
 */
function isNamedSet({ items, announced }: List): boolean {
	if (announced === items.length) return true;
	const plain = items.map((item) => item.replace(/[“”]/gu, ''));
	if (plain.every((item) => item.endsWith('权'))) return true;
	if (plain.filter((item) => FILLER.test(item)).length > 1) return false;
	const isLed = sharedLead(items) >= 2;
	const isEnded = sharedNoun(plain) !== undefined;
	if (plain.every((item) => item.length >= 5) && isLed && sharedEnd(items) !== undefined) return true;
	return items.length >= 4 && (isLed || isEnded);
}

/** All of it in one's own words, where the stem says what and how many are asked for. */
function draftRecall({ list, carrier, explanation }: Setting): Draft | undefined {
	const { items, open } = list;
	const count = HAN[items.length];
	if (count === undefined || items.length > (open ? 6 : 7)) return undefined;
	if (open && /^等?(?:多[个项种])?(?:岗位|职位|商品|餐品)/u.test(carrier.after)) return undefined;
	const maxim = draftMaxim({ list, carrier, explanation });
	if (maxim) return maxim;
	const asked = open
		? askedFor(list, carrier, '哪些')
		: (askedByLead(list, carrier, count) ?? askedWhole(list, carrier, count));
	if (asked === undefined) return undefined;
	return {
		type: 'short-answer',
		stem: `${carrier.frame}${carrier.before}${asked}？${open ? `请写出文中列举的${count}项。` : ''}`,
		key: phrasesFor('zh').modelAnswer(items),
		explanation,
		difficulty: 4
	};
}

/** 按照“甲、乙、丙”的原则: which principle it is. */
function draftMaxim({ list, carrier, explanation }: Setting): Draft | undefined {
	const { noun = '', rest = '' } =
		/^”的?(?<noun>[\u4e00-\u9fff]{0,6}(?:原则|思路|模式|机制|要求|方针|格局|目标))(?<rest>$|[，。；].*)/u.exec(
			carrier.after
		)?.groups ?? {};
	if (noun === '' || !carrier.before.endsWith('“') || carrier.before.length < 5 || list.open)
		return undefined;
	// 按照什么思路 wants what is done so; what follows 大力推行什么模式 is another matter.
	const isManner = /(?:按照?|根据|依据|遵循|本着|以|在)“$/u.test(carrier.before);
	if (isManner && rest.length < 4) return undefined;
	return {
		type: 'short-answer',
		stem: `${carrier.frame}${carrier.before.slice(0, -1)}什么${noun}${isManner ? rest : ''}？`,
		key: `“${list.items.join('、')}”`,
		explanation,
		difficulty: 4
	};
}

import { shuffled } from '#lib/base/random.ts';
import { findLists, type List } from '#lib/document/facts/lists.ts';
import { openingVerb } from '#lib/document/facts/words.ts';
import { carrierOf } from './carrier.ts';
import { topicOf } from './frame.ts';
import { chooseDistractors } from './choices.ts';
import { explain, type Desk, type Draft } from './draft.ts';
import { phrasesFor } from './phrases.ts';
import { draftPoints } from './points.ts';
import { isDelicate } from './referents.ts';

const SEQUENCE = /^等?[\u4e00-\u9fff]{0,6}的?(?:顺序|先后|程序|流程|步骤|次序)/u;
const HAN = '零一二三四五六七八九十';

/** A list: which of these belong to it, in what order, or all of it in one's own words. */
export function draftList(desk: Desk): Draft | undefined {
	const list = findLists(desk.fact.sentence).find((found) => found.value === desk.fact.value);
	if (list) return draftNamed(desk, list);
	const word = /^一([是要])/u.exec(desk.fact.value)?.[1];
	return word === undefined || topicOf(desk.place.section.heading) === undefined
		? undefined
		: draftPoints(desk.place, { word, items: desk.fact.items ?? [] }, desk.random);
}

function draftNamed(desk: Desk, list: List): Draft | undefined {
	const { fact, place, random } = desk;
	const carrier = carrierOf(fact, place);
	if (!carrier || !isCohesive(list.items) || carrier.before.length + carrier.after.length < 6)
		return undefined;
	const phrases = phrasesFor('zh');
	const told = explain(place, phrases.contains(list.items, list.open));
	if (
		!list.open &&
		list.items.length <= 7 &&
		(SEQUENCE.test(carrier.after) || /依次(?:是|为|经过)?$/u.test(carrier.before))
	) {
		const options = shuffled(list.items, random);
		return {
			type: 'ordering',
			stem: `${carrier.frame}${carrier.before}下列各项${carrier.after}。请按先后顺序排列。`,
			options,
			key: list.items.map((item) => options.indexOf(item)),
			explanation: told,
			difficulty: 4
		};
	}
	const asked = askedFor(list, carrier.after);
	if (asked === undefined || /(?:一系列|国家|各|[等及和与的])$/u.test(carrier.before)) return undefined;
	const stem = `${carrier.frame}${carrier.before}${asked}${carrier.after}？`;
	const wrong = distractorsFor(desk, list, stem);
	if (wrong.length >= 2) {
		const right = list.items.slice(0, 5);
		const options = shuffled([...right, ...wrong], random);
		return {
			type: 'multiple-choice',
			stem,
			options,
			key: options.flatMap((option, at) => (right.includes(option) ? [at] : [])),
			explanation: told,
			difficulty: 3
		};
	}
	const noun = SHARED_NOUNS.find((ending) => list.items.every((item) => item.endsWith(ending)));
	// 加强甲、乙、丙: the verb has nothing but the list, so that “which three” can stand in its place.
	const lead = carrier.before.split(/[，；：]/u).at(-1) ?? '';
	const isObject = carrier.after === '' && lead !== '' && openingVerb(lead) === lead && list.items.length > 3;
	const isWhole = !list.open && (list.announced === list.items.length || noun !== undefined || isObject);
	if (!isWhole || list.items.length > 10) return undefined;
	// 分为甲、乙、丙、丁四个等级 counts for itself.
	const isCounted = /^[两三四五六七八九十]{1,2}[个项大种类条级]/u.test(carrier.after);
	const plain = isCounted
		? '哪'
		: isObject
			? `哪${HAN[list.items.length] ?? ''}个方面`
			: asked.replace('下列哪些', `哪${HAN[list.items.length] ?? ''}项`);
	const count = HAN[list.items.length] ?? '';
	return {
		type: 'short-answer',
		stem: `${carrier.frame}${carrier.before}${noun === undefined || isCounted ? plain : `哪${count}项${noun === '权' ? '权利' : noun}`}${carrier.after}？`,
		key: phrases.modelAnswer(list.items),
		explanation: told,
		difficulty: 4
	};
}

/** What the items are called together, when each ends in it. */
const SHARED_NOUNS =
	'能力 建设 制度 机制 体系 工程 行动 活动 工作 服务 自信 认同 意识 精神 办法 计划 权'.split(' ');

/** What takes the list's place in the question; undefined where nothing reads well there. */
function askedFor(list: List, after: string): string | undefined {
	if (/^(?:[，。；]|$)/u.test(after)) return '下列哪些内容';
	if (list.open)
		return /^(?:[两三四五六七八九十\d]|方面|工作|活动|内容|环节|形式|方式|行业|领域|问题|[\u4e00-\u9fff]{2,16}$)/u.test(
			after
		) && !/^[的在中上与和为了各]/u.test(after)
			? '下列哪些'
			: undefined;
	return /^(?:[两三四五六七八九十]|等)/u.test(after) ? '下列哪些' : undefined;
}

/** Items of lists elsewhere in the document that look alike and do not stand in this section at all. */
function distractorsFor({ fact, place, peers }: Desk, list: List, stem: string): string[] {
	if (isDelicate(fact, place)) return [];
	const here = place.section.paragraphs.map((paragraph) => paragraph.text).join('');
	const lengths = list.items.map((item) => item.length);
	const [least, most] = [Math.min(...lengths) - 1, Math.max(...lengths) + 1];
	const mark = markOf(list.items[0] ?? '');
	const candidates = peers
		.like(fact)
		.flatMap((peer) => peer.items ?? [])
		.filter(
			(item) =>
				item.length >= least &&
				item.length <= most &&
				markOf(item) === mark &&
				!here.includes(item) &&
				isAkin(item, list.items)
		);
	const key = list.items.reduce((a, b) => (a.length > b.length ? a : b), '');
	const chosen = chooseDistractors(key, candidates, stem, 3);
	return chosen
		.filter((text) => list.items.every((item) => !item.includes(text) && !text.includes(item)))
		.slice(0, 8 - Math.min(5, list.items.length));
}

/** Whether the items are of one make: as long as each other, ending alike, or all quoted. */
function isCohesive(items: readonly string[]): boolean {
	const lengths = items.map((item) => item.length);
	const isEven = Math.max(...lengths) - Math.min(...lengths) <= 2;
	return isEven || sharedEnd(items) !== undefined || items.every((item) => /^[“《]/u.test(item));
}

/** Whether an item could pass for one of the list: it begins and ends as all of them do, or just as one does. */
function isAkin(item: string, items: readonly string[]): boolean {
	const plain = items.map(bare);
	const [start, end] = [plain[0]?.slice(0, 2) ?? '', sharedEnd(items)];
	const isLed = plain.filter((other) => other.startsWith(start)).length >= 3;
	if (isLed && !bare(item).startsWith(start)) return false;
	if (end !== undefined) return bare(item).endsWith(end);
	return isLed || plain.some((other) => other.slice(-2) === bare(item).slice(-2));
}

/** “ or 《 where an item stands in them. */
const markOf = (item: string) => /^[“《]/u.exec(item)?.[0];
const bare = (item: string) => item.replace(/[“”《》]/gu, '');

function sharedEnd(items: readonly string[]): string | undefined {
	const end = bare(items[0] ?? '').at(-1);
	return end !== undefined && items.every((item) => bare(item).endsWith(end)) ? end : undefined;
}

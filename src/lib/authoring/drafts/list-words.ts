import type { List } from '#lib/document/facts/lists.ts';
import { openingVerb } from '#lib/document/facts/words.ts';
import type { Carrier } from './carrier.ts';
import { sharedLead } from './list-shape.ts';
import { endsInVerb } from './verbs.ts';

/** What the items are called together, when each ends in it, and how such things are counted. */
const SHARED_NOUNS: readonly (readonly [noun: string, asked: string])[] = [
	['能力', '种能力'],
	['精神', '种精神'],
	['自信', '个“自信”'],
	['认同', '个“认同”'],
	['意识', '种意识'],
	['战争', '场战争'],
	['体系', '个体系'],
	['权', '项权利'],
	['性', '“性”'],
	['化', '“化”'],
	['对接', '个“对接”'],
	...'建设 制度 机制 工程 行动 活动 工作 服务 办法 计划 保险 战略 原则 措施'
		.split(' ')
		.map((noun) => [noun, `项${noun}`] as const)
];

/** What no question word can follow. */
const NOT_BEFORE = /(?:一系列|国家|各|[等及和的]|(?<!参)与)$/u;

/** 完善工会的…: parts of a thing, not 提供有力的…. */
function isOf(before: string): boolean {
	const of =
		/(?:^|[，；：])[^，；：]{2,}?[\u4e00-\u9fff]{2}的$/u.test(before) &&
		!/(?:有力|有效|全面|深刻|独特|严格|严峻|重要|重大|良好|深入|坚实|强大|积极|广泛|丰富|全方位|优质|明显|显著|最大|根本|.[化性型级]|[更最很][^，]{1,6})的$/u.test(
			before
		);
	const clause = before.split(/[，；：]/u).at(-1) ?? '';
	return (
		of &&
		openingVerb(clause.replace(/^(?:要|进一步|不断|全面|准确|切实|持续|整体|着力|必须)+/u, '')) !== undefined
	);
}

/** 在哪四个方面发挥作用, where a list stands in 在…中. */
function askedWithin(before: string, after: string, which: string): string | undefined {
	const rest =
		/^(?:等)?(?:中|方面|上)(?<rest>(?:的|发挥)[^，。；]*(?:作用|优势|效应)(?=$|[，。；]).*)$/u.exec(after)
			?.groups?.rest;
	return rest !== undefined && /在[^，；]*$/u.test(before) ? `${which}方面${rest}` : undefined;
}

/** 着力加强…、着力推进…: which “着力” there are, where the items have a word in common that means them. */
export function askedByLead({ items }: List, { before, after }: Carrier, count: string): string | undefined {
	const lead = (items[0] ?? '').replace(/[“”]/gu, '').slice(0, 2);
	const isWord =
		sharedLead(items) >= 2 &&
		/^(?:着力|坚持|尊重|深刻|努力|必须|自觉|始终|依法|带头|坚决|推动|加强|面向|重点|协同|聚焦|突出|强化|提升)/u.test(
			lead
		);
	const isEnd = /^(?:[，。；]|$)/u.test(after);
	// 盯紧哪四个“重点”: a noun needs its verb in front.
	const isNoun = lead === '重点';
	if (isNoun && !/(?:盯紧|紧盯|聚焦|突出|抓住|抓好|把握)$/u.test(before)) return undefined;
	const asks = isNoun || (endsInVerb(before) && !/[，：]$/u.test(before)) ? '' : '提出了';
	return isWord && isEnd ? `${asks}哪${count}个“${lead}”${after}` : undefined;
}

/** 哪四项建设, 哪四个方面 and what follows, for a closed list. */
export function askedWhole(list: List, { before, after }: Carrier, count: string): string | undefined {
	if (NOT_BEFORE.test(before) && !isOf(before)) return undefined;
	const { items } = list;
	const within = askedWithin(before, after, `哪${count}个`);
	if (within !== undefined) return within;
	if (/^(?:[两三四五六七八九十]{1,2}|\d{1,2})(?:个|项|大|种|类|条|级|点)/u.test(after)) return `哪${after}`;
	if (
		/^的[\u4e00-\u9fff]{0,4}(?:作用|能力|缺点|问题|要求|优势|责任|权利|职责|义务|内容|特点|特征|短板)(?=$|[，。；])/u.test(
			after
		)
	)
		return `哪${count}个方面${after}`;
	const of = /^的(?<noun>原则|方针|要求|格局|机制)(?=$|[，。；])/u.exec(after);
	if (of && /(?:遵循|坚持|按照|贯彻|实行|遵守|形成|构建|建立|完善)$/u.test(before))
		return `哪${count}项${after.slice(1)}`;
	const noun = SHARED_NOUNS.find(([end]) => items.every((item) => item.endsWith(end)));
	const isEnd = /^(?:[，。；]|$)/u.test(after);
	const isMade =
		!/^“/u.test(noun?.[1] ?? '') ||
		openingVerb(
			before
				.split(/[，；：]/u)
				.at(-1)
				?.replace(/^(?:[\u4e00-\u9fff]{2,8}(?:要|应当|必须)|要|进一步|不断|切实)+(?:不断)?/u, '') ?? ''
		) !== undefined;
	if (noun && isEnd && isMade) return `哪${count}${noun[1]}${after}`;
	if (isOf(before) && isEnd && items.every((item) => openingVerb(item) === undefined))
		return `哪${count}个方面${after}`;
	// 突出重点抓落实、强化基层抓落实: a verb with its object is counted as it stands.
	const end = items[0]?.slice(-3) ?? '';
	const isDone =
		/^[抓争强促保求见创]/u.test(end) && items.every((item) => item.length > 3 && item.endsWith(end));
	if (isEnd && isDone) return `哪${count}个“${end}”${after}`;
	const kind = sharedNoun(items);
	if (kind !== undefined && isEnd && items.length > 3) return `哪${count}类${kind}${after}`;
	if (!after.startsWith('的') && isNoun(after)) return `哪${count}项${after}`;
	// 加强甲、乙、丙: the verb has nothing but the list, so that “which three” can stand in its place.
	const lead = before.split(/[，；：]/u).at(-1) ?? '';
	const verb = lead.replace(/^(?:要|必须|应当?)?(?:持续|不断|着力|全面|切实|进一步)*/u, '');
	if (isEnd && /(?:配备|配置|购置|购买|发放|赠送)$/u.test(verb)) return `哪${count}样物品${after}`;
	// 进企业、进车间: no parts of a thing.
	const isObject =
		!items.every((item) => /^[进送访讲比]/u.test(item)) &&
		isEnd &&
		verb.length >= 2 &&
		endsInVerb(verb) &&
		items.length > 3;
	return isObject && items.every((item) => openingVerb(item) === undefined)
		? `哪${count}个方面${after}`
		: undefined;
}

/** The two characters that all items end in: 故事, 机制. */
export function sharedNoun(items: readonly string[]): string | undefined {
	const noun = items[0]?.slice(-2) ?? '';
	return /^(?!落实|出彩|提高|增强|见效|到位)[\u4e00-\u9fff]{2}$/u.test(noun) &&
		items.every((item) => item.length > 2 && item.endsWith(noun))
		? noun
		: undefined;
}

/** A plain noun that says what a list is of. */
function isNoun(after: string): boolean {
	return /^[\u4e00-\u9fff]{0,8}(?:要求|精神|活动|行动|工作|战略|品牌|原则|机制|制度|能力|体系|方针|理念|模式|措施|内容|环节|问题|荣誉|称号|方面|领域|行业)(?=$|[，。；])/u.test(
		after
	);
}

/** What takes the list's place in the question with what follows; undefined where nothing reads well there. */
export function askedFor(list: List, { before, after }: Carrier, which: string): string | undefined {
	if (NOT_BEFORE.test(before)) return undefined;
	const within = askedWithin(before, after, which);
	if (within !== undefined) return within;
	if (/^(?:[，。；]|$)/u.test(after)) {
		const noun = sharedNoun(list.items);
		return which === '哪些' || noun === undefined ? undefined : `${which}${noun}${after}`;
	}
	const counted =
		/^(?:[两三四五六七八九十]{1,2}|\d{1,2})(?:余|多)?(?:个|项|大|种|类|条|部|级|点|家)(?<rest>.*)$/u.exec(
			after
		);
	const rest = counted?.groups?.rest ?? after;
	if (/^(?:多|各)[个项种类]/u.test(rest)) return `${which}${rest.replace(/^(?:多|各)[个项种类]/u, '')}`;
	if (/^[的在中上与和为了各及以而并，。；]/u.test(rest) || /^[^，。；]*(?:以及|及)/u.test(rest))
		return undefined;
	if (/^(?:作出|进行|开展|加以|予以|提出|形成|取得|实现)/u.test(rest)) return `${which}方面${rest}`;
	if (!list.open) return counted || isNoun(rest) ? `${which}${rest}` : undefined;
	return /^[\u4e00-\u9fff“]{2,}/u.test(rest) ? `${which}${rest}` : undefined;
}

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
	...'建设 制度 机制 工程 行动 活动 工作 服务 办法 计划 保险 战略 原则 措施'
		.split(' ')
		.map((noun) => [noun, `项${noun}`] as const)
];

/** 着力加强…、着力推进…: which “着力” there are, where the items have a word in common that means them. */
export function askedByLead({ items }: List, { before, after }: Carrier, count: string): string | undefined {
	const lead = (items[0] ?? '').replace(/[“”]/gu, '').slice(0, 2);
	const isWord =
		sharedLead(items) >= 2 &&
		/^(?:着力|坚持|尊重|深刻|努力|必须|自觉|始终|依法|带头|坚决|推动|加强|面向)/u.test(lead);
	const isEnd = /^(?:[，。；]|$)/u.test(after);
	const asks = endsInVerb(before) && !/[，：]$/u.test(before) ? '' : '提出了';
	return isWord && isEnd ? `${asks}哪${count}个“${lead}”${after}` : undefined;
}

/** 哪四项建设, 哪四个方面 and what follows, for a closed list. */
export function askedWhole(list: List, { before, after }: Carrier, count: string): string | undefined {
	if (/(?:一系列|国家|各|[等及和与的])$/u.test(before)) return undefined;
	const { items } = list;
	if (/^(?:[两三四五六七八九十]{1,2}|\d{1,2})(?:个|项|大|种|类|条|级|点)/u.test(after)) return `哪${after}`;
	if (
		/^的[\u4e00-\u9fff]{0,4}(?:作用|能力|缺点|问题|要求|优势|责任|权利|职责|义务|内容|特点|特征|短板)(?=$|[，。；])/u.test(
			after
		)
	)
		return `哪${count}个方面${after}`;
	const noun = SHARED_NOUNS.find(([end]) => items.every((item) => item.endsWith(end)));
	const isEnd = /^(?:[，。；]|$)/u.test(after);
	if (noun && isEnd) return `哪${count}${noun[1]}${after}`;
	const kind = sharedNoun(items);
	if (kind !== undefined && isEnd && items.length > 3) return `哪${count}类${kind}${after}`;
	if (!after.startsWith('的') && isNoun(after)) return `哪${count}项${after}`;
	// 加强甲、乙、丙: the verb has nothing but the list, so that “which three” can stand in its place.
	const lead = before.split(/[，；：]/u).at(-1) ?? '';
	const verb = lead.replace(/^(?:要|必须|应当?)?(?:持续|不断|着力|全面|切实|进一步)*/u, '');
	const isObject = isEnd && verb.length >= 2 && endsInVerb(verb) && items.length > 3;
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
	if (/(?:一系列|国家|各|[等及和与的])$/u.test(before)) return undefined;
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

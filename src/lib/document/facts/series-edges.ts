import { charSet, holdsAny, matchesFrom } from '../scan.ts';
import { likeness, likenessOf, readItem, type Item, type Likeness } from './likeness.ts';
import { isVerb, particlesIn, STARTS_IN, verbsIn } from './series-words.ts';
import { openingVerb } from './words.ts';

const QUOTED = /^(?:“[^”]+”|《[^》]+》|‘[^’]+’)(?:[（(][^（()）]*[）)])?$/u;
const QUOTED_LAST = /(?:“[^“”]+”|《[^《》]+》|‘[^‘’]+’)(?:[（(][^（()）]*[）)])?$/u;
const QUOTED_FIRST = /^(?:“[^“”]+”|《[^《》]+》|‘[^‘’]+’)(?:[（(][^（()）]*[）)])?/u;

const isQuoted = (text: string): boolean => '“《‘'.includes(text[0] ?? ' ') && QUOTED.test(text);

/** The part before the first 、 and where the first item may begin in it. */
export interface LeftPart {
	text: string;
	/** Its end, in which the first item is looked for. */
	reach: string;
	inside: Uint8Array | undefined;
	/** Places in `reach`, and what speaks for each. */
	edges: ReadonlyMap<number, number>;
	items: Map<number, Item>;
}

export function readLeft(
	text: string,
	{ isStart, isSecond }: { isStart: boolean; isSecond: boolean }
): LeftPart {
	const reach = text.slice(-48);
	const cut = text.length - reach.length;
	const inside = insideMarks(reach);
	const edges = new Map<number, number>();
	const offer = (at: number, weight: number) => {
		if (at >= 0 && at < reach.length && inside?.[at] !== 1)
			edges.set(at, Math.max(edges.get(at) ?? 0, weight));
	};
	if (cut === 0 && !isSecond) offer(0, STARTS_IN.test(reach) ? 0.6 : isStart ? 1.5 : 1);
	const opening = cut === 0 && !isSecond ? openingVerb(reach) : undefined;
	if (opening !== undefined) offer(opening.length, 1.8);
	let end = -1;
	for (const { index, length } of verbsIn(reach)) {
		// 做优做强: the list begins behind the second of two verbs.
		if (index === end && index > 0) edges.delete(index);
		end = index + length;
		offer(index + length, index + cut === 0 ? 2 : 1.6);
		offer(index, 0.9);
	}
	for (const { 0: word, index } of particlesIn(reach))
		offer(index + word.length, '：:—'.includes(word[0] ?? ' ') ? 3 : 1.5);
	return { text, reach, inside, edges, items: new Map() };
}

/** The first item and how sure it is; undefined where nothing in the part is like the others. */
export function leftEdge(
	left: LeftPart,
	others: readonly Item[]
): { item: string; score: number } | undefined {
	if (others.every(({ text }) => isQuoted(text))) {
		const quoted = QUOTED_LAST.exec(left.text)?.[0];
		return quoted === undefined ? undefined : { item: quoted, score: 6 };
	}
	const like = likeness(others);
	let best: { item: string; score: number } | undefined;
	for (const [at, weight] of edgesFor(left, like)) {
		const item = itemFrom(left, at);
		const score = likenessOf(item, like);
		if (score === undefined) continue;
		if (!best || weight + score > best.score) best = { item: item.text, score: weight + score };
	}
	return best;
}

/** The places where an item may begin, those among them that follow from the other items. */
function edgesFor({ reach, inside, edges }: LeftPart, like: Likeness): ReadonlyMap<number, number> {
	const all = new Map(edges);
	const offer = (at: number, weight: number) => {
		if (at >= 0 && at < reach.length && inside?.[at] !== 1) all.set(at, Math.max(all.get(at) ?? 0, weight));
	};
	const uniform = like.uniform ?? 0;
	const isSure = like.count > 2 || like.suffix.length > 1 || uniform === 4;
	if (uniform > 1 && isSure) {
		const nearest = uniform === 2 ? 2 : 1;
		const isSuffixed = like.suffix.length > 1;
		const isNear = (at: number) => reach.length - at > uniform && reach.length - at <= uniform + nearest;
		if (isSuffixed || ![...edges.keys()].some(isNear)) offer(reach.length - uniform, isSuffixed ? 0.4 : 0);
	}
	if (like.prefix !== '') offer(reach.lastIndexOf(like.prefix), 1);
	return all;
}

function itemFrom({ reach, items }: LeftPart, at: number): Item {
	const known = items.get(at);
	if (known) return known;
	const item = readItem(reach.slice(at));
	items.set(at, item);
	return item;
}

/** One way to end the list: its last item (or two, joined by 和), and what follows. */
export interface Tail {
	items: Item[];
	/** How much of the last part is the list's, 等 included. */
	length: number;
	open: boolean;
	/** The numeral of 等六项 or 三个方面. */
	count?: string;
	head?: string;
	score: number;
}

const COUNT_AFTER =
	/(?<open>等)?(?<!第)(?<count>[两三四五六七八九十]{1,2}|\d{1,2})(?:个方面|方面|个|项|大|种|类|条|位|点|家|名|者|部|门|级|座|重|省|市)(?<head>[\u4e00-\u9fff]{0,12})/u;
const NUMERALS = charSet('两三四五六七八九十0123456789');
const OPEN = /等(?!级|同|待|到|于|候|额|量|距|分|闲|值)(?<head>[\u4e00-\u9fff“”]{0,20})/u;
/** What may follow a last item that does not end its clause. */
const FOLLOWS =
	/的|(?<!以)[上中下里](?=[\u4e00-\u9fff])|方面|工作|为(?!主)|于(?!是)|在|(?<![参赋给])与|同(?!步|志|时|心)|相结合|相统一|结合|有机|全|一体|(?<!导|倾|转|走|面)向(?!心)|党的|将|已|均|都|共|共同|进行|表彰|评选|时(?!间|代|期|刻|候|而|尚|效|空)|得到|得以|不断|更加|进一步|使|让|[（(]/uy;
const FOLLOWS_STARTS = charSet('的上中下里方工为于在与同相结有全一体向党将已均都共进表评时得不更使让（(');

/** What the items are together, where it stands behind the last without 等: 公益性、服务性、实用性原则. */
const HEAD_NOUNS = new Set(
	(
		'原则 导向 理念 精神 要求 方针 方式 模式 机制 体系 格局 标准 目标 任务 作用 氛围 理念 制度 能力 中间 之间 之中 本领 意识 ' +
		'问题 关系 工作 活动 建设 工程 行动 战略 政策 措施 力量 队伍 人才 企业 单位 群体'
	).split(' ')
);

function headNounAt(text: string): string | undefined {
	if (/[三四五六七八两]重压力$/u.test(text.slice(-4))) return text.slice(-4);
	return HEAD_NOUNS.has(text.slice(-2)) ? text.slice(-2) : undefined;
}

/** The ways in which the last part may end the list. */
export function rightEdges(text: string, middle: readonly Item[]): Tail[] {
	const tails: Tail[] = [];
	const like = likeness(middle);
	const inside = insideMarks(text);
	const known = new Map<number, { readings: Item[][]; weight: number }>();
	const offer = (end: number, weight: number, rest: Partial<Tail> = {}) => {
		if (end < 1 || inside?.[end] === 1) return;
		const before = known.get(end);
		// A weaker sign for the same end adds nothing.
		if (before && before.weight >= weight) return;
		const last = text.slice(0, end);
		const readings = before?.readings ?? readingsOf(last, inside);
		known.set(end, { readings, weight });
		for (const items of readings) {
			const [first, second] = items;
			if (!first || (middle.length === 0 && !second)) continue;
			const score = (item: Item) =>
				likenessOf(item, like) ?? (weight >= 3 && item.text.length <= 20 ? -0.5 : undefined);
			const apart = 1 - 0.3 * Math.abs(first.length - (second?.length ?? 0));
			const one = middle.length === 0 ? apart : score(first);
			const other = !second ? 0 : middle.length === 0 ? apart : score(second);
			if (one === undefined || other === undefined) continue;
			const mean = (one + other) / items.length;
			const joined = joining(items, last, like);
			tails.push({
				items,
				length: end + (rest.open === true ? 1 : 0),
				open: false,
				...rest,
				score: weight + mean + joined
			});
		}
	};
	if (middle.length > 0 && middle.every((item) => isQuoted(item.text))) {
		const quoted = QUOTED_FIRST.exec(text)?.[0];
		if (quoted === undefined) return [];
		const rest = text.slice(quoted.length);
		const open = rest.startsWith('等');
		const count = /^等?(?<count>[两三四五六七八九十]{1,2}|\d{1,2})[个项大种类条部]/u.exec(rest)?.groups
			?.count;
		const head = /^等?(?:[两三四五六七八九十\d]+[个项大种类条部])?(?<head>[\u4e00-\u9fff]{2,12})/u.exec(rest)
			?.groups?.head;
		const length = quoted.length + (open ? 1 : 0);
		return [
			{ items: [readItem(quoted)], length, open, ...(count && { count }), ...(head && { head }), score: 3 }
		];
	}
	const opened = text.includes('等') ? OPEN.exec(text) : null;
	if (opened && opened.index > 0 && opened.index <= 40) {
		const counted = /^(?<count>[两三四五六七八九十]{1,2}|\d{1,2})(?:个|项|大|种|类|条|家|名|位|部)/u.exec(
			opened.groups?.head ?? ''
		);
		offer(opened.index, 3, {
			open: true,
			...(counted?.groups?.count && { count: counted.groups.count }),
			head: headNoun((opened.groups?.head ?? '').slice(counted?.[0].length ?? 0))
		});
		if (tails.length > 0) return tails;
	}
	const counted = holdsAny(text, NUMERALS) ? COUNT_AFTER.exec(text) : null;
	if (counted && counted.index > 0 && counted.groups?.open === undefined)
		offer(counted.index, 2.5, {
			count: counted.groups?.count ?? '',
			head: headNoun(counted.groups?.head ?? '')
		});
	if (text.length <= 40) offer(text.length, 1.5);
	const reach = text.slice(0, 40);
	const keepsDe = like.hasDe;
	for (const { 0: word, index } of matchesFrom(FOLLOWS, reach, FOLLOWS_STARTS)) {
		if (word === '的' && keepsDe) continue;
		offer(index, word === '的' ? 1.3 : 0.9, word === '的' ? { head: headNoun(text.slice(index + 1)) } : {});
	}
	for (const { index } of verbsIn(reach)) if (index > 1) offer(index, 0.9);
	const noun = headNounAt(text);
	const bare = noun === undefined ? '' : text.slice(0, -noun.length);
	if (
		noun !== undefined &&
		bare.length > 1 &&
		!isVerb(bare) &&
		!middle.some((item) => item.text.endsWith(noun.slice(-2)))
	)
		offer(text.length - noun.length, 1.4, { head: noun });
	const uniform = like.uniform ?? 0;
	const near = tails.some(({ length }) => length >= uniform - 1 && length <= uniform + 1);
	if (uniform > 1 && !near && like.prefix === '' && text.length - uniform > 3) offer(uniform, 0.6);
	if (like.suffix !== '') {
		const at = reach.indexOf(like.suffix, 1);
		if (at > 0) offer(at + like.suffix.length, 1);
	}
	return tails;
}

/** Whether to read 和 in the last part as joining two items: 知情权、参与权和监督权, but 社会协同、企业和职工参与. */
function joining(items: readonly Item[], last: string, like: Likeness): number {
	if (items.length === 1)
		return like.pairs === 0 && (last.includes('和') || last.includes('及')) && SAYS_AND.test(last) ? -0.4 : 0;
	if (like.pairs > 0) return -0.4;
	const isOdd = like.uniform === 4 && items.some((item) => item.text.length !== 4);
	return isOdd ? -1 : 0.4;
}

const SAYS_AND = /(?<![总缓温平中调共])(?:和(?!谐)|以及|及(?!时))/u;

/** The noun behind a list, as far as the next verb. */
function headNoun(text: string): string {
	const noun = HAN_WORD.exec(text)?.[0] ?? '';
	if (noun === '') return '';
	const verb = verbsIn(noun).find(({ index }) => index > 1);
	const end = NOUN_END.exec(noun);
	const length = Math.min(verb?.index ?? noun.length, end && end.index > 0 ? end.index + 1 : noun.length);
	return length >= 2 && length <= 12 ? noun.slice(0, length) : '';
}

const HAN_WORD = /^[\u4e00-\u9fff]{2,14}/u;
const NOUN_END = /.(?=得到|取得|的|与|和|[上中下](?:取得|作|下)|已|都|均|为|在|将)/u;

/** The end of a list as one item, and as two joined by 和, 以及, 及 or 与 at every place it may be. */
function readingsOf(text: string, inside: Uint8Array | undefined): Item[][] {
	const readings = [[readItem(text)]];
	if (!holdsAny(text, JOINING)) return readings;
	for (const { 0: word, index } of matchesFrom(JOINED, text, JOINED_STARTS)) {
		const [a, b] = [text.slice(0, index), text.slice(index + word.length)];
		if (a.length >= 2 && b.length >= 2 && inside?.[index] !== 1) readings.push([readItem(a), readItem(b)]);
	}
	return readings;
}

const JOINING = charSet('和与及或');
const JOINED_STARTS = charSet('以和与及或');
const JOINED =
	/以及|或者|或(?!许|者)|(?<![总缓温柔平中调共饱])和(?!谐|平|解|睦)|及(?!时|其|格)|(?<![参给赋])与(?!会)/uy;

const MARKS = charSet('“《（(‘');

/** One for each place between a quotation mark or bracket and its partner; undefined where there are none. */
function insideMarks(text: string): Uint8Array | undefined {
	if (!holdsAny(text, MARKS)) return undefined;
	const places = new Uint8Array(text.length + 1);
	let depth = 0;
	for (let i = 0; i < text.length; i++) {
		const char = text[i] ?? '';
		if ('“《（(‘'.includes(char)) depth++;
		else if ('”》）)’'.includes(char) && depth > 0) depth--;
		if (depth > 0) places[i + 1] = 1;
	}
	return places;
}

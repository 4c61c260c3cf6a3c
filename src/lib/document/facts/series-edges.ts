import { OPENING_VERBS, openingVerb } from './words.ts';

/** A stretch of a clause and where in it it begins. */
export interface Piece {
	text: string;
	start: number;
}

const LONG_VERBS = [
	...OPENING_VERBS.filter(
		(word) => word.length > 1 && !/^(?:共|分别|面向|统筹|服务|经过|发展|占|总计|合计)/u.test(word)
	),
	...(
		'做到 具有 包含 注重 突出 构建 营造 广泛开展 形成 倡导 弘扬 成为 作为 属于 来自 位于 集中 贯穿 贯通 应对 破解 实施 ' +
		'推行 推出 采取 采用 使用 需要 存在 面临 出现 造成 给予 享有 享受 负责 承担 履行 遵守 违反 侵犯 尊重 关心 关爱 爱护 保护 保持 ' +
		'涌现 展示 展现 体现 反映 表现 收获 赢得 增进 丰富 充实 改善 改进 改变 确保 确立 树立 牢记 遵循 适应 满足 关注 重视 紧盯 盯紧 ' +
		'纠治 整治 惩治 打击 防范 防止 杜绝 避免 消除 克服 清理 取消 撤销 调整 编辑 编制 编撰 列出 分析 查找 查摆 摸排 梳理 ' +
		'邀请 联合 会同 协同 号召 鼓励 要求 允许 禁止 不得 应当 必须 可以 能够 缴纳 支付 领取 出具 提交 填写 载明 注明 记载 说明 ' +
		'引领 带领 率领 充当 担任 缺乏 缺少 打通 连接 联系 沟通 对接 嵌入 融入 纳入 列入 转入 进入 走进 走入 深入到 延伸到 落实到 用于 在于 ' +
		'推翻 织密 织严 紧扣 做优 做强 做实 做深 做大 做细 做精 建强 建优 配强 叫响 评为 评选出 获评 授予 赋予 确定 规定 明确 建立起 属于 关于 对于 基于 特别是 尤其是 例如 比如 诸如'
	).split(' ')
];
const VERB = new RegExp(
	`(?:${[...new Set(LONG_VERBS)].sort((a, b) => b.length - a.length).join('|')})(?:了(?!解)|着|过(?!程)|好(?!的))?`,
	'gu'
);
export const VERB_FIRST = new RegExp(`^(?:${[...new Set(LONG_VERBS)].join('|')})`, 'u');
/** Single words after which an item may begin, when they are not the first half of another word. */
const PARTICLE =
	/(?<!党)的(?!确)|了(?!解|然)|：|:|——|—|）|\)|】|(?<!针|相|绝|面|应|核|校)对(?!口|接|象|策|外|方|话|应|比|标|于|抗|手)|就(?!业|医|近|学|是|要|餐|读|诊|职|绪)|(?<!征|密|收|募|聚|筹|采|召|云|汇|市)集(?!体|中|合|团|聚|成|会|约)|以(?!及|上|下|来|后|内|外|往|至|免|致|人民|职工)|(?<!存|现|内|正|潜|所|实)在(?!线|岗|职|校|家|册|建|读|校|位)|从(?!业|事|严|而|此|容|众)|(?<!方|倾|转|定|走|投|面|动|意|志|导)向(?!上|下|心|导|阳)|(?<!作|认|成|行|变|因|较|人|更|极|颇|尤|转|改)为(?!主|民|了|先|基|人|何|重)|(?<!参|给|赋|授)与(?!会|否|时|日)|(?<!总|缓|温|柔|平|中|调|共|饱|亲|祥|随)和(?!谐|平|解|睦|气|蔼|议)|(?<!但|只|还|不|也|都|就|凡|于|或|可|总|若|要|而)是(?!否|非)|(?<!即|大|主|中|健|干|名|武|少|老|悍|良)将(?!来|军|士)|把(?!握|关|控|脉)|由(?!于|此)|(?<!没|所|具|拥|享|共|占|国|公|私|只|还|设|持|现|固|原|含|富|特|独|稀)有(?!效|关|序|机|力|限|利|益|害|偿|色|着|所|意|期|望|毒|形|为|责|权|工作|困难|条件)|被(?!动|子|告)|在于|集于|至|按(?!照|时|期|钮|揭)|给(?!予|付)|如(?!期|何|果|实|意|同|此)|及(?!时|格|早|物)|(?<!促|即|致|行|大|天)使(?!用|命|馆|得|者)|让/gu;

const STARTS_IN =
	/^(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|有|设|并|还|又|也|要|再|将|把|按|以|在|对|从|向|为|与|使|让|由|就|用|于|给|同|和)/u;

/** Whether a verb stands inside, so that the words before and behind it are two things. */
export const holdsVerb = (text: string): boolean =>
	[...text.matchAll(VERB)].some(({ 0: word, index }) => index > 1 && !NOUNISH.test(word));
const NOUNISH =
	/^(?:丰富|完善|集中|统筹|规范|组织|服务|建设|保障|管理|监督|发展|培训|研究|宣传|检查|指导|动员|创新|交流|考核|评价|使用|保护|安排|支持|学习|调研|调整|分析|建立)/u;

/** Characters of an item, brackets and quotation marks not counted. */
export function lastEnd(item: string): number {
	return MARKED.test(item) ? item.replace(/[（(][^（()）]*[）)]|[“”《》‘’]/gu, '').length : item.length;
}

const MARKED = /[（(“”《》‘’]/u;
const QUOTED = /^(?:“[^”]+”|《[^》]+》|‘[^’]+’)(?:[（(][^（()）]*[）)])?$/u;

/** The first item and how sure it is; undefined where nothing in the part is like the others. */
export function leftEdge(
	text: string,
	others: readonly string[],
	{ isStart, isSecond }: { isStart: boolean; isSecond: boolean }
): { item: string; score: number } | undefined {
	if (others.every((item) => QUOTED.test(item))) {
		const quoted = /(?:“[^“”]+”|《[^《》]+》|‘[^‘’]+’)(?:[（(][^（()）]*[）)])?$/u.exec(text)?.[0];
		return quoted === undefined ? undefined : { item: quoted, score: 6 };
	}
	const reach = text.slice(-48);
	const cut = text.length - reach.length;
	const edges = new Map<number, number>();
	const offer = (at: number, weight: number) => {
		if (at >= 0 && at < reach.length && !insideMarks(reach, at))
			edges.set(at, Math.max(edges.get(at) ?? 0, weight));
	};
	if (cut === 0 && !isSecond) offer(0, STARTS_IN.test(reach) ? 0.6 : isStart ? 1.5 : 1);
	const opening = cut === 0 && !isSecond ? openingVerb(reach) : undefined;
	if (opening !== undefined) offer(opening.length, 1.8);
	let end = -1;
	for (const { 0: word, index } of reach.matchAll(VERB)) {
		// 做优做强: the list begins behind the second of two verbs.
		if (index === end && index > 0) edges.delete(index);
		end = index + word.length;
		offer(index + word.length, index + cut === 0 ? 2 : 1.6);
		offer(index, 0.9);
	}
	for (const { 0: word, index } of reach.matchAll(PARTICLE))
		offer(index + word.length, /[：:—]/u.test(word) ? 3 : 1.5);
	const like = likeness(others);
	const uniform = like.uniform ?? 0;
	const isSure = like.count > 2 || like.suffix.length > 1 || uniform === 4;
	const nearest = uniform === 2 ? 2 : 1;
	const near = [...edges.keys()].some(
		(at) => reach.length - at > uniform && reach.length - at <= uniform + nearest
	);
	const isSuffixed = like.suffix.length > 1;
	if (uniform > 1 && isSure && (isSuffixed || !near)) offer(reach.length - uniform, isSuffixed ? 0.4 : 0);
	if (like.prefix !== '') {
		const at = reach.lastIndexOf(like.prefix);
		if (at >= 0) offer(at, 1);
	}
	let best: { item: string; score: number } | undefined;
	for (const [at, weight] of edges) {
		const item = reach.slice(at);
		const score = likenessOf(item, like);
		if (score === undefined) continue;
		if (!best || weight + score > best.score) best = { item, score: weight + score };
	}
	return best;
}

/** One way to end the list: its last item (or two, joined by 和), and what follows. */
export interface Tail {
	items: string[];
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
const OPEN = /等(?!级|同|待|到|于|候|额|量|距|分|闲|值)(?<head>[\u4e00-\u9fff“”]{0,20})/u;
/** What may follow a last item that does not end its clause. */
const FOLLOWS =
	/的|(?<!以)[上中下里](?=[\u4e00-\u9fff])|方面|工作|为(?!主)|于(?!是)|在|(?<![参赋给])与|同(?!步|志|时|心)|相结合|相统一|结合|有机|全|一体|(?<!导|倾|转|走|面)向(?!心)|党的|将|已|均|都|共|共同|进行|表彰|评选|时(?!间|代|期|刻|候|而|尚|效|空)|得到|得以|不断|更加|进一步|使|让|[（(]/gu;

/** What the items are together, where it stands behind the last without 等: 公益性、服务性、实用性原则. */
const HEAD_NOUN =
	/(?:[三四五六七八两]重压力|原则|导向|理念|精神|要求|方针|方式|模式|机制|体系|格局|标准|目标|任务|作用|氛围|理念|制度|能力|中间|之间|之中|本领|意识|问题|关系|工作|活动|建设|工程|行动|战略|政策|措施|力量|队伍|人才|企业|单位|群体)$/u;

/** The ways in which the last part may end the list. */
export function rightEdges(text: string, middle: readonly string[]): Tail[] {
	const tails: Tail[] = [];
	const like = likeness(middle);
	const offer = (end: number, weight: number, rest: Partial<Tail> = {}) => {
		if (end < 1 || insideMarks(text, end)) return;
		const last = text.slice(0, end);
		for (const items of [[last], ...halvesOf(last)]) {
			if (middle.length === 0 && items.length < 2) continue;
			const scores = items.map((item) =>
				middle.length === 0
					? 1 - 0.3 * Math.abs(lastEnd(items[0] ?? '') - lastEnd(items[1] ?? ''))
					: (likenessOf(item, like) ?? (weight >= 3 && item.length <= 20 ? -0.5 : undefined))
			);
			if (scores.some((score) => score === undefined)) continue;
			const mean = scores.reduce((sum: number, score) => sum + (score ?? 0), 0) / items.length;
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
	if (middle.length > 0 && middle.every((item) => QUOTED.test(item))) {
		const quoted = /^(?:“[^“”]+”|《[^《》]+》|‘[^‘’]+’)(?:[（(][^（()）]*[）)])?/u.exec(text)?.[0];
		if (quoted === undefined) return [];
		const rest = text.slice(quoted.length);
		const open = rest.startsWith('等');
		const count = /^等?(?<count>[两三四五六七八九十]{1,2}|\d{1,2})[个项大种类条部]/u.exec(rest)?.groups
			?.count;
		const head = /^等?(?:[两三四五六七八九十\d]+[个项大种类条部])?(?<head>[\u4e00-\u9fff]{2,12})/u.exec(rest)
			?.groups?.head;
		const length = quoted.length + (open ? 1 : 0);
		return [{ items: [quoted], length, open, ...(count && { count }), ...(head && { head }), score: 3 }];
	}
	const opened = OPEN.exec(text);
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
	const counted = COUNT_AFTER.exec(text);
	if (counted && counted.index > 0 && counted.groups?.open === undefined)
		offer(counted.index, 2.5, {
			count: counted.groups?.count ?? '',
			head: headNoun(counted.groups?.head ?? '')
		});
	if (text.length <= 40) offer(text.length, 1.5);
	const reach = text.slice(0, 40);
	const keepsDe = middle.some((item) => item.includes('的'));
	for (const { 0: word, index } of reach.matchAll(FOLLOWS)) {
		if (word === '的' && keepsDe) continue;
		offer(index, word === '的' ? 1.3 : 0.9, word === '的' ? { head: headNoun(text.slice(index + 1)) } : {});
	}
	for (const { index } of reach.matchAll(VERB)) if (index > 1) offer(index, 0.9);
	const noun = HEAD_NOUN.exec(text)?.[0];
	const bare = noun === undefined ? '' : text.slice(0, -noun.length);
	const isVerbOnly = VERB_FIRST.exec(bare)?.[0] === bare;
	if (
		noun !== undefined &&
		bare.length > 1 &&
		!isVerbOnly &&
		!middle.some((item) => item.endsWith(noun.slice(-2)))
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
function joining(items: readonly string[], last: string, like: Likeness): number {
	if (items.length === 1)
		return /(?<![总缓温平中调共])(?:和(?!谐)|以及|及(?!时))/u.test(last) && like.pairs === 0 ? -0.4 : 0;
	if (like.pairs > 0) return -0.4;
	const isOdd = like.uniform === 4 && items.some((item) => item.length !== 4);
	return isOdd ? -1 : 0.4;
}

/** The noun behind a list, as far as the next verb. */
function headNoun(text: string): string {
	const noun = /^[\u4e00-\u9fff]{2,14}/u.exec(text)?.[0] ?? '';
	const verb = [...noun.matchAll(VERB)].find(({ index }) => index > 1);
	const end = /.(?=得到|取得|的|与|和|[上中下](?:取得|作|下)|已|都|均|为|在|将)/u.exec(noun);
	const length = Math.min(verb?.index ?? noun.length, end && end.index > 0 ? end.index + 1 : noun.length);
	return length >= 2 && length <= 12 ? noun.slice(0, length) : '';
}

/** Two items joined by 和, 以及, 及 or 与; every place it may be. */
function halvesOf(text: string): string[][] {
	return [
		...text.matchAll(
			/以及|或者|或(?!许|者)|(?<![总缓温柔平中调共饱])和(?!谐|平|解|睦)|及(?!时|其|格)|(?<![参给赋])与(?!会)/gu
		)
	].flatMap(({ 0: word, index }) => {
		const [a, b] = [text.slice(0, index), text.slice(index + word.length)];
		return a.length >= 2 && b.length >= 2 && !insideMarks(text, index) ? [[a, b]] : [];
	});
}

interface Likeness {
	least: number;
	most: number;
	usual: number;
	uniform?: number;
	prefix: string;
	suffix: string;
	verbs: number;
	count: number;
	/** How many hold two things: 战略与策略. */
	pairs: number;
	hasDe: boolean;
}

const PAIRED = /.[和与].|相结合/u;

function likeness(items: readonly string[]): Likeness {
	const lengths = items.map(lastEnd).sort((a, b) => a - b);
	const [least = 0, most = 0] = [lengths[0], lengths.at(-1)];
	return {
		least,
		most,
		usual: lengths[lengths.length >> 1] ?? 0,
		...(items.length > 1 && least === most && { uniform: least }),
		prefix: items.length > 1 ? sharedStart(items) : '',
		suffix: items.length > 1 ? sharedEnd(items) : endOf(items[0] ?? ''),
		verbs: items.filter((item) => VERB_FIRST.test(item)).length,
		count: items.length,
		pairs: items.filter((item) => PAIRED.test(item)).length,
		hasDe: items.some((item) => item.includes('的'))
	};
}

/** How much an item is like the others; undefined where it is not like them at all. */
function likenessOf(item: string, like: Likeness): number | undefined {
	const length = lastEnd(item);
	if (length < 1 || (length < 2 && like.usual > 2)) return undefined;
	if (like.least > 3 && length < like.least / 2) return undefined;
	if (length > like.most + Math.max(4, like.usual * 0.6) || length < like.least - 4) return undefined;
	if (
		/[，。；：]/u.test(item) ||
		/^(?:[的了是和与及在把将等着]|好(?!人|事|友|书|评|习惯)|过(?!程|渡|敏))|(?:[的和及以]|(?<!参)与)$/u.test(
			item
		)
	)
		return undefined;
	const off = Math.abs(length - like.usual);
	const within = length >= like.least && length <= like.most;
	let score = within ? 1.2 : off <= 1 ? 1 : off <= 2 ? 0.7 : off <= 4 ? 0.2 : -0.5;
	if (like.uniform !== undefined) score += length === like.uniform ? (like.count > 2 ? 1 : 0.7) : -0.6;
	if (like.prefix !== '') score += item.startsWith(like.prefix) ? 1.2 : -0.6;
	if (like.suffix !== '' && item.endsWith(like.suffix)) score += like.suffix.length > 1 ? 1.2 : 0.7;
	const isVerb = VERB_FIRST.test(item) && !NOUNISH.test(item);
	if (like.verbs * 2 > like.count) score += isVerb ? 0.9 : -0.9;
	else if (like.verbs === 0 && isVerb) score -= like.count > 1 ? 1.3 : 0.9;
	if (like.pairs * 2 > like.count) score += PAIRED.test(item) ? 0.9 : -0.9;
	if (!like.hasDe && item.includes('的')) score -= 0.8;
	return score;
}

/** What a word formation ends in, else its last two characters. */
const endOf = (item: string) => /[化性型权感式观化者员]$/u.exec(item)?.[0] ?? item.slice(-2);

function sharedStart(items: readonly string[]): string {
	const first = items[0] ?? '';
	let length = 0;
	while (length < 4 && length < first.length - 1 && items.every((item) => item[length] === first[length]))
		length++;
	return first.slice(0, length);
}

function sharedEnd(items: readonly string[]): string {
	const first = items[0] ?? '';
	let length = 0;
	while (
		length < 4 &&
		length < first.length &&
		items.every((item) => item.at(-1 - length) === first.at(-1 - length))
	)
		length++;
	return length === 0 ? '' : first.slice(-length);
}

const MARKS = /[“《（(‘]/u;

/** Whether a cut falls between a quotation mark or bracket and its partner. */
function insideMarks(text: string, at: number): boolean {
	let depth = 0;
	if (!MARKS.test(text)) return false;
	for (let i = 0; i < at; i++) {
		const char = text[i] ?? '';
		if ('“《（(‘'.includes(char)) depth++;
		else if ('”》）)’'.includes(char) && depth > 0) depth--;
	}
	return depth > 0;
}

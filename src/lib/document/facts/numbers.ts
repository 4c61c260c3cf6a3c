import { charSet, indexOfAny, isOneOf, sentenceHolds, wordSet } from '../scan.ts';
import { isInside, quotedSpans, type Mention } from './mention.ts';
import { BEFORE, BEFORE_WORDS, findOtherForms, OUTSIDE, readDecimalHan } from './number-forms.ts';
import { measured } from './measure.ts';
import { HAN_DIGITS, readNumeral } from './numeral.ts';

/**
 * Units, longest first so that 人次 is not read as 人. What is counted may stand in their place
 * (30万职工): `COUNTED`.
 */
const UNITS = (
	'毫克每立方米 微克每立方米 克每立方米 公里每小时 千米每小时 个百分点 场（次） 场(次) 个（次） 人（次） 平方公里 平方千米 立方米 平方米 千瓦时 摄氏度 百分点 个工作日 个小时 个月 工作日 周年 周岁 人次 场次 批次 户次 件次 ' +
	'吨公里 公里 千米 公顷 公斤 千克 分钟 小时 学时 课时 千瓦 兆瓦 厘米 毫米 毫升 毫克 微克 分贝 兆帕 千帕 千伏 美元 欧元 英镑 港元 日元 ' +
	'元 人 名 位 家 个 项 件 条 起 场 期 次 批 份 册 本 部 篇 张 套 台 辆 角 架 艘 支 户 所 座 处 间 片 块 类 种 级 岁 ' +
	'吨 米 亩 克 升 度 瓦 秒 天 日 周 年 倍 折 成 章 节 款 字 页 对 组 队 班 轮 步 环 分 点 票 席 单 例 宗 笔 门 堂 讲 ' +
	'杯 枚 颗 株 棵 头 只 匹 栋 幢 盒 瓶 箱 袋 包 首 幅 尊 封 列 口 处（点） 平方 马力 吨标准煤 标准煤 番 % ％ ‰ ℃'
).split(' ');
const COUNTED =
	'职工 会员 员工 农民工 劳动者 工会会员 工会 党员 干部 群众 企业 人口 学员 学生 患者 居民 用户 志愿者 贫困人口 户籍人口 ' +
	'建筑工人 工人 司机 快递员 乡镇 村 社区 市州 单位 城市 国家 省份 省 市 县 岗位 站点 基层工会 县级工会';

const alternatives = (words: string) =>
	words
		.split(' ')
		.sort((a, b) => b.length - a.length)
		.join('|');

const FIGURE = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[${HAN_DIGITS}]+(?:点[〇零一二三四五六七八九]+)?)`;
const SCALE = '(?:万亿|[百千]?[万亿])?';
const AROUND = '[余多来]?';
const RANGE = '(?:\\s?[-－—–~～至到]\\s?)';
const NUMBER = new RegExp(
	`(?<before>${BEFORE})(?<from>${FIGURE}${SCALE}${AROUND}(?:[%％])?${RANGE})?` +
		`(?<figure>${FIGURE})(?<scale>${SCALE})(?<around>${AROUND})(?<wan>[万亿]?)` +
		`(?<unit>${UNITS.join('|')}|${alternatives(COUNTED)})[余多]?`,
	'uy'
);
const FIGURES = charSet(`0123456789${HAN_DIGITS}`);
/** Whether a sentence can hold a number at all. */
const MAY_HOLD = charSet(`0123456789半${HAN_DIGITS}`);

/** Numbers with a unit, as they stand. No ordinals, list marks, years, or figures inside a quoted name. */
export function findNumbers(sentence: string): Mention[] {
	if (!sentenceHolds(sentence, MAY_HOLD)) return [];
	// A quotation as long as a sentence says something; a short one is a name.
	const quoted = quotedSpans(sentence).filter(
		([start, end]) =>
			sentence[start] === '《' || end - start <= 24 || !/[，。；]/u.test(sentence.slice(start, end))
	);
	const found: Mention[] = [];
	for (const match of numbersIn(sentence)) {
		const groups = match.groups ?? {};
		const mention = toMention(sentence, match.index, match[0], groups);
		if (mention && !isInside(quoted, mention.start)) found.push(mention);
	}
	found.push(...findOtherForms(sentence).filter(({ start }) => !isInside(quoted, start)));
	return spans(
		sentence,
		found.sort((a, b) => a.start - b.start)
	).map((mention) => ({
		...mention,
		...boundOf(sentence, mention),
		...measured(sentence, mention)
	}));
}

const LIMITS = wordSet(BEFORE_WORDS);
const LONGEST_LIMIT = Math.max(...BEFORE_WORDS.map(({ length }) => length));

/**
 * The matches of the pattern from left to right. It begins with a figure or with a word of limit right
 * before one, and is tried nowhere else.
 */
function numbersIn(sentence: string): RegExpExecArray[] {
	const found: RegExpExecArray[] = [];
	let from = 0;
	for (
		let at = indexOfAny(sentence, FIGURES);
		at >= 0;
		at = indexOfAny(sentence, FIGURES, Math.max(at + 1, from))
	) {
		let match: RegExpExecArray | null = null;
		for (let start = Math.max(from, at - LONGEST_LIMIT); start <= at && !match; start++) {
			if (start < at && !isOneOf(LIMITS.starts, sentence.charCodeAt(start))) continue;
			NUMBER.lastIndex = start;
			match = NUMBER.exec(sentence);
		}
		if (!match) continue;
		found.push(match);
		from = match.index + match[0].length;
	}
	return found;
}

/** “五百元以上五千元以下” is one span, not two figures. */
function spans(sentence: string, found: readonly Mention[]): Mention[] {
	const joined: Mention[] = [];
	for (const mention of found) {
		const last = joined.at(-1);
		const between = last ? sentence.slice(last.end, mention.start) : '';
		const behind = /^(?:以下|以内|以上)?/u.exec(sentence.slice(mention.end))?.[0] ?? '';
		if (last && /^(?:或者|或)$/u.test(between) && last.unit === mention.unit) {
			const { number: _number, ...rest } = last;
			joined[joined.length - 1] = {
				...rest,
				value: sentence.slice(last.start, mention.end),
				end: mention.end
			};
		} else if (
			last &&
			last.number !== undefined &&
			mention.number !== undefined &&
			/^(?:以上|以上不满|至|到)$/u.test(between) &&
			last.unit === mention.unit
		) {
			const end = mention.end + behind.length;
			joined[joined.length - 1] = {
				kind: 'number',
				value: sentence.slice(last.start, end),
				...(last.unit !== undefined && { unit: last.unit }),
				range: [last.number, mention.number],
				start: last.start,
				end
			};
		} else joined.push(mention);
	}
	return joined;
}

const AT_LEAST = /(?:不少于|不低于|不得少于|不得低于|至少|超过|超|逾|突破|已满|(?<!不|未)满|最少|最低)$/u;
const AT_MOST = /(?:不超过|不高于|不得超过|不得高于|不足|不到|不满|未满|最长|最多|最高)$/u;

/** Whether the figure is a least or a most: 不少于, 以上; 不超过, 以内. */
function boundOf(sentence: string, { value, start, end, range }: Mention): Pick<Mention, 'bound'> {
	if (range) return {};
	const [behind, before] = [sentence.slice(end, end + 2), sentence.slice(Math.max(0, start - 6), start)];
	const said = before + (/^[^\d〇零一二两三四五六七八九十百千]*/u.exec(value)?.[0] ?? '');
	if (AT_MOST.test(said) || /(?:没有|从未)(?:超过|超|突破)$/u.test(said)) return { bound: 'most' };
	if (AT_LEAST.test(said) || behind === '以上') return { bound: 'least' };
	return /^(?:以下|以内|之内|内)/u.test(behind) ? { bound: 'most' } : {};
}

const NO_FIGURE_BEHIND = charSet('第0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+＋./－—-');

function toMention(
	sentence: string,
	at: number,
	whole: string,
	groups: Partial<Record<string, string>>
): Mention | undefined {
	const { before = '', from, figure = '', scale = '', wan = '', unit = '' } = groups;
	const ahead = sentence[at - 1] ?? '';
	const behind = sentence.slice(at + whole.length, at + whole.length + 2);
	const isHan = !/^\d/.test(figure);
	if (before === '' && isOneOf(NO_FIGURE_BEHIND, ahead.charCodeAt(0))) return undefined;
	if (before === '' && '年月:'.includes(ahead || '.') && /^[年月日号时秒分]/u.test(unit)) return undefined;
	const isLimited = isLimit(before, behind);
	if (isHan && before === '' && /[之某数几唯十百千万亿]/.test(ahead)) return undefined;
	if (isHan && ahead === '每' && before === '' && !/^(?:分钟|小时|天|年|个月|日|周)$/u.test(unit))
		return undefined;
	// 5年第一, 3月, 9时: parts of a date or a time of day.
	if (
		/^[年月日号时]/.test(unit) &&
		!LASTS.test(sentence.slice(Math.max(0, at - 4), at + before.length)) &&
		(/^\d{4}$/.test(figure) || (isDateUnit(unit, figure) && (!isLimited || ahead === '月')))
	)
		return undefined;
	if (unit === '度' && !/[℃摄]/.test(behind) && isHan) return undefined;
	if (unit === '分' && /^[之秒]/.test(behind)) return undefined;
	if (HAN_ONLY_UNITS.has(unit) && isHan && !isHanCount(unit, behind, isLimited && ahead !== '月'))
		return undefined;
	if (/^[A-Za-z]/.test(behind) || (/^[^%\d]*$/.test(unit) && /^[.:：]\d/.test(behind))) return undefined;
	if (/^一[一二三四五六七八九]/u.test(figure) && !/万|亿/u.test(scale)) return undefined;
	if (isHan && /^[一二][〇零一二三四五六七八九○]{3}$/.test(figure)) return undefined;
	const number = readNumeral(figure + scale + wan) ?? readDecimalHan(figure, scale + wan);
	if (number === undefined) return undefined;
	const isFrequency =
		isHan && /至少|最[长短多少高低迟]|每|满/u.test(sentence.slice(Math.max(0, at - 12), at + before.length));
	if (
		isHan &&
		number < 2 &&
		!(
			unit === '元' ||
			((isLimited || isFrequency) && /^(?:个月|年|日|天|周|小时|倍|人|名|次|厘米|米|家)$/u.test(unit))
		)
	)
		return undefined;
	if (
		isHan &&
		number < 10 &&
		LOOSE_UNITS.has(unit) &&
		!isLimited &&
		!isConcrete(unit, sentence.slice(at + whole.length, at + whole.length + 4)) &&
		!(unit === '次' && isFrequency)
	)
		return undefined;
	const start = at + (OUTSIDE.test(before) ? before.length : 0);
	return {
		kind: 'number',
		value: sentence.slice(start, at + whole.length),
		...(from === undefined
			? { number: unit === '成' ? number * 10 : number }
			: rangeOf(from, scale + wan, number)),
		unit: unit === '％' ? '%' : unit === '成' ? '%' : unit,
		start,
		end: at + whole.length
	};
}

/** Both ends of 20—30人 and 3至5万人, where the size word stands only behind the second. */
function rangeOf(from: string, scale: string, to: number): Pick<Mention, 'range'> {
	const figure = from.replace(/[余多来]?[%％]?\s?[-－—–~～至到]+\s?$/u, '');
	const first = readNumeral(/[万亿]/u.test(figure) ? figure : figure + scale) ?? readNumeral(figure);
	return first === undefined || first >= to ? {} : { range: [first, to] };
}

/** 不超过三次, 三年内, 五人以上: a limit, and so a figure, however small. */
function isLimit(before: string, behind: string): boolean {
	return (
		/^(?:不|未满|已满|至少|超过)/u.test(before) ||
		/^(?:以上|以下|以内|之内|内(?!容|部|外|心)|期满|届满|前[将向送通提报书，。])/u.test(behind)
	);
}

/** 三十日内 and 七成工人 are counts, 一日 and 成立 are words. */
function isHanCount(unit: string, behind: string, isLimited: boolean): boolean {
	if (unit === '成') return !/^[立为长熟功员果绩效就本都分交人套]/u.test(behind);
	return isLimited && unit === '日';
}

/** 两天, 五年, 七个夜晚, but not 三个方面: what the sentence then tells off is no figure. */
function isConcrete(unit: string, behind: string): boolean {
	if (unit === '天' || unit === '周' || unit === '年') return !/^[来级制]/u.test(behind);
	return (
		unit === '个' &&
		/^(?!方面|环节|层面|问题|任务|要求|重点|原则|特点|关系|阶段|步骤|维度|领域|要素|部分|确立|维护|坚持|必须|字|大局|统一|结合|文明|目标|抓手|突出|聚焦|转变|转化|关键|着力|到位|强化|优先|有利|层次|角度|过程|体系|机制|优势|精神|意识|自信|方向|作用|不|更|没有|注重|提升|加强|推动|推进|做到|带头|全面)[\u4e00-\u9fff]/u.test(
			behind
		)
	);
}

/** With ideographs these are words rather than counts: 一点, 三节, 二分, 七度. */
const HAN_ONLY_UNITS = new Set(
	'度 分 点 步 成 级 日 号 章 节 款 环 轮 字 讲 课 单 班 队 席 对 头 只 片 块 省 市 县 村'.split(' ')
);
/** Below ten these count what the sentence itself then says: 三个方面, 五项任务. */
const LOOSE_UNITS = new Set('个 项 条 种 类 点 次 级 位 年 天 周 部 本 批 期 场'.split(' '));

/** 连续工作满30日: so long, not on that day. */
const LASTS = /(?:满|连续|累计|长达|为期)$/u;

/** 3日 and 12月 are dates, 45日 is a span. */
function isDateUnit(unit: string, figure: string): boolean {
	return /^[日号]$/.test(unit) && Number(figure) <= 31;
}

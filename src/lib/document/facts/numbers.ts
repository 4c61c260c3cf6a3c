import { isInside, quotedSpans, type Mention } from './mention.ts';
import { HAN_DIGITS, readNumeral } from './numeral.ts';

/**
 * Units, longest first so that 人次 is not read as 人. What is counted may stand in their place
 * (30万职工): `COUNTED`.
 */
const UNITS = (
	'个百分点 平方公里 平方千米 立方米 平方米 千瓦时 摄氏度 百分点 个工作日 个小时 个月 工作日 周年 人次 场次 批次 户次 件次 ' +
	'吨公里 公里 千米 公顷 公斤 千克 分钟 小时 学时 课时 千瓦 兆瓦 厘米 毫米 毫升 美元 欧元 英镑 港元 日元 ' +
	'元 人 名 位 家 个 项 件 条 起 场 期 次 批 份 册 本 部 篇 张 套 台 辆 架 艘 支 户 所 座 处 间 片 块 类 种 级 岁 ' +
	'吨 米 亩 克 升 度 瓦 秒 天 日 周 年 倍 折 成 章 节 款 字 页 对 组 队 班 轮 步 环 分 点 票 席 单 例 宗 笔 门 堂 讲 ' +
	'杯 枚 颗 株 棵 头 只 匹 栋 幢 盒 瓶 箱 袋 包 % ％ ‰ ℃'
).split(' ');
const COUNTED =
	'职工 会员 员工 农民工 劳动者 工会会员 工会 党员 干部 群众 企业 人口 学员 学生 患者 居民 用户 志愿者 贫困人口 户籍人口 ' +
	'建筑工人 工人 司机 快递员 乡镇 村 社区 市州 单位 城市 国家 省份 省 市 县 岗位 站点 基层工会 县级工会';

const alternatives = (words: string) =>
	words
		.split(' ')
		.sort((a, b) => b.length - a.length)
		.join('|');

const BEFORE = '(?:不少于|不低于|不超过|不高于|不足|将近|接近|超过|超|近|约|逾|达到|达|突破|大约|至少|高达)?';
const FIGURE = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[${HAN_DIGITS}]+(?:点[〇零一二三四五六七八九]+)?)`;
const SCALE = '(?:万亿|[百千]?[万亿])?';
const AROUND = '[余多来]?';
const RANGE = '(?:\\s?[-－—–~～至到]\\s?)';
const NUMBER = new RegExp(
	`(?<before>${BEFORE})(?<from>${FIGURE}${SCALE}${AROUND}(?:[%％])?${RANGE})?` +
		`(?<figure>${FIGURE})(?<scale>${SCALE})(?<around>${AROUND})(?<wan>[万亿]?)` +
		`(?<unit>${UNITS.join('|')}|${alternatives(COUNTED)})[余多]?`,
	'gu'
);
const PERCENT_IN_WORDS = new RegExp(
	`百分之(?<figure>[${HAN_DIGITS}]+(?:点[〇零一二三四五六七八九]+)?)`,
	'gu'
);

/** Numbers with a unit, as they stand. No ordinals, list marks, years, or figures inside a quoted name. */
export function findNumbers(sentence: string): Mention[] {
	const quoted = quotedSpans(sentence);
	const found: Mention[] = [];
	for (const match of sentence.matchAll(NUMBER)) {
		const groups = match.groups ?? {};
		const mention = toMention(sentence, match.index, match[0], groups);
		if (mention && !isInside(quoted, mention.start)) found.push(mention);
	}
	for (const match of sentence.matchAll(PERCENT_IN_WORDS)) {
		const number = readNumeral(match.groups?.figure ?? '');
		if (number === undefined || isInside(quoted, match.index)) continue;
		const end = match.index + match[0].length;
		found.push({ kind: 'number', value: match[0], number, unit: '%', start: match.index, end });
	}
	return found;
}

function toMention(
	sentence: string,
	at: number,
	whole: string,
	groups: Partial<Record<string, string>>
): Mention | undefined {
	const { before = '', from, figure = '', scale = '', wan = '', unit = '' } = groups;
	const ahead = sentence[at - 1] ?? '';
	const behind = sentence.slice(at + whole.length, at + whole.length + 2);
	const isHan = !/\d/.test(figure);
	if (/[第\dA-Za-z+＋.:：/年月－—-]/.test(ahead) && before === '') return undefined;
	if (isHan && /[之每某数几唯十百千万亿]/.test(ahead)) return undefined;
	// 5年第一, 3月, 9时: parts of a date or a time of day.
	if (/^[年月日号时]/.test(unit) && (/^\d{4}$/.test(figure) || isDateUnit(unit, figure))) return undefined;
	if (unit === '度' && !/[℃摄]/.test(behind) && isHan) return undefined;
	if (unit === '分' && /^[之秒]/.test(behind)) return undefined;
	if (HAN_ONLY_UNITS.has(unit) && isHan) return undefined;
	if (/^[A-Za-z]/.test(behind) || (/^[^%\d]*$/.test(unit) && /^[.:：]\d/.test(behind))) return undefined;
	if (/^一[一二三四五六七八九]/u.test(figure) && !/万|亿/u.test(scale)) return undefined;
	if (isHan && /^[一二][〇零一二三四五六七八九○]{3}$/.test(figure)) return undefined;
	const number = readNumeral(figure + scale + wan) ?? readDecimalHan(figure, scale + wan);
	if (number === undefined || (isHan && number < 2)) return undefined;
	if (isHan && number < 10 && LOOSE_UNITS.has(unit)) return undefined;
	const start = at + (before === '达' || before === '达到' || before === '高达' ? before.length : 0);
	return {
		kind: 'number',
		value: sentence.slice(start, at + whole.length),
		...(from === undefined && { number: unit === '成' ? number * 10 : number }),
		unit: unit === '％' ? '%' : unit === '成' ? '%' : unit,
		start,
		end: at + whole.length
	};
}

/** With ideographs these are words rather than counts: 一点, 三节, 二分, 七度. */
const HAN_ONLY_UNITS = new Set(
	'度 分 点 步 成 级 日 号 章 节 款 环 轮 字 讲 课 单 班 队 席 对 头 只 片 块 省 市 县 村'.split(' ')
);
/** Below ten these count what the sentence itself then says: 三个方面, 五项任务. */
const LOOSE_UNITS = new Set('个 项 条 种 类 点 次 级 位 年 天 周 部 本 批 期 场'.split(' '));

/** 3日 and 12月 are dates, 45日 is a span. */
function isDateUnit(unit: string, figure: string): boolean {
	return /^[日号]$/.test(unit) && Number(figure) <= 31;
}

function readDecimalHan(figure: string, scale: string): number | undefined {
	const [whole = '', decimals] = figure.split('点');
	if (decimals === undefined) return undefined;
	const front = readNumeral(whole);
	const digits = [...decimals].map((sign) => readNumeral(sign) ?? 0).join('');
	return front === undefined ? undefined : readNumeral(`${front}.${digits}${scale}`);
}

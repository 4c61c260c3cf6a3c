import { charSet, matchesFrom, sentenceHolds } from '../scan.ts';
import type { Mention } from './mention.ts';
import { readNumeral } from './numeral.ts';

const NUMERAL = '(?:\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)';
const YEAR = '(?:(?<![\\d.])\\d{4}|[一二][〇零一二三四五六七八九○]{3})';
const TO = '\\s?(?:至|到|[-－—–~～]{1,2})\\s?';
const PART_OF_YEAR = '年?[初底末]|上半年|下半年|第?[一二三四1-4]季度';
const PART_OF_MONTH = '[上中下]旬|[初底末]';

const DATE = new RegExp(
	[
		`(?<yearA>${YEAR})${TO}(?<yearB>${YEAR})年`,
		`(?<iso>(?<!\\d)\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d))`,
		`(?<![年度\\d])(?<bareHalf>上半年|下半年|第[一二三四]季度)|(?:(?<year>${YEAR})年度?|(?<relative>去年|上年|今年|本年|明年|次年)(?=${NUMERAL}月|年?[底末初]|[上下]半年|第?[一二三四]季度)|(?<![\\d第])(?=${NUMERAL}月(?!球|票|饼|嫂|薪|刊|子|亮|个)))` +
			`(?:(?<yearPart>${PART_OF_YEAR})|(?<month>${NUMERAL})月份?(?:(?<day>${NUMERAL})[日号]|(?<monthPart>${PART_OF_MONTH}))?)?` +
			`(?:${TO}(?=[\\d一二三四五六七八九十廿])(?:(?<toYear>${YEAR})年)?(?:(?<toYearPart>年?[初底末])|(?:(?<toMonth>${NUMERAL})月份?)?(?:(?<toDay>${NUMERAL})[日号]|(?<toMonthPart>${PART_OF_MONTH}))?))?`,
		`(?<clock>(?:早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜间|凌晨)${NUMERAL}(?:[时点](?!钟声)(?:半|\\d{1,2}分)?|[:：]\\d{2})(?:${TO}(?:次日)?(?:早上|上午|下午|晚上|凌晨)?${NUMERAL}(?:[时点](?:半|\\d{1,2}分)?|[:：]\\d{2}))?|(?<![\\d月日号])(?:零|${NUMERAL})[时点]${TO}(?:次日)?${NUMERAL}[时点](?!\\d))`,
		`“?(?<plan>十[一二三四五六七八九]|[一二三四五六七八九十])五”?(?:时期|期间|规划期|初期|末期|末|以来)`
	].join('|'),
	'uy'
);
const STARTS = charSet('0123456789零一二三四五六七八九十廿上下第去今本明次早中傍晚夜凌“');
const ENDS_IN_TO = new RegExp(`${TO}$`, 'u');

/** Whether a sentence can hold a date at all. */
const MAY_HOLD = charSet('年月时点');
const PLAN_OR_FIGURES = charSet('五0123456789');
const MAY_HOLD_RARE = /[一二三四五六七八九十]五[”时期末以]|\d[-./]\d/u;

const mayHold = (sentence: string): boolean =>
	sentenceHolds(sentence, MAY_HOLD) ||
	(sentenceHolds(sentence, PLAN_OR_FIGURES) && MAY_HOLD_RARE.test(sentence));

/**
 * Days, months, years, their parts (底, 上旬, 上半年), five-year plans and spans of them.
 * @param yearBefore the year for a day without one, if the sentence names none before it
 * @param ownYear the year in which the text was written: what 今年 and 去年 count from
 */
export function findDates(sentence: string, yearBefore?: number, ownYear?: number): Mention[] {
	if (!mayHold(sentence)) return [];
	const found: Mention[] = [];
	let year = yearBefore;
	for (const match of matchesFrom(DATE, sentence, STARTS)) {
		const groups = match.groups ?? {};
		const own =
			readYear(groups.year ?? groups.yearA ?? groups.iso?.slice(0, 4) ?? '') ??
			relativeYear(groups.relative, ownYear);
		if (own !== undefined) year = own;
		const isBare = groups.year === undefined && groups.relative === undefined;
		const date = isoOf(groups, groups.relative !== undefined ? own : isBare ? year : own);
		if (date === 'impossible') continue;
		// “至” that leads nowhere belongs to the words behind it.
		const value = match[0].replace(ENDS_IN_TO, '');
		found.push({
			kind: 'date',
			value,
			...(date !== undefined && { date }),
			start: match.index,
			end: match.index + value.length
		});
	}
	return found;
}

/** The last year a sentence names, for the days that follow in the same paragraph. */
export function lastYearIn(sentence: string): number | undefined {
	for (let at = sentence.lastIndexOf('年'); at >= 4; at = sentence.lastIndexOf('年', at - 1)) {
		const year = sentence.slice(at - 4, at);
		const isYear = isFourDigits(year) ? !/[\d.]/.test(sentence[at - 5] ?? ' ') : HAN_YEAR.test(year);
		if (isYear) return readYear(year);
	}
	return undefined;
}

const HAN_YEAR = /^[一二][〇零一二三四五六七八九○]{3}$/u;

function isFourDigits(text: string): boolean {
	for (let at = 0; at < 4; at++) {
		const code = text.charCodeAt(at);
		if (code < 0x30 || code > 0x39) return false;
	}
	return true;
}

function readYear(text: string): number | undefined {
	const year = readNumeral(text.replace(/○/g, '〇'));
	return year !== undefined && year >= 1000 && year <= 2999 ? year : undefined;
}

function relativeYear(word: string | undefined, ownYear: number | undefined): number | undefined {
	if (word === undefined || ownYear === undefined) return undefined;
	return ownYear + (/去年|上年/u.test(word) ? -1 : /明年|次年/u.test(word) ? 1 : 0);
}

type Groups = Partial<Record<string, string>>;

/** First and last ISO day, month or year of a stretch; both are the same for a plain one. */
type Stretch = readonly [from: string, to: string];

function isoOf(groups: Groups, year: number | undefined): string | undefined {
	const { iso, yearA, yearB, plan, clock } = groups;
	if (clock !== undefined) return undefined;
	if (plan !== undefined) {
		// The first plan began in 1953, those from the sixth on run from year one to year five.
		const first = 2021 + 5 * ((readNumeral(plan) ?? 14) - 14);
		return first < 1981 ? undefined : `${first}/${first + 4}`;
	}
	if (iso !== undefined) {
		const [y = '', m = '', d = ''] = iso.split(/[-./]/);
		return isoDay(Number(y), Number(m), Number(d));
	}
	if (yearA !== undefined) return year === undefined ? undefined : `${year}/${readYear(yearB ?? '') ?? year}`;
	if (groups.bareHalf !== undefined)
		return year === undefined
			? undefined
			: join(stretchOf(year, { month: undefined, day: undefined, part: groups.bareHalf }));
	const [month, day] = [numeral(groups.month), numeral(groups.day)];
	const toMonth = numeral(groups.toMonth) ?? (groups.toYear === undefined ? month : undefined);
	const toDay = numeral(groups.toDay);
	for (const m of [month, toMonth]) if (m !== undefined && (m < 1 || m > 12)) return 'impossible';
	for (const d of [day, toDay]) if (d !== undefined && (d < 1 || d > 31)) return 'impossible';
	if (year === undefined) return undefined;
	const from = stretchOf(year, { month, day, part: groups.yearPart ?? groups.monthPart });
	const ends = [groups.toYear, groups.toMonth, groups.toDay, groups.toMonthPart, groups.toYearPart];
	if (ends.every((end) => end === undefined)) return from.includes('impossible') ? 'impossible' : join(from);
	const until = stretchOf(readYear(groups.toYear ?? '') ?? year, {
		month: toMonth,
		day: toDay,
		part: groups.toYearPart ?? groups.toMonthPart
	});
	return [...from, ...until].includes('impossible') ? 'impossible' : join([from[0], until[1]]);
}

const join = ([from, to]: Stretch) => (from === to ? from : `${from}/${to}`);

function stretchOf(
	year: number,
	{ month, day, part = '' }: { month: number | undefined; day: number | undefined; part?: string | undefined }
): Stretch {
	if (month === undefined) {
		const quarter =
			'一二三四'.indexOf(part.replace(/[第季度]/gu, '')) + 1 || Number(/[1-4]/u.exec(part)?.[0] ?? 0);
		if (part.endsWith('季度')) return [isoMonth(year, 3 * quarter - 2), isoMonth(year, 3 * quarter)];
		if (part === '上半年') return [isoMonth(year, 1), isoMonth(year, 6)];
		if (part === '下半年') return [isoMonth(year, 7), isoMonth(year, 12)];
		const only = part.endsWith('初')
			? isoMonth(year, 1)
			: /[底末]$/u.test(part)
				? isoMonth(year, 12)
				: String(year);
		return [only, only];
	}
	if (day !== undefined) return [isoDay(year, month, day), isoDay(year, month, day)];
	const third = '上中下'.indexOf(part.endsWith('旬') ? (part[0] ?? ' ') : ' ');
	if (third < 0) return [isoMonth(year, month), isoMonth(year, month)];
	return [
		isoDay(year, month, third * 10 + 1),
		isoDay(year, month, third === 2 ? daysIn(year, month) : third * 10 + 10)
	];
}

const numeral = (text: string | undefined) =>
	text === undefined ? undefined : readNumeral(text.replace('廿', '二十'));
const two = (part: number) => String(part).padStart(2, '0');
const isoMonth = (year: number, month: number) => `${year}-${two(month)}`;

function daysIn(year: number, month: number): number {
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isoDay(year: number, month: number, day: number): string {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
		? `${isoMonth(year, month)}-${two(day)}`
		: 'impossible';
}

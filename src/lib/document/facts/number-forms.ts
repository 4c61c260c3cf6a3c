import { allMatches } from '../scan.ts';
import type { Mention } from './mention.ts';
import { HAN_DIGITS, readNumeral } from './numeral.ts';

/** What may stand before a figure and says that it is a limit or only about right. */
export const BEFORE_WORDS =
	'不到 最长 最多 最少 最高 最低 不得超过 不得少于 不得低于 不得高于 不满 未满 已满 不少于 不低于 不超过 不高于 不足 将近 接近 超过 超 近 约 逾 达到 达 突破 大约 至少 高达'.split(
		' '
	);
export const BEFORE = `(?:${BEFORE_WORDS.join('|')})?`;
/** Words of a limit stand before the value and are told by `bound`; 约, 近, 超 and 不足 stay in it. */
export const OUTSIDE =
	/^(?:达到?|高达|不得..|不少于|不低于|不超过|不高于|至少|最[长多少高低]|不满|未满|已满)$/u;

const HAN_FIGURE = `[${HAN_DIGITS}]+(?:点[〇零一二三四五六七八九]+)?`;
const SHARE = new RegExp(
	`(?<before>${BEFORE})(?:(?<parts>百|千|万|[二三四五六七八九十]{1,3}|\\d{1,3})分之)(?<figure>${HAN_FIGURE}|\\d+(?:\\.\\d+)?)(?:至(?:百分之)?(?<to>${HAN_FIGURE}))?`,
	'gu'
);

/** Figures without a unit of their own: shares, proportions, halves, large bare figures. */
export function findOtherForms(sentence: string): Mention[] {
	return [
		...(sentence.includes('分之') ? findShares(sentence) : []),
		...((sentence.includes(':') || sentence.includes('：')) && /\d[:：]\d/u.test(sentence)
			? findRatios(sentence)
			: []),
		...(sentence.includes('半') && HALF.test(sentence) ? findHalves(sentence) : []),
		...(sentence.includes('万') || sentence.includes('亿') ? findBare(sentence) : [])
	];
}

/** 突破580万: a large figure that says no unit. */
function findBare(sentence: string): Mention[] {
	return allMatches(BARE, sentence).flatMap(({ 0: value, index, groups }): Mention[] => {
		const number = readNumeral((groups?.figure ?? '').replace(/[余多]/gu, ''));
		return number === undefined
			? []
			: [{ kind: 'number', value, number, unit: '', start: index, end: index + value.length }];
	});
}

const BARE =
	/(?<![\d.第])(?<before>[约近超逾]?)(?<figure>\d+(?:\.\d+)?[余多]?[万亿])[余多]?(?=[，。；、）]|$)/gu;

const HALF = /半数|一半|半年/u;

/** 半数以上, 超过一半, 半年内. */
function findHalves(sentence: string): Mention[] {
	return [
		...sentence.matchAll(/(?<![过大多])半数|一半|(?<![上下大多前后每头])半年(?!来|以来|工作|总结|报)/gu)
	].map(({ 0: value, index }) => ({
		kind: 'number',
		value,
		number: 0.5,
		unit: value === '半年' ? '年' : '',
		start: index,
		end: index + value.length
	}));
}

/** 1:1, 3：2, where the sentence says that it is a proportion and no time of day or score. */
function findRatios(sentence: string): Mention[] {
	return [
		...sentence.matchAll(
			/(?<![\d.:：])\d+(?:\.\d+)?(?:[:：]\d+(?:\.\d+)?){1,3}(?![\d.:：])(?=的?比例|配套|配比)|(?<=(?:比例|配比)[为达按]?)\d+(?:[:：]\d+){1,3}/gu
		)
	].map(({ 0: value, index }) => ({
		kind: 'number',
		value,
		unit: '',
		start: index,
		end: index + value.length
	}));
}

/** 百分之四十, 三分之二; the first in per cent, the second as the fraction itself. */
function findShares(sentence: string): Mention[] {
	return allMatches(SHARE, sentence).flatMap((match): Mention[] => {
		const { before = '', parts = '', figure = '', to } = match.groups ?? {};
		const number = readNumeral(figure) ?? readDecimalHan(figure, '');
		const whole = { 百: 100, 千: 1000, 万: 10_000 }[parts] ?? readNumeral(parts);
		if (number === undefined || whole === undefined) return [];
		const start = match.index + (OUTSIDE.test(before) ? before.length : 0);
		const end = match.index + match[0].length;
		const isPercent = parts === '百';
		return [
			{
				kind: 'number',
				value: sentence.slice(start, end),
				...(to === undefined && { number: isPercent ? number : Number((number / whole).toPrecision(6)) }),
				unit: isPercent ? '%' : '',
				start,
				end
			}
		];
	});
}

/** 零点一, 三点五万. */
export function readDecimalHan(figure: string, scale: string): number | undefined {
	const [whole = '', decimals] = figure.split('点');
	if (decimals === undefined) return undefined;
	const front = whole === '零' ? 0 : readNumeral(whole);
	const digits = [...decimals].map((sign) => readNumeral(sign) ?? 0).join('');
	return front === undefined ? undefined : readNumeral(`${front}.${digits}${scale}`);
}

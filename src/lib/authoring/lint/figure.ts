import { remembered } from '#lib/base/remember.ts';
import { readNumeral } from '#lib/document/facts/numeral.ts';
import { squeeze } from './finding.ts';
import { compose } from './letters.ts';

/** A figure as it stands alone in an option or a key. */
export interface Figure {
	/** In base units; 成 in hundredths. */
	value: number;
	/** `%` for 百分之 and 成; empty when there is none. */
	unit: string;
	/** 约, 余, “about”: the figure is not exact. */
	isRough: boolean;
}

const ENGLISH_SCALE: Readonly<Record<string, number>> = {
	hundred: 100,
	thousand: 1_000,
	million: 1_000_000,
	billion: 1_000_000_000
};

/** Reads 1.5亿元, 百分之二十, 三成, 约1,500册, 1.2 million tonnes; undefined for what is no figure alone. */
export const readFigure = remembered(read, 64);

function read(text: string): Figure | undefined {
	const plain = compose(text).trim();
	if (!FIGURE_START.test(plain)) return undefined;
	return /\p{Script=Han}/u.test(plain) ? readChinese(plain.replace(/\s/gu, '')) : readEnglish(plain);
}

/** What a figure can begin with; nearly every other wording is known by its first letter to be none. */
const FIGURE_START = /^[\d约大近超逾达突不半〇零一二两三四五六七八九十百千$€£¥anmors]/iu;
const CHINESE =
	/^(?<rough>约|大约|近|超过?|逾|达|突破|不足|不到)?(?<figure>\d[\d,]*(?:\.\d+)?|[〇零一二两三四五六七八九十百千]+)(?<scale>[百千]?[万亿]*)(?<around>[余多来几]?)(?<unit>\D{0,6})$/u;

function readChinese(plain: string): Figure | undefined {
	const half = /^半(?<unit>个?[年月天日]|个?小时|学期)$/u.exec(plain)?.groups;
	if (half) return { value: 0.5, unit: half.unit ?? '', isRough: false };
	const share = plain.startsWith('百分之') ? /^百分之(.+)$/u.exec(plain) : null;
	const match = CHINESE.exec(share ? `${share[1] ?? ''}%` : plain);
	if (!match) return undefined;
	const { rough = '', figure = '', scale = '', around = '', unit = '' } = match.groups ?? {};
	const value = readNumeral(figure + scale);
	if (value === undefined || /[是的一]/u.test(unit)) return undefined;
	// 一线职工, 三大行动: words, not counts.
	if (!/\d/.test(figure) && unit.length > 2) return undefined;
	const isRough = (rough !== '' && rough !== '达') || around !== '' || /[余多]$/u.test(unit);
	return unit === '成'
		? { value: value * 10, unit: '%', isRough }
		: { value, unit: unit.replace(/[余多]$/u, ''), isRough };
}

function readEnglish(plain: string): Figure | undefined {
	if (!/\d/u.test(plain)) return undefined;
	const match =
		/^(?<rough>about|around|nearly|almost|over|more than|some|roughly|approximately)?\s*(?<currency>[$€£¥])?(?<figure>\d[\d,]*(?:\.\d+)?)\s?(?<scale>hundred|thousand|million|billion)?\s?(?<unit>%|per ?cent|[a-z]{0,12}(?: [a-z]{1,12})?)$/iu.exec(
			plain
		);
	if (!match?.groups) return undefined;
	const { rough, currency = '', figure = '', scale = '', unit = '' } = match.groups;
	return {
		value: Number(
			(Number(figure.replaceAll(',', '')) * (ENGLISH_SCALE[scale.toLowerCase()] ?? 1)).toPrecision(15)
		),
		unit: currency + unit.toLowerCase().replace(/^per ?cent$/u, '%'),
		isRough: rough !== undefined
	};
}

/** The form in which two answers are the same: 1.5亿元 and 15000万元, 20% and 百分之二十, 甲 馆 and 甲馆. */
export const sameForm = remembered(formOf, 64);

function formOf(text: string): string {
	const plain = figuresInDigits(text);
	const figure = readFigure(plain);
	if (figure) return `${Number(figure.value.toPrecision(12))}|${figure.unit}`;
	return squeeze(plain.replace(/^(?:the|an?) /iu, ''));
}

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER_WORD = new RegExp(`\\b(?:${NUMBER_WORDS.join('|')})\\b`, 'giu');
const COUNTED =
	/[〇零一二两三四五六七八九十百千]+(?=[个项家名位条种次届年月日人类点件册所倍成部艘座岁天户批期级步]|[万亿%‰])/gu;

/** Numerals before a measure and small English number words in digits: 五个方面 → 5个方面, three bridges → 3 bridges. */
export function figuresInDigits(text: string): string {
	const plain = compose(text)
		.replace(COUNTED, (numeral) => String(readNumeral(numeral) ?? numeral))
		.replace(/(?<=\d),(?=\d{3})/gu, '');
	return /[a-z]/iu.test(plain)
		? plain.replace(NUMBER_WORD, (word) => String(NUMBER_WORDS.indexOf(word.toLowerCase())))
		: plain;
}

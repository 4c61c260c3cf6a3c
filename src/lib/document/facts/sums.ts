import type { DocumentWarning } from '../document.ts';
import { wordSet } from '../scan.ts';
import type { Mention } from './mention.ts';
import { findNumbers } from './numbers.ts';

/** Where the parts begin, and whether they are said to be all there is. */
const PARTS =
	/[，；（(]?(?:(?<some>其中[：:，]?)|(?<all>(?:资金)?来源(?:为|是|包括|：)|(?:具体)?分别(?:为|是|：)|(?:具体)?(?:包括|包含|构成为|分为)[：:]?))/u;
const HAS_PARTS = wordSet('其中 来源 分别 包括 包含 构成为 分为'.split(' '));
const ABOUT = /[约近超逾余多]|以上|左右|不足|不少于|不低于|不超过|至少/u;
const MONEY = /元$/u;
const PERSONS = /^(?:人|名|位|人次)$/u;

/**
 * A whole and its parts in one sentence that cannot both be right: “共100个，其中城区60个、乡村50个”,
 * “总投资900万元，资金来源为…500万元，…300万元，…”. Parts that may overlap (党员, 女职工) are no parts.
 */
export function findWrongSums(sentence: string): DocumentWarning[] {
	const marker = HAS_PARTS.isIn(sentence) ? PARTS.exec(sentence) : null;
	if (!marker) return [];
	const from = marker.index + marker[0].length;
	const numbers = findNumbers(sentence);
	const parts = partsFrom(sentence, from, numbers);
	const unit = parts[0]?.number.unit;
	const whole = numbers.filter((number) => number.end <= marker.index && number.unit === unit).at(-1);
	if (!whole || parts.length < 2 || whole.number === undefined || unit === '%' || unit === undefined)
		return [];
	// A clause that compares or a rate between the whole and its parts: the parts are of something else.
	if (
		marker.index - whole.end > 24 ||
		ABOUT.test(sentence.slice(Math.max(0, whole.start - 3), whole.end + 2))
	)
		return [];
	const figures = parts.map(({ number }) => number.number ?? Number.NaN);
	if (figures.some(Number.isNaN) || parts.some(({ number }) => isAbout(sentence, number))) return [];
	const sum = Number(figures.reduce((total, figure) => total + figure, 0).toPrecision(12));
	const labels = parts.map(({ label }) => label);
	const isOneKind = areContrasted(labels);
	const isApart = MONEY.test(unit)
		? labels.every((label) => label !== '')
		: isOneKind && (!PERSONS.test(unit) || areOpposed(labels));
	const isAll = marker.groups?.all !== undefined && !/等[，。；]?$/u.test(sentence);
	const isSplit = areOpposed(labels) && parts.length === 2 && /其中[：:]/u.test(marker[0]);
	const slack = Math.max(
		whole.number * 0.002,
		parts.length * grainOf(whole, ...parts.map(({ number }) => number)) * 0.5
	);
	const isTooMuch = (isApart || (isAll && isOneKind)) && sum > whole.number + slack;
	const isTooLittle =
		((isAll && MONEY.test(unit) && parts.length > 2) || isSplit) && sum < whole.number - slack;
	return isTooMuch || isTooLittle
		? [
				{
					type: 'PartsDoNotSum',
					where: sentence,
					total: whole.number,
					sum,
					written: whole.value,
					parts: parts.map(({ number }) => number.value),
					made: writtenLike(whole.value, sum, unit)
				}
			]
		: [];
}

/** 6000000 beside 580万元 is 600万元. */
function writtenLike(whole: string, sum: number, unit: string): string {
	const [scale, step] = whole.includes('亿') ? ['亿', 1e8] : whole.includes('万') ? ['万', 1e4] : ['', 1];
	return `${Number((sum / step).toPrecision(12))}${scale}${unit}`;
}

interface Part {
	label: string;
	number: Mention;
}

/** Label and figure, one after the other, as long as each stretch between two marks holds just one. */
function partsFrom(sentence: string, from: number, numbers: readonly Mention[]): Part[] {
	const parts: Part[] = [];
	let start = from;
	for (const number of numbers.filter((other) => other.start >= from)) {
		const label = sentence.slice(start, number.start).replace(/^[、，；：和及与以及]+/u, '');
		const unit = parts[0]?.number.unit;
		if ((unit !== undefined && number.unit !== unit) || /[，。；]/u.test(label)) break;
		parts.push({ label: label.replace(/(?:有|为|是|占|达|共|投入|安排|出资|支持|援助)+$/u, ''), number });
		const behind = sentence[number.end] ?? '';
		start = number.end;
		if (!/[、，；和及与）)]/u.test(behind)) break;
	}
	return parts;
}

function isAbout(sentence: string, { start, end }: Mention): boolean {
	return ABOUT.test(sentence.slice(Math.max(0, start - 2), end + 2));
}

/** Labels of one make: as long as each other, or ending alike. */
function areContrasted(labels: readonly string[]): boolean {
	if (labels.some((label) => label === '' || label.length > 16)) return false;
	return areOpposed(labels) || labels.every((label) => label.length === labels[0]?.length);
}

/** Labels that say the same of different kinds: 自建 and 共建, 男 and 女. */
function areOpposed(labels: readonly string[]): boolean {
	const [first = ''] = labels;
	if (new Set(labels).size !== labels.length || first === '') return false;
	if (labels.every((label) => /^[男女]/u.test(label))) return true;
	return (
		first.length <= 8 &&
		labels.every((label) => label.length === first.length && label.at(-1) === first.at(-1))
	);
}

/** The least step in which the figures are written: 10,000 for 1万, 1,000 for 1.1万. */
function grainOf(...numbers: readonly Mention[]): number {
	const grains = numbers.map(({ value, number = 0 }) => {
		const digits = /\d+(?:\.(?<decimals>\d+))?/u.exec(value);
		const written = Number(digits?.[0] ?? number);
		const scale = written === 0 ? 1 : Math.round(number / written);
		return scale === 1 && digits?.groups?.decimals === undefined
			? 0
			: scale / 10 ** (digits?.groups?.decimals?.length ?? 0);
	});
	return Math.max(...grains);
}

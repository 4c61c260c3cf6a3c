import { randomIndex, type Random } from '#lib/base/random.ts';
import { remembered } from '#lib/base/remember.ts';
import { readNumeral } from '#lib/document/facts/numeral.ts';

/** A written number taken apart: 近1800万元 → 近 · 1800 · 万 · 元. */
export interface Figure {
	before: string;
	digits: string;
	scale: string;
	/** 余, 多 and the unit, as they stand behind. */
	after: string;
	value: number;
}

/** Figures are compared with the figures near by, which are read again and again. */
export const figureOf = remembered(readFigure, 256);

const FIGURE =
	/^(?<before>[^\d〇零一二两三四五六七八九十百千]*)(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[〇零一二两三四五六七八九十百千]+)(?<scale>[百千]?[万亿]*)(?<after>\D*)$/u;

function readFigure(text: string): Figure | undefined {
	const match = FIGURE.exec(text);
	const { before = '', digits = '', scale = '', after = '' } = match?.groups ?? {};
	const value = readNumeral(digits);
	return match && value !== undefined ? { before, digits, scale, after, value } : undefined;
}

/** Exact figures only: no 约, 近, 余 or 多 around them. */
export function isExact(figure: Figure): boolean {
	return figure.before === '' && !/^[余多来]|[余多]$/u.test(figure.after);
}

/** The same words around another figure. */
export function withValue(figure: Figure, digits: string): string {
	return figure.before + digits + figure.scale + figure.after;
}

/**
 * Figures of the same form as the key, `below` of them smaller, each a clear step from the next: none
 * within 12 % of another, none in `taken`; fewer than `count` when the range leaves no room (a share stays
 * under 100 %).
 */
export function inventFigures(
	figure: Figure,
	{
		below,
		count,
		taken,
		random
	}: { below: number; count: number; taken: ReadonlySet<number>; random: Random }
): { digits: string; value: number }[] {
	const isShare = /^[%％]/u.test(figure.after) && figure.value <= 100;
	const chosen: { digits: string; value: number }[] = [];
	const far = (value: number) =>
		[...taken].every((other) => Math.abs(other - value) >= 0.03 * other) &&
		[figure.value, ...chosen.map((other) => other.value)].every(
			(other) => Math.abs(other - value) >= (isShare ? 1 : 0.12 * Math.min(other, value))
		);
	const take = (more: number, isUp: boolean) => {
		const wanted = chosen.length + more;
		let last = figure.value;
		for (let turn = 0; turn < 24 && chosen.length < wanted; turn++) {
			last = stepFrom(last, { isUp, isShare, random });
			if (last <= 0 || (isShare && last > 99.9)) return;
			const digits = roundLike(figure, last, random);
			const value = readNumeral(digits) ?? 0;
			const isOnItsSide = isUp ? value > figure.value : value < figure.value;
			if (value > 0 && isOnItsSide && !(isShare && value > 99.9) && far(value))
				chosen.push({ digits, value });
		}
	};
	take(below, false);
	take(count - chosen.length, true);
	take(count - chosen.length, false);
	return chosen;
}

/** The next figure up or down: a fifth to a half more, or some points of a share. */
function stepFrom(
	value: number,
	{ isUp, isShare, random }: { isUp: boolean; isShare: boolean; random: Random }
): number {
	if (isShare && isUp && value > 40) return value + (100 - value) * (0.2 + random() * 0.15);
	if (isShare && !isUp && value > 20) return value - (4 + random() * 8);
	const ratio = 1.2 + random() * 0.3;
	return isUp ? value * ratio : value / ratio;
}

/** Keeps the digits behind the point, and the round ending of a round number. */
function roundLike(figure: Figure, value: number, random: Random): string {
	const plain = figure.digits.replace(/,/g, '');
	if (!/^\d/.test(plain)) {
		const grain = figure.value >= 20 ? [10, 5, 1].find((step) => figure.value % step === 0) : 1;
		return hanNumeral(Math.round(value / (grain ?? 1)) * (grain ?? 1));
	}
	const decimals = plain.split('.')[1]?.length ?? 0;
	if (decimals > 0) {
		const text = value.toFixed(decimals);
		return text.endsWith('0') ? `${text.slice(0, -1)}${1 + randomIndex(random, 9)}` : text;
	}
	const zeros = /0*$/.exec(plain)?.[0].length ?? 0;
	// 余 and 多 stand behind round figures only.
	const isRound = /^[余多]/u.test(figure.after) || figure.after.endsWith('多');
	const step = isRound || plain.length > zeros + 1 || zeros === 0 ? 10 ** zeros : 10 ** (zeros - 1) * 5;
	let rounded = Math.round(value / step) * step;
	if (zeros === 0 && rounded % 10 === 0 && rounded > 10) rounded += 1 + randomIndex(random, 8);
	const text = String(rounded);
	return figure.digits.includes(',') ? text.replace(/\B(?=(\d{3})+$)/g, ',') : text;
}

const HAN = '零一二三四五六七八九';

/** 1–999 in ideographs; larger ones do not occur as written-out counts. */
function hanNumeral(value: number): string {
	const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
	const digit = (n: number) => HAN[n] ?? '';
	return (
		(hundreds > 0 ? `${digit(hundreds)}百` : '') +
		(tens > 0
			? `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十`
			: hundreds > 0 && ones > 0
				? '零'
				: '') +
		(ones > 0 ? digit(ones) : '')
	);
}

import { remembered } from '#lib/base/remember.ts';
import { readFigure } from './figure.ts';
import { compose } from './letters.ts';

/** The values an option admits, ends included; one end may be infinite. */
export interface Interval {
	from: number;
	to: number;
	unit: string;
	/** Whether it goes on without end on one side. */
	isOpen: boolean;
}

const LEAST =
	/^(?:不少于|不低于|至少|超过|多于|高于|大于|at least |more than |over |above )(?<figure>.+)$|^(?<behind>.+?)(?:\s?(?:以上|or more|and over|and above))$/iu;
const MOST =
	/^(?:不超过|不多于|不高于|至多|少于|低于|小于|不足|at most |less than |fewer than |under |below |up to )(?<figure>.+)$|^(?<behind>.+?)(?:\s?(?:以下|以内|or less|or fewer|and under))$/iu;
const BETWEEN =
	/^(?<from>\d[\d.,]*(?<scale>[百千万亿%]*)[^\d至到—~-]{0,4}?)\s?(?:至|到|—|–|-|~| to | and )\s?(?<to>\d.*)$/iu;

/** Reads 10人以上, 不超过5天, 10—25人, “more than 10 days”; a figure alone is an interval of one value. */
export const intervalOf = remembered(read, 32);

function read(option: string): Interval | undefined {
	const text = compose(option)
		.trim()
		.replace(/^between /iu, '');
	if (!/[\d〇零一二两三四五六七八九十百千半]/u.test(text)) return undefined;
	const least = LEAST.exec(text)?.groups;
	const most = least ? undefined : MOST.exec(text)?.groups;
	const bound = least ?? most;
	if (bound) {
		const figure = readFigure(bound.figure ?? bound.behind ?? '');
		if (!figure) return undefined;
		const { value, unit } = figure;
		return least
			? { from: value, to: Infinity, unit, isOpen: true }
			: { from: -Infinity, to: value, unit, isOpen: true };
	}
	// 2023年5月1日至3日 and the like are days, not amounts.
	const between = /[年月]/u.test(text) ? undefined : BETWEEN.exec(text)?.groups;
	if (between) {
		const to = readFigure(between.to ?? '');
		const from = readFigure(between.from ?? '');
		if (!from || !to || from.value >= to.value) return undefined;
		return { from: from.value, to: to.value, unit: to.unit, isOpen: false };
	}
	const figure = readFigure(text);
	return figure && { from: figure.value, to: figure.value, unit: figure.unit, isOpen: false };
}

/** Whether two intervals share more than an end: 10—25 and 25以上 only touch. */
export function meets(a: Interval, b: Interval): boolean {
	const from = Math.max(a.from, b.from);
	const to = Math.min(a.to, b.to);
	return (
		from < to || (from === to && (a.from === a.to || b.from === b.to) && a.from !== b.from && a.to !== b.to)
	);
}

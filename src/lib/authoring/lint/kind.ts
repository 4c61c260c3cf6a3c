import { readFigure } from './figure.ts';
import { intervalOf } from './interval.ts';
import { compose } from './letters.ts';

/** What kind of thing an option is, as far as its form shows. */
export interface OptionKind {
	kind: 'figure' | 'date' | 'title' | 'text';
	/** The unit of a figure, the fineness of a date. */
	unit: string;
}

const DATE =
	/^(?:(?:公元)?(?<year>\d{4}|[一二][〇零一二三四五六七八九]{3})年)?(?:(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月)?(?:(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?(?:[至到—-].*)?[底初末]?$/u;
const MONTH =
	/^(?:(?<day>\d{1,2})(?:st|nd|rd|th)? )?(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?: (?<after>\d{1,2}))?(?:,? (?<year>\d{4}))?$/u;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** 三日 beside 一个月 are both spans of time, as laws give them. */
const SPAN =
	/^(?:个?(?:工作)?[日天周月年]|个?(?:小时|分钟|季度|星期)|周岁|岁|(?:second|minute|hour|day|week|month|year)s?)$/u;

export function kindOf(option: string): OptionKind {
	const text = compose(option).trim();
	if (/^《.*》$/u.test(text)) return { kind: 'title', unit: '' };
	const date = (/[年月]/u.test(text) ? DATE.exec(text) : null)?.groups ?? MONTH.exec(text)?.groups;
	const { year, month, day, after } = date ?? {};
	if (year !== undefined || (month !== undefined && text.length > 1)) {
		const parts = [year && 'y', month && 'm', (day ?? after) && 'd'];
		// 5月1日 beside 2023年5月1日: one is said more closely, but both are days.
		return { kind: 'date', unit: parts[2] ? 'd' : parts.join('') };
	}
	// 10人以上 and 10—20人 are amounts of people, too.
	const figure = readFigure(text) ?? intervalOf(text);
	if (!figure) return { kind: 'text', unit: '' };
	return {
		kind: 'figure',
		unit: SPAN.test(figure.unit) ? 'time' : figure.unit.replace(/(?<=[a-z]{3})s$/u, '')
	};
}

/** The place of a figure or a date among its like. */
export function valueOf(option: string): number | undefined {
	const text = compose(option).trim();
	const date = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?/u.exec(text);
	const [, year, month, day] = date ?? [];
	if (year !== undefined || (month !== undefined && day !== undefined))
		return Number(year ?? 0) * 10_000 + Number(month ?? 0) * 100 + Number(day ?? 0);
	const english = MONTH.exec(text)?.groups;
	if (english?.month !== undefined)
		return (
			Number(english.year ?? 0) * 10_000 +
			(MONTHS.indexOf(english.month.slice(0, 3)) + 1) * 100 +
			Number(english.day ?? english.after ?? 0)
		);
	return readFigure(text)?.value;
}

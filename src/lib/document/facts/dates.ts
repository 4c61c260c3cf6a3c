import type { Mention } from './mention.ts';
import { readNumeral } from './numeral.ts';

const NUMERAL = '(?:\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)';
const YEAR = '(?:(?<![\\d.])\\d{4}|[一二][〇零一二三四五六七八九○]{3})';
const DAY = `${NUMERAL}[日号]`;
const TO = '\\s?(?:至|到|[-－—–~～]{1,2})\\s?';

const DATE = new RegExp(
	[
		`(?<year>${YEAR})年(?:(?<month>${NUMERAL})月(?:份)?(?:(?<day>${NUMERAL})[日号](?:${TO}(?:(?<toMonth>${NUMERAL})月)?(?<toDay>${NUMERAL})[日号])?|${TO}(?<untilMonth>${NUMERAL})月(?:份)?)?|${TO}(?<toYear>${YEAR})年)?`,
		`(?<yearA>${YEAR})${TO}(?<yearB>${YEAR})年`,
		`(?<iso>(?<!\\d)\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d))`,
		`(?<![\\d第])(?<bareMonth>${NUMERAL})月(?<bareDay>${DAY})(?:${TO}(?:(?<bareToMonth>${NUMERAL})月)?(?<bareToDay>${DAY}))?`
	].join('|'),
	'gu'
);

/**
 * Days, months, years and spans of them. A day without a year takes the last year named before it in
 * the sentence, else `yearBefore`; without either it has no `date`.
 */
export function findDates(sentence: string, yearBefore?: number): Mention[] {
	const found: Mention[] = [];
	let year = yearBefore;
	for (const match of sentence.matchAll(DATE)) {
		const groups = match.groups ?? {};
		const own = groups.year ?? groups.yearA ?? groups.iso?.slice(0, 4);
		if (own !== undefined) year = readYear(own);
		const date = isoOf(groups, year);
		if (date === 'impossible') continue;
		found.push({
			kind: 'date',
			value: match[0],
			...(date !== undefined && { date }),
			start: match.index,
			end: match.index + match[0].length
		});
	}
	return found;
}

/** The last year a sentence names, for the days that follow in the same paragraph. */
export function lastYearIn(sentence: string): number | undefined {
	const years = [...sentence.matchAll(new RegExp(`(${YEAR})年`, 'gu'))];
	return readYear(years.at(-1)?.[1] ?? '');
}

function readYear(text: string): number | undefined {
	const year = readNumeral(text.replace(/○/g, '〇'));
	return year !== undefined && year >= 1000 && year <= 2999 ? year : undefined;
}

function isoOf(groups: Partial<Record<string, string>>, year: number | undefined): string | undefined {
	const { month, day, toMonth, toDay, untilMonth, toYear, yearA, yearB, iso } = groups;
	if (iso !== undefined) {
		const [y = '', m = '', d = ''] = iso.split(/[-./]/);
		return isoDay(Number(y), Number(m), Number(d));
	}
	if (yearA !== undefined) return year === undefined ? undefined : `${year}/${readYear(yearB ?? '') ?? year}`;
	const m = numeral(month ?? groups.bareMonth);
	const d = numeral((day ?? groups.bareDay)?.replace(/[日号]$/u, ''));
	const endMonth = numeral(toMonth ?? groups.bareToMonth) ?? m;
	const endDay = numeral((toDay ?? groups.bareToDay)?.replace(/[日号]$/u, ''));
	if (m !== undefined && (m < 1 || m > 12)) return 'impossible';
	if (d !== undefined && (d < 1 || d > 31)) return 'impossible';
	if (year === undefined) return undefined;
	if (toYear !== undefined) return `${year}/${readYear(toYear) ?? year}`;
	if (m === undefined) return String(year);
	if (d === undefined) {
		const until = numeral(untilMonth);
		return until === undefined ? isoMonth(year, m) : `${isoMonth(year, m)}/${isoMonth(year, until)}`;
	}
	const from = isoDay(year, m, d);
	if (endDay === undefined || endMonth === undefined) return from;
	const to = isoDay(year, endMonth, endDay);
	return from === 'impossible' || to === 'impossible' ? 'impossible' : `${from}/${to}`;
}

const numeral = (text: string | undefined) =>
	text === undefined ? undefined : readNumeral(text.replace('廿', '二十'));
const two = (part: number) => String(part).padStart(2, '0');
const isoMonth = (year: number, month: number) => `${year}-${two(month)}`;

function isoDay(year: number, month: number, day: number): string {
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
	return month >= 1 && month <= 12 && day >= 1 && day <= days
		? `${isoMonth(year, month)}-${two(day)}`
		: 'impossible';
}

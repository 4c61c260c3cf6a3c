import { withoutOverlap, type Mention } from './mention.ts';

const MONTHS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
];
const MONTH = `(?:${MONTHS.map((name) => name[0]?.toUpperCase() + name.slice(1)).join('|')})`;
const DATE = new RegExp(
	`(?<month>${MONTH}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})|(?<dayB>\\d{1,2}) (?<monthB>${MONTH}) (?<yearB>\\d{4})|(?<monthC>${MONTH}) (?<yearC>\\d{4})|(?<=\\b(?:in|since|by|until|from|of|during|after|before) )(?<yearD>(?:1[5-9]|20)\\d{2})(?![\\d,.]\\d)`,
	'gu'
);
const SCALES: Readonly<Record<string, number>> = {
	thousand: 1e3,
	million: 1e6,
	billion: 1e9,
	trillion: 1e12
};
const NUMBER =
	/(?<![\w.,-])(?<currency>[$€£])?(?<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?: (?<scale>thousand|million|billion|trillion))?(?:(?<percent> ?%| percent| per cent)|[ -](?<unit>[a-z]{3,}))?(?![\w])/gu;
const NOT_UNITS = new Set(
	'and the for but with from that this are was were has have had when while which who than into over under about after before because per out off via since until among across between within without through not all who whom whose as at by of on or to up so if it is an'.split(
		' '
	)
);
const TERM = /[“"](?<term>[^“”".!?]{2,40})[”"]/gu;
const NAME =
	/(?<=\b(?:Mr|Ms|Mrs|Dr|Prof|President|Director|Minister|Professor|Chair|Chairman|Secretary)\.? )(?<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})/gu;
const ORGANISATION =
	/(?<![.!?] |^)(?<!\w)(?<name>(?:[A-Z][a-z]+ ){1,4}(?:Act|Treaty|Agreement|University|Institute|Organization|Organisation|Commission|Council|Convention|Committee|Agency|Programme|Program|Bank|Union|Protocol))(?!\w)/gu;

/** Numbers, dates, quoted terms and names that are certain by form in an English sentence. */
export function findEnglish(sentence: string): Mention[] {
	return withoutOverlap([
		...found(sentence, DATE, (text, groups) => {
			const date = isoOf(groups);
			return date === undefined ? undefined : { kind: 'date', value: text, date };
		}),
		...found(sentence, NUMBER, (text, groups) => numberOf(text, groups)),
		...found(sentence, TERM, (_text, groups) => ({ kind: 'term', value: groups.term ?? '' })),
		...found(sentence, NAME, (text) => ({ kind: 'name', value: text })),
		...found(sentence, ORGANISATION, (text) => ({ kind: 'term', value: text }))
	]);
}

type Groups = Partial<Record<string, string>>;

function found(
	sentence: string,
	pattern: RegExp,
	read: (text: string, groups: Groups) => Omit<Mention, 'start' | 'end'> | undefined
): Mention[] {
	return [...sentence.matchAll(pattern)].flatMap((match) => {
		const mention = read(match[0], match.groups ?? {});
		if (!mention || mention.value === '') return [];
		const start = match.index + match[0].indexOf(mention.value);
		return [{ ...mention, start, end: start + mention.value.length }];
	});
}

function numberOf(text: string, groups: Groups): Omit<Mention, 'start' | 'end'> | undefined {
	const { currency, figure = '', scale, percent, unit } = groups;
	const isYear = /^(?:1[5-9]|20)\d\d$/.test(figure);
	const kept = unit !== undefined && !NOT_UNITS.has(unit) && (!isYear || unit.endsWith('s'));
	if (!currency && !scale && !percent && !kept) return undefined;
	const number = Number((Number(figure.replace(/,/g, '')) * (SCALES[scale ?? ''] ?? 1)).toPrecision(15));
	const value = unit !== undefined && !kept ? text.slice(0, -unit.length - 1) : text;
	return { kind: 'number', value, number, unit: percent ? '%' : (currency ?? (kept ? unit : '')) };
}

function isoOf(groups: Groups): string | undefined {
	const year = groups.year ?? groups.yearB ?? groups.yearC ?? groups.yearD;
	const month = MONTHS.indexOf((groups.month ?? groups.monthB ?? groups.monthC ?? '').toLowerCase()) + 1;
	const day = Number(groups.day ?? groups.dayB ?? 0);
	if (year === undefined || day > 31) return undefined;
	const two = (part: number) => String(part).padStart(2, '0');
	return [year, ...(month > 0 ? [two(month)] : []), ...(day > 0 ? [two(day)] : [])].join('-');
}

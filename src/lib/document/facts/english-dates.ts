import type { Mention } from './mention.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
	' '
);
const MONTH = `(?:${MONTHS.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)`;
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = '(?:1[5-9]|20)\\d{2}';
const DASH = '(?:[–—-]| to | and | through | until )';
const DATE = new RegExp(
	[
		`(?<![\\d.])(?<dayA>${DAY})(?:${DASH}(?<toDayA>${DAY}))? (?<monthA>${MONTH})(?:,? (?<yearA>${YEAR}))?(?!\\d)`,
		`\\b(?<monthB>${MONTH}) (?<dayB>${DAY})(?:${DASH}(?<toDayB>${DAY}))?(?:,? (?<yearB>${YEAR}))?(?![\\d,]\\d|\\d)`,
		`\\b(?<monthC>${MONTH}) (?<yearC>${YEAR})`,
		`(?<=\\b(?:[Ii]n|[Ee]very|[Ee]ach|[Bb]y|[Uu]ntil|[Ss]ince|and) )(?:${MONTHS.join('|')})\\b(?! \\d)`,
		`(?<![\\d:])\\d{1,2}:\\d{2}(?: ?[ap]\\.?m\\.?)?(?:${DASH}\\d{1,2}:\\d{2}(?: ?[ap]\\.?m\\.?)?)?(?![\\d:])`,
		`(?<iso>(?<!\\d)${YEAR}-\\d{2}-\\d{2})(?!\\d)`,
		`(?<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|Q[1-4]) (?:quarter |half )?(?:of )?(?<yearQ>${YEAR})`,
		`\\b(?<yearE>${YEAR})[–—-](?<toYear>${YEAR}|\\d{2})(?![\\d–-])`,
		`(?:(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|of|[Dd]uring|[Aa]fter|[Bb]efore|for|to|and|[Tt]hroughout|year|early|late|mid|end of) )|(?<=\\())(?<yearD>${YEAR})(?![\\d%]|[,.:]\\d| (?:[a-z]+s)\\b(?<! was| has| is))`
	].join('|'),
	'gu'
);

/** Days, months, years, quarters and spans of them, with an ISO day, month, year or interval where a year stands by. */
export function findEnglishDates(sentence: string): Mention[] {
	if (!/\d/u.test(sentence)) return [];
	return [...sentence.matchAll(DATE)].flatMap((match): Mention[] => {
		const date = isoOf(match.groups ?? {});
		if (date === 'impossible') return [];
		return [
			{
				kind: 'date',
				value: match[0],
				...(date !== undefined && { date }),
				start: match.index,
				end: match.index + match[0].length
			}
		];
	});
}

const two = (part: number) => String(part).padStart(2, '0');

function isoOf(groups: Partial<Record<string, string>>): string | undefined {
	const { iso, yearC, yearD, yearE, toYear, quarter, yearQ } = groups;
	if (iso !== undefined) return iso;
	if (yearE !== undefined)
		return `${yearE}/${toYear?.length === 2 ? `${yearE.slice(0, 2)}${toYear}` : (toYear ?? yearE)}`;
	if (yearD !== undefined) return yearD;
	if (groups.dayA === undefined && groups.dayB === undefined && yearC === undefined && quarter === undefined)
		return undefined;
	if (quarter !== undefined) return yearQ === undefined ? undefined : quarterOf(quarter, yearQ);
	const month = monthOf(groups.monthA ?? groups.monthB ?? groups.monthC ?? '');
	if (yearC !== undefined) return `${yearC}-${two(month)}`;
	const year = groups.yearA ?? groups.yearB;
	const day = Number.parseInt(groups.dayA ?? groups.dayB ?? '', 10);
	const to = Number.parseInt(groups.toDayA ?? groups.toDayB ?? '', 10);
	if (day < 1 || day > 31 || to > 31) return 'impossible';
	if (year === undefined) return undefined;
	const from = `${year}-${two(month)}-${two(day)}`;
	return Number.isNaN(to) ? from : `${from}/${year}-${two(month)}-${two(to)}`;
}

const monthOf = (name: string) =>
	MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;

function quarterOf(word: string, year: string): string {
	const at = ['first', 'second', 'third', 'fourth'].indexOf(word.toLowerCase());
	const quarter = at >= 0 ? at + 1 : Number(word.slice(1));
	return `${year}-${two(3 * quarter - 2)}/${year}-${two(3 * quarter)}`;
}

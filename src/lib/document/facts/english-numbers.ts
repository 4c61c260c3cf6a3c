import type { Mention } from './mention.ts';

const SCALES: Readonly<Record<string, number>> = {
	hundred: 1e2,
	thousand: 1e3,
	million: 1e6,
	mn: 1e6,
	m: 1e6,
	billion: 1e9,
	bn: 1e9,
	b: 1e9,
	trillion: 1e12,
	k: 1e3
};
const WORDS: Readonly<Record<string, number>> = {
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	eleven: 11,
	twelve: 12,
	fifteen: 15,
	twenty: 20,
	thirty: 30,
	forty: 40,
	fifty: 50,
	sixty: 60,
	ninety: 90
};
const WORD = Object.keys(WORDS).join('|');
const PLAIN = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const NUMBER = new RegExp(
	`(?<![\\w.,:/-]|[Ss]ections? |[Pp]arts? |[Cc]hapters? |[Aa]rticles? |[Pp]ages? |[Rr]ules? |[Ff]igures? |[Tt]ables? |[Nn]os?\\. |[Vv]ol\\. |[Ff]orms? |[Aa]nnex )` +
		`(?<currency>(?:US|A|C|HK)?[$€£¥])? ?(?:(?<!from [$€£¥]?)(?<from>${PLAIN})(?: ?(?:%|percent|per cent))?(?: to |[–—-])[$€£¥]?)?` +
		`(?:(?<figure>${PLAIN})(?:(?<glued>bn|mn|m|b|k)(?![\\w])| (?<scale>hundred|thousand|million|billion|trillion))?|(?<word>\\b(?:${WORD}))(?: (?<wordScale>hundred|thousand|million|billion))?)` +
		`(?:(?<percent> ?%| percent(?:age points?)?| per cent)|(?<more> or (?:more|fewer|less))?[ -](?<rest>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}))?(?![\\w]|:\\d)`,
	'gu'
);
const FRACTION = /\b(?<top>one|two|three|a) ?-?(?<bottom>half|thirds?|quarters?|fifths?|tenths?)\b(?= of)/giu;
const BOTTOMS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };

/** Words that are no unit and in front of which a unit ends. */
const STOP = new Set(
	'and the for but with from that this are was were has have had when while which who into than over under about after before because per out off via since until among across between within without through not all whose as at by of on or to up so if it is an a in be will may can could would should shall must also more less other others each every only just both then there their its his her our your'.split(
		' '
	)
);
const LEAST =
	/(?:at least|(?:not|no) (?:less|fewer) than|(?<!not |no )more than|over|above|(?<!not )exceed(?:s|ing|ed)?|minimum of) $/iu;
const MOST =
	/(?:at most|(?:not|no) more than|not exceed(?:ing)?|up to|(?<!not |no )(?:less|fewer) than|under|below|within|maximum of|no later than) $/iu;

/** Figures with what they count, money, shares; no years, times of day, section numbers or bare numbers. */
export function findEnglishNumbers(sentence: string): Mention[] {
	const found: Mention[] = [];
	for (const match of sentence.matchAll(NUMBER)) {
		const mention = numberOf(match[0], match.index, match.groups ?? {});
		if (!mention) continue;
		const more = match.groups?.more;
		const bound =
			more === undefined
				? boundOf(sentence, mention.start)
				: ({ bound: /more/u.test(more) ? 'least' : 'most' } as const);
		found.push({ ...mention, ...bound });
	}
	if (/half|third|quarter|fifth|tenth/iu.test(sentence)) found.push(...fractionsIn(sentence));
	return found;
}

function numberOf(text: string, start: number, groups: Partial<Record<string, string>>): Mention | undefined {
	const { currency, from, figure, glued, scale, word, wordScale, percent, rest } = groups;
	const isYear = from === undefined && /^(?:1[5-9]|20)\d\d$/.test(figure ?? '');
	const unit = rest === undefined ? undefined : unitOf(rest);
	const size = SCALES[glued ?? scale ?? wordScale ?? ''] ?? 1;
	if (currency === undefined && percent === undefined && size === 1 && unit === undefined) return undefined;
	if (glued !== undefined && currency === undefined && unit === undefined) return undefined;
	if (isYear && currency === undefined && percent === undefined && !/s$/u.test(unit?.noun ?? ''))
		return undefined;
	// “two of them”, “one third”: a word is a figure only before a plural.
	if (
		word !== undefined &&
		!(unit?.noun.endsWith('s') === true) &&
		wordScale === undefined &&
		percent === undefined
	)
		return undefined;
	const plain = figure === undefined ? (WORDS[word ?? ''] ?? 0) : Number(figure.replace(/,/g, ''));
	const number = Number((plain * size).toPrecision(15));
	const kept =
		percent !== undefined || rest === undefined
			? text
			: text.slice(0, text.length - rest.length + (unit?.length ?? 0)).replace(/[ -]$/u, '');
	const low =
		from === undefined ? undefined : Number((Number(from.replace(/,/g, '')) * size).toPrecision(15));
	return {
		kind: 'number',
		value: kept.trim(),
		...(low === undefined ? { number } : low < number ? { range: [low, number] } : {}),
		unit: percent !== undefined ? '%' : (currency ?? unit?.noun ?? ''),
		...(currency === undefined && unit !== undefined && percent === undefined && { measure: unit.phrase }),
		start: start + (text.length - text.trimStart().length),
		end: start + kept.length
	};
}

/** The noun a figure counts: the first plural of the next three words, else the first word. */
function unitOf(rest: string): { noun: string; phrase: string; length: number } | undefined {
	const words = rest.split(' ');
	const upto = words.findIndex((word) => STOP.has(word));
	const usable = upto < 0 ? words : words.slice(0, upto);
	const plural = usable.findIndex((word) => /[^s]s$|people|children|women|men$/u.test(word));
	const at = plural >= 0 ? plural : 0;
	const noun = usable[at];
	if (noun === undefined || noun.length < 3 || (plural < 0 && /(?:ed|ing|ly)$/u.test(noun))) return undefined;
	const phrase = usable.slice(0, at + 1).join(' ');
	return { noun, phrase, length: phrase.length };
}

function boundOf(sentence: string, start: number): Pick<Mention, 'bound'> {
	const before = sentence.slice(Math.max(0, start - 24), start);
	if (MOST.test(before)) return { bound: 'most' };
	return LEAST.test(before) ? { bound: 'least' } : {};
}

function fractionsIn(sentence: string): Mention[] {
	return [...sentence.matchAll(FRACTION)].map((match): Mention => {
		const { top = '', bottom = '' } = match.groups ?? {};
		const number = (WORDS[top.toLowerCase()] ?? 1) / (BOTTOMS[bottom.toLowerCase().replace(/s$/u, '')] ?? 1);
		return {
			kind: 'number',
			value: match[0],
			number: Number(number.toPrecision(6)),
			unit: '',
			start: match.index,
			end: match.index + match[0].length
		};
	});
}

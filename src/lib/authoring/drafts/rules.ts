import { randomIndex, type Random } from '#lib/base/random.ts';
import { readNumeral } from '#lib/document/facts/numeral.ts';
import type { Fact } from '#lib/document/document.ts';
import type { Place } from '../place.ts';
import { splitClauses } from './clauses.ts';
import { explain, type Desk, type Draft } from './draft.ts';
import { figureOf, inventFigures } from './figures.ts';
import { frameAlways } from './frame.ts';
import { phrasesFor } from './phrases.ts';
import { balanced, isLost, withoutMark } from './referents.ts';
import { hasSubject } from './subject.ts';

const LEGAL = /(?:法|条例|规定|办法|规则|细则|章程|规程|准则|守则)(?:（[^）]*）|\([^)]*\))*$/u;

/** Whether a text lays down what must be done: a law, a statute, rules of a house. */
export function isLegal({ article, document }: Place): boolean {
	return LEGAL.test(article.title.trim()) || (article.title === '' && LEGAL.test(document.title.trim()));
}

const PREFIX =
	/^(?:不得超过|不超过|不得少于|不少于|不得低于|不低于|不得高于|不高于|至少|最多|最低|最高|超过|不满|不足|多于|少于|低于|高于|满)/u;
const SUFFIX = /(?:以上|以下|以内|之内|内)$/u;
const RANGE = /^(?<from>.+?)以上(?<to>.+?)以下$/u;
const SHARE = /^百分之/u;

/** How soon, how much, how many: the limit that a rule sets, with the case it is set for. */
export function draftRule({ fact, place, random }: Desk): Draft | undefined {
	if (fact.importance < 2) return undefined;
	const limit = limitOf(fact);
	const stretch = limit && stretchOf(fact, limit);
	const frame = frameAlways(place);
	if (!stretch || frame === undefined) return undefined;
	const stem = `${frame}${stretch.before}${limit.asked}${stretch.after}？`;
	const options = optionsFor(limit, random);
	if (options.length < 3 || stem.length > 108) return undefined;
	return {
		type: 'single-choice',
		stem,
		options,
		key: options.indexOf(limit.value),
		explanation: explain(place, articleOf(place), phrasesFor('zh').answerIs(limit.value)),
		difficulty: 3
	};
}

/** 第十九条规定。 where the paragraph is an article of a law. */
function articleOf({ paragraph }: Place): string {
	const number = /^第[一二三四五六七八九十百零\d]{1,8}条/u.exec(paragraph.text)?.[0];
	return number === undefined ? '' : `见${number}。`;
}

interface Limit {
	/** What is asked for: 二个月 of 不得超过二个月. */
	value: string;
	/** 多少个月 */
	asked: string;
	/** The ends of a range, else one. */
	ends: readonly string[];
	unit: string;
}

function limitOf({ value }: Fact): Limit | undefined {
	const range = RANGE.exec(value)?.groups;
	const core = value.replace(PREFIX, '').replace(SUFFIX, '');
	const ends = range ? [range.from ?? '', range.to ?? ''] : [core];
	const units = ends.map((end) => (SHARE.test(end) ? '%' : (figureOf(end)?.after ?? '')));
	const unit = units.at(-1) ?? '';
	if (!ends.every((end) => amountOf(end) !== undefined) || unit === '') return undefined;
	const asked = unit === '%' ? (range ? '百分之多少的比例' : '百分之多少') : `多少${unit}`;
	return { value: range ? value : core, asked, ends, unit };
}

function amountOf(end: string): number | undefined {
	if (SHARE.test(end)) return readNumeral(end.slice(3));
	const figure = figureOf(end);
	return figure && readNumeral(figure.digits + figure.scale);
}

/** A longer stem nobody reads to its end. */
const MOST = 84;

/** The case and the rule around the limit. */
function stretchOf(fact: Fact, limit: Limit): { before: string; after: string } | undefined {
	const sentence = withoutMark(fact.sentence.replace(/^第[一二三四五六七八九十百零\d]{1,8}条\s*/u, ''));
	const found = sentence.indexOf(fact.value);
	if (found < 0 || sentence.indexOf(fact.value, found + 1) >= 0) return undefined;
	const at = found + fact.value.indexOf(limit.value);
	const clauses = splitClauses(sentence);
	const own = clauses.findIndex(({ text, start }) => at >= start && at < start + text.length);
	const clause = clauses[own];
	if (!clause) return undefined;
	const end = clause.start + clause.text.length;
	const after = sentence.slice(at + limit.value.length, end);
	// 二十人以上的, 满一年不…的: the case, not the rule.
	if (/的$/u.test(clause.text) || /^(?:以上)?(?:不满|不足|但)|^以[上下]的(?!罚款|处罚)/u.test(after))
		return undefined;
	const since = Math.max(
		0,
		clauses.slice(0, own + 1).findLastIndex(({ mark }) => mark === '；')
	);
	const opening = clauses[since]?.text ?? '';
	const isFollowing = since > 0 && /^(?:没有|情节|逾期|拒不|造成|构成|有前|并|可以|处)/u.test(opening);
	const lead = isFollowing ? caseOf(clauses.map(({ text }) => text)) : '';
	if (lead === undefined) return undefined;
	const starts = [
		clauses[since]?.start ?? 0,
		...clauses.slice(since + 1, own + 1).flatMap(({ text, start }) => (hasSubject(text) ? [start] : []))
	];
	for (const start of starts) {
		const before = lead + sentence.slice(start, at);
		const whole = before + limit.value + after;
		if (whole.length > MOST || !balanced(whole) || (before + after).length < 8) continue;
		if (
			isLost(whole.replace(/本(?:单位|行业|市|省|县|区|级)/gu, ''), true) ||
			/前款|前条|前[两三]款|本[条款]|上述|下列/u.test(whole)
		)
			return undefined;
		return { before, after };
	}
	return undefined;
}

/** 违反本法规定，擅自经营的，: the case a sentence opens with. */
function caseOf(clauses: readonly string[]): string | undefined {
	const last = clauses.findIndex((text) => /的$/u.test(text));
	const told = `${clauses
		.slice(0, last + 1)
		.join('，')
		.replace(/的$/u, '')}，`;
	return last < 0 || told.length > 40 ? undefined : told;
}

/** Limits as rules know them; a wrong one is another of the same row. */
const ROWS: Readonly<Record<string, string>> = {
	日: '一 二 三 五 七 十 十五 二十 三十 四十五 六十 九十 一百八十',
	天: '一 二 三 五 七 十 十五 二十 三十 四十五 六十 九十',
	个工作日: '一 二 三 五 七 十 十五 二十 三十 六十',
	个月: '一 二 三 四 六 九 十二 十八 二十四',
	年: '一 二 三 五 八 十 十五 二十',
	小时: '一 二 四 八 十二 二十四 三十六 四十八 七十二',
	元: '二十 五十 一百 二百 三百 五百 一千 二千 三千 五千 一万 二万 三万 五万 十万 二十万 三十万 五十万 一百万 二百万 三百万 五百万 一千万',
	倍: '一 二 三 五 八 十 十五 二十',
	'%': '五 十 十五 二十 三十 四十 五十 六十 七十 八十 九十 一百'
};

/** The limit and up to three beside it in its row, smallest first. */
function optionsFor(limit: Limit, random: Random): string[] {
	const row =
		ROWS[limit.unit]?.split(' ').map((digits) => ({ digits, amount: readNumeral(digits) ?? 0 })) ?? [];
	const places = limit.ends.map((end) => row.findIndex(({ amount }) => amount === amountOf(end)));
	const below = randomIndex(random, 4);
	if (places.some((place) => place < 0))
		return limit.ends.length === 1 ? besideFigure(limit, below, random) : [];
	const shifts = [-3, -2, -1, 1, 2, 3].filter((shift) =>
		places.every((place) => row[place + shift] !== undefined)
	);
	const lower = shifts.filter((shift) => shift < 0).slice(-below || undefined);
	const chosen = [...(below === 0 ? [] : lower), ...shifts.filter((shift) => shift > 0)].slice(0, 3);
	const all = [
		...chosen,
		...(chosen.length < 3
			? shifts
					.filter((shift) => !chosen.includes(shift))
					.reverse()
					.slice(0, 3 - chosen.length)
			: []),
		0
	];
	return [...new Set(all)]
		.sort((a, b) => a - b)
		.map((shift) =>
			written(
				limit,
				places.map((place) => row[place + shift]?.digits ?? ''),
				shift
			)
		);
}

/** The limit with other figures, in the figures its text uses. */
function written(limit: Limit, digits: readonly string[], shift: number): string {
	if (shift === 0) return limit.value;
	const ends = limit.ends.map((end, at) => {
		const hanzi = digits[at] ?? '';
		const figure = figureOf(end);
		const isArabic = /\d/u.test(end);
		const amount = readNumeral(hanzi) ?? 0;
		const arabic = amount >= 10_000 && amount % 10_000 === 0 ? `${amount / 10_000}万` : String(amount);
		if (SHARE.test(end)) return `百分之${hanzi}`;
		const said = isArabic ? arabic : hanzi;
		// 两个月 and 二个月 stand for each other; a text keeps to one.
		return `${limit.value.includes('两') && said === '二' ? '两' : said}${figure?.after ?? ''}`;
	});
	return ends.length === 2 ? `${ends[0] ?? ''}以上${ends[1] ?? ''}以下` : (ends[0] ?? '');
}

function besideFigure(limit: Limit, below: number, random: Random): string[] {
	const figure = SHARE.test(limit.value) ? undefined : figureOf(limit.value);
	if (!figure) return [];
	const others = inventFigures(figure, { below, count: 3, taken: new Set(), random });
	return [
		{ text: limit.value, value: figure.value },
		...others.map(({ digits, value }) => ({ text: digits + figure.scale + figure.after, value }))
	]
		.sort((a, b) => a.value - b.value)
		.map(({ text }) => text);
}

/**
 * How a line is numbered. The kinds stand in the order in which documents nest them (GB/T 9704-2012
 * §7.3.3: 一、（一） 1. （1）); `lead` is a run-in 一是 or 二要 that opens a paragraph and is no heading.
 */
export const MARK_KINDS = [
	'part',
	'chapter',
	'section',
	'clause',
	'han',
	'han-paren',
	'arabic',
	'decimal',
	'arabic-paren',
	'circled',
	'letter',
	'question',
	'lead'
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface Mark {
	kind: MarkKind;
	/** The number it says; for a decimal its last part. */
	number: number;
	/** 2 for 1.1, 3 for 1.1.1; otherwise 1. */
	depth: number;
	/** Where the text behind the mark begins. */
	end: number;
}

const HAN = '[〇零一二三四五六七八九十百]{1,6}';
const NUMBER = `(?:${HAN}|[0-9]{1,4})`;
const ORDINAL_UNITS: Record<string, MarkKind> = {
	编: 'part',
	篇: 'part',
	部分: 'part',
	章: 'chapter',
	节: 'section',
	条: 'clause'
};
const ORDINAL = new RegExp(
	`^第 ?(${NUMBER}) ?(编|篇|部分|章|节|条)(?:之${HAN})?(?![款项件约例理])[ \\t：:]?`
);
const HAN_MARK = new RegExp(`^(${HAN})[、．.] ?`);
const HAN_PAREN = new RegExp(`^[（(] ?(${HAN}) ?[）)][、.]? ?`);
const ARABIC = /^([0-9]{1,3})(?:[、．]|[.](?![0-9])|[)）]) ?/;
const DECIMAL = /^([0-9]{1,2}(?:[.．][0-9]{1,2}){1,3})[.．、]?(?: |\t|(?=[\u4e00-\u9fff“《]))/;
const ARABIC_PAREN = /^[（(] ?([0-9]{1,3}) ?[）)][、.]? ?/;
const LEAD = new RegExp(`^(?:(${HAN})(?:是|要|则)|第(${HAN})[，、]|(首先|其次|再次|最后)[，、])`);
/** (a), (iii): clauses of English papers. */
const LETTER = /^\(([a-z]|i{2,3}|iv|vi{1,3}|ix)\) (?=\S)/;
const QUESTION = /^(?:问|答|Q|A)([0-9]{0,3})[：:.] ?/;
const ENGLISH =
	/^(Part|Chapter|Section|Article|PART|CHAPTER|SECTION|ARTICLE) ([0-9]{1,3}|[IVXL]{1,7})(?=[.:\s—–-]|$)[.:]?\s?/;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** After “2.2” these make it an amount, not a number of a heading. */
const AMOUNT = /^[万亿%％％元个倍米吨年月日℃]/;

/** The mark in front of a line, if there is one. */
export function readMark(text: string): Mark | undefined {
	const head = text.slice(0, 24);
	const ordinal = ORDINAL.exec(head);
	if (ordinal) {
		const kind = ORDINAL_UNITS[ordinal[2] ?? ''];
		if (kind !== undefined) return { kind, number: toNumber(ordinal[1]), depth: 1, end: ordinal[0].length };
	}
	const lead = LEAD.exec(head);
	if (lead) return { kind: 'lead', number: toNumber(lead[1] ?? lead[2]), depth: 1, end: lead[0].length };
	const circled = CIRCLED.indexOf(head[0] ?? ' ');
	if (circled >= 0) return { kind: 'circled', number: circled + 1, depth: 1, end: 1 };
	const decimal = DECIMAL.exec(head);
	if (decimal && !AMOUNT.test(head.slice(decimal[0].length))) {
		const parts = (decimal[1] ?? '').split(/[.．]/);
		return {
			kind: 'decimal',
			number: Number(parts[parts.length - 1]),
			depth: parts.length,
			end: decimal[0].length
		};
	}
	for (const [pattern, kind] of SIMPLE) {
		const match = pattern.exec(head);
		if (match) return { kind, number: toNumber(match[1]), depth: 1, end: match[0].length };
	}
	const english = ENGLISH.exec(head);
	if (!english) return undefined;
	const kind = ENGLISH_KINDS[(english[1] ?? '').toLowerCase()] ?? 'chapter';
	return { kind, number: toNumber(english[2]), depth: 1, end: english[0].length };
}

const SIMPLE: [RegExp, MarkKind][] = [
	[HAN_MARK, 'han'],
	[HAN_PAREN, 'han-paren'],
	[ARABIC, 'arabic'],
	[ARABIC_PAREN, 'arabic-paren'],
	[QUESTION, 'question'],
	[LETTER, 'letter']
];

const ENGLISH_KINDS: Record<string, MarkKind> = {
	part: 'part',
	chapter: 'chapter',
	section: 'section',
	article: 'section'
};

const HAN_DIGITS = '零一二三四五六七八九';
const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };

function toNumber(written: string | undefined): number {
	if (written === undefined || written === '') return 0;
	if (/^[0-9]/.test(written)) return Number(written);
	if (/^[a-z]$/.test(written)) return written.charCodeAt(0) - 96;
	if (/^[ivx]/.test(written)) return romanToNumber(written.toUpperCase());
	if (/^[IVXL]/.test(written)) return romanToNumber(written);
	let total = 0;
	let digit = 0;
	for (const char of written) {
		if (char === '百') total += (digit || 1) * 100;
		else if (char === '十') total += (digit || 1) * 10;
		else digit = char === '〇' ? 0 : HAN_DIGITS.indexOf(char);
		if (char === '百' || char === '十') digit = 0;
	}
	return total + digit;
}

/** I is 1, IV is 4; capitals only. */
export function romanToNumber(written: string): number {
	let total = 0;
	for (let i = 0; i < written.length; i++) {
		const value = ROMAN[written[i] ?? ''] ?? 0;
		total += value < (ROMAN[written[i + 1] ?? ''] ?? 0) ? -value : value;
	}
	return total;
}

const NEVER_HEADS: ReadonlySet<MarkKind> = new Set(['lead', 'clause', 'question', 'letter']);

/** Whether a line so numbered may be a heading of its own. */
export function isHeadingMark(mark: Mark): boolean {
	return !NEVER_HEADS.has(mark.kind);
}

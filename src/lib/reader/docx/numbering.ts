import { roman } from '../html/list-counter.ts';

/** One level of a list: how it counts and what it prints around the figures, `%1` for the first level's. */
export interface NumberLevel {
	start: number;
	format: string;
	text: string;
	/** Whether the numbers of the levels above are printed in plain figures too. */
	plain: boolean;
}

export interface Numbering {
	/** Levels of each list definition. */
	definitions: Map<string, Map<number, NumberLevel>>;
	/** Which definition a list follows, and where it starts anew. */
	lists: Map<string, { definition: string; starts: Map<number, number> }>;
}

/** Counts the numbered paragraphs of a document in reading order. */
export class NumberCounter {
	readonly #numbering: Numbering;
	readonly #counts = new Map<string, number[]>();
	readonly #started = new Set<string>();

	constructor(numbering: Numbering) {
		this.#numbering = numbering;
	}

	/** What stands in front of the next paragraph of a list; undefined for none, `bullet` for a sign. */
	next(list: string, level: number): string | undefined {
		const found = this.#numbering.lists.get(list);
		const levels = found && this.#numbering.definitions.get(found.definition);
		const own = levels?.get(level);
		if (!found || !levels || !own || level > 8) return undefined;
		if (own.format === 'bullet') return 'bullet';
		const counts = this.#counts.get(found.definition) ?? [];
		this.#counts.set(found.definition, counts);
		const key = `${list} ${level}`;
		const restart = this.#started.has(key) ? undefined : found.starts.get(level);
		this.#started.add(key);
		const before = counts[level];
		counts[level] = restart ?? (before === undefined ? own.start : before + 1);
		counts.length = level + 1;
		if (own.format === 'none' && !own.text.includes('%')) return own.text === '' ? undefined : own.text;
		return own.text.replace(/%([1-9])/g, (_all, digit: string) => {
			const at = Number(digit) - 1;
			const above = levels.get(at);
			return above ? formatNumber((counts[at] ??= above.start), own.plain ? 'decimal' : above.format) : '';
		});
	}
}

/** A list's number as Word prints it (ECMA-376 part 1, 17.18.59); decimal for formats that are not known. */
export function formatNumber(number: number, format: string): string {
	if (number < 0 || number > 9_999) return String(number);
	switch (format) {
		case 'none':
			return '';
		case 'decimalZero':
			return String(number).padStart(2, '0');
		case 'upperRoman':
			return roman(number).toUpperCase();
		case 'lowerRoman':
			return roman(number);
		case 'upperLetter':
			return letters(number, 65);
		case 'lowerLetter':
			return letters(number, 97);
		case 'decimalEnclosedCircle':
		case 'decimalEnclosedCircleChinese':
			return number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : String(number);
		case 'decimalFullWidth':
			return String(number).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
		case 'chineseCounting':
		case 'chineseCountingThousand':
		case 'japaneseCounting':
		case 'taiwaneseCounting':
		case 'taiwaneseCountingThousand':
			return chinese(number);
		case 'ideographDigital':
		case 'japaneseDigitalTenThousand':
			return String(number).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit);
		case 'chineseLegalSimplified':
			return chinese(number).replace(
				/[一二三四五六七八九十百千]/g,
				(sign) => '壹贰叁肆伍陆柒捌玖拾佰仟'['一二三四五六七八九十百千'.indexOf(sign)] ?? sign
			);
		case 'ideographTraditional':
			return number <= 10 ? ('甲乙丙丁戊己庚辛壬癸'[number - 1] ?? '') : String(number);
		default:
			return String(number);
	}
}

function letters(number: number, first: number): string {
	if (number < 1) return String(number);
	return String.fromCharCode(first + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

/** 0–9999: 十二, 一百零五. */
function chinese(number: number): string {
	const digits = '零一二三四五六七八九';
	if (number < 10) return digits[number] ?? '';
	let text = '';
	let pending = false;
	for (const [value, sign] of [
		[1000, '千'],
		[100, '百'],
		[10, '十'],
		[1, '']
	] as const) {
		const digit = Math.floor(number / value) % 10;
		if (digit === 0) {
			pending ||= text !== '';
			continue;
		}
		if (pending) text += '零';
		pending = false;
		text += (value === 10 && digit === 1 && text === '' ? '' : digits[digit]) + sign;
	}
	return text;
}

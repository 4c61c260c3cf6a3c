/**
 * Prints a gold text as it would come out of a newspaper column, a scanned periodical or a careless
 * converter. Chance is seeded by the text's name. The settings, all off unless a text names them:
 *
 *     @form plain|markdown|html|docx|pdf   markdown: `@marks` heading marks by level, such as `# ## **`;
 *                        pdf: `@columns 2`
 *     @width 20          columns of so many full-width letters; a stop hangs over or takes a letter with it
 *     @indent 2          full-width blanks before a paragraph
 *     @blank between|every    an empty line after every paragraph, or after every printed line
 *     @page 30           lines a page; then `@foot — {n} —`, `@head` and `@first 12` (its number)
 *     @breaks 500        pages of so many letters where lines are not wrapped: torn in a sentence
 *     @repeat 3          so many letters of a page's end once more on the next page
 *     @space ␣           the printer's blank between ideographs and figures (` `, `thin`, `wide`)
 *     @spread yes        titles with blanks between their letters
 *     @captions inside   captions stand in the middle of the paragraph after them
 *     @hyphens yes       English words divided at the line's end
 */
import { randomIndex, seededRandom, type Random } from '#lib/base/random.ts';
import type { GoldBlock, GoldText } from './gold.ts';

export interface Print {
	text: string;
	/** Page numbers and running heads that were put in. */
	furniture: string[];
}

export function printGold(gold: GoldText): Print {
	const press: Press = { ...gold, random: seededRandom(gold.name), furniture: [] };
	const blocks = captionsInside(press, gold.blocks);
	const lines = blocks.flatMap((block) => printBlock(press, block));
	const paged = paginate(press, lines);
	return { text: `${paged.join('\n')}\n`, furniture: [...gold.furniture, ...press.furniture] };
}

interface Press extends GoldText {
	random: Random;
	furniture: string[];
}

/** A caption goes into the paragraph behind it, after one of its commas. */
function captionsInside({ settings, random }: Press, blocks: readonly GoldBlock[]): GoldBlock[] {
	if (settings.captions !== 'inside') return [...blocks];
	const result: GoldBlock[] = [];
	let caption: GoldBlock | undefined;
	for (const block of blocks) {
		if (block.kind === 'caption') caption = block;
		else if (caption && block.kind === 'text') {
			const places = [...block.printed.matchAll(/[，、]/g)].map(
				({ index }) => index + 1 + randomIndex(random, 3)
			);
			const at = places[randomIndex(random, places.length)] ?? block.printed.length;
			const end = block.printed.slice(at);
			result.push({ ...block, printed: `${block.printed.slice(0, at)}\n${caption.printed}\n${end}` });
			caption = undefined;
		} else result.push(block);
	}
	return result;
}

function printBlock(press: Press, block: GoldBlock): string[] {
	const { settings } = press;
	const lines =
		settings.form === 'markdown' && block.kind !== 'furniture'
			? markdownBlock(press, block)
			: block.printed.split('\n').flatMap((part, at) => wrap(press, block, part, at === 0));
	if (settings.blank === 'every') return lines.flatMap((line) => [line, '']);
	const isTight = block.kind === 'table' || block.kind === 'list-item';
	return settings.blank === 'between' && !isTight ? [...lines, ''] : lines;
}

function markdownBlock(press: Press, { kind, level, printed }: GoldBlock): string[] {
	const marks = (press.settings.marks ?? '# ## ### ####').split(' ');
	const mark = kind === 'title' ? marks[0] : kind === 'heading' ? marks[level] : undefined;
	const text = spaced(press, printed);
	if (mark === '**') return [`**${text}**`];
	if (mark !== undefined && mark !== 'none') return [`${mark} ${text}`];
	if (kind === 'list-item') return [`- ${text}`];
	if (kind === 'table') return [`| ${text.split('\t').join(' | ')} |`];
	return text.split('\n');
}

function wrap(press: Press, block: GoldBlock, part: string, isFirst: boolean): string[] {
	const { settings, language } = press;
	let text = spaced(press, part);
	if (block.kind === 'title' && settings.spread === 'yes') text = [...text].join(' ');
	const isIndented = block.kind === 'text' && isFirst;
	if (isIndented) text = '\u3000'.repeat(Number(settings.indent ?? 0)) + text;
	const width = Number(settings.width ?? 0);
	if (width === 0 || block.kind === 'furniture' || block.kind === 'table') return [text];
	return language === 'en' ? wrapWords(press, text, width) : wrapLetters(press.random, text, width * 2);
}

const BLANKS: Readonly<Record<string, string>> = { thin: '\u2009', wide: '\u3000', narrow: '\u00a0' };

function spaced({ settings }: Press, text: string): string {
	if (settings.space === undefined) return text;
	const blank = BLANKS[settings.space] ?? ' ';
	return text
		.replace(/([\u4e00-\u9fff])(?=[\dA-Za-z])/gu, `$1${blank}`)
		.replace(/([\dA-Za-z%])(?=[\u4e00-\u9fff])/gu, `$1${blank}`);
}

const NEVER_FIRST = /^[，。、；：？！”’）》】…—%]/u;
const NEVER_LAST = /[“‘（《【]$/u;

/** Columns of ideographs: figures and Latin words stay whole, a stop never begins a line. */
export function wrapLetters(random: Random, text: string, width: number): string[] {
	const pieces = text.match(/[\d.A-Za-z%]+|[^]/gu) ?? [];
	const lines: string[] = [];
	let line = '';
	let used = 0;
	for (const piece of pieces) {
		const wide = /[\x20-\x7e]/.test(piece) ? piece.length : 2;
		if (used + wide > width && line !== '') {
			if (NEVER_FIRST.test(piece) && randomIndex(random, 3) > 0) {
				line += piece;
				used += wide;
				continue;
			}
			const taken = NEVER_FIRST.test(piece) || NEVER_LAST.test(line) ? ([...line].at(-1) ?? '') : '';
			lines.push(line.slice(0, line.length - taken.length).trimEnd());
			line = taken;
			used = taken === '' ? 0 : 2;
			if (piece === ' ') continue;
		}
		line += piece;
		used += wide;
	}
	return line.trim() === '' ? lines : [...lines, line];
}

/** Lines of words; with `@hyphens` a long word at the end is divided after a vowel. */
function wrapWords({ settings, random }: Press, text: string, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (longer.length <= width) {
			line = longer;
			continue;
		}
		const room = width - line.length - 2;
		const vowel = /^[a-z]+[.,;]?$/.test(word)
			? [...word.slice(0, room)].findLastIndex(
					(char, at) => at > 1 && at < word.length - 4 && /[aeiou]/.test(char)
				)
			: -1;
		if (settings.hyphens === 'yes' && vowel > 0 && randomIndex(random, 2) === 0) {
			lines.push(`${line} ${word.slice(0, vowel + 1)}-`);
			line = word.slice(vowel + 1);
		} else {
			lines.push(line);
			line = word;
		}
	}
	return line === '' ? lines : [...lines, line];
}

function paginate(press: Press, lines: readonly string[]): string[] {
	const { settings } = press;
	const height = Number(settings.page ?? 0);
	const length = Number(settings.breaks ?? 0);
	if (height === 0 && length === 0) return [...lines];
	let page = Number(settings.first ?? 1);
	const result: string[] = [];
	let filled = 0;
	const turn = () => {
		const foot = settings.foot?.replace('{n}', String(page));
		page++;
		const head = settings.head?.replace('{n}', String(page));
		const furniture = [foot, head].filter((line) => line !== undefined);
		press.furniture.push(...furniture);
		result.push(...(result.at(-1) === '' ? [] : ['']), ...furniture.flatMap((line) => [line, '']));
		filled = 0;
	};
	for (const line of lines) {
		if (height > 0) {
			if (filled >= height && line !== '') turn();
			result.push(line);
			filled++;
		} else if (filled + line.length > length && line.length > 120) {
			const at = tearIn(press, line);
			result.push(line.slice(0, at));
			turn();
			result.push(line.slice(at - Math.min(at, Number(settings.repeat ?? 0))));
			filled = line.length - at;
		} else {
			result.push(line);
			filled += line.length;
		}
	}
	const last = settings.foot?.replace('{n}', String(page));
	if (last !== undefined) {
		press.furniture.push(last);
		result.push('', last);
	}
	return result;
}

/** A place in the middle of a sentence, at no figure, no letter and no mark. */
function tearIn({ random }: Press, line: string): number {
	const places = [...line.matchAll(/(?<=[\u4e00-\u9fff]{3})(?=[\u4e00-\u9fff]{3})/gu)]
		.map(({ index }) => index)
		.filter((at) => at > 40 && at < line.length - 40);
	return places[randomIndex(random, places.length)] ?? line.length;
}

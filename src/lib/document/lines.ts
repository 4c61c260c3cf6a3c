import { displayWidth, measureWidth } from './characters.ts';
import { normaliseCharacters } from './normalise.ts';
import { countFromOne } from './bare-numbers.ts';
import { markFields } from './fields.ts';
import { subtractLineSpacing } from './line-spacing.ts';
import { readMark, type Mark } from './numerals.ts';
import type { RawLine, RawText } from './raw.ts';
import { readDrawnTables } from './tables.ts';
import { closeLetterSpacing, closeSpacedTitles, isLetterSpaced } from './spacing.ts';

/** One printed line that says something, with what the print around it tells. */
export interface Line {
	/** Normalised, without spaces at its ends, never empty; tabs are kept. */
	text: string;
	/** As it stood, for the list of what was removed. */
	raw: string;
	/** Columns of white space in front. */
	indent: number;
	/** Columns it takes, and the fewest it could take with its marks squeezed. */
	width: number;
	tight: number;
	/** Empty lines between the line before and this one. */
	blanks: number;
	newPage: boolean;
	/** How it is numbered. */
	mark: Mark | undefined;
	/** 时间：…, 地点：…: a label and its value, complete without a stop. */
	field?: true;
	/** A caption in the middle of a sentence: the text goes on behind it. */
	aside?: true;
	/** Such a caption stood before it. */
	afterAside?: true;
	heading?: number;
	kind?: RawLine['kind'];
	/** The format itself begins a paragraph here. */
	opens?: true;
	scaffolding?: true;
}

/** The lines that are not empty; the empty ones are counted where they stood. */
export function readLines(raw: RawText): Line[] {
	const lines: Line[] = [];
	let blanks = 0;
	let newPage = false;
	for (const given of raw.lines) {
		newPage ||= given.newPage === true;
		const clean = normaliseCharacters(given.text);
		const tidy = tidySpaces(clean);
		const bullet = given.kind === undefined && given.heading === undefined && BULLET.test(tidy);
		const text = bullet ? tidy.replace(BULLET, '') : tidy;
		if (text === '') {
			blanks++;
			continue;
		}
		lines.push({
			text: isLetterSpaced(text) ? closeLetterSpacing(text) : text,
			raw: given.text.trim(),
			indent: indentOf(clean),
			...measureWidth(text),
			blanks,
			newPage,
			mark: undefined,
			...(given.heading === undefined ? {} : { heading: given.heading }),
			...(bullet ? { kind: 'list-item' } : given.kind === undefined ? {} : { kind: given.kind }),
			...(given.opens ? { opens: true } : {}),
			...(given.scaffolding ? { scaffolding: true } : {})
		});
		blanks = 0;
		newPage = false;
	}
	readDrawnTables(lines);
	closeSpacedTitles(lines);
	for (const line of lines) line.mark = readMark(line.text);
	countFromOne(lines);
	markFields(lines);
	if (raw.form === 'plain') subtractLineSpacing(lines);
	return lines;
}

/** What stands in front of a list item and is no part of its words. */
const BULLET = /^[-*•●▪‣∙◦][ \t](?![-*•●▪‣∙◦\s]|(?:\d{1,4}|[ivxl]{1,7}) ?[-*•]$)/i;

/** Runs of spaces become one; a tab or a gap of three columns and more divides cells and stays a tab. */
function tidySpaces(text: string): string {
	if (!/[ \t\u3000]/.test(text)) return text;
	return text.trim().replace(/[ \t\u3000]{2,}|[\t\u3000]/g, (gap) => (isCellGap(gap) ? '\t' : ' '));
}

function isCellGap(gap: string): boolean {
	return gap.includes('\t') || displayWidth(gap) >= 4;
}

function indentOf(text: string): number {
	let columns = 0;
	for (const char of text) {
		if (char === ' ') columns++;
		else if (char === '\u3000') columns += 2;
		else if (char === '\t') columns += 4;
		else break;
	}
	return columns;
}

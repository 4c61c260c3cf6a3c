import { remembered } from '#lib/base/remember.ts';

/** Text that was broken into lines at a size at which all of it has room. */
export interface FittedText {
	/** In px. */
	size: number;
	lines: string[];
}

export interface TextRoom {
	/** In px. */
	width: number;
	height: number;
	/** The size it has when there is room enough, in px. */
	size: number;
	/** Of the size; 1.3 unless said. */
	lineHeight?: number;
}

/**
 * Makes a text smaller, and breaks it into more lines, until it has room: nothing is ever cut off. Lines
 * come out about equally long. Widths are estimated on the wide side, for fonts differ from phone to phone.
 */
export function fitText(text: string, { width, height, size, lineHeight = 1.3 }: TextRoom): FittedText {
	const words = breakable(text);
	for (let tried = size; ; tried *= SMALLER) {
		const lines = linesOf(words, width / tried);
		const isIn = lines.length * tried * lineHeight <= Math.max(height, tried * lineHeight);
		if (isIn && lines.every((line) => emWidth(line) * tried <= width + 0.01))
			return { size: Math.round(tried * 10) / 10, lines: balanced(words, lines, width / tried) };
	}
}
const SMALLER = 0.96;

/** Rather too wide than too narrow: ideographs and unknown letters are as wide as they are high. */
export function emWidth(text: string): number {
	let width = 0;
	for (const sign of text) width += emOf(sign);
	return width;
}

const emOf = remembered((sign: string): number => {
	if (/\p{M}|\u200d/u.test(sign)) return 0;
	if (/[ .,:;'|!iljIft()[\]·-]/.test(sign)) return 0.4;
	if (/[MWmw@%]/.test(sign)) return 0.98;
	if (/[A-Z]/.test(sign)) return 0.78;
	if (/[\d!-~]/.test(sign)) return 0.62;
	if (/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]/u.test(sign)) return 0.75;
	return 1;
}, 1_024);

/** The smallest pieces that stay together: a word with the space after it, a sign with the stop behind it. */
function breakable(text: string): string[] {
	const signs = text.trim().replace(/\s+/g, ' ').match(CLUSTER) ?? [];
	const pieces: string[] = [];
	let mayBreak = true;
	for (const sign of signs) {
		const last = pieces.at(-1);
		const joins = NEVER_FIRST.test(sign) || (IN_WORD.test(sign) && last !== undefined && IN_WORD.test(last));
		if (last !== undefined && (!mayBreak || joins)) pieces[pieces.length - 1] = last + sign;
		else pieces.push(sign);
		mayBreak = !NEVER_LAST.test(sign);
	}
	return pieces;
}
/** A sign with all that stands on it. */
const CLUSTER = /[^](?:\p{M}|\u200d[^])*/gu;
const NEVER_FIRST = /^[\s，。、；：？！）》」』”’】〉…—·,.;:?!)\]%]/u;
const NEVER_LAST = /[（《「『“‘【〈([]$/u;
const IN_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{M}\d'’_@/-]$/u;

/** As many pieces on each line as it takes; a piece that is longer than a line is broken anywhere. */
function linesOf(pieces: readonly string[], ems: number): string[] {
	const lines: string[] = [];
	let line = '';
	const put = (piece: string) => {
		if (line !== '' && emWidth((line + piece).trimEnd()) > ems) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += piece;
	};
	for (const piece of pieces) {
		if (emWidth(piece.trimEnd()) <= ems) put(piece);
		else for (const sign of piece.match(CLUSTER) ?? []) put(sign);
	}
	if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd());
	return lines;
}

/** The narrowest lines that are not more: a title does not end on a single sign. */
function balanced(pieces: readonly string[], lines: string[], ems: number): string[] {
	let [tooNarrow, enough, best] = [0, ems, lines];
	for (let step = 0; step < 12; step++) {
		const tried = (tooNarrow + enough) / 2;
		const narrower = linesOf(pieces, tried);
		const fits = narrower.length <= lines.length && narrower.every((line) => emWidth(line) <= tried);
		if (fits) [enough, best] = [tried, narrower];
		else tooNarrow = tried;
	}
	return best;
}

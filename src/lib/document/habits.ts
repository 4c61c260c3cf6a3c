import type { Print } from './draft.ts';
import { endsSentence } from './characters.ts';
import type { Mark, MarkKind } from './numerals.ts';
import { isShort } from './columns.ts';

/** How this document numbers its text, where the line alone does not tell. */
export interface Habits {
	/** 一是, 二要 open paragraphs more often than they run within them. */
	leadsOpenLines: boolean;
	/** Kinds of numbers whose first sentence mostly stands on a line of its own: headings with a full stop. */
	headsAlone: ReadonlySet<MarkKind>;
	/** 第一条 目的: provisions have names, with their text below. */
	clausesNamed: boolean;
}

export function readHabits(print: Print): Habits {
	let opening = 0;
	let inside = 0;
	const alone = new Map<MarkKind, number>();
	print.lines.forEach((line, at) => {
		const before = print.lines[at - 1];
		const mark = line.mark;
		if (mark?.kind === 'lead' && before && isLeftShort(print, at - 1)) opening++;
		else if (mark) alone.set(mark.kind, (alone.get(mark.kind) ?? 0) + firstSentenceAlone(print, at));
		for (const _match of line.text.matchAll(/[。；：][二三四五六七八九](?:是|要)/g)) inside++;
	});
	const clausesNamed = namesClauses(print.lines);
	const headsAlone = new Set([...alone].filter(([, balance]) => balance >= 2).map(([kind]) => kind));
	return { leadsOpenLines: opening >= inside, headsAlone, clausesNamed };
}

/** Most provisions stop after a few words without a stop, and text stands below. */
export function namesClauses(parts: readonly { text: string; mark: Mark | undefined }[]): boolean {
	let [all, named] = [0, 0];
	parts.forEach(({ text, mark }, at) => {
		if (mark?.kind !== 'clause') return;
		all++;
		const below = parts[at + 1];
		if (isClauseName(text, mark) && below && below.mark?.kind !== 'clause') named++;
	});
	return all >= 2 && named * 3 >= all * 2;
}

export function isClauseName(text: string, mark: Mark): boolean {
	return text.length - mark.end <= 24 && !/[。！？；：，、;:,]$/.test(text) && !endsSentence(text);
}

function isLeftShort(print: Print, at: number): boolean {
	const line = print.lines[at];
	const next = print.lines[at + 1];
	const column = print.settings[at]?.ahead ?? print.settings[at]?.behind;
	return line !== undefined && next !== undefined && (column === undefined || isShort(line, next, column));
}

/** 1 if the sentence that begins on this line ends a short line, −1 if text follows it, 0 if neither shows. */
function firstSentenceAlone(print: Print, from: number): number {
	for (let at = from; at < Math.min(print.lines.length, from + 3); at++) {
		const text = print.lines[at]?.text ?? '';
		const stop = text.search(/[。！？]/);
		if (stop < 0) continue;
		if (stop < text.length - 2) return -1;
		return isLeftShort(print, at) ? 1 : 0;
	}
	return 0;
}

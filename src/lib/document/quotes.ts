import { isIdeograph } from './characters.ts';
import type { Line } from './lines.ts';
import { charSet, indexOfAny } from './scan.ts';

const PAIRS: Record<string, string> = {
	'“': '”',
	'‘': '’',
	'《': '》',
	'（': '）',
	'【': '】',
	'「': '」',
	'『': '』',
	'(': ')'
};
const MARKS = charSet(Object.entries(PAIRS).flat().join(''));
/** How far a pair may reach: a mark that never closes must not glue a document together. */
const REACH = 160;
const LINES_AHEAD = 6;
const DEEPEST = 6;

/** The quotes and brackets that a text has opened and not yet closed. */
export class OpenMarks {
	private readonly stack: { closer: string; since: number }[] = [];
	private length = 0;

	read(text: string): void {
		for (let at = indexOfAny(text, MARKS); at >= 0; at = indexOfAny(text, MARKS, at + 1)) {
			const char = text[at] ?? '';
			const closer = PAIRS[char];
			if (closer !== undefined) {
				this.stack.push({ closer, since: this.length + at + 1 });
				if (this.stack.length > DEEPEST) this.stack.shift();
			} else this.close(char);
		}
		this.length += text.length;
		while (this.stack.length > 0 && this.length - (this.stack[0]?.since ?? 0) > REACH) this.stack.shift();
	}

	private close(char: string): void {
		for (let depth = this.stack.length - 1; depth >= 0; depth--) {
			if (this.stack[depth]?.closer !== char) continue;
			this.stack.length = depth;
			return;
		}
	}

	/** The mark that would close what is open, if anything is. */
	get closer(): string | undefined {
		return this.stack[this.stack.length - 1]?.closer;
	}

	/** Whether the open pair is closed soon enough on the lines from `at` on. */
	closesIn(lines: readonly Line[], at: number): boolean {
		const { closer } = this;
		if (closer === undefined) return false;
		let seen = 0;
		for (let i = at; i < Math.min(lines.length, at + LINES_AHEAD) && seen < REACH; i++) {
			const line = lines[i];
			if (line === undefined || line.heading !== undefined) return false;
			const found = line.text.slice(0, REACH).indexOf(closer);
			const opened = line.text.slice(0, REACH).indexOf(openerOf(closer));
			if (found >= 0) return opened < 0 || opened > found;
			if (opened >= 0) return false;
			seen += line.text.length;
		}
		return false;
	}
}

function openerOf(closer: string): string {
	return Object.keys(PAIRS).find((opener) => PAIRS[opener] === closer) ?? closer;
}

/**
 * A slogan in two phrases of the same length loses the space between them when the line breaks there: it
 * is put back if the line left room for it, or if the halves are as long as slogans are.
 */
export function lostQuoteSpace(open: OpenMarks, before: string, after: string, short: boolean): boolean {
	if (open.closer !== '”' && open.closer !== '’') return false;
	const left = phraseBefore(before);
	const right = phraseAfter(after, open.closer);
	return left >= 4 && left === right && (short || left >= 5);
}

function phraseBefore(text: string): number {
	let length = 0;
	for (let at = text.length - 1; at >= 0; at--) {
		if (isIdeograph(text.charCodeAt(at))) length++;
		else if (!'‘’'.includes(text[at] ?? ' ')) return '“—·'.includes(text[at] ?? ' ') ? length : 0;
		else if (text[at] === '‘' && length > 0 && !text.slice(at).includes('’')) return length;
	}
	return 0;
}

function phraseAfter(text: string, closer: string): number {
	let length = 0;
	for (const char of text.slice(0, 40)) {
		if (isIdeograph(char.charCodeAt(0))) length++;
		else if (char === closer) return length;
		else if (!'‘’'.includes(char)) return 0;
	}
	return 0;
}

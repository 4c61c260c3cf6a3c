import { endsSentence } from './characters.ts';
import type { Line } from './lines.ts';

/** “1 Scope”, “2 总则”: a number with nothing but a gap behind it. */
const BARE = /^(\d{1,2})[ \t](?=[A-Z\u4e00-\u9fff“《])(?!\d)/;
const LONGEST = 60;

/**
 * Gives numbers without a stop the mark of a heading, if they count from one: 1, 2, 3 … each on a short
 * line that stops like no sentence. Where decimals (1.1) stand between them, two are enough; otherwise
 * three, so that an amount at the begin of a line is no heading.
 */
export function countFromOne(lines: readonly Line[]): void {
	const found: { line: Line; number: number; end: number }[] = [];
	let decimals = false;
	for (const line of lines) {
		decimals ||= line.mark?.kind === 'decimal' && line.mark.depth === 2 && line.text.length <= LONGEST;
		if (line.text.length > LONGEST || line.mark || line.kind !== undefined) continue;
		const match = BARE.exec(line.text);
		if (!match || endsSentence(line.text) || /[，、；：,;:]$/.test(line.text)) continue;
		if (/^\d+[ \t](?:[年月日个人次名万亿元点时多余号楼岁分米公度]|[A-Z][a-z]+ \d{4}$)/.test(line.text))
			continue;
		found.push({ line, number: Number(match[1]), end: match[0].length });
	}
	const counted: typeof found = [];
	for (const one of found) {
		const next = (counted[counted.length - 1]?.number ?? 0) + 1;
		// A table of contents counts first, then the text counts from one again.
		if (one.number === next || (one.number === 1 && counted.length > 0)) counted.push(one);
	}
	const highest = counted.reduce((most, { number }) => Math.max(most, number), 0);
	if (highest < (decimals ? 2 : 3)) return;
	for (const { line, number, end } of counted) line.mark = { kind: 'decimal', number, depth: 1, end };
}

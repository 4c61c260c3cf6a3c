import type { DocumentWarning } from './document.ts';
import { charSet, indexOfAny } from './scan.ts';
import { splitSentences } from './sentences.ts';

/**
 * Quotation marks that open without closing, or close without opening. A quotation of several paragraphs
 * opens each of them and closes the last.
 * @param paragraphs of one article, in reading order
 */
export function findOpenQuotes(paragraphs: readonly string[]): DocumentWarning[] {
	const warnings: DocumentWarning[] = [];
	let isRunning = false;
	paragraphs.forEach((text, at) => {
		if (!text.includes('“') && !text.includes('”')) return;
		const depth = depthOf(text, isRunning);
		if (depth === 0) {
			isRunning = false;
			return;
		}
		const next = paragraphs[at + 1] ?? '';
		if (depth === 1 && (next.startsWith('“') || (!next.includes('“') && next.includes('”')))) {
			isRunning = true;
			return;
		}
		isRunning = false;
		const where = splitSentences(text).find((sentence) => depthOf(sentence, false) !== 0) ?? text;
		warnings.push({ type: 'Unbalanced', where: where.trim(), mark: '“”' });
	});
	return warnings;
}

const MARKS = charSet('“”');

/** Marks left open at the end; −1 where one closes what nothing opened. */
function depthOf(text: string, isRunning: boolean): number {
	// The first mark of a paragraph that goes on with a quotation opens nothing new.
	let depth = isRunning && !text.startsWith('“') ? 1 : 0;
	for (let at = indexOfAny(text, MARKS); at >= 0; at = indexOfAny(text, MARKS, at + 1)) {
		if (text[at] === '“') depth++;
		else if (--depth < 0) return -1;
	}
	return depth;
}

import { isIdeograph } from './characters.ts';
import type { DocumentWarning } from './document.ts';
import { splitSentences } from './sentences.ts';

/**
 * Brackets and book-title marks that open without closing, or close without opening, within one paragraph.
 * Quotes are left out: a quotation of several paragraphs opens each and closes the last.
 */
export function findUnbalanced(paragraph: string): DocumentWarning[] {
	return PAIRS.filter(([open, close]) => !isBalanced(paragraph, open, close)).map(([open, close]) => {
		const where =
			splitSentences(paragraph).find((sentence) => !isBalanced(sentence, open, close)) ?? paragraph;
		return { type: 'Unbalanced', where: where.trim(), mark: (open[0] ?? '') + (close[0] ?? '') };
	});
}

const PAIRS: [open: string, close: string][] = [
	['（(', '）)'],
	['《', '》']
];

function isBalanced(text: string, open: string, close: string): boolean {
	if (![...(open + close)].some((mark) => text.includes(mark))) return true;
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		if (isIdeograph(text.charCodeAt(at))) continue;
		const char = text[at] ?? '';
		if (open.includes(char)) depth++;
		else if (close.includes(char)) {
			// “1）” and “a)” number an item.
			if (depth === 0 && /[0-9a-z一二三四五六七八九十]$/i.test(text.slice(Math.max(0, at - 1), at))) continue;
			depth--;
		}
		if (depth < 0) return false;
	}
	return depth === 0;
}

import type { Fact } from '../document.ts';
import { charSet, indexOfAny } from '../scan.ts';

/** Something checkable at a place in one sentence; `start` and `end` are UTF-16 offsets into it. */
export interface Mention extends Omit<Fact, 'id' | 'sentence' | 'paragraph' | 'article' | 'importance'> {
	start: number;
	end: number;
}

/** Where a sentence quotes: inside “”, 《》 or 「」. Numbers there belong to a name or a slogan. */
export function quotedSpans(sentence: string): [start: number, end: number][] {
	const spans: [number, number][] = [];
	const first = indexOfAny(sentence, OPENERS);
	if (first < 0) return spans;
	const open: { mark: string; at: number }[] = [];
	for (let at = first; at >= 0; at = indexOfAny(sentence, MARKS, at + 1)) {
		const mark = sentence[at] ?? '';
		const closes = CLOSES[mark];
		if (closes) open.push({ mark: closes, at });
		else if (open.at(-1)?.mark === mark) {
			const start = open.pop()?.at ?? at;
			if (open.length === 0) spans.push([start, at + 1]);
		}
	}
	return spans;
}

const OPENERS = charSet('“《「');
const MARKS = charSet('“”《》「」');
const CLOSES: Readonly<Record<string, string>> = { '“': '”', '《': '》', '「': '」' };

/** @param spans apart from each other, in order */
export function isInside(spans: readonly (readonly [number, number])[], at: number): boolean {
	for (const [start, end] of spans) {
		if (at < start) return false;
		if (at < end) return true;
	}
	return false;
}

/** Drops mentions that overlap an earlier one; the list must come with the preferred ones first. */
export function withoutOverlap(mentions: readonly Mention[]): Mention[] {
	const kept: Mention[] = [];
	for (const mention of mentions) {
		const at = placeOf(kept, mention.start);
		const [before, behind] = [kept[at - 1], kept[at]];
		if ((before && before.end > mention.start) || (behind && behind.start < mention.end)) continue;
		kept.splice(at, 0, mention);
	}
	return kept;
}

/** Before which of these, apart from each other and in order, something that begins here belongs. */
function placeOf(kept: readonly Mention[], start: number): number {
	let [low, high] = [0, kept.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((kept[middle]?.start ?? 0) < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

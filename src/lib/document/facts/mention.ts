import type { Fact } from '../document.ts';

/** Something checkable at a place in one sentence; `start` and `end` are UTF-16 offsets into it. */
export interface Mention extends Omit<Fact, 'id' | 'sentence' | 'paragraph' | 'article' | 'importance'> {
	start: number;
	end: number;
}

/** Where a sentence quotes: inside “”, 《》 or 「」. Numbers there belong to a name or a slogan. */
export function quotedSpans(sentence: string): [start: number, end: number][] {
	const spans: [number, number][] = [];
	if (!/[“《「]/u.test(sentence)) return spans;
	const open: { mark: string; at: number }[] = [];
	for (const { 0: mark, index: at } of sentence.matchAll(/[“”《》「」]/gu)) {
		const closes = CLOSES[mark];
		if (closes) open.push({ mark: closes, at });
		else if (open.at(-1)?.mark === mark) {
			const start = open.pop()?.at ?? at;
			if (open.length === 0) spans.push([start, at + 1]);
		}
	}
	return spans;
}

const CLOSES: Readonly<Record<string, string>> = { '“': '”', '《': '》', '「': '」' };

export function isInside(spans: readonly (readonly [number, number])[], at: number): boolean {
	return spans.some(([start, end]) => at >= start && at < end);
}

/** Drops mentions that overlap an earlier one; the list must come with the preferred ones first. */
export function withoutOverlap(mentions: readonly Mention[]): Mention[] {
	const kept: Mention[] = [];
	for (const mention of mentions) {
		if (kept.every((other) => mention.end <= other.start || mention.start >= other.end)) kept.push(mention);
	}
	return kept.sort((a, b) => a.start - b.start);
}

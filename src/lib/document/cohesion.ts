import { isIdeograph } from './characters.ts';
import type { Line } from './lines.ts';

/** Tells whether two lines look like one text torn apart, from what the same document says elsewhere. */
export type Cohesion = (before: string, after: string) => boolean;

/** From this share on, what stands across the break is what usually stands there. */
const USUAL = 0.2;

/**
 * At a torn word the letters across the break are old acquaintances: 先|进 where 先进 stands elsewhere. At
 * the end of a heading they meet by chance. Only the breaks in question are counted, in one pass.
 */
export function measureCohesion(lines: readonly Line[]): Cohesion {
	const counts = new Map<number, number>();
	for (let at = 0; at + 1 < lines.length; at++) {
		const line = lines[at];
		const next = lines[at + 1];
		if (line === undefined || next === undefined || line.text.length > 80) continue;
		for (const gram of grams(line.text, next.text)) counts.set(gram, 0);
	}
	if (counts.size === 0) return () => false;
	const asked = new Uint8Array(ASKED);
	for (const gram of counts.keys()) asked[hashOf(gram)] = 1;
	for (const { text } of lines) {
		for (let i = 0; i + 1 < text.length; i++) {
			const a = text.charCodeAt(i);
			const b = text.charCodeAt(i + 1);
			const pair = pairOf(a, b);
			if (asked[hashOf(pair)] === 1) count(counts, pair);
			if (i + 2 >= text.length) continue;
			const triple = tripleOf(a, b, text.charCodeAt(i + 2));
			if (asked[hashOf(triple)] === 1) count(counts, triple);
		}
	}
	return (before, after) => {
		const [left, leftOn, right, rightOn] = grams(before, after).map((gram) => counts.get(gram) ?? 0);
		return isUsual(leftOn, left) || isUsual(rightOn, right);
	};
}

/** Nearly all letters are in none of the breaks: a small table tells before the large one is asked. */
const ASKED = 65_536;
const hashOf = (gram: number): number => (Math.imul(gram % 2_147_483_647, 0x9e3779b1) >>> 16) & (ASKED - 1);

function count(counts: Map<number, number>, gram: number): void {
	const seen = counts.get(gram);
	if (seen !== undefined) counts.set(gram, seen + 1);
}

function isUsual(across: number | undefined, all: number | undefined): boolean {
	return across !== undefined && all !== undefined && across >= 1 && across >= all * USUAL;
}

/** The two letters before the break, those with the next; the two letters after it, those with the last. */
function grams(before: string, after: string): number[] {
	const [a, b] = [before.charCodeAt(before.length - 2), before.charCodeAt(before.length - 1)];
	const [c, d] = [after.charCodeAt(0), after.charCodeAt(1)];
	if (![a, b, c, d].every(isIdeograph)) return [];
	return [pairOf(a, b), tripleOf(a, b, c), pairOf(c, d), tripleOf(b, c, d)];
}

function pairOf(a: number, b: number): number {
	return a * 65536 + b;
}

function tripleOf(a: number, b: number, c: number): number {
	return (a * 65536 + b) * 65536 + c;
}

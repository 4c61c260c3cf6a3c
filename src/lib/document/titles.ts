import { endsSentence } from './characters.ts';
import { titleKey, type Contents, type Entry } from './contents.ts';
import type { Line } from './lines.ts';
import { isAttribution } from './roles.ts';

/** A title of the table of contents, found again in the text on `count` lines from its place on. */
export interface TitlePlace {
	count: number;
	entry: Entry;
}

/** Wordings of table and text differ in real issues; from here on they count as the same title. */
const ALIKE = 0.8;
/** Comparisons in all; past that only titles that agree letter for letter are found. */
const BUDGET = 4_000_000;

/** Where the announced titles stand in the text: the first place of each, letter for letter or nearly so. */
export function findTitles(lines: readonly Line[], contents: Contents): Map<number, TitlePlace> {
	const places = new Map<number, TitlePlace>();
	const index = bigramIndex(contents.entries);
	const used = new Set<Entry>();
	let budget = BUDGET;
	for (let at = contents.to; at < lines.length; at++) {
		if (!mayBeTitle(lines[at]) || contents.rubrics.has(titleKey(lines[at]?.text ?? ''))) continue;
		let best: { score: number; count: number; entry: Entry } | undefined;
		let joined = '';
		for (let count = 1; count <= 3 && at + count <= lines.length; count++) {
			const line = lines[at + count - 1];
			if (!mayBeTitle(line) || (count > 1 && (line?.blanks ?? 0) > 2)) break;
			joined += titleKey(line?.text ?? '');
			if (joined.length > 120) break;
			const match = closest(joined, index, contents.entries, budget);
			budget -= match.cost;
			if (match.entry && match.score >= ALIKE && match.score > (best?.score ?? 0) + (count > 1 ? 0.02 : 0)) {
				best = { score: match.score, count, entry: match.entry };
			}
		}
		if (best === undefined || used.has(best.entry)) continue;
		used.add(best.entry);
		places.set(at, { count: best.count, entry: best.entry });
		at += best.count - 1;
	}
	return places;
}

function mayBeTitle(line: Line | undefined): boolean {
	if (line === undefined || line.text.length > 90 || line.kind !== undefined) return false;
	if (isAttribution(line.text) || /^【[^】]*】$/.test(line.text)) return false;
	return line.heading !== undefined || !endsSentence(line.text) || /[！？!?”]$/.test(line.text);
}

function bigramIndex(entries: readonly Entry[]): Map<string, number[]> {
	const index = new Map<string, number[]>();
	entries.forEach(({ key }, at) => {
		for (let i = 0; i + 2 <= key.length; i++) {
			const list = index.get(key.slice(i, i + 2));
			if (list) list.push(at);
			else index.set(key.slice(i, i + 2), [at]);
		}
	});
	return index;
}

/** The entry that shares most pairs of letters (Dice: 1 is the same, 0 nothing in common). */
function closest(
	key: string,
	index: Map<string, number[]>,
	entries: readonly Entry[],
	budget: number
): { entry?: Entry; score: number; cost: number } {
	if (key.length < 2) return { score: 0, cost: 1 };
	if (budget <= 0) {
		const entry = entries.find((one) => one.key === key);
		return entry ? { entry, score: 1, cost: 0 } : { score: 0, cost: 0 };
	}
	const shared = new Map<number, number>();
	let cost = key.length;
	for (let i = 0; i + 2 <= key.length; i++) {
		for (const at of index.get(key.slice(i, i + 2)) ?? []) {
			shared.set(at, (shared.get(at) ?? 0) + 1);
			cost++;
		}
	}
	let best: { entry?: Entry; score: number } = { score: 0 };
	for (const [at, count] of shared) {
		const entry = entries[at];
		if (entry === undefined) continue;
		const score = entry.key === key ? 1 : Math.min(0.99, (2 * count) / (key.length + entry.key.length - 2));
		if (score > best.score) best = { entry, score };
	}
	return { ...best, cost };
}

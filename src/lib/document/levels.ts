import { isEnglishAnnex } from './annexes.ts';
import type { Block } from './draft.ts';
import { MARK_KINDS, type Mark } from './numerals.ts';
import type { Role } from './outline.ts';

/**
 * The level of every heading, from 1. Numbers decide: each kind that occurs in the article has its place
 * in the order of kinds. A heading without number takes the format's level where that is to be trusted,
 * and otherwise stands on top, or under the numbered one it follows.
 */
export function levelsOf(blocks: readonly Block[], roles: readonly Role[]): Map<Block, number> {
	const levels = new Map<Block, number>();
	const headings = blocks.filter((_block, at) => roles[at] === 'heading');
	const ranks = [...new Set(headings.flatMap(({ mark }) => (mark ? [rankOf(mark)] : [])))].sort(
		(a, b) => a - b
	);
	const depths = [
		...new Set(headings.flatMap(({ heading }) => (heading === undefined ? [] : [heading])))
	].sort();
	const trusted = depths.length > 1 && isNested(headings);
	const open: { rank: number; level: number }[] = [];
	for (const block of headings) {
		const rank = block.mark ? rankOf(block.mark) : undefined;
		if (isEnglishAnnex(block.text)) open.length = 0;
		while (rank !== undefined && (open[open.length - 1]?.rank ?? -1) >= rank) open.pop();
		const above = open[open.length - 1];
		let level = above ? above.level + 1 : 1;
		// A text that begins in the middle begins under headings that are not there.
		if (rank !== undefined && !above) level = ranks.indexOf(rank) + 1;
		if (trusted && block.heading !== undefined) level = depths.indexOf(block.heading) + 1;
		levels.set(block, level);
		if (rank !== undefined) open.push({ rank, level });
	}
	return levels;
}

function rankOf(mark: Mark): number {
	return MARK_KINDS.indexOf(mark.kind) * 4 + mark.depth;
}

/** Levels of a format are to be trusted if each step down is one deeper and one kind of number has one level. */
function isNested(headings: readonly Block[]): boolean {
	const levelOfKind = new Map<string, number>();
	let before: number | undefined;
	for (const { heading, mark } of headings) {
		if (heading === undefined) continue;
		if (before !== undefined && heading > before + 1) return false;
		before = heading;
		if (!mark) continue;
		const known = levelOfKind.get(mark.kind);
		if (known !== undefined && known !== heading && mark.kind !== 'decimal') return false;
		levelOfKind.set(mark.kind, heading);
	}
	const first = headings.find(({ heading }) => heading !== undefined)?.heading ?? 1;
	return headings.every(({ heading }) => heading === undefined || heading >= first);
}

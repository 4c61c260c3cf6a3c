import { displayWidth } from '../../document/characters.ts';
import type { Segment } from './segments.ts';

/** Text that is read from top to bottom, and where its lines begin and end. */
export interface Column {
	left: number;
	right: number;
	segments: Segment[];
}

/** A page with more gaps than this between its columns is a table or a form. */
const DEEPEST = 4;
const FEWEST_LINES = 4;

/**
 * The columns of a page in reading order. What stands across a gap between columns divides the page: above
 * it everything is read before it, below it after it.
 * @param known gaps between columns of other pages, where one line is enough to tell
 */
export function findColumns(
	segments: readonly Segment[],
	known: readonly number[] = [],
	depth = 0
): Column[] {
	if (segments.length === 0) return [];
	const gutter = depth < DEEPEST ? findGutter(segments, known) : undefined;
	if (gutter === undefined) return [columnOf(segments)];
	const columns: Column[] = [];
	let left: Segment[] = [];
	let right: Segment[] = [];
	let across: Segment[] = [];
	const finishSides = () => {
		columns.push(...findColumns(left, known, depth + 1), ...findColumns(right, known, depth + 1));
		left = [];
		right = [];
	};
	const isAcross = acrossIn(segments);
	for (const [at, segment] of segments.entries()) {
		if (!isAcross(at) && (segment.right <= gutter || segment.left >= gutter)) {
			if (across.length > 0) columns.push(columnOf(across));
			across = [];
			(segment.right <= gutter ? left : right).push(segment);
		} else {
			finishSides();
			across.push(segment);
		}
	}
	finishSides();
	if (across.length > 0) columns.push(columnOf(across));
	return columns;
}

/** A heading in the middle, with nothing beside it, stands over all columns, though it may be narrow. */
function acrossIn(segments: readonly Segment[]): (at: number) => boolean {
	const { left, right } = columnOf(segments);
	const usual = median(segments.map(({ size }) => size));
	return (at) => {
		const segment = segments[at];
		if (!segment || segment.size < usual * 1.1) return false;
		const isCentred = Math.abs(segment.left + segment.right - left - right) < segment.size * 3;
		const isAlone = [segments[at - 1], segments[at + 1]].every(
			(other) => other === undefined || Math.abs(other.y - segment.y) > segment.size * 0.9
		);
		return isCentred && isAlone;
	};
}

function columnOf(segments: readonly Segment[]): Column {
	let [left, right] = [Infinity, -Infinity];
	for (const segment of segments) {
		left = Math.min(left, segment.left);
		right = Math.max(right, segment.right);
	}
	return { left, right, segments: [...segments] };
}

/** The middle of the widest strip that hardly any line crosses, with whole lines of text on both sides. */
export function findGutter(segments: readonly Segment[], known: readonly number[] = []): number | undefined {
	const seen = known.find((gutter) => isClear(segments, gutter) && dividesText(segments, gutter, 1));
	if (seen !== undefined || segments.length < 2 * FEWEST_LINES) return seen;
	const { left, right } = columnOf(segments);
	const size = median(segments.map((segment) => segment.size));
	const bins = Math.min(2_000, Math.ceil((right - left) / 2));
	if (bins < 10) return undefined;
	const cover = new Uint32Array(bins + 1);
	for (const segment of segments) {
		const from = Math.max(0, Math.floor((segment.left - left) / 2));
		const to = Math.min(bins, Math.ceil((segment.right - left) / 2));
		for (let bin = from; bin < to; bin++) cover[bin] = (cover[bin] ?? 0) + 1;
	}
	const allowed = Math.floor(segments.length * 0.12);
	const strips: { from: number; to: number }[] = [];
	for (let bin = 0; bin < bins;) {
		let end = bin;
		while (end < bins && (cover[end] ?? 0) <= allowed) end++;
		if (end - bin >= Math.max(2, (size * 0.7) / 2)) strips.push({ from: left + bin * 2, to: left + end * 2 });
		bin = end + 1;
	}
	const found = strips
		.filter(({ from, to }) => from > left && to < right)
		.sort((a, b) => b.to - b.from - (a.to - a.from))
		.find(({ from, to }) => dividesText(segments, (from + to) / 2, FEWEST_LINES));
	return found && (found.from + found.to) / 2;
}

/** Hardly any line crosses it. */
function isClear(segments: readonly Segment[], gutter: number): boolean {
	const across = segments.filter((segment) => segment.left < gutter && segment.right > gutter).length;
	return across <= Math.max(2, segments.length * 0.12);
}

/** Lines of text fill their column; what only stands side by side in short pieces is a table. */
function dividesText(segments: readonly Segment[], gutter: number, fewest: number): boolean {
	return [
		segments.filter((segment) => segment.right <= gutter),
		segments.filter((segment) => segment.left >= gutter)
	].every((side) => {
		if (side.length < fewest) return false;
		// A side may hold several columns itself, so that its lines are measured by one another.
		const widths = side.map((segment) => segment.right - segment.left).sort((a, b) => a - b);
		const usual = widths[Math.floor(widths.length * 0.8)] ?? 0;
		const full = widths.filter((width) => width >= usual * 0.6).length;
		return full * 2 >= side.length && median(side.map(({ text }) => displayWidth(text))) >= 14;
	});
}

export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

import { median } from './columns.ts';
import { endsSentence } from '../../document/characters.ts';
import type { Segment, SegmentedPage } from './segments.ts';

/** Rows at the head and foot of a page that may repeat on others. */
const ROWS = 3;
/** How far from the edge they stand at most, as a share of the height. */
const ZONE = 0.14;

/**
 * Headers, footers and page numbers: what stands at the same height near the edge of several pages with the
 * same words, figures aside. Gives the segments that belong to the page, not to the text.
 */
export function findMargins(pages: readonly SegmentedPage[]): Set<Segment> {
	const places = new Map<string, { page: number; row: Segment[] }[]>();
	pages.forEach((page, number) => {
		for (const [edge, row] of edgeRows(page)) {
			const key = `${edge} ${keyOf(row)}`;
			const found = places.get(key);
			if (found) found.push({ page: number, row });
			else places.set(key, [{ page: number, row }]);
		}
	});
	const margins = new Set(pages.flatMap(smallPrintOnTop));
	for (const [key, found] of places) {
		if (!repeats(key, found, pages)) continue;
		for (const { row } of found) for (const segment of row) margins.add(segment);
	}
	return margins;
}

/** Small print at the very top with a gap below it is a header, be it the only one. */
function smallPrintOnTop({ segments, height }: SegmentedPage): Segment[] {
	const [first] = segments;
	if (!first || first.y > height * 0.08) return [];
	const row = segments.filter((segment) => Math.abs(segment.y - first.y) < first.size * 0.5);
	const below = segments.slice(row.length);
	const usual = median(below.map(({ size }) => size));
	const gap = (below[0]?.y ?? 0) - first.y;
	return row.every(({ size }) => size < usual * 0.92) && gap > usual * 2 ? row : [];
}

/** The outermost rows on both edges, as far as they lie in the zone. */
function edgeRows({ segments, height }: SegmentedPage): ['head' | 'foot', Segment[]][] {
	const rows: Segment[][] = [];
	for (const segment of segments) {
		const row = rows[rows.length - 1];
		if (row?.[0] && Math.abs(row[0].y - segment.y) < segment.size * 0.5) row.push(segment);
		else rows.push([segment]);
	}
	const top = rows.slice(0, ROWS).filter((row) => (row[0]?.y ?? 0) < height * ZONE);
	const bottom = rows
		.slice(Math.max(top.length, rows.length - ROWS))
		.filter((row) => (row[0]?.y ?? 0) > height * (1 - ZONE));
	return [
		...top.map((row): ['head', Segment[]] => ['head', row]),
		...bottom.map((row): ['foot', Segment[]] => ['foot', row])
	];
}

function keyOf(row: readonly Segment[]): string {
	return row
		.map(({ text }) => text.replace(/\s/g, ''))
		.sort((a, b) => (a < b ? -1 : 1))
		.join('|')
		.replace(/\d+/g, '#');
}

/** On three pages and a quarter of them, or on both of two; figures alone must count the pages. */
function repeats(
	key: string,
	found: readonly { page: number; row: Segment[] }[],
	pages: readonly SegmentedPage[]
): boolean {
	const text = key.slice(5);
	const numbered = /^[-–—·•.~〔[(（第Pp]*(?:age)?#[-–—·•.~〕\])）页]*(?:[共/of]*#页?)?$/.test(text);
	if (numbered && found.length === 1) return text !== '#' || key.startsWith('foot');
	if (found.length < Math.min(3, pages.length) || found.length < 2) return false;
	if (numbered) return countsPages(found);
	// A sentence that happens to end several pages is text.
	if (endsSentence(text) && (found.length < 3 || found.length * 2 < pages.length)) return false;
	return found.length * 5 >= pages.length || found.length >= 8;
}

/** The printed number runs with the page: its distance to the page's place hardly ever changes. */
function countsPages(found: readonly { page: number; row: Segment[] }[]): boolean {
	const distances = new Map<number, number>();
	for (const { page, row } of found) {
		const printed = Number(/\d+/.exec(row.map(({ text }) => text).join(' '))?.[0] ?? Number.NaN);
		distances.set(printed - page, (distances.get(printed - page) ?? 0) + 1);
	}
	let most = 0;
	for (const count of distances.values()) most = Math.max(most, count);
	return most * 3 >= found.length * 2;
}

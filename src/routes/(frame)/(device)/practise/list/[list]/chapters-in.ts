import type { ListEntry } from '#lib/study/lists.ts';

/** A list in its chapters, each under its heading; the course is named where there are several. */
export function chaptersIn(
	entries: readonly ListEntry[],
	noChapter: string
): { heading: string; entries: ListEntry[] }[] {
	const isSeveral = new Set(entries.map(({ course }) => course)).size > 1;
	const parts: { key: string; heading: string; entries: ListEntry[] }[] = [];
	for (const entry of entries) {
		const key = `${entry.course}/${entry.chapter?.id ?? ''}`;
		const last = parts.at(-1);
		if (last?.key === key) last.entries.push(entry);
		else {
			const chapter = entry.chapter?.title ?? noChapter;
			parts.push({ key, heading: isSeveral ? `${entry.title} · ${chapter}` : chapter, entries: [entry] });
		}
	}
	return parts;
}

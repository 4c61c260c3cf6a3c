import { isTitleLike } from '../../document/roles.ts';
import type { Segment } from './segments.ts';

/** Which sizes of letters print headings. */
export interface HeadingSizes {
	/** 1–4 for a line that is larger than the text and could be a heading. */
	levelOf(size: number, text: string): number | undefined;
}

/** A heading is set at least this much larger than the text. */
const LARGER = 1.12;
/** Sizes closer than this are one. */
const SAME = 1.04;

/** The text is set in the size of most letters; what is larger and rarer are headings, the largest on top. */
export function headingSizes(segments: readonly Segment[]): HeadingSizes {
	const letters = new Map<number, number>();
	let all = 0;
	for (const { size, text } of segments) {
		const rounded = Math.round(size * 2) / 2;
		letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
		all += text.length;
	}
	let body = 0;
	let most = 0;
	for (const [size, count] of letters) {
		if (count > most || (count === most && size < body)) {
			most = count;
			body = size;
		}
	}
	const larger = [...letters].filter(([size]) => size >= body * LARGER).sort(([a], [b]) => b - a);
	// Slides and posters have no one size for text: what is large there is not above anything.
	const share = larger.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, all);
	const levels: number[] = [];
	if (share <= 0.35) {
		for (const [size] of larger) {
			const last = levels[levels.length - 1];
			if (last === undefined || last / size > SAME) levels.push(size);
		}
	}
	return {
		levelOf(size, text) {
			if (text.length > 80 || !isTitleLike(text, 80)) return undefined;
			const at = levels.findIndex((level) => size >= level / SAME);
			return at < 0 ? undefined : Math.min(4, at + 1);
		}
	};
}

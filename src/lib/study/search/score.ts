import { isWordUnit } from './characters.ts';
import type { LineKind } from './course-index.ts';
import type { OpenCourse } from './open-course.ts';
import type { Occurrences } from './occurrences.ts';

/** A title says what a text is about; a fact is worth more than the sentence around it. */
const WEIGHTS: Record<LineKind | 'fact', number> = {
	course: 60,
	lesson: 56,
	article: 54,
	heading: 50,
	question: 30,
	paragraph: 25,
	fact: 25
};
const WHOLE_LINE = 25;
const AT_THE_BEGINNING = 6;
const THE_FACT_ITSELF = 15;
const NOT_IN_THE_STEM = -12;
const WHOLE_WORD = 6;
const INSIDE_A_WORD = -14;
/** Of a word a stretch may hold many; the first ones tell enough. */
const LOOK_AT = 6;

/** A stretch of the folded text, and for each word which of its occurrences is the first there. */
export interface Range {
	start: number;
	end: number;
	firsts: readonly number[];
}

/**
 * How good a line or a sentence is that holds all words; higher is better, small whole numbers.
 * @param fact the first fact of the sentence
 */
export function scoreOf(
	course: OpenCourse,
	kind: LineKind | 'fact',
	places: readonly Occurrences[],
	{ start, end, firsts }: Range,
	fact?: number
): number {
	const { folded } = course.index;
	let score = WEIGHTS[kind];
	let first = end;
	let last = start;
	let length = 0;
	for (let word = 0; word < places.length; word++) {
		const { starts, ends, spellings } = places[word] ?? NONE;
		const from = firsts[word] ?? 0;
		let best = -Infinity;
		for (let at = from; at < from + LOOK_AT && (starts[at] ?? end) < end; at++) {
			const begins = starts[at] ?? 0;
			const itself = fact !== undefined && beginsValue(course, fact, begins) ? THE_FACT_ITSELF : 0;
			best = Math.max(best, edgesOf(folded, begins, ends[at] ?? 0) + itself - 3 * (spellings[at] ?? 0));
		}
		score += best;
		first = Math.min(first, starts[from] ?? end);
		last = Math.max(last, ends[from] ?? start);
		length += (ends[from] ?? 0) - (starts[from] ?? 0);
	}
	// Words that stand together were meant together.
	if (places.length > 1) score += Math.max(0, 10 - Math.floor((last - first - length) / 4));
	if (first === start) score += AT_THE_BEGINNING;
	if (length >= end - start - 2) score += WHOLE_LINE;
	if (kind === 'question' && first > folded.indexOf('\n', start)) score += NOT_IN_THE_STEM;
	return score;
}
const NONE: Occurrences = { starts: [], ends: [], spellings: [] };

/** Whether one of the facts of a sentence begins there. */
function beginsValue({ index: { facts } }: OpenCourse, fact: number, at: number): boolean {
	const start = facts.starts[fact];
	for (let one = fact; facts.starts[one] === start; one++) if (facts.valueStarts[one] === at) return true;
	return false;
}

/** Of words with spaces around them a whole one is meant rather than a piece of a longer one. */
function edgesOf(folded: string, start: number, end: number): number {
	if (!isWordUnit(folded.charCodeAt(start))) return 0;
	if (isWordUnit(folded.charCodeAt(start - 1))) return INSIDE_A_WORD;
	return isWordUnit(folded.charCodeAt(end)) ? 0 : WHOLE_WORD;
}

import { LINE_KINDS, type CourseIndex, type LineKind } from './course-index.ts';
import { printedAt, printedStretch } from './fold.ts';

/** A course that is searched: its index, and what is made of it once and not kept. */
export interface OpenCourse {
	id: string;
	index: CourseIndex;
	/** The first fact of each sentence, in order. */
	sentences: Uint32Array;
	/** Where titles and the values of facts begin, in order. */
	names: Uint32Array;
	lineIds(): readonly string[];
	factIds(): readonly string[];
}

export function openCourse(id: string, index: CourseIndex): OpenCourse {
	const { facts, kinds, starts } = index;
	const sentences: number[] = [];
	for (let at = 0; at < facts.starts.length; at++)
		if (at === 0 || facts.starts[at] !== facts.starts[at - 1] || facts.ends[at] !== facts.ends[at - 1])
			sentences.push(at);
	const titles = starts.filter((_, line) => line < kinds.length && (kinds[line] ?? 0) < FIRST_TEXT);
	const names = new Uint32Array(titles.length + facts.valueStarts.length);
	names.set(titles);
	names.set(facts.valueStarts, titles.length);
	let lineIds: string[] | undefined;
	let factIds: string[] | undefined;
	return {
		id,
		index,
		sentences: Uint32Array.from(sentences),
		names: names.sort(),
		lineIds: () => (lineIds ??= index.ids.split('\n')),
		factIds: () => (factIds ??= facts.ids.split('\n'))
	};
}
const FIRST_TEXT = LINE_KINDS.indexOf('paragraph');

export function kindOf({ index }: OpenCourse, line: number): LineKind {
	return LINE_KINDS[index.kinds[line] ?? 0] ?? 'course';
}

/** A line as it is printed, and where that begins in the whole print. */
export function lineOf({ index }: OpenCourse, line: number): { text: string; at: number } {
	const { starts, dropped, printed } = index;
	const start = starts[line] ?? 0;
	const at = start === 0 ? 0 : printedAt(dropped, start - 1) + 1;
	return { text: printed.slice(at, printedAt(dropped, (starts[line + 1] ?? 1) - 1)), at };
}

export function titleOf(course: OpenCourse, line: number | undefined): string | undefined {
	return line === undefined || line < 0 ? undefined : lineOf(course, line).text;
}

export function printOf({ index }: OpenCourse, start: number, end: number): string {
	return index.printed.slice(...printedStretch(index.dropped, start, end));
}

export function beginsName({ names }: OpenCourse, at: number): boolean {
	return names[firstFrom(names, at)] === at;
}

/** The first place in a sorted list that is not below a value. */
export function firstFrom(sorted: ArrayLike<number>, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

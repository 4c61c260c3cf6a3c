import { firstFrom, kindOf, lineOf, printOf, titleOf, type OpenCourse } from './open-course.ts';
import { printedStretch } from './fold.ts';
import type { Occurrences } from './occurrences.ts';
import { joined } from './query.ts';
import { cutSnippet, piecesOf, type FoundPiece } from './snippet.ts';

/** Where a hit leads. */
export type Target =
	| { type: 'course' }
	| { type: 'lesson'; lesson: string; paragraph?: string }
	| { type: 'paragraph'; paragraph: string }
	| { type: 'fact'; fact: string }
	| { type: 'question'; question: string };

export interface Hit {
	course: string;
	language: 'zh' | 'en';
	target: Target;
	/** Of a lesson, a heading or a question: what it is called. */
	title?: FoundPiece[];
	/** What the text says there, cut around the words. */
	text?: FoundPiece[];
	/** Of facts: what is worth keeping. */
	values?: string[];
	/** Printed titles from the outside in, the course first. */
	trail: string[];
	/** In how many paragraphs of a lesson the words stand. */
	places?: number;
	/** What was found, with spaces between the words: to be looked for at the place itself. */
	find: string;
}

type Stretch = readonly [number, number];

/** @param at a line, or for facts the first fact of a sentence */
export function hitOf(course: OpenCourse, at: number, places: readonly Occurrences[], as?: 'fact'): Hit {
	return as === 'fact' ? factHit(course, at, places) : lineHit(course, at, places);
}

function lineHit(course: OpenCourse, line: number, places: readonly Occurrences[]): Hit {
	const kind = kindOf(course, line);
	const { text, found, find } = readLine(course, line, places);
	const id = course.lineIds()[line] ?? '';
	const base = { course: course.id, language: course.index.language, find };
	if (kind === 'course')
		return { ...base, target: { type: 'course' }, title: piecesOf(text, found), trail: [] };
	if (kind === 'question') {
		const end = endOfPart(text, 0);
		const inStem = found.filter(([start]) => start < end);
		return {
			...base,
			target: { type: 'question', question: id },
			title: piecesOf(text.slice(0, end), inStem),
			...(inStem.length === 0 && { text: cutPart(text, found) }),
			trail: trailOf(course, course.index.lessons[line])
		};
	}
	const target = { type: 'paragraph', paragraph: id } as const;
	const article = course.index.articles[line];
	if (kind === 'paragraph')
		return {
			...base,
			target,
			text: cutSnippet(text, found),
			trail: trailOf(course, article, course.index.headings[line])
		};
	return { ...base, target, title: piecesOf(text, found), trail: trailOf(course, article) };
}

/** @param line the best line of the lesson: its title, or a paragraph */
export function lessonHit(
	course: OpenCourse,
	lesson: number,
	line: number,
	places: readonly Occurrences[],
	paragraphs: number
): Hit {
	const title = readLine(course, lesson, places);
	const text = line === lesson ? undefined : readLine(course, line, places);
	return {
		course: course.id,
		language: course.index.language,
		target: {
			type: 'lesson',
			lesson: course.lineIds()[lesson] ?? '',
			...(text && { paragraph: course.lineIds()[line] ?? '' })
		},
		title: piecesOf(title.text, title.found),
		...(text && { text: cutSnippet(text.text, text.found) }),
		trail: trailOf(course),
		...(paragraphs > 0 && { places: paragraphs }),
		find: (text ?? title).find
	};
}

function factHit(course: OpenCourse, fact: number, places: readonly Occurrences[]): Hit {
	const { facts, headings, articles, lessons, ownWords } = course.index;
	const [start, end] = [facts.starts[fact] ?? 0, facts.ends[fact] ?? 0];
	const { text, found, find } = readStretch(course, start, end, places);
	const line = facts.lines[fact] ?? 0;
	const values: string[] = [];
	for (let at = fact; facts.starts[at] === start && facts.ends[at] === end; at++) {
		const [from, to] = [facts.valueStarts[at] ?? 0, facts.valueEnds[at] ?? 0];
		if (to > from) values.push(printOf(course, from, to));
	}
	return {
		course: course.id,
		language: course.index.language,
		target: { type: 'fact', fact: course.factIds()[fact] ?? '' },
		text: cutSnippet(text, found),
		values: [...new Set(values)],
		trail: ownWords ? trailOf(course, lessons[line]) : trailOf(course, articles[line], headings[line]),
		find
	};
}

/** A line as it is printed, with what was found in it. */
function readLine(course: OpenCourse, line: number, places: readonly Occurrences[]) {
	const { starts, dropped } = course.index;
	const { text, at } = lineOf(course, line);
	const stretches = stretchesIn(places, starts[line] ?? 0, starts[line + 1] ?? 0);
	return {
		text,
		found: stretches.map(([from, to]): Stretch => {
			const [start, end] = printedStretch(dropped, from, to);
			return [start - at, end - at];
		}),
		find: findOf(course, places, starts[line] ?? 0)
	};
}

function readStretch(course: OpenCourse, start: number, end: number, places: readonly Occurrences[]) {
	const { dropped, printed } = course.index;
	const [at, to] = printedStretch(dropped, start, end);
	return {
		text: printed.slice(at, to),
		found: stretchesIn(places, start, end).map(([from, until]): Stretch => {
			const [begins, ends] = printedStretch(dropped, from, until);
			return [begins - at, ends - at];
		}),
		find: findOf(course, places, start)
	};
}

function stretchesIn(places: readonly Occurrences[], start: number, end: number): [number, number][] {
	return joined(
		places.flatMap(({ starts, ends }) => {
			const stretches: [number, number][] = [];
			for (let at = firstFrom(starts, start); at < starts.length && (starts[at] ?? end) < end; at++)
				stretches.push([starts[at] ?? 0, ends[at] ?? 0]);
			return stretches;
		})
	);
}

/** Each word as it is written there; a word that was spelled in letters is looked for as it was found. */
function findOf({ index }: OpenCourse, places: readonly Occurrences[], start: number): string {
	const words = places.map(({ starts, ends }) => {
		const at = firstFrom(starts, start);
		return index.folded.slice(starts[at] ?? 0, ends[at] ?? 0);
	});
	return [...new Set(words)].join(' ');
}

function trailOf(course: OpenCourse, ...lines: (number | undefined)[]): string[] {
	const titles = lines.flatMap((line) => titleOf(course, line) ?? []);
	return [...new Set([course.index.title, ...titles])];
}

function endOfPart(text: string, at: number): number {
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end;
}

/** The part of a question that holds the first hit. */
function cutPart(text: string, found: readonly Stretch[]): FoundPiece[] {
	const first = found[0]?.[0] ?? 0;
	const start = text.lastIndexOf('\n', first) + 1;
	const end = endOfPart(text, first);
	const within = found
		.filter(([from, to]) => from >= start && to <= end)
		.map(([from, to]): Stretch => [from - start, to - start]);
	return cutSnippet(text.slice(start, end), within);
}

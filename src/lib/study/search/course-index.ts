import type { Publication } from '#lib/course/publication.ts';
import type { Question } from '#lib/question/question.ts';
import { fold, foldedAt } from './fold.ts';

/** Raised when an index that was kept no longer says what the code reads. */
export const INDEX_FORMAT = 1;

/** What a line of an index is; its number is its place here. */
export const LINE_KINDS = ['course', 'lesson', 'article', 'heading', 'paragraph', 'question'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/**
 * All that is searched of one course, line after line in two long strings: one scan of them takes less
 * than looking words up in an index would (docs/adr/0009). Lines, facts and places are columns, so that the
 * whole is kept and read as a few large values.
 */
export interface CourseIndex {
	title: string;
	language: 'zh' | 'en';
	/** The lessons are our own words, not a document. */
	ownWords: boolean;
	/** Each line ends with a line feed; so do the parts of a question. */
	printed: string;
	folded: string;
	/** See `fold.ts`; for the whole. */
	dropped: Uint32Array;
	kinds: Uint8Array;
	/** Where lines begin in `folded`, and where the last one ends. */
	starts: Uint32Array;
	/** Of what a line is about, one a line: the paragraph (of a heading: the first one under it), lesson, question. */
	ids: string;
	/** Numbers of the lines that hold titles; -1 for none. */
	articles: Int32Array;
	headings: Int32Array;
	lessons: Int32Array;
	facts: FactColumns;
}

/** Facts in the order of their sentences; places are those of `folded`. */
export interface FactColumns {
	ids: string;
	lines: Uint32Array;
	starts: Uint32Array;
	ends: Uint32Array;
	valueStarts: Uint32Array;
	valueEnds: Uint32Array;
}

export function indexCourse(publication: Publication): CourseIndex {
	const { title, document, bank } = publication;
	const lines = noLines();
	addLine(lines, 'course', title, '');
	const lessons = addLessons(lines, publication);
	const places = addDocument(lines, publication, lessons);
	for (const question of bank.questions) {
		const line = addLine(lines, 'question', wordsOf(question).join('\n'), question.id);
		lines.lessons[line] = lessons.asking.get(question.id) ?? -1;
	}
	return {
		title,
		language: document.language,
		ownWords: publication.kind === 'course',
		printed: lines.printed.join(''),
		folded: lines.folded.join(''),
		dropped: Uint32Array.from(lines.dropped),
		kinds: Uint8Array.from(lines.kinds),
		starts: Uint32Array.from([...lines.starts, lines.length]),
		ids: lines.ids.join('\n'),
		articles: Int32Array.from(lines.articles),
		headings: Int32Array.from(lines.headings),
		lessons: Int32Array.from(lines.lessons),
		facts: factColumns(publication.facts, places, lines.dropped)
	};
}

/** Lines of the lessons, by what they show and what they ask. */
interface LessonLines {
	/** By section or paragraph. */
	showing: Map<string, number>;
	/** By question. */
	asking: Map<string, number>;
}

function addLessons(lines: Lines, { modules }: Publication): LessonLines {
	const showing = new Map<string, number>();
	const asking = new Map<string, number>();
	for (const lesson of modules.flatMap((module) => module.lessons)) {
		const line = addLine(lines, 'lesson', lesson.title, lesson.id);
		lines.lessons[line] = line;
		for (const id of lesson.paragraphs ?? lesson.sections) if (!showing.has(id)) showing.set(id, line);
		for (const id of lesson.questions) if (!asking.has(id)) asking.set(id, line);
	}
	return { showing, asking };
}

interface Place {
	line: number;
	text: string;
	/** Where it begins in the whole print. */
	printedAt: number;
}

/** In reading order; of a course in our own words only the paragraphs: the lessons' titles are its titles. */
function addDocument(
	lines: Lines,
	publication: Publication,
	{ showing }: LessonLines
): ReadonlyMap<string, Place> {
	const { document, kind } = publication;
	const places = new Map<string, Place>();
	const hasTitles = kind === 'text';
	// The course has the title of its only article.
	const said = new Set(['', publication.title]);
	for (const article of document.articles) {
		const first = article.sections.flatMap(({ paragraphs }) => paragraphs)[0]?.id;
		const isTitled = hasTitles && first !== undefined && !said.has(article.title);
		const title = isTitled ? addLine(lines, 'article', article.title, first) : -1;
		for (const section of article.sections) {
			const under = section.paragraphs[0]?.id;
			const isSaid = section.heading === article.title || said.has(section.heading);
			const heading =
				hasTitles && !isSaid && under !== undefined ? addLine(lines, 'heading', section.heading, under) : -1;
			if (heading >= 0) lines.articles[heading] = title;
			for (const { id, text } of section.paragraphs) {
				const { printedLength: printedAt } = lines;
				const line = addLine(lines, 'paragraph', text, id);
				places.set(id, { line, text, printedAt });
				lines.articles[line] = title;
				lines.headings[line] = heading;
				lines.lessons[line] = showing.get(id) ?? showing.get(section.id) ?? -1;
			}
		}
	}
	return places;
}

/** The stem first: a hit in it weighs more. */
function wordsOf(question: Question): string[] {
	return [
		question.stem,
		...('premises' in question ? question.premises : []),
		...('options' in question ? question.options : []),
		...(question.type === 'fill-in' ? question.key.flat() : []),
		...(question.type === 'numeric' ? [`${question.key.value}${question.key.unit ?? ''}`] : []),
		...(question.type === 'short-answer' ? [question.key] : []),
		...(question.explanation === undefined ? [] : [question.explanation])
	].filter((part) => part !== '');
}

/** An index while it is made. */
interface Lines {
	printed: string[];
	folded: string[];
	dropped: number[];
	kinds: number[];
	starts: number[];
	ids: string[];
	articles: number[];
	headings: number[];
	lessons: number[];
	/** Of what was folded so far, and of its print. */
	length: number;
	printedLength: number;
}

function noLines(): Lines {
	return {
		printed: [],
		folded: [],
		dropped: [],
		kinds: [],
		starts: [],
		ids: [],
		articles: [],
		headings: [],
		lessons: [],
		length: 0,
		printedLength: 0
	};
}

/** Each part is folded by itself: no word reaches over its end. Gives the line's number. */
function addLine(lines: Lines, kind: LineKind, printed: string, id: string): number {
	const start = lines.length;
	for (const part of printed.split('\n')) {
		const { text, dropped } = fold(part);
		for (const at of dropped) lines.dropped.push(lines.length + at);
		lines.folded.push(text, '\n');
		lines.length += text.length + 1;
	}
	lines.printed.push(printed, '\n');
	lines.printedLength += printed.length + 1;
	lines.kinds.push(LINE_KINDS.indexOf(kind));
	lines.ids.push(id);
	lines.articles.push(-1);
	lines.headings.push(-1);
	lines.lessons.push(-1);
	return lines.starts.push(start) - 1;
}

/** A fact whose sentence does not stand in its paragraph as it is has no place to show and is left out. */
function factColumns(
	facts: Publication['facts'],
	places: ReadonlyMap<string, Place>,
	dropped: readonly number[]
): FactColumns {
	const placed = facts.flatMap(({ id, sentence, value, paragraph }) => {
		const place = places.get(paragraph);
		const at = place && sentence !== '' ? place.text.indexOf(sentence) : -1;
		if (!place || at < 0) return [];
		const valueAt = value === '' ? -1 : sentence.indexOf(value);
		const folded = (offset: number) => foldedAt(dropped, place.printedAt + at + offset);
		return [
			{
				id,
				line: place.line,
				start: folded(0),
				end: folded(sentence.length),
				valueStart: folded(Math.max(0, valueAt)),
				valueEnd: folded(valueAt < 0 ? 0 : valueAt + value.length)
			}
		];
	});
	placed.sort((a, b) => a.start - b.start || a.end - b.end || a.valueStart - b.valueStart);
	return {
		ids: placed.map(({ id }) => id).join('\n'),
		lines: Uint32Array.from(placed, ({ line }) => line),
		starts: Uint32Array.from(placed, ({ start }) => start),
		ends: Uint32Array.from(placed, ({ end }) => end),
		valueStarts: Uint32Array.from(placed, ({ valueStart }) => valueStart),
		valueEnds: Uint32Array.from(placed, ({ valueEnd }) => valueEnd)
	};
}

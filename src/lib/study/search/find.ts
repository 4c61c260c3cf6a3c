import { hitOf, lessonHit, type Hit } from './hit.ts';
import { kindOf, type OpenCourse } from './open-course.ts';
import { bestOf } from './best.ts';
import { occurrencesOf, type Occurrences } from './occurrences.ts';
import { scoreOf, type Range } from './score.ts';
import type { Word } from './query.ts';

/** What is found, in the order in which it is shown. */
export const HIT_KINDS = ['lesson', 'document', 'fact', 'question'] as const;
export type HitKind = (typeof HIT_KINDS)[number];

export interface Found {
	/** Of all there is; only the best of them are among `hits`. */
	counts: Record<HitKind, number>;
	/** The best first. */
	hits: Record<HitKind, Hit[]>;
}

/**
 * All places that hold every word. Of courses that are equally good the first ones come first.
 * @param most of each kind that are handed out; all are counted
 */
export function find(
	courses: readonly OpenCourse[],
	words: readonly Word[],
	{ most, kind }: { most: number; kind?: HitKind | undefined }
): Found {
	const counts = { lesson: 0, document: 0, fact: 0, question: 0 };
	const best = {
		lesson: bestOf<() => Hit>(mostOf('lesson')),
		document: bestOf<() => Hit>(mostOf('document')),
		fact: bestOf<() => Hit>(mostOf('fact')),
		question: bestOf<() => Hit>(mostOf('question'))
	};
	function mostOf(one: HitKind): number {
		return kind === undefined || kind === one ? most : 0;
	}
	for (const course of words.length === 0 ? [] : courses) {
		const places = words.map((word) => occurrencesOf(course.index.folded, word));
		findLines(course, places, (hitKind, score, make) => {
			counts[hitKind]++;
			best[hitKind].offer(score, make);
		});
		findFacts(course, places, (score, make) => {
			counts.fact++;
			best.fact.offer(score, make);
		});
	}
	const made = (one: HitKind) => best[one].best().map((make) => make());
	return {
		counts,
		hits: {
			lesson: made('lesson'),
			document: made('document'),
			fact: made('fact'),
			question: made('question')
		}
	};
}

/** A lesson is found once, by its title or by the paragraphs that it shows. */
function findLines(
	course: OpenCourse,
	places: readonly Occurrences[],
	offer: (kind: 'lesson' | 'document' | 'question', score: number, make: () => Hit) => void
): void {
	const { index } = course;
	const lessons = new Map<number, { score: number; line: number; places: number }>();
	eachRange(index.starts.length - 1, lineRange(course), places, (line, range) => {
		const kind = kindOf(course, line);
		const score = scoreOf(course, kind, places, range);
		const lesson = index.lessons[line] ?? -1;
		if (lesson >= 0 && kind !== 'question') {
			const held = lessons.get(lesson);
			const isText = kind === 'paragraph' ? 1 : 0;
			if (!held) lessons.set(lesson, { score, line, places: isText });
			else {
				held.places += isText;
				if (score > held.score) [held.score, held.line] = [score, line];
			}
		}
		if (kind === 'question') offer('question', score, () => hitOf(course, line, places));
		else if (kind !== 'lesson' && !(kind === 'paragraph' && index.ownWords))
			offer('document', score, () => hitOf(course, line, places));
	});
	for (const [lesson, found] of lessons)
		offer('lesson', found.score, () => lessonHit(course, lesson, found.line, places, found.places));
}

function lineRange({ index }: OpenCourse): (line: number) => [number, number] {
	return (line) => [index.starts[line] ?? 0, index.starts[line + 1] ?? 0];
}

/** Facts of one sentence are found together. */
function findFacts(
	course: OpenCourse,
	places: readonly Occurrences[],
	offer: (score: number, make: () => Hit) => void
): void {
	const { facts } = course.index;
	const range = (at: number): [number, number] => {
		const fact = course.sentences[at] ?? 0;
		return [facts.starts[fact] ?? 0, facts.ends[fact] ?? 0];
	};
	eachRange(course.sentences.length, range, places, (at, within) => {
		const fact = course.sentences[at] ?? 0;
		offer(scoreOf(course, 'fact', places, within, fact), () => hitOf(course, fact, places, 'fact'));
	});
}

/**
 * Stretches that hold all words, in order of their beginnings.
 * @param found is told for each word which of its occurrences is the first there
 */
function eachRange(
	count: number,
	rangeOf: (at: number) => [number, number],
	places: readonly Occurrences[],
	found: (at: number, range: Range) => void
): void {
	const firsts = places.map(() => 0);
	for (let at = 0; at < count; at++) {
		const [start, end] = rangeOf(at);
		let holdsAll = true;
		for (let word = 0; word < places.length && holdsAll; word++) {
			const { starts, ends } = places[word] ?? NONE;
			let next = firsts[word] ?? 0;
			while (next < starts.length && (starts[next] ?? 0) < start) next++;
			firsts[word] = next;
			if (next === starts.length) return;
			holdsAll = (ends[next] ?? 0) <= end;
		}
		if (holdsAll) found(at, { start, end, firsts });
	}
}
const NONE: Occurrences = { starts: [], ends: [], spellings: [] };

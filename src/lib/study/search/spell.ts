import { LINE_KINDS, type CourseIndex } from './course-index.ts';
import { beginsName, type OpenCourse } from './open-course.ts';

/** How characters are read, by code: pinyin without tones, ü as v, the usual reading first. */
export type Readings = ReadonlyMap<number, readonly string[]>;

/** Finds what is written where somebody typed how it sounds. */
export interface Speller {
	/**
	 * The words that the letters may stand for, as they stand in the texts, folded: names and titles first, then
	 * the most frequent ones. Every character is spelled by its whole syllable, its beginning or its first letter.
	 */
	spell(letters: string, courses: readonly OpenCourse[]): string[];
}

/** More would be other words that happen to begin with the same letters. */
const MOST_SPELLINGS = 8;
/** Of how often the likeliest is found; what is rarer is hardly meant. */
const LEAST_SHARE = 0.05;
/** A fact or a title that begins with it counts as if it were found so much more often. */
const NAME_WEIGHT = 20;

export function speller(readings: Readings): Speller {
	// One look tells whether a character can begin with a letter, and what can follow it.
	const firsts = new Uint32Array(0x10000);
	const seconds = new Uint32Array(0x10000);
	for (const [code, syllables] of readings)
		for (const syllable of syllables) {
			firsts[code] = (firsts[code] ?? 0) | bitOf(syllable.charCodeAt(0));
			if (syllable.length > 1) seconds[code] = (seconds[code] ?? 0) | bitOf(syllable.charCodeAt(1));
		}

	/** Where the word ends that begins at `at` and is spelled by the rest of the letters; -1 when there is none. */
	function endOf(text: string, at: number, letters: string, done: number): number {
		const rest = letters.length - done;
		if (rest === 0) return at;
		const code = text.charCodeAt(at);
		if (((firsts[code] ?? 0) & bitOf(letters.charCodeAt(done))) === 0) return -1;
		for (const syllable of readings.get(code) ?? []) {
			const shared = sharedLength(syllable, letters, done);
			if (shared === rest) return at + 1;
			if (shared === syllable.length) {
				const end = endOf(text, at + 1, letters, done + shared);
				if (end >= 0) return end;
			}
			if (/^[zcs]h/.test(syllable) && shared >= 2 && shared < syllable.length) {
				const end = endOf(text, at + 1, letters, done + 2);
				if (end >= 0) return end;
			}
			if (shared >= 1) {
				const end = endOf(text, at + 1, letters, done + 1);
				if (end >= 0) return end;
			}
		}
		return -1;
	}

	/** Where a word may begin, by the first two letters. Questions say nothing that the text does not. */
	function candidates({ index }: OpenCourse, letters: string): number[] {
		const { folded } = index;
		const first = bitOf(letters.charCodeAt(0));
		const second = bitOf(letters.charCodeAt(1));
		const end = index.starts[firstQuestion(index)] ?? folded.length;
		const places: number[] = [];
		for (let at = 0; at < end; at++) {
			const code = folded.charCodeAt(at);
			if (((firsts[code] ?? 0) & first) === 0) continue;
			const next = (firsts[folded.charCodeAt(at + 1)] ?? 0) | (seconds[code] ?? 0);
			if ((next & second) !== 0) places.push(at);
		}
		return places;
	}

	/** Of whoever types on: more letters fit only where fewer did. */
	let last: { letters: string; courses: readonly OpenCourse[]; places: number[][] } | undefined;

	return {
		spell(letters, courses) {
			const counts = new Map<string, number>();
			const held = last?.courses === courses && letters.startsWith(last.letters) ? last.places : undefined;
			const places = courses.map((course, n) =>
				(held?.[n] ?? candidates(course, letters)).filter((at) => {
					const end = endOf(course.index.folded, at, letters, 0);
					if (end < 0) return false;
					const word = course.index.folded.slice(at, end);
					counts.set(word, (counts.get(word) ?? 0) + (beginsName(course, at) ? NAME_WEIGHT : 1));
					return true;
				})
			);
			last = { letters, courses, places };
			const several = [...counts].filter(([word]) => word.length > 1);
			// A single character only where the letters say nothing more: gong on the way to gonghui.
			const found = several.length > 0 ? several : [...counts];
			found.sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
			const enough = (found[0]?.[1] ?? 0) * LEAST_SHARE;
			return found
				.slice(0, MOST_SPELLINGS)
				.filter(([, times]) => times >= enough)
				.map(([word]) => word);
		}
	};
}

/** Questions are the last lines of an index. */
function firstQuestion({ kinds }: CourseIndex): number {
	const at = kinds.indexOf(LINE_KINDS.indexOf('question'));
	return at < 0 ? kinds.length : at;
}

function bitOf(letter: number): number {
	return letter >= 0x61 && letter <= 0x7a ? 1 << (letter - 0x61) : 0;
}

/** How many letters of a syllable the query has from `done` on. */
function sharedLength(syllable: string, letters: string, done: number): number {
	let length = 0;
	while (length < syllable.length && syllable[length] === letters[done + length]) length++;
	return length;
}

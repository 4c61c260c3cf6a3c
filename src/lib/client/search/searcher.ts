import { find, HIT_KINDS, type Found } from '#lib/study/search/find.ts';
import { openCourse, type OpenCourse } from '#lib/study/search/open-course.ts';
import { pinyinOf, wordsOf, type Word } from '#lib/study/search/query.ts';
import { speller, type Speller } from '#lib/study/search/spell.ts';
import { readForStudy } from '../store/courses.ts';
import {
	dropOtherIndexes,
	makeIndex,
	readIndex,
	searchables,
	type Searchable
} from '../store/search-indexes.ts';
import type { Store } from '../store/store.ts';
import { watch } from '../store/watch.ts';
import { looseWords } from './loose-words.ts';
import type { Answer, Ask, FoundQuestion, Searcher, SearcherListeners } from './messages.ts';

/**
 * Searches the courses of one database: in a worker, or in the page where there is none. Follows what comes,
 * goes and changes, in any tab; answers with what is open so far.
 */
export function openSearcher(store: Store, { onready }: SearcherListeners): Searcher {
	const held = new Map<string, { stamp: string; course: OpenCourse }>();
	let courses: readonly OpenCourse[] = [];
	let turn = 0;
	let spelling: Promise<Speller | undefined> | undefined;

	async function follow(here: readonly Searchable[]): Promise<void> {
		const mine = ++turn;
		const ids = new Set(here.map(({ course }) => course));
		for (const id of [...held.keys()]) if (!ids.has(id)) held.delete(id);
		let done = 0;
		const show = (making?: string) => {
			courses = here.flatMap(({ course }) => held.get(course)?.course ?? []);
			onready({ done, total: here.length, ...(making !== undefined && { making }) });
		};
		for (const one of here) {
			const index = held.get(one.course)?.stamp === one.stamp ? undefined : await readOrMake(one, show);
			// The courses changed in the meantime: the next turn goes on from what is open.
			if (mine !== turn) return;
			if (index) held.set(one.course, { stamp: one.stamp, course: openCourse(one.course, index) });
			done++;
		}
		show();
		await dropOtherIndexes(store, here);
		// Before it is asked for: the next time there may be no network.
		await spellerNow();
	}

	async function readOrMake(one: Searchable, show: (making: string) => void) {
		const kept = await readIndex(store, one);
		if (kept) return kept;
		show(one.title);
		return makeIndex(store, one);
	}

	/** The table of readings; undefined while it cannot be fetched: then letters are only letters. */
	function spellerNow(): Promise<Speller | undefined> {
		spelling ??= loadSpeller().catch(() => (spelling = undefined));
		return spelling;
	}

	const stop = watch(store, searchables, (here) => void follow(here).catch(ignoreClosed));

	return {
		async find(ask) {
			const within = ask.course === undefined ? courses : courses.filter(({ id }) => id === ask.course);
			const letters = pinyinOf(ask.query);
			const speller = letters === undefined ? undefined : await spellerNow();
			return answer(within, ask, letters === undefined ? [] : (speller?.spell(letters, within) ?? []));
		},
		question: (course, id) => readQuestion(store, course, id),
		close() {
			turn++;
			stop();
		}
	};
}
async function loadSpeller(): Promise<Speller> {
	const { readReadings } = await import('./readings.ts');
	return speller(readReadings());
}

/** The query as it is; letters also as pinyin; only when nothing has it, places with each of its words. */
function answer(courses: readonly OpenCourse[], ask: Ask, spelled: string[]): Answer {
	const words = wordsOf(ask.query);
	const look = (wanted: readonly Word[]) => find(courses, wanted, ask);
	const [only] = words;
	const direct = look(words.length === 1 && only ? [[only, ...spelled]] : words.map((word) => [word]));
	if (isAny(direct)) return { ...direct, ask, spelled, loose: [] };
	const together = words.length > 1 && spelled.length > 0 ? look([spelled]) : undefined;
	if (together && isAny(together)) return { ...together, ask, spelled, loose: [] };
	const loose = looseWords(words).filter((word) => courses.some(({ index }) => index.folded.includes(word)));
	const apart = loose.length > 1 ? look(loose.map((word) => [word])) : undefined;
	if (apart && isAny(apart)) return { ...apart, ask, spelled: [], loose };
	return { ...direct, ask, spelled: [], loose: [] };
}

function isAny({ counts }: Found): boolean {
	return HIT_KINDS.some((kind) => counts[kind] > 0);
}

async function readQuestion(store: Store, course: string, id: string): Promise<FoundQuestion | null> {
	const publication = await readForStudy(store, course);
	const question = publication?.bank.questions.find((one) => one.id === id);
	if (!publication || !question) return null;
	const shared = question.group === undefined ? undefined : publication.bank.groups?.[question.group];
	const { language } = publication.document;
	return { question, language, ...(shared !== undefined && { shared }) };
}

/** The database went away, or gives way to a newer version: what is open can still be searched. */
function ignoreClosed(error: unknown): void {
	if (!(error instanceof Error) || !/Closed|InvalidState|Abort|NotFound/.test(error.name)) throw error;
}

import { parse } from '#lib/base/parse.ts';
import { millis, type Millis } from '#lib/base/time.ts';
import { LessonFinishedSchema } from '#lib/course/events.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import { LevelFinishedSchema, PracticeUndoneSchema, StudySettingsChangedSchema } from './events.ts';
import { levelKey, starsFor, type Stars } from './ladder.ts';
import { decisionIn, marksOf, outranks, type Decision, type QuestionMarks } from './marks.ts';
import { memoryOf, schedulerFor, USUAL_MEMORY, type Memory, type MemorySettings } from './memory.ts';
import { compareRecalls, recallIn, type Recall } from './recalls.ts';
import { USUAL_SETTINGS, type StudySettings } from './settings.ts';
import { inBookOrder, wrongEntryOf, type WrongEntry } from './wrong-book.ts';

/** A lesson that was read to its end for the first time. */
export interface FinishedLesson {
	course: string;
	lesson: string;
	event: string;
	at: Millis;
	/** The reader's own calendar day; unknown for what an early version wrote. */
	day?: string;
}

/** All that follows from one person's practice: the fold of their log. Never changed, only replaced. */
export interface Learner {
	/** Oldest first. */
	recalls: readonly Recall[];
	byQuestion: ReadonlyMap<string, readonly Recall[]>;
	memories: ReadonlyMap<string, Memory>;
	/** Latest mistake first. */
	wrong: readonly WrongEntry[];
	marks: ReadonlyMap<string, QuestionMarks>;
	/** Best stars, by `levelKey`. */
	levels: ReadonlyMap<string, Stars>;
	/** By `course/lesson`. */
	lessons: ReadonlyMap<string, FinishedLesson>;
	settings: StudySettings;
	/** What later events are folded into. */
	folded: Folded;
}

interface Folded {
	/** Ids of all events of these kinds that were looked at. */
	seen: ReadonlySet<string>;
	/** Recalls that were taken back, known or not yet. */
	undone: ReadonlySet<string>;
	/** The recall that counts, by `attempt/question` of a mock exam. */
	exams: ReadonlyMap<string, Recall>;
	wrong: ReadonlyMap<string, WrongEntry>;
	decisions: ReadonlyMap<string, readonly Decision[]>;
	settings: ReadonlyMap<string, { revision: number; event: string }>;
}

export const NO_LEARNER: Learner = {
	recalls: [],
	byQuestion: new Map(),
	memories: new Map(),
	wrong: [],
	marks: new Map(),
	levels: new Map(),
	lessons: new Map(),
	settings: USUAL_SETTINGS,
	folded: {
		seen: new Set(),
		undone: new Set(),
		exams: new Map(),
		wrong: new Map(),
		decisions: new Map(),
		settings: new Map()
	}
};

/** The kinds of events that a learner is folded from. */
export const LEARNER_KINDS = [
	'question-practised',
	'practice-undone',
	'question-marked',
	'level-finished',
	'lesson-finished',
	'study-settings-changed'
] as const;
const KINDS: ReadonlySet<string> = new Set(LEARNER_KINDS);

/** Folds a log, in any order and with repetitions: the same events give the same learner. */
export function learnerFrom(events: Iterable<LoggedEvent>): Learner {
	return learnerWith(NO_LEARNER, events);
}

/** The same as folding everything anew, at the cost of the questions that the new events touch. */
export function learnerWith(learner: Learner, events: Iterable<LoggedEvent>): Learner {
	const seen = new Set(learner.folded.seen);
	const list: LoggedEvent[] = [];
	for (const event of events) {
		if (!KINDS.has(event.kind) || seen.has(event.id)) continue;
		seen.add(event.id);
		list.push(event);
	}
	if (list.length === 0) return learner;
	const { settings, revisions } = settingsAfter(learner, list);
	const { marks, decisions, decided } = marksAfter(learner, list);
	const practice = practiceAfter(learner, list);
	const next: Learner = {
		...learner,
		...practice.result,
		marks,
		settings,
		levels: levelsAfter(learner, list),
		lessons: lessonsAfter(learner, list)
	};
	const memories = memoriesAfter(learner, next, practice.touched);
	const wrong = wrongAfter(learner, next, new Set([...practice.touched, ...decided]));
	return {
		...next,
		memories,
		wrong: wrong === learner.folded.wrong ? learner.wrong : inBookOrder(wrong.values()),
		folded: {
			...practice.folded,
			seen,
			wrong,
			decisions,
			settings: revisions
		}
	};
}

function practiceAfter({ recalls, byQuestion, folded }: Learner, events: readonly LoggedEvent[]) {
	const undone = undoneAfter(folded.undone, events);
	const exams = new Map(folded.exams);
	const added: Recall[] = [];
	const dropped = new Set<string>();
	for (const event of events) {
		const recall = recallIn(event);
		if (!recall) continue;
		if (recall.attempt !== undefined) {
			const key = `${recall.attempt}/${recall.question}`;
			const held = exams.get(key);
			if (held && compareRecalls(held, recall) < 0) continue;
			if (held) dropped.add(held.event);
			exams.set(key, recall);
		}
		added.push(recall);
	}
	// A mock exam that was handed in is not taken back question by question.
	const isKept = ({ event, attempt }: Recall) =>
		!dropped.has(event) && (attempt !== undefined || !undone.has(event));
	const isSame = dropped.size === 0 && undone === folded.undone;
	const kept = isSame ? recalls : recalls.filter(isKept);
	const isAllKept = dropped.size === 0 && undone.size === 0;
	const news = (isAllKept ? added : added.filter(isKept)).sort(compareRecalls);
	const touched = new Set(news.map(({ question }) => question));
	if (kept.length < recalls.length)
		for (const recall of recalls) if (!isKept(recall)) touched.add(recall.question);
	return {
		touched,
		result: { recalls: merged(kept, news), byQuestion: listsAfter(byQuestion, news, touched, isKept) },
		folded: { undone, exams }
	};
}

function undoneAfter(undone: ReadonlySet<string>, events: readonly LoggedEvent[]): ReadonlySet<string> {
	const bodies = events.flatMap(({ kind, body }) => (kind === 'practice-undone' ? [body] : []));
	if (bodies.length === 0) return undone;
	const read = bodies.map((body) => parse(PracticeUndoneSchema, body));
	return new Set([...undone, ...read.flatMap((one) => (one.ok ? [one.value.event] : []))]);
}

/**
 * Mostly what is new is also the latest; then nothing has to be sorted.
 * @param news oldest first
 */
function merged(held: readonly Recall[], news: readonly Recall[]): readonly Recall[] {
	if (news.length === 0) return held;
	const [last, first] = [held.at(-1), news[0]];
	if (!last) return news;
	const all = [...held, ...news];
	return first && compareRecalls(last, first) < 0 ? all : all.sort(compareRecalls);
}

const NO_RECALLS: readonly Recall[] = [];

function listsAfter(
	held: ReadonlyMap<string, readonly Recall[]>,
	news: readonly Recall[],
	touched: ReadonlySet<string>,
	isKept: (recall: Recall) => boolean
): ReadonlyMap<string, readonly Recall[]> {
	if (touched.size === 0) return held;
	const lists = new Map(held);
	const added = new Map<string, Recall[]>();
	for (const recall of news) {
		const list = added.get(recall.question);
		if (list) list.push(recall);
		else added.set(recall.question, [recall]);
	}
	for (const question of touched) {
		const list = merged((held.get(question) ?? NO_RECALLS).filter(isKept), added.get(question) ?? NO_RECALLS);
		if (list.length === 0) lists.delete(question);
		else lists.set(question, list);
	}
	return lists;
}

function memoriesAfter(
	before: Learner,
	{ byQuestion, settings }: Learner,
	touched: ReadonlySet<string>
): ReadonlyMap<string, Memory> {
	const isRescheduled =
		settings.retention !== before.settings.retention || settings.weights !== before.settings.weights;
	const questions = isRescheduled ? new Set([...byQuestion.keys(), ...touched]) : touched;
	if (questions.size === 0) return before.memories;
	const scheduler = schedulerFor(memorySettings(settings));
	const memories = new Map(before.memories);
	for (const question of questions) {
		const memory = memoryOf(byQuestion.get(question) ?? [], scheduler);
		if (memory) memories.set(question, memory);
		else memories.delete(question);
	}
	return memories;
}

/** What FSRS needs of the settings. */
export function memorySettings({ retention, weights }: StudySettings): MemorySettings {
	return { retention, weights: weights ?? USUAL_MEMORY.weights };
}

function wrongAfter(
	before: Learner,
	{ byQuestion, settings, marks }: Learner,
	touched: ReadonlySet<string>
): ReadonlyMap<string, WrongEntry> {
	const isNewRule = settings.rightInARow !== before.settings.rightInARow;
	const questions = isNewRule ? new Set([...byQuestion.keys(), ...touched]) : touched;
	if (questions.size === 0) return before.folded.wrong;
	const wrong = new Map(before.folded.wrong);
	for (const question of questions) {
		const entry = wrongEntryOf(byQuestion.get(question) ?? [], settings, marks.get(question)?.removedAt);
		if (entry) wrong.set(question, entry);
		else wrong.delete(question);
	}
	return wrong;
}

function marksAfter({ marks, folded }: Learner, events: readonly LoggedEvent[]) {
	const made = events.flatMap((event) => decisionIn(event) ?? []);
	if (made.length === 0) return { marks, decisions: folded.decisions, decided: [] };
	const decisions = new Map(folded.decisions);
	const decided = new Set<string>();
	for (const decision of made) {
		const held = decisions.get(decision.question) ?? [];
		const same = held.find(({ change }) => change.type === decision.change.type);
		if (!outranks(decision, same)) continue;
		decisions.set(decision.question, [...held.filter((one) => one !== same), decision]);
		decided.add(decision.question);
	}
	const next = new Map(marks);
	for (const question of decided) {
		const list = [...(decisions.get(question) ?? [])].sort((a, b) => (a.event < b.event ? -1 : 1));
		decisions.set(question, list);
		next.set(question, marksOf(list));
	}
	return { marks: next, decisions, decided: [...decided] };
}

function settingsAfter({ settings, folded }: Learner, events: readonly LoggedEvent[]) {
	let next = settings;
	const revisions = new Map(folded.settings);
	for (const { kind, id, body } of events) {
		if (kind !== 'study-settings-changed') continue;
		const read = parse(StudySettingsChangedSchema, body);
		if (!read.ok) continue;
		const { revision, change } = read.value;
		for (const [name, value] of Object.entries(change)) {
			if (value === undefined || !outranks({ revision, event: id }, revisions.get(name))) continue;
			revisions.set(name, { revision, event: id });
			next = { ...next, [name]: value };
		}
	}
	return { settings: next, revisions };
}

function levelsAfter({ levels }: Learner, events: readonly LoggedEvent[]): ReadonlyMap<string, Stars> {
	let next = levels;
	for (const { kind, body } of events) {
		if (kind !== 'level-finished') continue;
		const read = parse(LevelFinishedSchema, body);
		if (!read.ok) continue;
		const { course, level, right, questions } = read.value;
		const [key, stars] = [levelKey(course, level), starsFor(right, questions)];
		if (stars > (next.get(key) ?? 0)) next = new Map([...next, [key, stars]]);
	}
	return next;
}

function lessonsAfter(
	{ lessons }: Learner,
	events: readonly LoggedEvent[]
): ReadonlyMap<string, FinishedLesson> {
	let next: Map<string, FinishedLesson> | undefined;
	for (const event of events) {
		if (event.kind !== 'lesson-finished') continue;
		const read = parse(LessonFinishedSchema, event.body);
		if (!read.ok) continue;
		const { course, lesson, day } = read.value;
		const at = millis(event.at + (event.offset ?? 0));
		const finished = { course, lesson, event: event.id, at, ...(day !== undefined && { day }) };
		const held = (next ?? lessons).get(`${course}/${lesson}`);
		if (held && (held.at < at || (held.at === at && held.event < event.id))) continue;
		next ??= new Map(lessons);
		next.set(`${course}/${lesson}`, finished);
	}
	return next ?? lessons;
}

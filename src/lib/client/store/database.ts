import type { Dexie, liveQuery, Table } from 'dexie';
import type { Millis } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import type { Question, Response } from '#lib/question/question.ts';
import type { Reading } from '#lib/quiz/clock.ts';
import type { PracticeMode } from '#lib/study/events.ts';
import type { Given } from '#lib/study/session.ts';
import type { CourseIndex } from '#lib/study/search/course-index.ts';

/**
 * What waits to be sent. Frozen: this shape never changes, and `json` is the event as it was first
 * written, so that any version of the app can add to it and empty it. `again`: the server had it once
 * and is asked to take it again.
 */
export interface OutboxRow {
	id: string;
	device: string;
	deviceSeq: number;
	json: string;
	state: 'waiting' | 'again';
	bytes: number;
}

/** What the server turned away for good: kept and shown, never dropped silently. */
export interface QuarantineRow {
	id: string;
	json: string;
	reason: string;
	at: Millis;
}

/** What is known of a course, whether it is on the device or not. */
export interface CourseRow {
	/** The publication's hash, or `own-…`. */
	id: string;
	kind: 'built-in' | 'published' | 'own';
	title: string;
	summary?: string;
	bytes: number;
	lessons: number;
	questions: number;
	here: 0 | 1;
	/** Order in the list; later is shown first. */
	at: number;
	/** Of an own course, once it was published. */
	publishedHash?: string;
}

export interface PublicationRow {
	id: string;
	json: string;
}

export interface PlaceRow {
	course: string;
	lesson: string;
	paragraph: string;
}

/** What was known of the time of an attempt when it was last written down; see `quiz/timing.ts`. */
export interface TimingRow {
	attempt: string;
	startedAt: Millis;
	reading: Reading;
	tied: boolean;
	doubtful: boolean;
	bridged: boolean;
}

/** One act at the review desk of an own course, as `authoring/reviews.ts` reads it. Never changed, only added to. */
export interface ReviewRow {
	id: string;
	course: string;
	/** 1, 2, 3 … within the course. */
	seq: number;
	at: Millis;
	act: unknown;
}

/** The questions of an attempt on an own course as they were asked: the course itself may be reviewed on. */
export interface AskedRow {
	attempt: string;
	questions: Question[];
}

/** Where one list of practice stands: one row a list, named by `listKey`. */
export interface PracticeRow {
	key: string;
	/** Names the queue and what was given; another one each time the list is begun anew. */
	run: string;
	mode: PracticeMode;
	course?: string;
	of?: string;
	/** How often the list was begun before. */
	turn: number;
	/** The learner's calendar day on which it was drawn. */
	day: string;
	startedAt: Millis;
	/** Slot of the question on screen, from 0. */
	at: number;
	slots: number;
	answered: number;
	finishedAt?: Millis;
	/** Begun, but not given yet. */
	draft?: { slot: number; response: Response | null; unsure: boolean };
}

/** The questions of one run as they were drawn: JSON of `PracticeQueue`, written once. */
export interface PracticeQueueRow {
	run: string;
	json: string;
}

export interface PracticeStepRow extends Given {
	run: string;
}

/** What is searched of a course, made from it on this device; can always be made again. */
export interface SearchIndexRow {
	course: string;
	/** Of the course and of the index's format when it was made. */
	stamp: string;
	index: CourseIndex;
}

export interface MetaRow {
	key: string;
	value: unknown;
}

export interface Database {
	dexie: Dexie;
	liveQuery: typeof liveQuery;
	events: Table<LoggedEvent, string>;
	outbox: Table<OutboxRow, string>;
	quarantine: Table<QuarantineRow, string>;
	courses: Table<CourseRow, string>;
	publications: Table<PublicationRow, string>;
	places: Table<PlaceRow, [string, string]>;
	timings: Table<TimingRow, string>;
	meta: Table<MetaRow, string>;
	reviews: Table<ReviewRow, string>;
	asked: Table<AskedRow, string>;
	practices: Table<PracticeRow, string>;
	practiceQueues: Table<PracticeQueueRow, string>;
	practiceSteps: Table<PracticeStepRow, [string, number]>;
	searchIndexes: Table<SearchIndexRow, string>;
}

/** Raised when an older app must no longer write anything but raw events. */
export const WRITER = 1;

/** After the first page is alive: no page needs it to be drawn, and it is the largest piece of all. */
export function loadDexie(): Promise<typeof import('dexie')> {
	return import('dexie');
}

/** Every version that was ever released stays here: an old device opens with it. */
export function defineDatabase(dexie: Dexie, follow: typeof liveQuery): Database {
	dexie.version(1).stores({
		events: 'id, kind, body.attempt, [kind+body.attempt], sequence',
		outbox: 'id, [device+deviceSeq], state',
		quarantine: 'id',
		courses: 'id, kind, publishedHash',
		publications: 'id',
		places: '[course+lesson]',
		timings: 'attempt',
		meta: 'key'
	});
	dexie.version(2).stores({ reviews: 'id, &[course+seq]', asked: 'attempt' });
	dexie.version(3).stores({ practices: 'key', practiceQueues: 'run', practiceSteps: '[run+slot]' });
	dexie.version(4).stores({ searchIndexes: 'course' });
	return {
		dexie,
		liveQuery: follow,
		events: dexie.table('events'),
		outbox: dexie.table('outbox'),
		quarantine: dexie.table('quarantine'),
		courses: dexie.table('courses'),
		publications: dexie.table('publications'),
		places: dexie.table('places'),
		timings: dexie.table('timings'),
		meta: dexie.table('meta'),
		reviews: dexie.table('reviews'),
		asked: dexie.table('asked'),
		practices: dexie.table('practices'),
		practiceQueues: dexie.table('practiceQueues'),
		practiceSteps: dexie.table('practiceSteps'),
		searchIndexes: dexie.table('searchIndexes')
	};
}

export function databaseName(account: string): string {
	return `saixue:${account}`;
}

/** Answers are on the disk, not in a cache of the system, before the screen says saved. */
export const DURABLE = { chromeTransactionDurability: 'strict' } as const;

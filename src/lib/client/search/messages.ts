import type { Question } from '#lib/question/question.ts';
import type { Found, HitKind } from '#lib/study/search/find.ts';

export interface Ask {
	query: string;
	/** Only hits of this kind are handed out; the others are counted. */
	kind?: HitKind;
	/** Only within this course. */
	course?: string;
	/** Hits of each kind that are handed out. */
	most: number;
}

export interface Answer extends Found {
	ask: Ask;
	/** What the letters of the query were taken for, as pinyin. */
	spelled: string[];
	/** The words that all stand in each hit, where nowhere the query itself does. */
	loose: string[];
}

/** How far the courses on this device can be searched. */
export interface Readiness {
	/** The course whose index is being made, which takes a moment. */
	making?: string;
	done: number;
	total: number;
}

export interface FoundQuestion {
	question: Question;
	/** The text that the questions of its group share. */
	shared?: string;
	language: 'zh' | 'en';
}

export interface Searcher {
	find(ask: Ask): Promise<Answer>;
	/** Null when the course or the question is gone. */
	question(course: string, id: string): Promise<FoundQuestion | null>;
	close(): void;
}

export interface SearcherListeners {
	/** Courses were opened, came or went: the same question may have another answer. */
	onready: (readiness: Readiness) => void;
}

export type Request = { type: 'find'; ask: Ask } | { type: 'question'; course: string; id: string };

/** The first message says whose database; then come requests. */
export type ToWorker =
	{ type: 'open'; account: string } | { type: 'request'; number: number; request: Request };

export type FromWorker =
	/** False: no database could be opened here. */
	| { type: 'opened'; ok: boolean }
	| { type: 'ready'; readiness: Readiness }
	| { type: 'found'; number: number; answer: Answer }
	| { type: 'question'; number: number; question: FoundQuestion | null }
	| { type: 'failed'; number: number; message: string };

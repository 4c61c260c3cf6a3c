import type { Result } from '#lib/base/result.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Source } from '#lib/question/common.ts';
import type { App } from './app.svelte.ts';
import { live, type Live } from './store/live.ts';

/** One line of the library. */
export interface CourseEntry {
	/** The publication's hash, or `own-…`. */
	id: string;
	title: string;
	summary?: string;
	kind: 'built-in' | 'published' | 'own';
	state: 'away' | 'fetching' | 'here';
	/** Space it takes, or will take. */
	bytes: number;
	lessons: number;
	questions: number;
	finishedLessons: number;
	/** 0–1 while it is being fetched. */
	fetchedShare?: number;
	publishedHash?: string;
}

export function courses(app: App): Live<CourseEntry[]> {
	return live(app.stores, async () => []);
}

export async function downloadCourse(
	app: App,
	id: string,
	options: { signal?: AbortSignal; onprogress?: (share: number) => void } = {}
): Promise<Result<void, DownloadRefused>> {
	throw new Error(`not yet ${app.account} ${id} ${String(options)}`);
}

export type DownloadRefused =
	| { type: 'Offline' }
	| { type: 'Cancelled' }
	| { type: 'NoSuchCourse' }
	| { type: 'Damaged' }
	| { type: 'StorageFull' };

export async function removeCourse(app: App, id: string): Promise<void> {
	throw new Error(`not yet ${app.account} ${id}`);
}

/** Null when the course is not on this device. */
export function course(app: App, id: string): Live<Publication | null> {
	return live(app.stores, async () => (id ? null : null));
}

export async function refreshCourses(app: App): Promise<void> {
	throw new Error(`not yet ${app.account}`);
}

/** For a built-in citation: the imported document that holds the sentence, once there is one. */
export function originalOf(
	app: App,
	source: Source
): Live<{ courseId: string; paragraph: string; sentence?: string } | null> {
	return live(app.stores, async () => (source ? null : null));
}

import type { App } from './app.svelte.ts';
import { live, type Live } from './store/live.ts';

export async function finishLesson(
	app: App,
	courseId: string,
	lessonId: string,
	readMs: number
): Promise<void> {
	throw new Error(`not yet ${app.account} ${courseId} ${lessonId} ${readMs}`);
}

export async function keepPlace(
	app: App,
	courseId: string,
	lessonId: string,
	paragraphId: string
): Promise<void> {
	throw new Error(`not yet ${app.account} ${courseId} ${lessonId} ${paragraphId}`);
}

export async function placeOf(app: App, courseId: string, lessonId: string): Promise<string | undefined> {
	throw new Error(`not yet ${app.account} ${courseId} ${lessonId}`);
}

export function finishedLessons(app: App, courseId: string): Live<ReadonlySet<string>> {
	return live(app.stores, async () => new Set([courseId]));
}

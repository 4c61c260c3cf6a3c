import { ok, type Result } from '#lib/base/result.ts';
import type { App } from './app.svelte.ts';
import { todayHere } from './clock.ts';
import { live, type Live } from './store/live.ts';
import type { SaveRefused } from './store/saving.ts';
import { finishedIn } from './store/progress.ts';

/** @param readMs time spent reading, as far as the page was visible */
export async function finishLesson(
	app: App,
	courseId: string,
	lessonId: string,
	readMs: number
): Promise<Result<void, SaveRefused>> {
	const body = {
		course: courseId,
		lesson: lessonId,
		readMs: Math.max(0, Math.round(readMs)),
		day: todayHere()
	};
	const written = await app.write([{ kind: 'lesson-finished', body }]);
	return written.ok ? ok(undefined) : written;
}

/** Where a reader stopped, for this device only. */
export async function keepPlace(
	app: App,
	courseId: string,
	lessonId: string,
	paragraphId: string
): Promise<void> {
	const { db } = await app.stores.ready();
	await db.places.put({ course: courseId, lesson: lessonId, paragraph: paragraphId });
}

export async function placeOf(app: App, courseId: string, lessonId: string): Promise<string | undefined> {
	const { db } = await app.stores.ready();
	return (await db.places.get([courseId, lessonId]))?.paragraph;
}

export function finishedLessons(app: App, courseId: string): Live<ReadonlySet<string>> {
	return live(app.stores, (store) => finishedIn(store, courseId));
}

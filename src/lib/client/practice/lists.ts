import type { App } from '../app.svelte.ts';
import type { PracticeRow } from '../store/database.ts';
import { live, type Live } from '../store/live.ts';
import { readMeta, writeMeta } from '../store/meta.ts';
import { practiceRows } from '../store/practices.ts';

/** Where each list stands that was ever begun on this device. */
export function practices(app: App): Live<PracticeRow[]> {
	return live(app.stores, practiceRows);
}

/** The course that was practised last on this device; null when none was. */
export function lastPractised(app: App): Live<string | null> {
	return live(app.stores, async ({ db }) => (await readMeta(db, 'practiceCourse')) ?? null);
}

export async function keepLastPractised(app: App, course: string): Promise<void> {
	await writeMeta((await app.stores.ready()).db, 'practiceCourse', course);
}

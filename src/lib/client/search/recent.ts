import type { App } from '../app.svelte.ts';
import { live, type Live } from '../store/live.ts';
import { readMeta, writeMeta } from '../store/meta.ts';

const MOST = 8;

/** What was looked for on this device by whoever is here, the latest first. It is sent nowhere. */
export function recentSearches(app: App): Live<readonly string[]> {
	return live(app.stores, async ({ db }) => (await readMeta(db, 'searches')) ?? []);
}

/** What led to something: a result was opened, or the search was ended with Enter. */
export async function keepSearch(app: App, query: string): Promise<void> {
	const kept = query.trim();
	if (kept === '') return;
	const { db } = await app.stores.ready();
	await db.dexie.transaction('rw', db.meta, async () => {
		const held = (await readMeta(db, 'searches')) ?? [];
		const others = held.filter((one) => one.toLowerCase() !== kept.toLowerCase());
		await writeMeta(db, 'searches', [kept, ...others].slice(0, MOST));
	});
}

export async function forgetSearches(app: App): Promise<void> {
	await writeMeta((await app.stores.ready()).db, 'searches', undefined);
}

import { milestoneId, type Milestone } from '#lib/study/milestones.ts';
import type { App } from './app.svelte.ts';
import { readMeta, writeMeta } from './store/meta.ts';

/** Of what was reached, what this device has not told yet; from now on it has. */
export async function notYetTold(app: App, reached: readonly Milestone[]): Promise<Milestone[]> {
	if (reached.length === 0) return [];
	const { db } = await app.stores.ready();
	return db.dexie.transaction('rw', db.meta, async () => {
		const told = (await readMeta(db, 'milestonesTold')) ?? [];
		const fresh = reached.filter((one) => !told.includes(milestoneId(one)));
		if (fresh.length > 0) await writeMeta(db, 'milestonesTold', [...told, ...fresh.map(milestoneId)]);
		return fresh;
	});
}

import type { LoggedEvent } from '#lib/log/event.ts';
import { LEARNER_KINDS, learnerFrom, learnerWith, type Learner } from '#lib/study/learner.ts';
import type { Store } from './store.ts';

/**
 * Brings a fold up to the events that lie in the database; reads only those that it has not seen. A fold of
 * events that are gone (a guest's, taken by an account) starts again.
 */
export async function caughtUp(store: Store, held: Learner | undefined): Promise<Learner> {
	if (!held) return learnerFrom(await eventsOf(store));
	const { seen } = held.folded;
	if ((await countOf(store)) === seen.size) return held;
	const keys = (await Promise.all(rowsByKind(store).map((rows) => rows.primaryKeys()))).flat();
	const fresh = keys.filter((id) => !seen.has(id));
	if (keys.length - fresh.length < seen.size) return learnerFrom(await eventsOf(store));
	const found = await store.db.events.bulkGet(fresh);
	return learnerWith(
		held,
		found.filter((event) => event !== undefined)
	);
}

/** How many events a learner is folded from lie there: one short look at an index for each kind. */
export async function countOf(store: Store): Promise<number> {
	const counts = await Promise.all(rowsByKind(store).map((rows) => rows.count()));
	return counts.reduce((sum, count) => sum + count, 0);
}

async function eventsOf(store: Store): Promise<LoggedEvent[]> {
	return (await Promise.all(rowsByKind(store).map((rows) => rows.toArray()))).flat();
}

function rowsByKind({ db }: Store) {
	return LEARNER_KINDS.map((kind) => db.events.where('kind').equals(kind));
}

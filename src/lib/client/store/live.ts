import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';
import type { Store, StoreSlot } from './store.ts';

/** A value that follows the database; undefined until it was first read. */
export interface Live<Value> {
	readonly value: Value | undefined;
}

/**
 * The one bridge from Dexie to runes. Asks only while something on screen reads it, asks again when a
 * table it read changes (in any tab), and starts over when another account's database takes the place.
 */
export function live<Value>(stores: StoreSlot, query: (store: Store) => Promise<Value>): Live<Value> {
	let value: Value | undefined;

	const track = createSubscriber((update) => {
		const show = (next: Value | undefined) => {
			if (next === value) return;
			value = next;
			update();
		};
		let stopQuery = () => {};
		let retry: ReturnType<typeof setTimeout> | undefined;
		const follow = () => {
			stopQuery();
			clearTimeout(retry);
			show(undefined);
			const store = stores.current;
			if (!store) return;
			const subscription = liveQuery(() => query(store)).subscribe({
				next: show,
				error: () => void (retry = setTimeout(follow, RETRY_MS))
			});
			stopQuery = () => subscription.unsubscribe();
		};
		const stopStores = stores.onchange(follow);
		follow();
		return () => {
			stopStores();
			stopQuery();
			clearTimeout(retry);
		};
	});

	return {
		get value() {
			track();
			return value;
		}
	};
}
/** The database can go away for a moment (a phone that wakes up); then it is asked again. */
const RETRY_MS = 1_000;

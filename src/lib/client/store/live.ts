import { createSubscriber } from 'svelte/reactivity';
import type { Store, StoreSlot } from './store.ts';
import { watch } from './watch.ts';

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
		const follow = () => {
			stopQuery();
			stopQuery = stores.current ? watch(stores.current, query, show) : () => {};
		};
		const stopStores = stores.onchange(() => {
			show(undefined);
			follow();
		});
		follow();
		return () => {
			stopStores();
			stopQuery();
		};
	});

	return {
		get value() {
			track();
			return value;
		}
	};
}

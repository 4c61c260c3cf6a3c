import { databaseName, defineDatabase, loadDexie, type Database } from './database.ts';
import { hasIndexedDb, openOnDisk, storeOf, type OpenOptions, type Store } from './on-disk.ts';

export type { Store };

/** Opens an account's database; when that fails or never ends, one in memory takes its place. */
export async function openStore(account: string, options: OpenOptions): Promise<Store> {
	const onDisk = await openOnDisk(account, options);
	return storeOf(account, onDisk ?? (await openInMemory(account)), { ...options, memory: !onDisk });
}

async function openInMemory(account: string): Promise<Database> {
	const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb');
	const factory = memories.get(account) ?? new IDBFactory();
	memories.set(account, factory);
	const { Dexie, liveQuery } = await loadDexie();
	// Live queries rest where the browser has no database at all, whatever database they are asked of.
	if (!hasIndexedDb()) Object.assign(Dexie.dependencies, { indexedDB: factory, IDBKeyRange });
	const dexie = new Dexie(databaseName(account), { indexedDB: factory, IDBKeyRange });
	const db = defineDatabase(dexie, liveQuery);
	await dexie.open();
	return db;
}

/** What one account did in this page is still there when it is opened again in this page. */
const memories = new Map<string, IDBFactory>();

/** The accounts that have a database on this device. */
export async function accountsHere(): Promise<string[]> {
	if (!hasIndexedDb()) return [...memories.keys()];
	const prefix = databaseName('');
	try {
		const { Dexie } = await loadDexie();
		const names = await Dexie.getDatabaseNames();
		return names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
	} catch {
		return [];
	}
}

/** The store in use; another account signing in puts another one here. */
export interface StoreSlot {
	readonly current: Store | undefined;
	/** Waits for one when none is open yet. */
	ready(): Promise<Store>;
	use(store: Store | undefined): void;
	onchange(listener: () => void): () => void;
}

export function storeSlot(): StoreSlot {
	let current: Store | undefined;
	const listeners = new Set<() => void>();
	return {
		get current() {
			return current;
		},
		ready() {
			if (current) return Promise.resolve(current);
			return new Promise((resolve) => {
				const stop = this.onchange(() => {
					if (!current) return;
					stop();
					resolve(current);
				});
			});
		},
		use(store) {
			if (store === current) return;
			current = store;
			for (const listener of [...listeners]) listener();
		},
		onchange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
}

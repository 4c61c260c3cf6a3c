import { uuidFrom } from '#lib/base/id.ts';
import type { Millis } from '#lib/base/time.ts';
import { databaseName, defineDatabase, DURABLE, loadDexie, WRITER, type Database } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';

/** One account's database on this device. */
export interface Store {
	readonly account: string;
	/** One installation × one account database. */
	readonly device: string;
	readonly db: Database;
	/** True when the browser gave no database: everything lives until the page is closed. */
	readonly memory: boolean;
	/** True when a newer version of the app wrote here: only raw events may be added. */
	readonly outdated: boolean;
	close(): void;
}

export interface OpenOptions {
	now: Millis;
	random: (bytes: number) => Uint8Array<ArrayBuffer>;
	/** A newer version in another tab needs this one to let go of the database. */
	onversionchange?: () => void;
	/** An older version in another tab does not let go. */
	onblocked?: () => void;
	timeoutMs?: number;
}

/** Opens an account's database; when that fails or never ends, one in memory takes its place. */
export async function openStore(account: string, options: OpenOptions): Promise<Store> {
	const onDisk = await openOnDisk(account, options);
	const db = onDisk ?? (await openInMemory(account));
	const device = await deviceOf(db, options);
	const minWriter = await readMeta(db, 'minWriter');
	return {
		account,
		device,
		db,
		memory: !onDisk,
		outdated: (minWriter ?? WRITER) > WRITER,
		close: () => db.dexie.close()
	};
}

async function openOnDisk(account: string, options: OpenOptions): Promise<Database | undefined> {
	if (!hasIndexedDb()) return undefined;
	const { Dexie, liveQuery } = await loadDexie();
	const dexie = new Dexie(databaseName(account), DURABLE);
	const db = defineDatabase(dexie, liveQuery);
	dexie.on('versionchange', () => {
		dexie.close({ disableAutoOpen: true });
		options.onversionchange?.();
	});
	dexie.on('blocked', () => options.onblocked?.());
	try {
		await settledWithin(dexie.open(), options.timeoutMs ?? OPEN_TIMEOUT_MS);
		return db;
	} catch {
		dexie.close({ disableAutoOpen: true });
		return undefined;
	}
}
/** WebKit has been seen never to answer `open()`. */
const OPEN_TIMEOUT_MS = 3_000;

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

/** Some browsers within apps have the name but nothing behind it. */
export function hasIndexedDb(): boolean {
	return 'indexedDB' in globalThis && Boolean(globalThis.indexedDB);
}

function settledWithin<Value>(promise: PromiseLike<Value>, timeoutMs: number): Promise<Value> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error('the database did not open in time')), timeoutMs);
		promise.then(resolve, reject).then(() => clearTimeout(timer));
	});
}

function deviceOf(db: Database, { now, random }: OpenOptions): Promise<string> {
	return db.dexie.transaction('rw', db.meta, async () => {
		const held = await readMeta(db, 'device');
		if (held) return held.id;
		const device = { id: uuidFrom(now, random(10)), lastSeq: 0 };
		await writeMeta(db, 'device', device);
		return device.id;
	});
}

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

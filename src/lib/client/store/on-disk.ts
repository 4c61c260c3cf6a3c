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

/** The same database once more, for a worker; undefined where only a page's own memory holds it. */
export async function openStoreOnDisk(account: string, options: OpenOptions): Promise<Store | undefined> {
	const db = await openOnDisk(account, options);
	return db && storeOf(account, db, { ...options, memory: false });
}

export async function storeOf(
	account: string,
	db: Database,
	{ memory, ...options }: OpenOptions & { memory: boolean }
): Promise<Store> {
	const device = await deviceOf(db, options);
	const minWriter = await readMeta(db, 'minWriter');
	return {
		account,
		device,
		db,
		memory,
		outdated: (minWriter ?? WRITER) > WRITER,
		close: () => db.dexie.close()
	};
}

export async function openOnDisk(account: string, options: OpenOptions): Promise<Database | undefined> {
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

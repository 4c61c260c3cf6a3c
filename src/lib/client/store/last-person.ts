import * as v from 'valibot';
import type { Table } from 'dexie';
import { parse, parseJson } from '#lib/base/parse.ts';
import { PersonSchema, type Person } from '#lib/wire/account.ts';
import { DURABLE, loadDexie, type MetaRow } from './database.ts';
import { hasIndexedDb } from './on-disk.ts';

const STORED = 'saixue:person';
/** The installation's own database; no account has this name. */
const DATABASE = 'saixue';
const KeptSchema = v.nullable(PersonSchema);

/**
 * Who was here last, so that a start without network or after a sudden death finds the right database.
 * A browser writes local storage (and the session's cookie) down only now and then; the database holds it
 * at once, and so has the last word: whoever signed out stays signed out. Undefined for a guest.
 */
export async function readLastPerson(): Promise<Person | undefined> {
	const row = await onDisk((rows) => rows.get(STORED));
	const kept = parse(KeptSchema, row?.value);
	return kept.ok ? (kept.value ?? undefined) : readQuickly();
}

export async function keepLastPerson(person: Person | null): Promise<void> {
	await onDisk((rows) => rows.put({ key: STORED, value: person }));
	try {
		// Other tabs hear of this one.
		if (person) localStorage.setItem(STORED, JSON.stringify(person));
		else localStorage.removeItem(STORED);
	} catch {
		// Storage is switched off: other tabs find out when they next ask the server.
	}
}

/** Told when another tab signed in or out. */
export function onLastPerson(listener: (person: Person | null) => void): () => void {
	const look = ({ key }: StorageEvent) => {
		if (key === STORED || key === null) listener(readQuickly() ?? null);
	};
	addEventListener('storage', look);
	return () => removeEventListener('storage', look);
}

function readQuickly(): Person | undefined {
	try {
		const person = parseJson(PersonSchema, localStorage.getItem(STORED) ?? '');
		return person.ok ? person.value : undefined;
	} catch {
		return undefined;
	}
}

/** Undefined when the browser gives no database: then the server is asked who is here. */
async function onDisk<Value>(
	work: (rows: Table<MetaRow, string>) => PromiseLike<Value>
): Promise<Value | undefined> {
	if (!hasIndexedDb()) return undefined;
	const { Dexie } = await loadDexie();
	const dexie = new Dexie(DATABASE, DURABLE);
	const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
	try {
		dexie.version(1).stores({ kept: 'key' });
		return await Promise.race([work(dexie.table('kept')), late]);
	} catch {
		return undefined;
	} finally {
		dexie.close();
	}
}
/** WebKit has been seen never to answer `open()`. */
const PATIENCE_MS = 1_500;

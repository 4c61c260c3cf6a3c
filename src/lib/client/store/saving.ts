import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Database } from './database.ts';

/**
 * Runs a write. When the connection was lost (a phone that woke up, a system that ended the database
 * process) it is opened again and the write tried once more; what then still fails is a refusal that the
 * screen must show.
 */
export async function saving<Value>(
	db: Database,
	write: () => PromiseLike<Value>
): Promise<Result<Value, SaveRefused>> {
	try {
		return ok(await write());
	} catch (error) {
		if (isFull(error)) return refuse({ type: 'StorageFull' });
		if (!isLostConnection(error)) throw error;
	}
	try {
		db.dexie.close({ disableAutoOpen: false });
		await db.dexie.open();
		return ok(await write());
	} catch (error) {
		return refuse({ type: isFull(error) ? 'StorageFull' : 'StorageLost' });
	}
}

export type SaveRefused = { type: 'StorageFull' } | { type: 'StorageLost' };

function isFull(error: unknown): boolean {
	return namesOf(error).includes('QuotaExceededError');
}

function isLostConnection(error: unknown): boolean {
	return namesOf(error).some((name) => LOST.has(name));
}
const LOST = new Set([
	'InvalidStateError',
	'DatabaseClosedError',
	'UnknownError',
	'TransactionInactiveError',
	'AbortError',
	'TimeoutError'
]);

/** Dexie wraps what the browser threw; either may carry the telling name. */
function namesOf(error: unknown): string[] {
	if (!(error instanceof Error)) return [];
	return [error.name, ...('inner' in error ? namesOf(error.inner) : [])];
}

import * as v from 'valibot';
import { parseJson } from '#lib/base/parse.ts';
import type { Millis } from '#lib/base/time.ts';
import { readMeta } from './meta.ts';
import type { Store } from './store.ts';
import { watch } from './watch.ts';

export interface QuarantinedEvent {
	id: string;
	kind: string;
	reason: string;
	at: Millis;
}

/** How the log on this device stands to the server's. */
export interface LogStatus {
	/** Events that the server does not have yet. */
	pending: number;
	quarantined: QuarantinedEvent[];
	lastSyncAt?: Millis;
	/** Whether device and server held the same events when they last compared. */
	verified?: 'equal' | 'different';
	/** How many events a restored server got back from this device. */
	recovered?: number;
}

export function followLog(store: Store, next: (status: LogStatus) => void): () => void {
	return watch(store, readStatus, next);
}

async function readStatus({ db }: Store): Promise<LogStatus> {
	const pending = await db.outbox.count();
	const rows = await db.quarantine.toArray();
	const quarantined = rows.map(({ id, reason, at, json }) => ({ id, reason, at, kind: kindOf(json) }));
	const lastSyncAt = await readMeta(db, 'lastSyncAt');
	const verified = await readMeta(db, 'verified');
	const recovered = await readMeta(db, 'recovered');
	return {
		pending,
		quarantined,
		...(lastSyncAt !== undefined && { lastSyncAt }),
		...(verified && { verified: verified.state }),
		...(recovered !== undefined && { recovered })
	};
}

function kindOf(json: string): string {
	const event = parseJson(v.object({ kind: v.string() }), json);
	return event.ok ? event.value.kind : '?';
}

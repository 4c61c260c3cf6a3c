import type { Millis } from '#lib/base/time.ts';
import { MOST_BYTES_PER_PUSH, MOST_EVENTS_PER_PUSH, type PushResponse } from '#lib/wire/push.ts';
import type { Settled } from '../store/outbox.ts';

export interface Waiting {
	id: string;
	device: string;
	bytes: number;
}

export interface Batch {
	device: string;
	ids: string[];
}

export interface BatchLimits {
	events: number;
	bytes: number;
}

/** The envelope of a push besides its events, generously. */
const ENVELOPE_BYTES = 512;
export const LIMITS: BatchLimits = {
	events: MOST_EVENTS_PER_PUSH,
	bytes: MOST_BYTES_PER_PUSH - ENVELOPE_BYTES
};

/**
 * The next push: from the head of the queue, in order, events of one device, within the limits. An event
 * too large for any batch goes alone, so that the server can say so.
 */
export function nextBatch(queue: readonly Waiting[], limits: BatchLimits = LIMITS): Batch | undefined {
	const [first] = queue;
	if (!first) return undefined;
	const ids: string[] = [];
	let bytes = 0;
	for (const event of queue) {
		// One more for the comma between events.
		const size = event.bytes + 1;
		const isOver = ids.length >= limits.events || bytes + size > limits.bytes;
		if (event.device !== first.device || (isOver && ids.length > 0)) break;
		ids.push(event.id);
		bytes += size;
	}
	return { device: first.device, ids };
}

/** After “too large”: half as much. Null when a single event was too large, so that no half is left. */
export function halved(batch: Batch): BatchLimits | null {
	if (batch.ids.length <= 1) return null;
	return { events: Math.ceil(batch.ids.length / 2), bytes: LIMITS.bytes };
}

/** Sorts the server's verdicts; ids that were not asked about are passed over, missing ones come again. */
export function readVerdicts(batch: Batch, results: PushResponse['results']): Settled & { again: number } {
	const open = new Set(batch.ids);
	const settled: Settled = { acknowledged: [], rejected: [] };
	for (const result of results) {
		if (result.verdict === 'retry' || !open.delete(result.id)) continue;
		if (result.verdict === 'rejected') settled.rejected.push({ id: result.id, reason: result.reason });
		else {
			const { id, sequence, receivedAt, verdict } = result;
			settled.acknowledged.push({ id, sequence, receivedAt, fresh: verdict === 'stored' });
		}
	}
	return { ...settled, again: open.size };
}

/** How far into the server's log a cursor reaches. */
export function sequenceOf(cursor: string): number {
	return Number(cursor.slice(cursor.lastIndexOf('.') + 1));
}

/** A device that differs from the server sends everything again, but not over and over. */
export function mayRecover(recoveredAt: Millis | undefined, now: Millis): boolean {
	return recoveredAt === undefined || Math.abs(now - recoveredAt) > RECOVER_EVERY_MS;
}
const RECOVER_EVERY_MS = 600_000;

/**
 * Full jitter (AWS, “Exponential backoff and jitter”): between 0 and twice as long after each failure,
 * at most a minute; what the server asked for comes on top.
 * @param chance in [0, 1)
 */
export function backoffMs(failures: number, chance: number, retryAfterMs = 0): number {
	const ceilingMs = Math.min(MOST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(failures - 1, 10));
	return Math.round(retryAfterMs + chance * ceilingMs);
}
const FIRST_BACKOFF_MS = 1_000;
const MOST_BACKOFF_MS = 60_000;

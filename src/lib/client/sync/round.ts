import { parseJson } from '#lib/base/parse.ts';
import type { Millis } from '#lib/base/time.ts';
import { EventSchema, type Event } from '#lib/log/event.ts';
import { PROTOCOL } from '#lib/wire/protocol.ts';
import { MOST_EVENT_BYTES } from '#lib/wire/push.ts';
import { digestOfIds } from '#lib/wire/verify.ts';
import type { Remote } from '../remote/remote.ts';
import type { RemoteRefused } from '../remote/request.ts';
import { readMeta, writeMeta } from '../store/meta.ts';
import { settle, startOver, takeIn, waiting } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { halved, LIMITS, mayRecover, nextBatch, readVerdicts, sequenceOf, type BatchLimits } from './plan.ts';

export interface Round {
	store: Store;
	remote: Pick<Remote, 'push' | 'pull' | 'verify' | 'me'>;
	now: () => Millis;
	/** Only send what waits: what follows each answer. */
	sendOnly?: boolean;
	signal?: AbortSignal;
	/** Called whenever the queue really moved. */
	onmove?: () => void;
}

/** How a round ended. What the network did is thrown as an `Outage`. */
export type RoundEnd =
	| { type: 'done' }
	/** The session is over, or belongs to someone else. */
	| { type: 'signed-out' }
	/** The server wants us to come later, with everything or with some events. */
	| { type: 'busy'; retryAfterMs?: number };

/**
 * Sends what waits, fetches what is new, compares. Can be broken off anywhere and started again; several
 * at a time (tabs) do no harm.
 */
export async function syncRound(round: Round): Promise<RoundEnd> {
	let left = 0;
	let differed = false;
	for (let lap = 0; lap < MOST_LAPS; lap++) {
		const pushed = await pushAll(round);
		if (pushed === 'restored') continue;
		if (typeof pushed !== 'number') return pushed;
		left = pushed;
		if (round.sendOnly) break;
		const pulled = await pullAll(round);
		if (pulled === 'restored') continue;
		if (pulled) return pulled;
		const compared = await compare(round, differed);
		if (compared === 'done') break;
		if (typeof compared !== 'string') return compared;
		differed = compared === 'different';
	}
	return left > 0 ? { type: 'busy' } : { type: 'done' };
}
/** More than one needs a restored server or events that came meanwhile. */
const MOST_LAPS = 6;

/**
 * The last moment that a phone gives a page: one small push that outlives it. What the page does not live
 * to hear is sent again next time.
 */
export async function flushOutbox({ store, remote, now }: Round): Promise<void> {
	const batch = nextBatch(await waiting(store.db), { events: LIMITS.events, bytes: KEEPALIVE_BYTES });
	if (!batch) return;
	const { events } = await readEvents(store, batch.ids);
	const answer = await remote.push({ protocol: PROTOCOL, device: batch.device, events }, { keepalive: true });
	if (!answer.ok) return;
	const { acknowledged } = readVerdicts(batch, answer.value.results);
	if (answer.value.epoch === (await readMeta(store.db, 'epoch')))
		await settle(store.db, { acknowledged, rejected: [] }, now());
}
/** A browser lets 64 KB in all outlive a page. */
const KEEPALIVE_BYTES = 48 * 1024;

/** Gives the number of events that the server did not want to decide on now. */
async function pushAll(round: Round): Promise<RoundEnd | 'restored' | number> {
	const { db } = round.store;
	let limits: BatchLimits | undefined;
	let left = 0;
	const asked = new Set<string>();
	for (;;) {
		const queue = (await waiting(db)).filter(({ id }) => !asked.has(id));
		const batch = nextBatch(queue, limits);
		if (!batch) return left;
		const { events, unreadable } = await readEvents(round.store, batch.ids);
		if (unreadable.length > 0) {
			await settle(db, { acknowledged: [], rejected: unreadable }, round.now());
			continue;
		}
		const answer = await round.remote.push(
			{ protocol: PROTOCOL, device: batch.device, events },
			optionsOf(round)
		);
		if (!answer.ok && answer.error.status === 413) {
			const smaller = halved(batch);
			if (smaller) {
				limits = smaller;
				continue;
			}
			const isTooLarge = queue.some(({ id, bytes }) => id === batch.ids[0] && bytes > MOST_EVENT_BYTES);
			const rejected = isTooLarge ? batch.ids.map((id) => ({ id, reason: 'TooLarge' })) : [];
			await settle(db, { acknowledged: [], rejected }, round.now());
			// Our server takes an event of this size: something on the way does not, and may not be there next time.
			if (!isTooLarge) for (const id of batch.ids) asked.add(id);
			left += isTooLarge ? 0 : 1;
			continue;
		}
		if (!answer.ok) return endOf(answer.error);
		const verdicts = readVerdicts(batch, answer.value.results);
		const isNotMine = verdicts.rejected.some(({ reason }) => reason === 'NotYours');
		if (isNotMine && !(await isSignedIn(round))) return { type: 'signed-out' };
		const isRestored = await keepEpoch(round, answer.value.epoch);
		await settle(db, verdicts, round.now());
		if (verdicts.acknowledged.length + verdicts.rejected.length > 0) round.onmove?.();
		if (isRestored) return 'restored';
		left += verdicts.again;
		for (const id of batch.ids) asked.add(id);
	}
}

async function pullAll(round: Round): Promise<RoundEnd | 'restored' | undefined> {
	const { db, account } = round.store;
	// Rows of a newer version might hold more than this one knows to keep.
	if (round.store.outdated) return { type: 'done' };
	for (;;) {
		const cursor = await readMeta(db, 'cursor');
		const answer = await round.remote.pull(cursor, round.signal);
		if (!answer.ok) return endOf(answer.error);
		const page = answer.value;
		// Another person signed in meanwhile, in another tab.
		if (page.events.some(({ member }) => member !== account)) return { type: 'signed-out' };
		if (await keepEpoch(round, page.epoch)) return 'restored';
		if (cursor !== undefined && sequenceOf(page.cursor) < sequenceOf(cursor)) {
			await startOver(db, page.epoch, round.now());
			return 'restored';
		}
		await takeIn(db, page.events, page.cursor);
		if (page.events.length > 0) round.onmove?.();
		if (!page.more) return undefined;
	}
}

/**
 * Device and server must hold the same events. A first difference may be an event that came in between;
 * when it stays, everything is sent and fetched again, once in a while.
 */
async function compare(
	round: Round,
	differed: boolean
): Promise<RoundEnd | 'restored' | 'different' | 'done'> {
	const { db } = round.store;
	const newest = await db.events.orderBy('sequence').last();
	const answer = await round.remote.verify(round.signal);
	if (!answer.ok) return endOf(answer.error);
	const { epoch, sequence, count, digest } = answer.value;
	if (await keepEpoch(round, epoch)) return 'restored';
	const now = round.now();
	if ((newest?.sequence ?? 0) > sequence) {
		await startOver(db, epoch, now);
		return 'restored';
	}
	const ids = await db.events.where('sequence').belowOrEqual(sequence).primaryKeys();
	const isEqual = ids.length === count && digestOfIds(ids) === digest;
	if (!isEqual && !differed) return 'different';
	if (!isEqual && mayRecover(await readMeta(db, 'recoveredAt'), now)) {
		await startOver(db, epoch, now);
		return 'restored';
	}
	await db.dexie.transaction('rw', db.meta, async () => {
		await writeMeta(db, 'verified', { state: isEqual ? 'equal' : 'different', at: now });
		await writeMeta(db, 'lastSyncAt', now);
	});
	return 'done';
}

/** Remembers the epoch; true when it changed, the server was restored, and everything starts over. */
async function keepEpoch(round: Round, epoch: string): Promise<boolean> {
	const { db } = round.store;
	const known = await readMeta(db, 'epoch');
	if (known === undefined) await writeMeta(db, 'epoch', epoch);
	if (known === undefined || known === epoch) return false;
	await startOver(db, epoch, round.now());
	return true;
}

async function isSignedIn({ store, remote }: Round): Promise<boolean> {
	const me = await remote.me();
	return me.ok && me.value.person?.id === store.account;
}

async function readEvents(
	{ db }: Store,
	ids: string[]
): Promise<{ events: Event[]; unreadable: { id: string; reason: string }[] }> {
	const rows = await db.outbox.bulkGet(ids);
	const events: Event[] = [];
	const unreadable: { id: string; reason: string }[] = [];
	for (const row of rows) {
		if (!row) continue;
		const event = parseJson(EventSchema, row.json);
		if (event.ok) events.push(event.value);
		else unreadable.push({ id: row.id, reason: 'Malformed' });
	}
	return { events, unreadable };
}

function endOf({ status, retryAfterMs }: RemoteRefused): RoundEnd {
	if (status === 401) return { type: 'signed-out' };
	return { type: 'busy', ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

function optionsOf({ signal }: Round): { signal?: AbortSignal } {
	return signal ? { signal } : {};
}

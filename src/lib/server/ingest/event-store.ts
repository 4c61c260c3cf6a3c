import type { DatabaseSync } from 'node:sqlite';
import { canonicalJson } from '#lib/base/hash.ts';
import { parse } from '#lib/base/parse.ts';
import { millis, type Millis } from '#lib/base/time.ts';
import { EventSchema, type Event } from '#lib/log/event.ts';
import { checkEvent } from '#lib/wire/events.ts';
import { PROTOCOL } from '#lib/wire/protocol.ts';
import { MOST_EVENT_BYTES, type PushResponse, type REJECTIONS, type Verdict } from '#lib/wire/push.ts';
import { createDeviceTable } from './device-table.ts';
import { createHash } from 'node:crypto';

/** One push of a signed-in member: what they may write to, and what they sent. */
export interface Push {
	member: string;
	organisations: readonly string[];
	device: string;
	events: readonly unknown[];
}

/** The writer's side of the log. Synchronous: it has a thread of its own. */
export interface EventStore {
	/**
	 * Stores the pushes in one transaction and answers each, in order. When it throws, nothing of any of them
	 * was stored.
	 */
	write(pushes: readonly Push[], now: Millis): PushResponse[];
	/** Proves that the database can be written. */
	probe(now: Millis): void;
	/** The sequence of the newest event. */
	head(): number;
}

export function createEventStore(database: DatabaseSync, epoch: string): EventStore {
	const selectHead = database.prepare('select max("sequence") as head from "event"');
	const insert = database.prepare(`
		insert into "event" ("sequence", "id", "kind", "version", "member", "organisation", "device", "deviceSeq", "at",
			"mono", "boot", "offset", "body", "attempt", "receivedAt")
		values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict ("id") do nothing`);
	const selectEvent = database.prepare('select * from "event" where "id" = ?');
	const insertConflict = database.prepare(`
		insert into "conflict" ("event", "member", "device", "contentHash", "receivedAt") values (?, ?, ?, ?, ?)
		on conflict do nothing`);
	const putProbe = database.prepare(`
		insert into "setting" ("key", "value") values ('probe', ?)
		on conflict ("key") do update set "value" = excluded."value"`);

	const devices = createDeviceTable(database);
	let head = readHead();

	function readHead(): number {
		return Number(selectHead.get()?.head ?? 0);
	}

	function store(event: Event, push: Push, now: Millis): Verdict {
		const body = JSON.stringify(event.body);
		if (body.length > MOST_EVENT_BYTES) return rejected(event.id, 'TooLarge');
		const attempt = typeof event.body.attempt === 'string' ? event.body.attempt : null;
		const { changes } = insert.run(
			head + 1,
			event.id,
			event.kind,
			event.version,
			event.member,
			event.organisation ?? null,
			event.device,
			event.deviceSeq,
			event.at,
			event.mono,
			event.boot,
			event.offset ?? null,
			body,
			attempt,
			now
		);
		if (changes === 1) {
			head += 1;
			return { id: event.id, verdict: 'stored', sequence: head, receivedAt: now };
		}
		const row = selectEvent.get(event.id);
		const content = canonicalJson(event);
		if (row && canonicalJson(heldEvent(row)) === content)
			return {
				id: event.id,
				verdict: 'duplicate',
				sequence: Number(row.sequence),
				receivedAt: millis(Number(row.receivedAt))
			};
		const contentHash = createHash('sha256').update(content).digest('hex');
		insertConflict.run(event.id, push.member, event.device, contentHash, now);
		return rejected(event.id, 'OtherContent');
	}

	function answer(push: Push, now: Millis): PushResponse {
		const results = push.events.map((input): Verdict => {
			const event = checkPushed(input, push);
			if ('verdict' in event) return event;
			try {
				const verdict = store(event, push, now);
				if (verdict.verdict === 'stored') devices.note(event);
				return verdict;
			} catch (error) {
				// The database's own failures concern everybody; anything else is this event's.
				if (isDatabaseFailure(error)) throw error;
				return rejected(event.id, 'Malformed');
			}
		});
		const deviceLastSeq = devices.lastSeq(push.member, push.device);
		return { protocol: PROTOCOL, epoch, results, deviceLastSeq, serverNow: now };
	}

	return {
		write(pushes, now) {
			database.exec('begin immediate');
			try {
				const answers = pushes.map((push) => answer(push, now));
				devices.save();
				database.exec('commit');
				return answers;
			} catch (error) {
				if (database.isTransaction) database.exec('rollback');
				head = readHead();
				devices.forget();
				throw error;
			}
		},
		probe: (now) => void putProbe.run(String(now)),
		head: () => head
	};
}

function checkPushed(input: unknown, push: Push): Event | Verdict {
	const parsed = parse(EventSchema, input);
	if (!parsed.ok) return rejected(idOf(input), 'Malformed');
	const event = parsed.value;
	if (event.member !== push.member) return rejected(event.id, 'NotYours');
	if (event.organisation !== undefined && !push.organisations.includes(event.organisation))
		return rejected(event.id, 'NotAMember');
	if (isDeeperThan(MOST_LEVELS, event.body)) return rejected(event.id, 'Malformed');
	const checked = checkEvent(event);
	return checked.ok ? event : rejected(event.id, checked.error.type);
}

/** A body of a thousand brackets would be stored, and break everyone who prints it. */
function isDeeperThan(levels: number, value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
const MOST_LEVELS = 16;

function rejected(id: string, reason: (typeof REJECTIONS)[number]): Verdict {
	return { id, verdict: 'rejected', reason };
}

function idOf(input: unknown): string {
	const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : '';
	return typeof id === 'string' ? id.slice(0, 64) : '';
}

/** The event as it was pushed, out of its row. */
function heldEvent(row: Record<string, unknown>): unknown {
	const { sequence: _, receivedAt: __, attempt: ___, organisation, offset, body, ...rest } = row;
	return {
		...rest,
		...(organisation !== null && { organisation }),
		...(offset !== null && { offset }),
		body: typeof body === 'string' ? JSON.parse(body) : body
	};
}

function isDatabaseFailure(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}

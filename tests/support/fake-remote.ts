import * as v from 'valibot';
import { canonicalJson } from '#lib/base/hash.ts';
import { ok, refuse } from '#lib/base/result.ts';
import { millis } from '#lib/base/time.ts';
import { Outage } from '#lib/client/remote/request.ts';
import type { Round } from '#lib/client/sync/round.ts';
import { EventSchema, type Event, type StoredEvent } from '#lib/log/event.ts';
import { checkEvent } from '#lib/wire/events.ts';
import { PROTOCOL } from '#lib/wire/protocol.ts';
import { PullResponseSchema } from '#lib/wire/pull.ts';
import { PushRequestSchema, PushResponseSchema, type Verdict } from '#lib/wire/push.ts';
import { digestOfIds, VerifyResponseSchema } from '#lib/wire/verify.ts';

/** What may go wrong with one call: before the server, in it, or on the way back. */
export type Fault = 'none' | 'lost-request' | 'lost-answer' | 'twice' | 'retry';

/** A server as the wire describes it, in memory, whose network a test breaks. */
export class FakeServer {
	epoch = 'e1';
	log: StoredEvent[] = [];
	mostBytes = 256 * 1024;
	pageSize = 3;
	calls = 0;
	pushes: number[] = [];
	/** A server that does not notice a cursor beyond its end. */
	echoesCursors = false;
	/** Whose session the cookie holds; undefined: that of whoever asks. */
	session: string | undefined;
	fault: () => Fault = () => 'none';

	backup(): StoredEvent[] {
		return [...this.log];
	}

	restore(backup: StoredEvent[], epoch = this.epoch): void {
		this.log = [...backup];
		this.epoch = epoch;
	}

	remoteFor(member: string): Round['remote'] {
		const call = async <Value>(work: (fault: Fault) => Value): Promise<Value> => {
			this.calls += 1;
			const fault = this.fault();
			await Promise.resolve();
			if (fault === 'lost-request') throw new Outage('unreachable');
			const value = work(fault);
			if (fault === 'twice') work('none');
			if (fault === 'lost-answer') throw new Outage('deadline');
			return value;
		};
		return {
			push: (body) =>
				call((fault) => {
					const json = JSON.stringify(body);
					if (json.length > this.mostBytes) return refuse({ status: 413, type: 'TooLarge', detail: {} });
					const { events } = v.parse(PushRequestSchema, JSON.parse(json));
					this.pushes.push(events.length);
					const results = events.map((event) => this.#store(event, this.session ?? member, fault));
					return ok(
						v.parse(PushResponseSchema, { ...this.#head(), results, deviceLastSeq: 0, serverNow: 0 })
					);
				}),
			pull: (cursor) =>
				call(() => {
					const [epoch, asked] = (cursor ?? `${this.epoch}.0`).split('.');
					const head = this.log.at(-1)?.sequence ?? 0;
					const since =
						epoch === this.epoch && (this.echoesCursors || Number(asked) <= head) ? Number(asked) : 0;
					const all = this.#of(this.session ?? member).filter(({ sequence }) => sequence > since);
					const page = all.slice(0, this.pageSize);
					return ok(
						v.parse(PullResponseSchema, {
							...this.#head(),
							events: page,
							cursor: `${this.epoch}.${page.at(-1)?.sequence ?? since}`,
							more: all.length > page.length,
							serverNow: 0
						})
					);
				}),
			verify: () =>
				call(() => {
					const own = this.#of(this.session ?? member);
					return ok(
						v.parse(VerifyResponseSchema, {
							...this.#head(),
							count: own.length,
							digest: digestOfIds(own.map(({ id }) => id)),
							sequence: own.at(-1)?.sequence ?? 0
						})
					);
				}),
			me: () => {
				const id = this.session ?? member;
				return Promise.resolve(ok({ person: { id, userName: id, name: id, memberships: [] }, serverNow: 0 }));
			}
		};
	}

	#head() {
		return { protocol: PROTOCOL, epoch: this.epoch };
	}

	#of(member: string): StoredEvent[] {
		return this.log.filter((event) => event.member === member);
	}

	#store(input: unknown, session: string, fault: Fault): Verdict {
		const parsed = v.safeParse(EventSchema, input);
		const id = String((input as { id?: unknown }).id);
		if (!parsed.success) return { id, verdict: 'rejected', reason: 'Malformed' };
		const event: Event = parsed.output;
		if (fault === 'retry' && event.deviceSeq % 2 === 0) return { id, verdict: 'retry' };
		if (event.member !== session) return { id, verdict: 'rejected', reason: 'NotYours' };
		const checked = checkEvent(event);
		if (!checked.ok) return { id, verdict: 'rejected', reason: checked.error.type };
		const held = this.log.find((stored) => stored.id === id);
		if (held) {
			const { sequence, receivedAt, ...content } = held;
			return canonicalJson(content) === canonicalJson(event)
				? { id, verdict: 'duplicate', sequence, receivedAt }
				: { id, verdict: 'rejected', reason: 'OtherContent' };
		}
		const sequence = (this.log.at(-1)?.sequence ?? 0) + 1;
		const receivedAt = millis(1_700_000_000_000 + sequence);
		this.log.push({ ...event, sequence, receivedAt });
		return { id, verdict: 'stored', sequence, receivedAt };
	}
}

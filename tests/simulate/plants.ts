import { ok } from '#lib/base/result.ts';
import { uuidFrom } from '#lib/base/id.ts';
import { millis } from '#lib/base/time.ts';
import type { PullResponse } from '#lib/wire/pull.ts';
import type { PushRequest, PushResponse } from '#lib/wire/push.ts';
import { digestOfIds, type VerifyResponse } from '#lib/wire/verify.ts';
import type { PendingCall } from './actor.ts';
import type { SimulatedServer } from './server.ts';

/**
 * Faults planted on purpose, one for each thing that must hold: a simulation that does not find them proves
 * nothing. Each stands between the network and the server.
 */
export const PLANTS = [
	/** Acknowledged before it is on disk: a crash in between loses it. */
	'acknowledges-before-storing',
	/** What is sent again is stored again under another name. */
	'stores-twice',
	/** The device takes a request that failed for one that arrived. */
	'forgets-on-outage',
	/** The cursor runs ahead of what was handed out, as sequences taken before a commit do. */
	'cursor-runs-ahead',
	/** A restored server that goes by its old name and notices no cursor beyond its end. */
	'hides-its-restore'
] as const;
export type Plant = (typeof PLANTS)[number];

/** What the asking device holds of the server's log. */
export interface Held {
	ids: string[];
	sequence: number;
}

/** Answers as a server with this fault would; undefined where it behaves. */
export async function planted(
	plant: Plant | undefined,
	call: PendingCall,
	member: string,
	server: SimulatedServer,
	chance: () => number,
	held: () => Promise<Held>
): Promise<unknown> {
	// A comparison of what both sides hold would heal the device; here nobody compares.
	if (plant !== undefined && plant !== 'stores-twice' && call.name === 'verify')
		return ok(equalTo(server, await held()));
	if (call.name === 'push' && plant === 'acknowledges-before-storing' && chance() < 0.2)
		return ok(acknowledgementOf(call, server));
	if (call.name === 'push' && plant === 'stores-twice') return ok(storedTwice(call, member, server));
	if (call.name === 'pull' && plant === 'cursor-runs-ahead') return ahead(call, member, server);
	if (call.name === 'pull' && plant === 'hides-its-restore') return withoutEnd(call, member, server);
	return undefined;
}

/** Every verdict says stored, and nothing is. */
export function acknowledgementOf(call: PendingCall, { epoch, now }: SimulatedServer): PushResponse {
	const { events } = call.argument as PushRequest;
	return {
		protocol: 1,
		epoch,
		results: events.map(({ id }, at) => ({ id, verdict: 'stored', sequence: 1 + at, receivedAt: now })),
		deviceLastSeq: 0,
		serverNow: now
	};
}

function storedTwice(call: PendingCall, member: string, server: SimulatedServer): PushResponse {
	const request = call.argument as PushRequest;
	const answer = server.push(request, member);
	const again = new Set(answer.results.flatMap(({ id, verdict }) => (verdict === 'duplicate' ? [id] : [])));
	const copies = request.events
		.filter(({ id }) => again.has(id))
		.map((event) => ({ ...event, id: uuidFrom(millis(event.at + 1), new TextEncoder().encode(event.id)) }));
	if (copies.length > 0) server.push({ ...request, events: copies }, member);
	return answer;
}

async function ahead(call: PendingCall, member: string, server: SimulatedServer): Promise<unknown> {
	const answer = (await server.handle(call, member)) as { ok: true; value: PullResponse };
	const { events } = answer.value;
	return events.length < 2 ? answer : ok({ ...answer.value, events: events.filter((_, at) => at !== 0) });
}

async function withoutEnd(call: PendingCall, member: string, server: SimulatedServer): Promise<unknown> {
	const answer = (await server.handle(call, member)) as { ok: true; value: PullResponse };
	const [asked, got] = [call.argument, answer.value.cursor].map((cursor) =>
		typeof cursor === 'string' ? Number(cursor.split('.')[1]) : 0
	);
	if ((asked ?? 0) <= (got ?? 0)) return answer;
	return ok({ ...answer.value, events: [], cursor: String(call.argument), more: false });
}

/** What the device wants to hear. */
function equalTo({ epoch }: SimulatedServer, { ids, sequence }: Held): VerifyResponse {
	return { protocol: 1, epoch, count: ids.length, digest: digestOfIds(ids), sequence };
}

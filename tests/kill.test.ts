import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from '#lib/base/parse.ts';
import { randomIndex, seededRandom } from '#lib/base/random.ts';
import { PushResponseSchema } from '#lib/wire/push.ts';
import { startSaixue, type Saixue } from './support/saixue.ts';
import { eventWith, pushOf } from './support/server-events.ts';

const KILLS = 10;
const CLIENTS = 8;
const SEED = process.env.SEED ?? String(Date.now());

let saixue: Saixue;
beforeAll(async () => void (saixue = await startSaixue()));
afterAll(() => saixue.remove());

it(`keeps every acknowledged event, once, through ${KILLS} kills (seed ${SEED})`, async () => {
	const random = seededRandom(SEED);
	let isOver = false;
	const clients = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => newClient(i)));
	const pushing = clients.map((client) => client.run(() => isOver));

	for (let i = 0; i < KILLS; i++) {
		await pause(100 + randomIndex(random, 700));
		await saixue.kill();
		await pause(randomIndex(random, 200));
		await saixue.start();
	}
	await pause(500);
	isOver = true;
	await Promise.all(pushing);

	const acknowledged = clients.flatMap((client) => [...client.acknowledged]);
	expect(new Set(acknowledged.map(([id]) => id)).size).toBe(acknowledged.length);
	expect(clients.reduce((sum, { failures }) => sum + failures, 0)).toBeGreaterThan(0);
	for (const client of clients) expect(client.lastSeq).toBe(client.acknowledged.size);

	await saixue.kill();
	const database = new DatabaseSync(join(saixue.dataDir, 'saixue.db'));
	expect(database.prepare('pragma integrity_check').get()?.integrity_check).toBe('ok');
	const held = new Map(
		database
			.prepare('select "id", "sequence" from "event"')
			.all()
			.map((row) => [row.id, row.sequence])
	);
	const { count, head } =
		database.prepare('select count(*) as count, max("sequence") as head from "event"').get() ?? {};
	database.close();
	expect(acknowledged.filter(([id, sequence]) => held.get(id) !== sequence)).toEqual([]);
	// Nothing was stored that was never acknowledged in the end, and no number was skipped.
	expect([count, head]).toEqual([acknowledged.length, acknowledged.length]);
	await saixue.start();
	console.log(
		`${acknowledged.length} events acknowledged, ${clients.reduce((sum, { failures }) => sum + failures, 0)} pushes failed and were sent again`
	);
}, 180_000);

/** Pushes one batch after another; what was not answered is sent again as it was. */
async function newClient(i: number) {
	const random = seededRandom(`${SEED} ${i}`);
	const registered = await post('/api/v1/account/register', {
		userName: `client${i}`,
		name: `第${i}台`,
		password: '一台不停推送的手机'
	});
	const cookie = registered.headers
		.getSetCookie()
		.map((line) => line.split(';', 1)[0])
		.join('; ');
	const { person } = (await registered.json()) as { person: { id: string } };
	const device = `device-${i}`;
	let deviceSeq = 0;
	const client = {
		/** Sequences by id. */
		acknowledged: new Map<string, number>(),
		failures: 0,
		lastSeq: 0,
		/** A status that no restart explains. */
		refused: undefined as number | undefined,
		async run(isOver: () => boolean): Promise<void> {
			while (!isOver()) {
				const events = Array.from({ length: 1 + randomIndex(random, 20) }, () =>
					eventWith({ member: person.id, device, deviceSeq: (deviceSeq += 1) })
				);
				for (;;) {
					const answer = await push(events);
					if (answer) {
						client.lastSeq = answer.deviceLastSeq;
						for (const result of answer.results) {
							if (result.verdict !== 'stored' && result.verdict !== 'duplicate')
								throw new Error(JSON.stringify(result));
							client.acknowledged.set(result.id, result.sequence);
						}
						break;
					}
					if (client.refused !== undefined) throw new Error(`a push was answered ${client.refused}`);
					client.failures += 1;
					await pause(50);
				}
			}
		}
	};
	async function push(events: unknown[]) {
		try {
			const response = await post('/api/v1/events', pushOf(events, device), cookie);
			if (response.status >= 500) return undefined;
			if (response.status !== 200) client.refused = response.status;
			const answer = parse(PushResponseSchema, await response.json());
			return answer.ok ? answer.value : undefined;
		} catch {
			return undefined;
		}
	}
	return client;
}

function post(path: string, body: unknown, cookie = ''): Promise<Response> {
	return fetch(saixue.address + path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: saixue.address, cookie },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(15_000)
	});
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

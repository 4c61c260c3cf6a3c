import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '#lib/wire/push.ts';
import { MOST_EVENTS_PER_PUSH } from '#lib/wire/push.ts';
import { digestOfIds } from '#lib/wire/verify.ts';
import { eventWith, newUuid, pushOf } from '../../../../tests/support/server-events.ts';
import {
	newPerson,
	startServer,
	type TestServer,
	type Visitor
} from '../../../../tests/support/server-http.ts';
import { databasePath } from '../storage/database.ts';
import { writeSetting } from '../storage/tables/setting.ts';
import { state } from '../state.ts';
import { startIngest } from './ingest.ts';

let server: TestServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.close());

const push = (visitor: Visitor, events: unknown[], device = 'device-a') =>
	visitor.post('/api/v1/events', pushOf(events, device));
const verdicts = (results: Verdict[]) =>
	results.map((one) => (one.verdict === 'rejected' ? one.reason : one.verdict));

describe('a push', () => {
	it('stores once, however often it is sent, with the same sequence', async () => {
		const visitor = await newPerson(server);
		const events = [1, 2, 3].map((deviceSeq) => eventWith({ member: visitor.person.id, deviceSeq }));
		const first = await push(visitor, events);
		expect(first.status).toBe(200);
		expect(verdicts(first.body.results)).toEqual(['stored', 'stored', 'stored']);
		const again = await push(visitor, [...events, ...events]);
		expect(new Set(verdicts(again.body.results))).toEqual(new Set(['duplicate']));
		const sequences = (answer: typeof first) =>
			answer.body.results.map(({ sequence }: { sequence: number }) => sequence);
		expect(sequences(again)).toEqual([...sequences(first), ...sequences(first)]);
		expect((await visitor.get('/api/v1/events')).body.events).toMatchObject(events);
	});

	it('turns away another content under the same id, and keeps the first', async () => {
		const visitor = await newPerson(server);
		const event = eventWith({ member: visitor.person.id });
		await push(visitor, [event]);
		const forged = { ...event, body: { ...event.body, readMs: 999 } };
		expect(verdicts((await push(visitor, [forged])).body.results)).toEqual(['OtherContent']);
		expect((await visitor.get('/api/v1/events')).body.events).toMatchObject([event]);
		const { db } = await state();
		expect(await db.selectFrom('conflict').selectAll().where('event', '=', event.id).execute()).toHaveLength(
			1
		);
	});

	it('does not let someone else claim an id that is taken', async () => {
		const [first, second] = [await newPerson(server), await newPerson(server)];
		const event = eventWith({ member: first.person.id });
		await push(first, [event]);
		expect(verdicts((await push(second, [{ ...event, member: second.person.id }])).body.results)).toEqual([
			'OtherContent'
		]);
	});

	it('never lets a broken event hold up the rest', async () => {
		const visitor = await newPerson(server);
		const member = visitor.person.id;
		const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown;
		const poison = [
			null,
			'text',
			{},
			{ ...eventWith({ member }), id: 'no-uuid' },
			{ ...eventWith({ member }), kind: 'unheard-of' },
			{ ...eventWith({ member }), version: 2 },
			{ ...eventWith({ member }), body: { course: 1 } },
			{ ...eventWith({ member }), deviceSeq: 1e300 },
			{ ...eventWith({ member }), at: 0.5 },
			{ ...eventWith({ member }), body: { course: 'c', lesson: 'l', readMs: 1, more: 'x'.repeat(140_000) } }
		];
		const good = eventWith({ member });
		const answer = await push(visitor, [...poison, good]);
		expect(verdicts(answer.body.results)).toEqual([
			...['Malformed', 'Malformed', 'Malformed', 'Malformed', 'UnknownKind', 'UnknownVersion', 'BadBody'],
			...['Malformed', 'Malformed', 'TooLarge', 'stored']
		]);
		const nested = await push(visitor, [
			{ ...eventWith({ member }), body: { course: 'c', lesson: 'l', readMs: 1, deep } },
			eventWith({ member, deviceSeq: 2 })
		]);
		expect(nested.status).toBe(200);
		expect(verdicts(nested.body.results)).toEqual(['Malformed', 'stored']);
		expect((await visitor.get('/api/v1/events')).status).toBe(200);
	});

	it('numbers without gaps, in the order of storing, whatever was turned away in between', async () => {
		const visitor = await newPerson(server);
		const before =
			(
				await state().then(({ db }) =>
					db
						.selectFrom('event')
						.select((eb) => eb.fn.max('sequence').as('head'))
						.executeTakeFirst()
				)
			)?.head ?? 0;
		const taken = eventWith({ member: visitor.person.id });
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, i) =>
				push(visitor, [eventWith({ member: visitor.person.id, deviceSeq: i + 1 }), taken, {}])
			)
		);
		const stored = answers.flatMap(({ body }) =>
			(body.results as Verdict[]).filter(({ verdict }) => verdict === 'stored')
		);
		const sequences = stored.map((one) => ('sequence' in one ? one.sequence : 0)).sort((a, b) => a - b);
		expect(sequences).toEqual(Array.from({ length: 21 }, (_, i) => Number(before) + i + 1));
	});

	it('says up to where it holds a device without a gap', async () => {
		const visitor = await newPerson(server);
		const event = (deviceSeq: number, device = 'device-a') =>
			eventWith({ member: visitor.person.id, deviceSeq, device });
		expect((await push(visitor, [event(1), event(2), event(4)])).body.deviceLastSeq).toBe(2);
		expect((await push(visitor, [event(6)])).body.deviceLastSeq).toBe(2);
		expect((await push(visitor, [event(3)])).body.deviceLastSeq).toBe(4);
		expect((await push(visitor, [event(1, 'device-b')], 'device-b')).body.deviceLastSeq).toBe(1);
		expect((await push(visitor, [])).body.deviceLastSeq).toBe(4);
		expect((await push(visitor, [event(5)])).body.deviceLastSeq).toBe(6);
		// Another member's device of the same name is another device.
		const other = await newPerson(server);
		expect(
			(await push(other, [eventWith({ member: other.person.id, deviceSeq: 7 })])).body.deviceLastSeq
		).toBe(0);
	});

	it('finds the end of a long run that arrived backwards', async () => {
		const visitor = await newPerson(server);
		const events = Array.from({ length: 2_400 }, (_, i) =>
			eventWith({ member: visitor.person.id, deviceSeq: 2_401 - i + 0 })
		);
		for (let i = 0; i < events.length; i += 200) await push(visitor, events.slice(i, i + 200));
		expect(
			(await push(visitor, [eventWith({ member: visitor.person.id, deviceSeq: 1 })])).body.deviceLastSeq
		).toBe(2_401);
	});

	it('refuses what is too large, not JSON, or of another protocol', async () => {
		const visitor = await newPerson(server);
		const json = { 'content-type': 'application/json' };
		expect((await visitor.send('POST', '/api/v1/events', 'x'.repeat(300_000), json)).status).toBe(413);
		expect((await visitor.send('POST', '/api/v1/events', '{"broken', json)).body.error.type).toBe('Invalid');
		expect(
			(await visitor.post('/api/v1/events', { protocol: 2, device: 'd', events: [] })).body.error.type
		).toBe('OtherProtocol');
		expect((await visitor.post('/api/v1/events', { protocol: 1, events: [] })).body.error).toEqual({
			type: 'Invalid',
			where: 'device'
		});
		expect(
			(
				await push(
					visitor,
					Array.from({ length: MOST_EVENTS_PER_PUSH + 1 }, () => ({}))
				)
			).status
		).toBe(413);
	});

	it('is on disk when it is answered', async () => {
		const visitor = await newPerson(server);
		const event = eventWith({ member: visitor.person.id });
		await push(visitor, [event]);
		const reader = new DatabaseSync(databasePath(server.dataDir), { readOnly: true });
		expect(reader.prepare('select count(*) as n from event where id = ?').get(event.id)?.n).toBe(1);
		expect(reader.prepare('pragma integrity_check').get()?.integrity_check).toBe('ok');
		reader.close();
	});
});

describe('a pull', () => {
	it('gives everything once, page by page, in order', async () => {
		const visitor = await newPerson(server);
		const events = Array.from({ length: 620 }, (_, i) =>
			eventWith({ member: visitor.person.id, deviceSeq: i + 1 })
		);
		for (let i = 0; i < events.length; i += 200) await push(visitor, events.slice(i, i + 200));
		const first = (await visitor.get('/api/v1/events')).body;
		expect([first.events.length, first.more]).toEqual([500, true]);
		const second = (await visitor.get(`/api/v1/events?cursor=${first.cursor}`)).body;
		expect([second.events.length, second.more]).toEqual([120, false]);
		expect([...first.events, ...second.events]).toMatchObject(events);
		const third = (await visitor.get(`/api/v1/events?cursor=${second.cursor}`)).body;
		expect([third.events, third.cursor, third.more]).toEqual([[], second.cursor, false]);
	});

	it('starts again for a cursor of another epoch or beyond the end', async () => {
		const visitor = await newPerson(server);
		await push(visitor, [eventWith({ member: visitor.person.id })]);
		const { epoch, cursor } = (await visitor.get('/api/v1/events')).body;
		expect((await visitor.get(`/api/v1/events?cursor=${cursor}`)).body.events).toHaveLength(0);
		expect((await visitor.get('/api/v1/events?cursor=other.1')).body.events).toHaveLength(1);
		expect((await visitor.get(`/api/v1/events?cursor=${epoch}.999999999`)).body.events).toHaveLength(1);
		expect((await visitor.get('/api/v1/events?cursor=nonsense')).status).toBe(400);
	});

	it('tells a restored server by its epoch, and takes again what it lacks', async () => {
		const visitor = await newPerson(server);
		const events = [1, 2].map((deviceSeq) => eventWith({ member: visitor.person.id, deviceSeq }));
		await push(visitor, events);
		const before = (await visitor.get('/api/v1/events')).body;
		const { db } = await state();
		await db.deleteFrom('event').where('id', '=', events[1]!.id).execute();
		await db.deleteFrom('device').execute();
		await db
			.insertInto('device')
			.values({ member: visitor.person.id, device: 'device-a', lastSeq: 1 })
			.execute();
		await writeSetting(db, 'epoch', 'restored');
		await server.restart();
		const after = (await visitor.get(`/api/v1/events?cursor=${before.cursor}`)).body;
		expect(after.epoch).toBe('restored');
		expect(after.events).toHaveLength(1);
		const healed = (await push(visitor, events)).body;
		expect(verdicts(healed.results)).toEqual(['duplicate', 'stored']);
		expect(healed.deviceLastSeq).toBe(2);
	});

	it('can be compared: count and digest of all ids', async () => {
		const visitor = await newPerson(server);
		expect((await visitor.get('/api/v1/verify')).body).toMatchObject({
			count: 0,
			digest: digestOfIds([]),
			sequence: 0
		});
		const events = [1, 2, 3].map((deviceSeq) => eventWith({ member: visitor.person.id, deviceSeq }));
		await push(visitor, events);
		expect((await visitor.get('/api/v1/verify')).body).toMatchObject({
			count: 3,
			digest: digestOfIds(events.map(({ id }) => id))
		});
	});
});

describe('the writer thread', () => {
	it('turns pushes away when its queue is full, by count and by bytes', async () => {
		const settings = { path: databasePath(server.dataDir), epoch: 'e' };
		const ingest = await startIngest(process.cwd(), settings, { mostPushes: 2, mostBytes: 1_000 });
		const bytes = () => new TextEncoder().encode(JSON.stringify(pushOf([])));
		expect([ingest.hasRoom(1_000), ingest.hasRoom(1_001)]).toEqual([true, false]);
		const three = [1, 2, 3].map(() => ingest.push('m', [], bytes()));
		expect(ingest.hasRoom(1)).toBe(false);
		expect((await Promise.all(three)).map((answer) => answer?.status)).toEqual([200, 200, undefined]);
		expect(ingest.hasRoom(1_000)).toBe(true);
		await ingest.close();
	});

	it('answers what waits before it ends', async () => {
		const ingest = await startIngest(process.cwd(), { path: databasePath(server.dataDir), epoch: 'e' });
		const member = newUuid();
		const answers = Array.from({ length: 50 }, (_, i) => {
			const text = JSON.stringify(pushOf([eventWith({ member, deviceSeq: i + 1 })]));
			return ingest.push(member, [], new TextEncoder().encode(text));
		});
		await ingest.close();
		expect((await Promise.all(answers)).map((answer) => answer?.status)).toEqual(answers.map(() => 200));
	});

	it('is started again when it dies; who waited is told to come back', async () => {
		const ingest = await startIngest(process.cwd(), { path: databasePath(server.dataDir), epoch: 'e' });
		const posted = vi.spyOn(Worker.prototype, 'postMessage');
		const push = () => ingest.push('m', [], new TextEncoder().encode(JSON.stringify(pushOf([]))));
		const lost = push();
		const thread = posted.mock.contexts[0];
		posted.mockRestore();
		await (thread as Worker).terminate();
		expect([200, 503]).toContain((await lost)?.status);
		expect((await push())?.status).toBe(503);
		let answer = await push();
		for (let i = 0; i < 600 && answer?.status !== 200; i++) {
			await new Promise((resolve) => setTimeout(resolve, 50));
			answer = await push();
		}
		expect(answer?.status).toBe(200);
		expect(ingest.hasRoom(60_000_000)).toBe(true);
		await ingest.close();
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#lib/base/random.ts';
import { fakeDevice, lessonFinished, openFake } from '../../../../tests/support/fake-device.ts';
import { FakeServer, type Fault } from '../../../../tests/support/fake-remote.ts';
import { Outage } from '../remote/request.ts';
import { appendEvents } from '../store/append.ts';
import { readMeta } from '../store/meta.ts';
import type { Store } from '../store/store.ts';
import { flushOutbox, syncRound } from './round.ts';

let people = 0;

async function setUp(devices = 1) {
	const member = `learner-${(people += 1)}`;
	const server = new FakeServer();
	const open = await Promise.all(
		Array.from({ length: devices }, async (_, at) => {
			const device = fakeDevice(`${member}-${at}`);
			// Two devices of one account: two databases, here by two names.
			const store = { ...(await openFake(device, `${member}/${at}`)), account: member };
			return {
				device,
				store,
				round: { store, remote: server.remoteFor(member), now: () => device.sample().at }
			};
		})
	);
	return { server, member, devices: open, first: open[0]! };
}

async function answer(store: Store, device: ReturnType<typeof fakeDevice>, count: number, kind = 'l') {
	for (let at = 0; at < count; at++) {
		device.pass(10);
		const written = await appendEvents(store, [lessonFinished(`${kind}${at}`)], device.moment());
		expect(written.ok).toBe(true);
	}
}

const ids = async (store: Store) => (await store.db.events.toCollection().primaryKeys()).sort();

describe('a round', () => {
	it('sends, fetches and finds both sides equal', async () => {
		const { server, first } = await setUp();
		await answer(first.store, first.device, 8);
		expect(await syncRound(first.round)).toEqual({ type: 'done' });
		expect(server.log).toHaveLength(8);
		expect(await first.store.db.outbox.count()).toBe(0);
		expect(await readMeta(first.store.db, 'verified')).toMatchObject({ state: 'equal' });
		expect(await first.store.db.events.filter(({ sequence }) => sequence === undefined).count()).toBe(0);
	});

	it('brings a second device all that the first one did', async () => {
		const { devices } = await setUp(2);
		await answer(devices[0]!.store, devices[0]!.device, 7);
		await syncRound(devices[0]!.round);
		await syncRound(devices[1]!.round);
		expect(await ids(devices[1]!.store)).toEqual(await ids(devices[0]!.store));
	});

	it('stores once what was sent again after a lost answer', async () => {
		const { server, first } = await setUp();
		await answer(first.store, first.device, 5);
		server.fault = () => 'lost-answer';
		await expect(syncRound(first.round)).rejects.toBeInstanceOf(Outage);
		expect(await first.store.db.outbox.count()).toBe(5);
		server.fault = () => 'none';
		await syncRound(first.round);
		expect(server.log).toHaveLength(5);
		expect(await first.store.db.outbox.count()).toBe(0);
	});

	it('puts what the server never takes into quarantine and sends the rest', async () => {
		const { server, first } = await setUp();
		await answer(first.store, first.device, 3);
		const [poison] = await first.store.db.outbox.orderBy('[device+deviceSeq]').toArray();
		const broken = JSON.stringify({ ...JSON.parse(poison!.json), version: 99 });
		await first.store.db.outbox.update(poison!.id, { json: broken });
		await syncRound(first.round);
		expect(server.log).toHaveLength(2);
		expect(await first.store.db.quarantine.toArray()).toMatchObject([
			{ id: poison!.id, reason: 'UnknownVersion' }
		]);
		expect(await first.store.db.outbox.count()).toBe(0);
	});

	it('does not stop at an event that nobody can read', async () => {
		const { server, first } = await setUp();
		await answer(first.store, first.device, 3);
		const [poison] = await first.store.db.outbox.orderBy('[device+deviceSeq]').toArray();
		await first.store.db.outbox.update(poison!.id, { json: '{' });
		await syncRound(first.round);
		expect(server.log).toHaveLength(2);
		expect(await first.store.db.quarantine.count()).toBe(1);
	});

	it('halves a push that is too large, down to the one event that is', async () => {
		const { server, first } = await setUp();
		await answer(first.store, first.device, 9);
		await answer(first.store, first.device, 1, 'x'.repeat(140_000));
		server.mostBytes = 1_500;
		await syncRound(first.round);
		expect(server.log).toHaveLength(9);
		expect(await first.store.db.quarantine.toArray()).toMatchObject([{ reason: 'TooLarge' }]);
	});

	it('keeps what only something on the way finds too large, and sends the rest', async () => {
		const { server, first } = await setUp();
		await answer(first.store, first.device, 1, 'x'.repeat(3_000));
		await answer(first.store, first.device, 4);
		server.mostBytes = 1_500;
		expect(await syncRound(first.round)).toEqual({ type: 'busy' });
		expect(server.log).toHaveLength(4);
		expect(await first.store.db.quarantine.count()).toBe(0);
		server.mostBytes = 256 * 1024;
		expect(await syncRound(first.round)).toEqual({ type: 'done' });
		expect(server.log).toHaveLength(5);
	});

	it('comes again for what the server could not decide on, and fetches meanwhile', async () => {
		const { server, first } = await setUp();
		await answer(first.store, first.device, 4);
		server.fault = () => 'retry';
		expect(await syncRound(first.round)).toEqual({ type: 'busy' });
		expect(await first.store.db.outbox.count()).toBe(2);
		server.fault = () => 'none';
		expect(await syncRound(first.round)).toEqual({ type: 'done' });
		expect(server.log).toHaveLength(4);
	});

	it('only sends when told so', async () => {
		const { server, first } = await setUp();
		await answer(first.store, first.device, 1);
		await syncRound({ ...first.round, sendOnly: true });
		expect(server.log).toHaveLength(1);
		expect(server.calls).toBe(1);
	});

	it('leaves everything as it was when someone else is signed in', async () => {
		const { server, first } = await setUp();
		await answer(first.store, first.device, 2);
		server.session = 'someone-else';
		expect(await syncRound(first.round)).toEqual({ type: 'signed-out' });
		expect(await first.store.db.quarantine.count()).toBe(0);
		expect(await first.store.db.outbox.count()).toBe(2);
	});

	it('flushes what a dying page can still send, and tells it apart from the rest', async () => {
		const { server, first } = await setUp();
		await answer(first.store, first.device, 2);
		await syncRound(first.round);
		await answer(first.store, first.device, 3, 'late');
		await flushOutbox(first.round);
		expect(server.log).toHaveLength(5);
		expect(await first.store.db.outbox.count()).toBe(0);
	});
});

describe('a server restored from a backup', () => {
	it.each([
		['with a new epoch', 'e2'],
		['without one', 'e1']
	])('gets back what it lost, %s', async (_, epoch) => {
		const { server, devices } = await setUp(2);
		const [a, b] = [devices[0]!, devices[1]!];
		await answer(a.store, a.device, 4);
		await syncRound(a.round);
		const backup = server.backup();
		await answer(a.store, a.device, 5, 'after');
		await answer(b.store, b.device, 3, 'b');
		await syncRound(a.round);
		await syncRound(b.round);
		await syncRound(a.round);
		const before = await ids(a.store);
		server.restore(backup, epoch);
		await answer(a.store, a.device, 1, 'new');
		for (const { round, device } of [a, b, a, b]) {
			device.pass(700_000);
			expect(await syncRound(round)).toEqual({ type: 'done' });
		}
		expect(await ids(a.store)).toEqual(await ids(b.store));
		expect((await ids(a.store)).length).toBe(before.length + 1);
		expect(server.log.map(({ id }) => id).sort()).toEqual(await ids(a.store));
		expect(await readMeta(a.store.db, 'recovered')).toBe(8);
		expect(await readMeta(a.store.db, 'verified')).toMatchObject({ state: 'equal' });
		expect(await a.store.db.outbox.count()).toBe(0);
	});

	it('is noticed by its head when neither epoch nor cursor tells', async () => {
		const { server, first } = await setUp();
		await answer(first.store, first.device, 4);
		await syncRound(first.round);
		server.echoesCursors = true;
		server.restore(server.backup().slice(0, 2));
		await syncRound(first.round);
		expect(server.log).toHaveLength(4);
		expect(await first.store.db.outbox.count()).toBe(0);
	});

	it('is noticed by its digest when others have filled it beyond our cursor', async () => {
		const { server, devices } = await setUp(2);
		const [a, b] = [devices[0]!, devices[1]!];
		await answer(a.store, a.device, 3);
		await syncRound(a.round);
		server.restore([]);
		await answer(b.store, b.device, 9, 'b');
		await syncRound(b.round);
		await syncRound(a.round);
		await syncRound(b.round);
		expect(server.log).toHaveLength(12);
		expect(await ids(b.store)).toEqual(await ids(a.store));
	});
});

it('loses nothing and drains, whatever the network does', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({ minLength: 4 }), async (seed) => {
			const chance = seededRandom(seed);
			const { server, devices } = await setUp(2);
			const faults: Fault[] = ['none', 'none', 'lost-request', 'lost-answer', 'twice', 'retry'];
			server.fault = () => faults[Math.floor(chance() * faults.length)] ?? 'none';
			let backup = server.backup();
			let written = 0;
			for (let step = 0; step < 25; step++) {
				const { store, device, round } = devices[chance() < 0.5 ? 0 : 1]!;
				const act = chance();
				if (act < 0.4) {
					await answer(store, device, 1, `s${step}-`);
					written += 1;
				} else if (act < 0.9) await syncRound(round).catch((error) => expect(error).toBeInstanceOf(Outage));
				else if (act < 0.95) backup = server.backup();
				else server.restore(backup, `e${step + 2}`);
			}
			server.fault = () => 'none';
			for (let lap = 0; lap < 3; lap++)
				for (const { device, round } of devices) {
					device.pass(700_000);
					await syncRound(round);
				}
			const [a, b] = [await ids(devices[0]!.store), await ids(devices[1]!.store)];
			expect(a).toHaveLength(written);
			expect(b).toEqual(a);
			expect(server.log.map(({ id }) => id).sort()).toEqual(a);
			for (const { store } of devices) {
				expect(await store.db.outbox.count()).toBe(0);
				expect(await store.db.quarantine.count()).toBe(0);
				store.close();
			}
		}),
		{ numRuns: 40 }
	);
});

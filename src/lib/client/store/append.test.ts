import { describe, expect, it, vi } from 'vitest';
import { fakeDevice, lessonFinished, openFake } from '../../../../tests/support/fake-device.ts';
import { appendEvents } from './append.ts';
import { keepPublication } from './courses.ts';
import { openStore } from './store.ts';
import { watch } from './watch.ts';

describe('an event', () => {
	it('lies in the log and in the outbox, with the next number of its device', async () => {
		const device = fakeDevice();
		const store = await openFake(device);
		const written = await appendEvents(store, [lessonFinished('a'), lessonFinished('b')], device.moment());
		expect(written.ok && written.value.map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2]);
		const rows = await store.db.outbox.orderBy('[device+deviceSeq]').toArray();
		expect(rows.map(({ json }) => JSON.parse(json))).toEqual(
			(await store.db.events.toArray()).sort((a, b) => a.deviceSeq - b.deviceSeq)
		);
		expect(rows[0]!.bytes).toBe(new TextEncoder().encode(rows[0]!.json).length);
	});

	it('gets a number without a gap or a double, however many write at once in how many tabs', async () => {
		const device = fakeDevice();
		const one = await openFake(device);
		const other = await openFake(device, one.account);
		expect(other.device).toBe(one.device);
		await Promise.all(
			Array.from({ length: 60 }, (_, at) =>
				appendEvents(at % 2 ? one : other, [lessonFinished(`l${at}`)], device.moment())
			)
		);
		const numbers = (await one.db.events.toArray()).map(({ deviceSeq }) => deviceSeq).sort((a, b) => a - b);
		expect(numbers).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
		expect(await one.db.outbox.count()).toBe(60);
	});

	it('is nowhere at all, and uses up no number, when one table refuses it', async () => {
		const device = fakeDevice();
		const store = await openFake(device);
		const fail = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		store.db.outbox.hook('creating', fail);
		expect(await appendEvents(store, [lessonFinished('a')], device.moment())).toEqual({
			ok: false,
			error: { type: 'StorageFull' }
		});
		store.db.outbox.hook('creating').unsubscribe(fail);
		expect(await store.db.events.count()).toBe(0);
		const written = await appendEvents(store, [lessonFinished('b')], device.moment());
		expect(written.ok && written.value[0]!.deviceSeq).toBe(1);
	});

	it('finds room by giving up courses that can be fetched again', async () => {
		const device = fakeDevice();
		const store = await openFake(device);
		const row = { id: 'h', title: 't', bytes: 1, lessons: 1, questions: 1, at: 1 };
		await keepPublication(store, { ...row, kind: 'published' }, '{}');
		await keepPublication(store, { ...row, id: 'own-1', kind: 'own' }, '{}');
		let refusals = 1;
		store.db.outbox.hook('creating', () => {
			if (refusals-- > 0) throw new DOMException('full', 'QuotaExceededError');
		});
		expect((await appendEvents(store, [lessonFinished('a')], device.moment())).ok).toBe(true);
		expect((await store.db.publications.toArray()).map(({ id }) => id)).toEqual(['own-1']);
		expect((await store.db.courses.get('h'))?.here).toBe(0);
	});

	it('is written over a connection that was lost', async () => {
		const device = fakeDevice();
		const store = await openFake(device);
		store.db.dexie.backendDB().close();
		expect((await appendEvents(store, [lessonFinished('a')], device.moment())).ok).toBe(true);
		expect(await store.db.events.count()).toBe(1);
	});
});

describe('a browser without a database', () => {
	it('is not waited for when opening never ends', async () => {
		const device = fakeDevice();
		const never = { ...device, now: device.sample().at, timeoutMs: 20 };
		indexedDB.open = () => Object.create(EventTarget.prototype);
		try {
			expect((await openStore('stuck', never)).memory).toBe(true);
		} finally {
			Reflect.deleteProperty(indexedDB, 'open');
		}
	});

	it('keeps everything in memory, and says so', async () => {
		const device = fakeDevice();
		const { indexedDB } = globalThis;
		Reflect.deleteProperty(globalThis, 'indexedDB');
		const options = { now: device.sample().at, random: device.random };
		const store = await openStore('nowhere', options);
		expect(store.memory).toBe(true);
		expect((await appendEvents(store, [lessonFinished('a')], device.moment())).ok).toBe(true);
		store.close();
		const again = await openStore('nowhere', options);
		expect(await again.db.events.count()).toBe(1);
		const seen: number[] = [];
		const stop = watch(
			again,
			({ db }) => db.events.count(),
			(count) => seen.push(count)
		);
		await vi.waitFor(() => expect(seen).toEqual([1]));
		await appendEvents(again, [lessonFinished('b')], device.moment());
		await vi.waitFor(() => expect(seen).toEqual([1, 2]));
		stop();
		globalThis.indexedDB = indexedDB;
	});
});

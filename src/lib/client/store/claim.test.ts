import { describe, expect, it } from 'vitest';
import { fakeDevice, lessonFinished, openFake } from '../../../../tests/support/fake-device.ts';
import { FakeServer } from '../../../../tests/support/fake-remote.ts';
import { syncRound } from '../sync/round.ts';
import { appendEvents } from './append.ts';
import { claim, resumeClaim } from './claim.ts';
import { keepPublication } from './courses.ts';
import type { Store } from './store.ts';

async function setUp() {
	const device = fakeDevice();
	const guest = await openFake(device);
	for (const lesson of ['a', 'b', 'c']) await appendEvents(guest, [lessonFinished(lesson)], device.moment());
	const account = await openFake(device);
	await appendEvents(account, [lessonFinished('mine')], device.moment());
	return { device, guest, account };
}
const sorted = async (store: Store) =>
	(await store.db.events.toArray()).sort((a, b) => a.deviceSeq - b.deviceSeq);

describe('what a guest did', () => {
	it('becomes the account’s: same ids, its member and device, its next numbers', async () => {
		const { guest, account } = await setUp();
		const before = await sorted(guest);
		expect(await claim(guest, account, undefined)).toBe(3);
		const events = await sorted(account);
		expect(events.map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3, 4]);
		expect(events.slice(1).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
		expect(new Set(events.map(({ member, device }) => `${member} ${device}`)).size).toBe(1);
		expect(events.slice(1).map(({ at, mono, body }) => ({ at, mono, body }))).toEqual(
			before.map(({ at, mono, body }) => ({ at, mono, body }))
		);
		expect(await guest.db.events.count()).toBe(0);
		expect(await guest.db.outbox.count()).toBe(0);
	});

	it('is taken once, also when it is asked for twice', async () => {
		const { guest, account } = await setUp();
		const moved = await Promise.all([claim(guest, account, undefined), claim(guest, account, undefined)]);
		expect(moved.reduce((a, b) => a + b)).toBe(3);
		expect(await account.db.events.count()).toBe(4);
	});

	it('reaches the server', async () => {
		const { guest, account, device } = await setUp();
		await claim(guest, account, undefined);
		const server = new FakeServer();
		await syncRound({
			store: account,
			remote: server.remoteFor(account.account),
			now: () => device.sample().at
		});
		expect(server.log.map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3, 4]);
	});

	it('goes to whom it was promised, and to nobody else, when the claim broke off', async () => {
		const { device, guest, account } = await setUp();
		const other = await openFake(device);
		const fail = () => {
			throw new Error('the tab was killed');
		};
		account.db.outbox.hook('creating', fail);
		await expect(claim(guest, account, undefined)).rejects.toThrow();
		account.db.outbox.hook('creating').unsubscribe(fail);
		expect(await account.db.events.count()).toBe(1);
		expect(await claim(guest, other, undefined)).toBe(0);
		await resumeClaim(other, () => openFake(device, guest.account));
		expect(await other.db.events.count()).toBe(0);
		await resumeClaim(account, () => openFake(device, guest.account));
		expect(await account.db.events.count()).toBe(4);
	});

	it('leaves what another tab wrote in the meantime, and the person’s next start takes it', async () => {
		const { device, guest, account } = await setUp();
		const read = guest.db.courses.toArray.bind(guest.db.courses);
		guest.db.courses.toArray = (async () => {
			await appendEvents(guest, [lessonFinished('late')], device.moment());
			return read();
		}) as typeof read;
		expect(await claim(guest, account, undefined)).toBe(3);
		expect((await sorted(guest)).map(({ body }) => body.lesson)).toEqual(['late']);
		expect(await guest.db.outbox.count()).toBe(1);
		await resumeClaim(account, () => openFake(device, guest.account));
		expect((await sorted(account)).map(({ body }) => body.lesson)).toEqual(['mine', 'a', 'b', 'c', 'late']);
		expect(await guest.db.events.count()).toBe(0);
	});

	it('brings own courses along', async () => {
		const { guest, account } = await setUp();
		const row = { title: 't', bytes: 1, lessons: 1, questions: 1, at: 1 };
		await keepPublication(guest, { ...row, id: 'own-1', kind: 'own' }, '{}');
		await claim(guest, account, undefined);
		expect(await account.db.courses.get('own-1')).toMatchObject({ here: 1, kind: 'own' });
		expect(await account.db.publications.count()).toBe(1);
	});
});

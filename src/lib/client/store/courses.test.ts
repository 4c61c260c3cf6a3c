import { expect, it } from 'vitest';
import { fakeDevice, openFake } from '../../../../tests/support/fake-device.ts';
import { dropPublication, keepPublication, makeRoom, mergeListed, openAttemptIds } from './courses.ts';
import type { Store } from './store.ts';

const row = { title: 't', bytes: 1, lessons: 1, questions: 1, at: 1 };

async function put(store: Store, kind: string, attempt: string, course = 'c') {
	const event = { id: `${kind}-${attempt}`, kind, body: { attempt, course } };
	await store.db.events.put(event as never);
}

it('knows the attempts that were started and not handed in', async () => {
	const store = await openFake(fakeDevice());
	for (const attempt of ['a', 'b', 'c']) await put(store, 'attempt-started', attempt);
	await put(store, 'answer-given', 'b');
	await put(store, 'attempt-handed-in', 'b');
	expect((await openAttemptIds(store)).sort()).toEqual(['a', 'c']);
});

it('makes room without taking the course from under an open attempt', async () => {
	const store = await openFake(fakeDevice());
	for (const id of ['needed', 'idle']) await keepPublication(store, { ...row, id, kind: 'published' }, '{}');
	await put(store, 'attempt-started', 'a', 'needed');
	expect(await makeRoom(store)).toBe(true);
	expect((await store.db.publications.toArray()).map(({ id }) => id)).toEqual(['needed']);
	expect(await makeRoom(store)).toBe(false);
});

it('keeps a listed course after its content was removed, and forgets one’s own', async () => {
	const store = await openFake(fakeDevice());
	await keepPublication(store, { ...row, id: 'h', kind: 'built-in' }, '{}');
	await keepPublication(store, { ...row, id: 'own-1', kind: 'own' }, '{}');
	await dropPublication(store, 'h');
	await dropPublication(store, 'own-1');
	expect(await store.db.courses.toArray()).toMatchObject([{ id: 'h', here: 0 }]);
});

it('follows a new list, but keeps what lies on the device', async () => {
	const store = await openFake(fakeDevice());
	const listed = (...ids: string[]) => ids.map((id) => ({ ...row, id }));
	await mergeListed(store, 'published', listed('a', 'b', 'c'));
	await keepPublication(store, { ...row, id: 'b', kind: 'published' }, '{}');
	await mergeListed(store, 'published', listed('a', 'd'));
	const courses = (await store.db.courses.toArray()).map(({ id, here }) => `${id}${here}`).sort();
	expect(courses).toEqual(['a0', 'b1', 'd0']);
});

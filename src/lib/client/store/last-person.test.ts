import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { keepLastPerson, readLastPerson } from './last-person.ts';

const person = { id: 'p', userName: 'p', name: 'P', memberships: [] };
function stubStorage(held = new Map<string, string>()) {
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => held.get(key) ?? null,
		setItem: (key: string, value: string) => void held.set(key, value),
		removeItem: (key: string) => void held.delete(key)
	});
	return held;
}
afterEach(() => vi.unstubAllGlobals());

it('is known after a sudden death, though the browser had not written local storage down', async () => {
	stubStorage();
	await keepLastPerson(person);
	stubStorage();
	expect(await readLastPerson()).toEqual(person);
});

it('stays signed out after a sudden death, though local storage still names someone', async () => {
	const held = stubStorage();
	await keepLastPerson(person);
	const before = new Map(held);
	await keepLastPerson(null);
	stubStorage(before);
	expect(await readLastPerson()).toBeUndefined();
});

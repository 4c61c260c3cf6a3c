import { parseJson } from '#lib/base/parse.ts';
import { PersonSchema, type Person } from '#lib/wire/account.ts';

const STORED = 'saixue:person';

/** Who was here last, so that a start without network finds the right database. */
export function readLastPerson(): Person | undefined {
	try {
		const person = parseJson(PersonSchema, localStorage.getItem(STORED) ?? '');
		return person.ok ? person.value : undefined;
	} catch {
		return undefined;
	}
}

export function keepLastPerson(person: Person | null): void {
	try {
		if (person) localStorage.setItem(STORED, JSON.stringify(person));
		else localStorage.removeItem(STORED);
	} catch {
		// Storage is switched off: the next start asks the server.
	}
}

/** Told when another tab signed in or out. */
export function onLastPerson(listener: () => void): () => void {
	const look = ({ key }: StorageEvent) => {
		if (key === STORED || key === null) listener();
	};
	addEventListener('storage', look);
	return () => removeEventListener('storage', look);
}

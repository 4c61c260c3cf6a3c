import type * as v from 'valibot';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type {
	Membership,
	Person,
	RegisterBodySchema,
	SetupBodySchema,
	SignInBodySchema
} from '#lib/wire/account.ts';
import { GUEST, type App } from './app.svelte.ts';
import { Outage, type RemoteRefused } from './remote/request.ts';
import { claim } from './store/claim.ts';
import { readMeta } from './store/meta.ts';
import type { Store } from './store/store.ts';

export type AccountRefused =
	| { type: 'WrongUserNameOrPassword' }
	| { type: 'UserNameTaken' }
	/** `retryAfter` in whole seconds. */
	| { type: 'TooManyTries'; retryAfter: number }
	| { type: 'WeakPassword' }
	| { type: 'Invalid'; where: string }
	| { type: 'NoSuchInvitation' }
	| { type: 'LinkUsed' }
	| { type: 'SignedOut' }
	| { type: 'NotAllowed' }
	| { type: 'Offline' };

export function register(
	app: App,
	body: v.InferInput<typeof RegisterBodySchema>
): Promise<Result<Person, AccountRefused>> {
	return enter(app, () => app.remote.register(body));
}

export function signIn(
	app: App,
	body: v.InferInput<typeof SignInBodySchema>
): Promise<Result<Person, AccountRefused>> {
	return enter(app, () => app.remote.signIn(body));
}

export function setUp(
	app: App,
	body: v.InferInput<typeof SetupBodySchema>
): Promise<Result<Person, AccountRefused>> {
	return enter(app, () => app.remote.setUp(body));
}

/**
 * Without a choice, refused while something is unsent. `keep` leaves it on this device until the person
 * signs in again; `discard` deletes it.
 */
export async function signOut(app: App, choice?: 'keep' | 'discard'): Promise<Result<void, SignOutRefused>> {
	const { db } = await app.stores.ready();
	const count = await db.outbox.count();
	if (count > 0 && choice === undefined) return refuse({ type: 'UnsentEvents', count });
	const left = await asking(() => app.remote.signOut());
	// The session would live on in its cookie, and the next start would bring the person back.
	if (!left.ok && left.error.type === 'Offline') return refuse({ type: 'Offline' });
	if (choice === 'discard') await discardUnsent(app);
	await app.become(null);
	return ok(undefined);
}

export type SignOutRefused = { type: 'UnsentEvents'; count: number } | { type: 'Offline' };

export async function createOrganisation(
	app: App,
	name: string
): Promise<Result<Membership, AccountRefused>> {
	const created = await asking(() => app.remote.createOrganisation({ name }));
	if (created.ok) await app.checkPerson();
	return created;
}

export function readInvitation(
	app: App,
	code: string
): Promise<Result<{ code: string; organisationName: string }, AccountRefused>> {
	return asking(() => app.remote.invitation(code));
}

export async function joinOrganisation(app: App, code: string): Promise<Result<Membership, AccountRefused>> {
	const joined = await asking(() => app.remote.join({ code }));
	if (joined.ok) await app.checkPerson();
	return joined;
}

/** What a guest did on this device and nobody has taken yet. */
export function guestProgress(app: App): Promise<{ events: number; courses: number }> {
	return withGuest(app, async (guest) => {
		const claimedBy = await readMeta(guest.db, 'claimedBy');
		if (claimedBy && claimedBy.person !== app.account) return { events: 0, courses: 0 };
		return {
			events: await guest.db.events.count(),
			courses: await guest.db.courses.where('kind').equals('own').count()
		};
	});
}

/** Takes what a guest did on this device into the signed-in account; gives the number of events. */
export async function claimGuestProgress(app: App): Promise<number> {
	const account = await app.stores.ready();
	if (account.account === GUEST) return 0;
	const moved = await withGuest(app, (guest) => claim(guest, account, app.membership?.organisation));
	app.syncNow();
	return moved;
}

/** Other people's unsent events that wait on this device until they sign in again. */
export async function unsentOfOthers(app: App): Promise<{ account: string; count: number }[]> {
	const waiting: { account: string; count: number }[] = [];
	// Whose database is in use must be known first.
	await app.stores.ready();
	for (const account of await app.otherAccounts()) {
		const store = await app.openOther(account);
		const count = await store.db.outbox.count();
		store.close();
		if (count > 0) waiting.push({ account, count });
	}
	return waiting;
}

async function enter(
	app: App,
	ask: () => Promise<Result<{ person: Person | null }, RemoteRefused>>
): Promise<Result<Person, AccountRefused>> {
	const entered = await asking(ask);
	if (!entered.ok) return entered;
	const { person } = entered.value;
	if (!person) return refuse({ type: 'SignedOut' });
	await app.become(person);
	return ok(person);
}

async function asking<Value>(
	ask: () => Promise<Result<Value, RemoteRefused>>
): Promise<Result<Value, AccountRefused>> {
	try {
		const answer = await ask();
		return answer.ok ? answer : refuse(accountRefusal(answer.error));
	} catch (error) {
		if (error instanceof Outage) return refuse({ type: 'Offline' });
		throw error;
	}
}

function accountRefusal({ type, status, detail, retryAfterMs }: RemoteRefused): AccountRefused {
	switch (type) {
		case 'WrongUserNameOrPassword':
		case 'UserNameTaken':
		case 'WeakPassword':
		case 'NoSuchInvitation':
		case 'LinkUsed':
		case 'SignedOut':
		case 'NotAllowed':
			return { type };
	}
	if (status === 429)
		return { type: 'TooManyTries', retryAfter: Math.ceil((retryAfterMs ?? 60_000) / 1_000) };
	return { type: 'Invalid', where: typeof detail.where === 'string' ? detail.where : '' };
}

async function withGuest<Value>(app: App, work: (guest: Store) => Promise<Value>): Promise<Value> {
	const current = await app.stores.ready();
	if (current.account === GUEST) return work(current);
	const guest = await app.openOther(GUEST);
	try {
		return await work(guest);
	} finally {
		guest.close();
	}
}

/** The one place where something unsent is deleted: someone said so. */
async function discardUnsent(app: App): Promise<void> {
	const { db } = await app.stores.ready();
	await db.dexie.transaction('rw', db.events, db.outbox, async () => {
		const waiting = await db.outbox.where('state').equals('waiting').primaryKeys();
		await db.events.bulkDelete(waiting);
		await db.outbox.clear();
	});
}

import type * as v from 'valibot';
import type { Result } from '#lib/base/result.ts';
import type {
	Membership,
	Person,
	RegisterBodySchema,
	SetupBodySchema,
	SignInBodySchema
} from '#lib/wire/account.ts';
import type { App } from './app.svelte.ts';

export type AccountRefused =
	| { type: 'WrongUserNameOrPassword' }
	| { type: 'UserNameTaken' }
	| { type: 'TooManyTries'; /** Whole seconds. */ retryAfter: number }
	| { type: 'WeakPassword' }
	| { type: 'Invalid'; where: string }
	| { type: 'NoSuchInvitation' }
	| { type: 'LinkUsed' }
	| { type: 'SignedOut' }
	| { type: 'Forbidden' }
	| { type: 'Offline' };

export async function register(
	app: App,
	body: v.InferInput<typeof RegisterBodySchema>
): Promise<Result<Person, AccountRefused>> {
	throw new Error(`not yet ${app.account} ${body.userName}`);
}

export async function signIn(
	app: App,
	body: v.InferInput<typeof SignInBodySchema>
): Promise<Result<Person, AccountRefused>> {
	throw new Error(`not yet ${app.account} ${body.userName}`);
}

/** Without a choice, refused while something is unsent. `keep` leaves it on this device for the next time. */
export async function signOut(
	app: App,
	choice?: 'keep' | 'discard'
): Promise<Result<void, { type: 'UnsentEvents'; count: number }>> {
	throw new Error(`not yet ${app.account} ${choice}`);
}

export async function setUp(
	app: App,
	body: v.InferInput<typeof SetupBodySchema>
): Promise<Result<Person, AccountRefused>> {
	throw new Error(`not yet ${app.account} ${body.userName}`);
}

export async function createOrganisation(
	app: App,
	name: string
): Promise<Result<Membership, AccountRefused>> {
	throw new Error(`not yet ${app.account} ${name}`);
}

export async function readInvitation(
	code: string
): Promise<Result<{ code: string; organisationName: string }, AccountRefused>> {
	throw new Error(`not yet ${code}`);
}

export async function joinOrganisation(app: App, code: string): Promise<Result<Membership, AccountRefused>> {
	throw new Error(`not yet ${app.account} ${code}`);
}

export async function guestProgress(app: App): Promise<{ events: number; courses: number }> {
	throw new Error(`not yet ${app.account}`);
}

/** Takes what a guest did on this device into the signed-in account; gives the number of events. */
export async function claimGuestProgress(app: App): Promise<number> {
	throw new Error(`not yet ${app.account}`);
}

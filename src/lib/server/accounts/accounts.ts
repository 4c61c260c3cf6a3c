import { isAPIError } from 'better-auth/api';
import type * as v from 'valibot';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Millis } from '#lib/base/time.ts';
import type { RegisterBodySchema, SignInBodySchema } from '#lib/wire/account.ts';
import { log } from '../log.ts';
import type { Database } from '../storage/schema.ts';
import { clearTries, takeTry } from './attempts.ts';
import { foldUserName, type Auth } from './auth.ts';
import { isWeakPassword } from './weak-passwords.ts';

/** A new session: `cookies` are the Set-Cookie lines that carry it. */
export interface SignedIn {
	member: string;
	cookies: string[];
}

export async function register(
	auth: Auth,
	person: v.InferOutput<typeof RegisterBodySchema>
): Promise<Result<SignedIn, RegisterRefused>> {
	if (isWeakPassword(person.password, person.userName)) return refuse({ type: 'WeakPassword' });
	try {
		const { headers, response } = await auth.api.signUpEmail({
			body: {
				// The library wants an address; ours is made up and never written to (RFC 2606).
				email: `${crypto.randomUUID()}@people.invalid`,
				name: person.name,
				password: person.password,
				username: person.userName,
				displayUsername: person.userName.normalize('NFKC').trim()
			},
			returnHeaders: true
		});
		return ok({ member: response.user.id, cookies: headers.getSetCookie() });
	} catch (error) {
		if (isNameTaken(error)) return refuse({ type: 'UserNameTaken' });
		throw error;
	}
}

export type RegisterRefused = { type: 'WeakPassword' } | { type: 'UserNameTaken' };

/**
 * The same refusal, after the same work, whether the name or the password is wrong.
 * @param isKnown on a device where this account was signed in before
 */
export async function signIn(
	{ auth, db }: { auth: Auth; db: Database },
	{ userName, password }: v.InferOutput<typeof SignInBodySchema>,
	isKnown: boolean,
	now: Millis
): Promise<Result<SignedIn, SignInRefused>> {
	const retryAfter = await takeTry(db, { userName, isKnown }, now);
	if (retryAfter !== undefined) {
		log('too-many-tries', { retryAfter });
		return refuse({ type: 'TooManyTries', retryAfter });
	}
	try {
		const { headers, response } = await auth.api.signInUsername({
			body: { username: foldUserName(userName) || '-', password: password || '-' },
			returnHeaders: true
		});
		await clearTries(db, { userName, isKnown });
		return ok({ member: response.user.id, cookies: headers.getSetCookie() });
	} catch (error) {
		if (isAPIError(error) && error.statusCode < 500) return refuse({ type: 'WrongUserNameOrPassword' });
		throw error;
	}
}

export type SignInRefused =
	| { type: 'WrongUserNameOrPassword' }
	/** In whole seconds. */
	| { type: 'TooManyTries'; retryAfter: number };

/** Ends the session that these headers carry; gives the cookies that take it off the device. */
export async function signOut(auth: Auth, headers: Headers): Promise<string[]> {
	const answer = await auth.api.signOut({ headers, returnHeaders: true });
	return answer.headers.getSetCookie();
}

/** Said by the library, or by the database when two register the same name at once. */
function isNameTaken(error: unknown): boolean {
	if (isAPIError(error)) {
		const code = error.body?.code;
		return code === 'USERNAME_IS_ALREADY_TAKEN' || code === 'FAILED_TO_CREATE_USER';
	}
	return error instanceof Error && error.message.includes('person.username');
}

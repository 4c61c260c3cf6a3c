import type { Millis } from '#lib/base/time.ts';
import type { Person } from '#lib/wire/account.ts';
import type { Database } from '../storage/schema.ts';
import { membershipsOf } from '../storage/tables/membership.ts';
import type { Auth } from './auth.ts';

export interface Visit {
	person?: Person;
	/** Set-Cookie lines when the session was prolonged. */
	cookies: string[];
}

/** How long a session may be believed without asking the database. */
const BELIEVED_MS = 20_000;
const MOST_REMEMBERED = 20_000;

/**
 * Who is asking. Remembered for a few seconds, because phones push every second; forgotten at once when
 * a session ends or a role changes.
 */
export function createSessions(auth: Auth, db: Database) {
	const remembered = new Map<string, { person: Person; until: number }>();

	return {
		async visitOf(cookieHeader: string | null | undefined, now: Millis): Promise<Visit> {
			const token = sessionToken(cookieHeader ?? '');
			if (!token) return { cookies: [] };
			const held = remembered.get(token);
			if (held && held.until > now) return { person: held.person, cookies: [] };

			const { headers, response } = await auth.api.getSession({
				headers: new Headers({ cookie: `${SESSION_COOKIE}=${token}` }),
				returnHeaders: true
			});
			if (!response) {
				remembered.delete(token);
				return { cookies: [] };
			}
			const { user } = response;
			const person: Person = {
				id: user.id,
				userName: user.displayUsername ?? user.username ?? '',
				name: user.name,
				memberships: await membershipsOf(db, user.id)
			};
			if (remembered.size >= MOST_REMEMBERED) remembered.clear();
			remembered.set(token, { person, until: now + BELIEVED_MS });
			return { person, cookies: headers.getSetCookie() };
		},

		/** After sign-out. */
		forgetSession(cookieHeader: string | null | undefined): void {
			const token = sessionToken(cookieHeader ?? '');
			if (token) remembered.delete(token);
		},

		/** After a person's memberships changed. */
		forgetPerson(member: string): void {
			for (const [token, { person }] of remembered) if (person.id === member) remembered.delete(token);
		}
	};
}
export type Sessions = ReturnType<typeof createSessions>;

export const SESSION_COOKIE = 'saixue.session_token';

/** As it stands in the header, its signature included. */
function sessionToken(cookieHeader: string): string | undefined {
	for (const part of cookieHeader.split(';')) {
		const [name, value] = part.trim().split('=', 2);
		if (name === SESSION_COOKIE && value && value.length < 500) return value;
	}
	return undefined;
}

import { createHash } from 'node:crypto';
import type { Millis } from '#lib/base/time.ts';
import type { Database } from '../storage/schema.ts';
import { countTry, forgetTries, forgetTriesBefore } from '../storage/tables/sign-in-try.ts';
import { foldUserName } from './auth.ts';

const MOST_TRIES = 10;
const WINDOW_MS = 5 * 60_000;

/** Whose tries at an account are counted together. */
export interface Trier {
	userName: string;
	/** On a device where this account was signed in before. */
	isKnown: boolean;
}

/**
 * Counts a try at this account before its password is looked at. Gives how many seconds to wait when there
 * were too many; the right password is refused then as well.
 */
export async function takeTry(db: Database, trier: Trier, now: Millis): Promise<number | undefined> {
	await forgetTriesBefore(db, now - WINDOW_MS);
	const { tries, since } = await countTry(db, keyOf(trier), now, WINDOW_MS);
	return tries > MOST_TRIES ? Math.max(1, Math.ceil((since + WINDOW_MS - now) / 1000)) : undefined;
}

export async function clearTries(db: Database, trier: Trier): Promise<void> {
	await forgetTries(db, keyOf(trier));
}

/** Not the name itself: people type passwords into the wrong field. */
function keyOf({ userName, isKnown }: Trier): string {
	const hash = createHash('sha256').update(foldUserName(userName)).digest('hex');
	return isKnown ? `${hash} known` : hash;
}

/**
 * At most so many in a window of time for one key. In memory: it only has to slow down a machine that
 * asks for everyone, and lets a whole class behind one address through.
 */
export function rateLimit(most: number, windowMs: number) {
	const counts = new Map<string, { count: number; since: number }>();
	return {
		/** Counts one; gives the seconds to wait when it is one too many. */
		take(key: string, now: Millis): number | undefined {
			if (counts.size > MOST_KEYS) counts.clear();
			const held = counts.get(key);
			if (!held || now - held.since >= windowMs) {
				counts.set(key, { count: 1, since: now });
				return undefined;
			}
			held.count += 1;
			return held.count > most ? Math.max(1, Math.ceil((held.since + windowMs - now) / 1000)) : undefined;
		}
	};
}
const MOST_KEYS = 50_000;
export type RateLimit = ReturnType<typeof rateLimit>;

/** One household has a whole /64 of IPv6 addresses. */
export function addressKey(address: string): string {
	return address.includes(':') && !address.startsWith('::ffff:') ? address.split(':', 4).join(':') : address;
}

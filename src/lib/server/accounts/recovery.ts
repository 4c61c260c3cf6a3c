import { randomInt } from 'node:crypto';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Database } from '../storage/schema.ts';
import { findPerson, replacePassword } from '../storage/tables/person.ts';
import { clearTries } from './attempts.ts';
import { foldUserName, hashPassword } from './auth.ts';

/** A new password for someone who forgot theirs. All their sessions end, and they may try again at once. */
export async function resetPassword(
	db: Database,
	userName: string
): Promise<Result<{ password: string }, { type: 'NoSuchPerson' }>> {
	const person = await findPerson(db, foldUserName(userName));
	if (!person) return refuse({ type: 'NoSuchPerson' });
	const password = Array.from({ length: 12 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
	await replacePassword(db, person, await hashPassword(password));
	for (const isKnown of [false, true]) await clearTries(db, { userName, isKnown });
	return ok({ password });
}

/** Nobody has to ask whether that is a one or an l. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';

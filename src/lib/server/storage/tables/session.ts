import type { Millis } from '#lib/base/time.ts';
import type { Database } from '../schema.ts';

/** The account library ends a session when it is used too late; those never used again would stay. */
export async function forgetExpiredSessions(db: Database, now: Millis): Promise<void> {
	await db.deleteFrom('session').where('expiresAt', '<', new Date(now).toISOString()).execute();
}

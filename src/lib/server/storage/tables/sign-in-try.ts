import type { Millis } from '#lib/base/time.ts';
import type { Database } from '../schema.ts';

/**
 * Counts one more try and gives how many there are since `since`. One statement, before the password is
 * looked at, so that guesses made at the same time are all counted.
 */
export async function countTry(
	db: Database,
	name: string,
	now: Millis,
	windowMs: number
): Promise<{ tries: number; since: number }> {
	return db
		.insertInto('signInTry')
		.values({ name, tries: 1, since: now })
		.onConflict((conflict) =>
			conflict.column('name').doUpdateSet((eb) => {
				const over = eb('signInTry.since', '<=', now - windowMs);
				return {
					tries: eb
						.case()
						.when(over)
						.then(1)
						.else(eb('signInTry.tries', '+', 1))
						.end(),
					since: eb.case().when(over).then(now).else(eb.ref('signInTry.since')).end()
				};
			})
		)
		.returning(['tries', 'since'])
		.executeTakeFirstOrThrow();
}

export async function forgetTries(db: Database, name: string): Promise<void> {
	await db.deleteFrom('signInTry').where('name', '=', name).execute();
}

export async function forgetTriesBefore(db: Database, instant: number): Promise<void> {
	await db.deleteFrom('signInTry').where('since', '<=', instant).execute();
}

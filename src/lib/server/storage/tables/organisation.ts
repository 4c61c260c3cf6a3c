import type { Millis } from '#lib/base/time.ts';
import type { Database } from '../schema.ts';

export async function insertOrganisation(
	db: Database,
	organisation: { id: string; name: string },
	now: Millis
): Promise<void> {
	await db
		.insertInto('organisation')
		.values({ ...organisation, createdAt: now })
		.execute();
}

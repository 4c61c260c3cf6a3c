import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { DatabaseKind } from './columns.ts';
import { createFirstTables } from './migrations/0001-first.ts';
import { createSharedSets } from './migrations/0002-shared-sets.ts';
import { createReportTables } from './migrations/0003-reports.ts';

/** Numbered, forward only: a name once released is never changed and never taken out. */
const STEPS: Record<string, (db: Kysely<unknown>, kind: DatabaseKind) => Promise<void>> = {
	'0001-first': createFirstTables,
	'0002-shared-sets': createSharedSets,
	'0003-reports': createReportTables
};

/** Brings the database to today's tables, in one transaction, from whatever release it was left by. */
export async function migrate<Tables>(db: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
	const migrations = Object.fromEntries(
		Object.entries(STEPS).map(([name, step]): [string, Migration] => [name, { up: (any) => step(any, kind) }])
	);
	const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
}

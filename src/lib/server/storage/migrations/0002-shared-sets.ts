import type { Kysely } from 'kysely';
import { columnsFor, type DatabaseKind } from '../columns.ts';

/** Sets of questions that a trainer shares by a link. */
export async function createSharedSets(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
	const { text, integer, flag, json } = columnsFor(kind);
	await db.schema
		.createTable('sharedSet')
		.addColumn('token', text, (c) => c.primaryKey())
		.addColumn('organisation', text, (c) => c.notNull().references('organisation.id').onDelete('cascade'))
		.addColumn('publication', text, (c) => c.notNull().references('publication.hash'))
		.addColumn('title', text, (c) => c.notNull())
		.addColumn('questions', integer, (c) => c.notNull())
		.addColumn('bank', json, (c) => c.notNull())
		.addColumn('invites', flag, (c) => c.notNull())
		.addColumn('createdBy', text, (c) => c.notNull())
		.addColumn('createdAt', integer, (c) => c.notNull())
		.addColumn('withdrawnAt', integer)
		.execute();
	await db.schema
		.createIndex('sharedSetByOrganisation')
		.on('sharedSet')
		.columns(['organisation', 'createdAt'])
		.execute();
}

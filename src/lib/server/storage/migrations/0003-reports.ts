import type { Kysely } from 'kysely';
import { columnsFor, type DatabaseKind } from '../columns.ts';

/** 纠错: what learners say is wrong with a question, taken out of the log, and what trainers answer. */
export async function createReportTables(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
	const { text, integer } = columnsFor(kind);

	await db.schema
		.createIndex('eventReported')
		.on('event')
		.columns(['kind', 'sequence'])
		.where('kind', '=', 'question-reported')
		.execute();
	await db.schema
		.createTable('report')
		.addColumn('event', text, (c) => c.primaryKey())
		.addColumn('member', text, (c) => c.notNull())
		.addColumn('organisation', text)
		.addColumn('course', text, (c) => c.notNull())
		.addColumn('question', text, (c) => c.notNull())
		.addColumn('reason', text, (c) => c.notNull())
		.addColumn('text', text, (c) => c.notNull())
		.addColumn('reportedAt', integer, (c) => c.notNull())
		.execute();
	await db.schema.createIndex('reportByMember').on('report').column('member').execute();
	await db.schema.createIndex('reportByCourse').on('report').columns(['course', 'question']).execute();
	await db.schema
		.createTable('reportAnswer')
		.addColumn('report', text, (c) => c.notNull())
		.addColumn('organisation', text, (c) => c.notNull().references('organisation.id').onDelete('cascade'))
		.addColumn('handledBy', text, (c) => c.notNull())
		.addColumn('handledAt', integer, (c) => c.notNull())
		.addColumn('note', text, (c) => c.notNull())
		.addPrimaryKeyConstraint('reportAnswerKey', ['report', 'organisation'])
		.execute();
}

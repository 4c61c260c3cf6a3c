import type { Kysely } from 'kysely';
import { columnsFor, type DatabaseKind } from '../columns.ts';

/** Never edited after a release; a change is a new migration. */
export async function createFirstTables(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
	const { text, integer, real, flag, json, bytes, accountDate, accountFlag } = columnsFor(kind);

	await db.schema
		.createTable('setting')
		.addColumn('key', text, (c) => c.primaryKey())
		.addColumn('value', text, (c) => c.notNull())
		.execute();

	// The account library's four tables, as its own migration would make them (accounts.test.ts compares).
	await db.schema
		.createTable('person')
		.addColumn('id', text, (c) => c.primaryKey())
		.addColumn('name', text, (c) => c.notNull())
		.addColumn('email', text, (c) => c.notNull().unique())
		.addColumn('emailVerified', accountFlag, (c) => c.notNull())
		.addColumn('image', text)
		.addColumn('createdAt', accountDate, (c) => c.notNull())
		.addColumn('updatedAt', accountDate, (c) => c.notNull())
		.addColumn('username', text, (c) => c.unique())
		.addColumn('displayUsername', text)
		.execute();
	await db.schema
		.createTable('session')
		.addColumn('id', text, (c) => c.primaryKey())
		.addColumn('expiresAt', accountDate, (c) => c.notNull())
		.addColumn('token', text, (c) => c.notNull().unique())
		.addColumn('createdAt', accountDate, (c) => c.notNull())
		.addColumn('updatedAt', accountDate, (c) => c.notNull())
		.addColumn('ipAddress', text)
		.addColumn('userAgent', text)
		.addColumn('userId', text, (c) => c.notNull().references('person.id').onDelete('cascade'))
		.execute();
	await db.schema.createIndex('sessionByUser').on('session').column('userId').execute();
	await db.schema
		.createTable('credential')
		.addColumn('id', text, (c) => c.primaryKey())
		.addColumn('accountId', text, (c) => c.notNull())
		.addColumn('providerId', text, (c) => c.notNull())
		.addColumn('userId', text, (c) => c.notNull().references('person.id').onDelete('cascade'))
		.addColumn('accessToken', text)
		.addColumn('refreshToken', text)
		.addColumn('idToken', text)
		.addColumn('accessTokenExpiresAt', accountDate)
		.addColumn('refreshTokenExpiresAt', accountDate)
		.addColumn('scope', text)
		.addColumn('password', text)
		.addColumn('createdAt', accountDate, (c) => c.notNull())
		.addColumn('updatedAt', accountDate, (c) => c.notNull())
		.execute();
	await db.schema.createIndex('credentialByUser').on('credential').column('userId').execute();
	await db.schema
		.createTable('verification')
		.addColumn('id', text, (c) => c.primaryKey())
		.addColumn('identifier', text, (c) => c.notNull())
		.addColumn('value', text, (c) => c.notNull())
		.addColumn('expiresAt', accountDate, (c) => c.notNull())
		.addColumn('createdAt', accountDate, (c) => c.notNull())
		.addColumn('updatedAt', accountDate, (c) => c.notNull())
		.execute();
	await db.schema.createIndex('verificationByIdentifier').on('verification').column('identifier').execute();

	await db.schema
		.createTable('signInTry')
		.addColumn('name', text, (c) => c.primaryKey())
		.addColumn('tries', integer, (c) => c.notNull())
		.addColumn('since', integer, (c) => c.notNull())
		.execute();
	await db.schema.createIndex('signInTryBySince').on('signInTry').column('since').execute();

	await db.schema
		.createTable('organisation')
		.addColumn('id', text, (c) => c.primaryKey())
		.addColumn('name', text, (c) => c.notNull())
		.addColumn('createdAt', integer, (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('membership')
		.addColumn('organisation', text, (c) => c.notNull().references('organisation.id').onDelete('cascade'))
		.addColumn('member', text, (c) => c.notNull().references('person.id').onDelete('cascade'))
		.addColumn('role', text, (c) => c.notNull())
		.addColumn('joinedAt', integer, (c) => c.notNull())
		.addPrimaryKeyConstraint('membershipKey', ['organisation', 'member'])
		.execute();
	await db.schema.createIndex('membershipByMember').on('membership').column('member').execute();
	await db.schema
		.createTable('invitation')
		.addColumn('organisation', text, (c) => c.primaryKey().references('organisation.id').onDelete('cascade'))
		.addColumn('code', text, (c) => c.notNull().unique())
		.addColumn('createdAt', integer, (c) => c.notNull())
		.execute();

	// Nothing here refers to a person or an organisation: what happened stays as it was received.
	await db.schema
		.createTable('event')
		.addColumn('sequence', integer, (c) => c.primaryKey())
		.addColumn('id', text, (c) => c.notNull().unique())
		.addColumn('kind', text, (c) => c.notNull())
		.addColumn('version', integer, (c) => c.notNull())
		.addColumn('member', text, (c) => c.notNull())
		.addColumn('organisation', text)
		.addColumn('device', text, (c) => c.notNull())
		.addColumn('deviceSeq', integer, (c) => c.notNull())
		.addColumn('at', integer, (c) => c.notNull())
		.addColumn('mono', real, (c) => c.notNull())
		.addColumn('boot', text, (c) => c.notNull())
		.addColumn('offset', real)
		.addColumn('body', json, (c) => c.notNull())
		.addColumn('attempt', text)
		.addColumn('receivedAt', integer, (c) => c.notNull())
		.execute();
	await db.schema.createIndex('eventByMember').on('event').columns(['member', 'sequence']).execute();
	await db.schema
		.createIndex('eventByAttempt')
		.on('event')
		.column('attempt')
		.where('attempt', 'is not', null)
		.execute();
	await db.schema
		.createTable('device')
		.addColumn('member', text, (c) => c.notNull())
		.addColumn('device', text, (c) => c.notNull())
		.addColumn('lastSeq', integer, (c) => c.notNull())
		.addPrimaryKeyConstraint('deviceKey', ['member', 'device'])
		.execute();
	await db.schema
		.createTable('deviceAhead')
		.addColumn('member', text, (c) => c.notNull())
		.addColumn('device', text, (c) => c.notNull())
		.addColumn('deviceSeq', integer, (c) => c.notNull())
		.addPrimaryKeyConstraint('deviceAheadKey', ['member', 'device', 'deviceSeq'])
		.execute();
	await db.schema
		.createTable('conflict')
		.addColumn('event', text, (c) => c.notNull())
		.addColumn('member', text, (c) => c.notNull())
		.addColumn('device', text, (c) => c.notNull())
		.addColumn('contentHash', text, (c) => c.notNull())
		.addColumn('receivedAt', integer, (c) => c.notNull())
		.addPrimaryKeyConstraint('conflictKey', ['event', 'member', 'contentHash'])
		.execute();

	await db.schema
		.createTable('publication')
		.addColumn('hash', text, (c) => c.primaryKey())
		.addColumn('title', text, (c) => c.notNull())
		.addColumn('summary', text)
		.addColumn('bytes', integer, (c) => c.notNull())
		.addColumn('lessons', integer, (c) => c.notNull())
		.addColumn('questions', integer, (c) => c.notNull())
		.addColumn('bank', json, (c) => c.notNull())
		.addColumn('gzip', bytes, (c) => c.notNull())
		.addColumn('brotli', bytes, (c) => c.notNull())
		.addColumn('storedAt', integer, (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('offer')
		.addColumn('organisation', text, (c) => c.notNull().references('organisation.id').onDelete('cascade'))
		.addColumn('publication', text, (c) => c.notNull().references('publication.hash'))
		.addColumn('publishedBy', text, (c) => c.notNull())
		.addColumn('publishedAt', integer, (c) => c.notNull())
		.addColumn('withdrawnAt', integer)
		.addPrimaryKeyConstraint('offerKey', ['organisation', 'publication'])
		.execute();
	await db.schema.createIndex('offerByPublication').on('offer').column('publication').execute();

	await db.schema
		.createTable('progress')
		.addColumn('job', text, (c) => c.primaryKey())
		.addColumn('sequence', integer, (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('result')
		.addColumn('attempt', text, (c) => c.notNull())
		.addColumn('member', text, (c) => c.notNull())
		.addColumn('organisation', text, (c) => c.notNull())
		.addColumn('title', text, (c) => c.notNull())
		.addColumn('course', text, (c) => c.notNull())
		.addColumn('startedAt', integer, (c) => c.notNull())
		.addColumn('handedInAt', integer)
		.addColumn('durationMs', integer)
		.addColumn('scoreHundredths', integer, (c) => c.notNull())
		.addColumn('fullHundredths', integer, (c) => c.notNull())
		.addColumn('right', integer, (c) => c.notNull())
		.addColumn('questions', integer, (c) => c.notNull())
		.addColumn('ungraded', integer, (c) => c.notNull())
		.addColumn('passed', flag, (c) => c.notNull())
		.addColumn('markedBy', text, (c) => c.notNull())
		.addColumn('clockSuspect', flag, (c) => c.notNull())
		.addPrimaryKeyConstraint('resultKey', ['attempt', 'member'])
		.execute();
	await db.schema.createIndex('resultByStart').on('result').columns(['organisation', 'startedAt']).execute();
	await db.schema.createIndex('resultByCourse').on('result').columns(['organisation', 'course']).execute();
}

import type { Millis } from '#lib/base/time.ts';
import type { Database } from '../schema.ts';

/** Replaces the organisation's invitation: the old code opens nothing any more. */
export async function replaceInvitation(
	db: Database,
	organisation: string,
	code: string,
	now: Millis
): Promise<void> {
	await db
		.insertInto('invitation')
		.values({ organisation, code, createdAt: now })
		.onConflict((conflict) => conflict.column('organisation').doUpdateSet({ code, createdAt: now }))
		.execute();
}

export async function invitationCodeOf(db: Database, organisation: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('invitation')
		.select('code')
		.where('organisation', '=', organisation)
		.executeTakeFirst();
	return row?.code;
}

export async function organisationInvitedBy(
	db: Database,
	code: string
): Promise<{ organisation: string; organisationName: string } | undefined> {
	return db
		.selectFrom('invitation')
		.innerJoin('organisation', 'organisation.id', 'invitation.organisation')
		.select(['organisation.id as organisation', 'organisation.name as organisationName'])
		.where('invitation.code', '=', code)
		.executeTakeFirst();
}

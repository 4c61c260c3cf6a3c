import type { Database } from '../schema.ts';

/** One person and one of their memberships, or none. */
export interface PersonLine {
	userName: string;
	name: string;
	organisationName: string | null;
	role: string | null;
}

export async function listPeople(db: Database): Promise<PersonLine[]> {
	const rows = await db
		.selectFrom('person')
		.leftJoin('membership', 'membership.member', 'person.id')
		.leftJoin('organisation', 'organisation.id', 'membership.organisation')
		.select(['person.displayUsername', 'person.username', 'person.name', 'membership.role'])
		.select('organisation.name as organisationName')
		.orderBy('person.username')
		.orderBy('membership.joinedAt')
		.execute();
	return rows.map(({ displayUsername, username, ...row }) => ({
		...row,
		userName: displayUsername ?? username ?? ''
	}));
}

/** @param username folded, see foldUserName */
export async function findPerson(db: Database, username: string): Promise<string | undefined> {
	const row = await db.selectFrom('person').select('id').where('username', '=', username).executeTakeFirst();
	return row?.id;
}

/** Whoever knew the old one is signed out everywhere. */
export async function replacePassword(db: Database, person: string, passwordHash: string): Promise<void> {
	await db.transaction().execute(async (tx) => {
		await tx
			.updateTable('credential')
			.set({ password: passwordHash })
			.where('userId', '=', person)
			.where('providerId', '=', 'credential')
			.execute();
		await tx.deleteFrom('session').where('userId', '=', person).execute();
	});
}

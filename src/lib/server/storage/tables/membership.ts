import { parse } from '#lib/base/parse.ts';
import type { Millis } from '#lib/base/time.ts';
import { RoleSchema, type Membership, type MembersResponse, type Role } from '#lib/wire/account.ts';
import type { Database } from '../schema.ts';

/** False when the person was a member already; their role stays as it was. */
export async function insertMembership(
	db: Database,
	membership: { organisation: string; member: string; role: Role },
	now: Millis
): Promise<boolean> {
	const row = await db
		.insertInto('membership')
		.values({ ...membership, joinedAt: now })
		.onConflict((conflict) => conflict.columns(['organisation', 'member']).doNothing())
		.returning('member')
		.executeTakeFirst();
	return row !== undefined;
}

/** Newest first. */
export async function membershipsOf(db: Database, member: string): Promise<Membership[]> {
	const rows = await db
		.selectFrom('membership')
		.innerJoin('organisation', 'organisation.id', 'membership.organisation')
		.select(['membership.organisation', 'organisation.name as organisationName', 'membership.role'])
		.where('membership.member', '=', member)
		.orderBy('membership.joinedAt', 'desc')
		.orderBy('membership.organisation', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, role: roleFrom(row.role) }));
}

/** In the order of joining. */
export async function membersOf(db: Database, organisation: string): Promise<MembersResponse['members']> {
	const rows = await db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.member')
		.select([
			'person.id',
			'person.displayUsername',
			'person.username',
			'person.name',
			'membership.role',
			'membership.joinedAt'
		])
		.where('membership.organisation', '=', organisation)
		.orderBy('membership.joinedAt')
		.orderBy('person.id')
		.execute();
	return rows.map(({ displayUsername, username, role, ...row }) => ({
		...row,
		userName: displayUsername ?? username ?? '',
		role: roleFrom(role)
	}));
}

export async function roleOf(db: Database, organisation: string, member: string): Promise<Role | undefined> {
	const row = await db
		.selectFrom('membership')
		.select('role')
		.where('organisation', '=', organisation)
		.where('member', '=', member)
		.executeTakeFirst();
	return row && roleFrom(row.role);
}

export async function updateRole(
	db: Database,
	organisation: string,
	member: string,
	role: Role
): Promise<void> {
	await db
		.updateTable('membership')
		.set({ role })
		.where('organisation', '=', organisation)
		.where('member', '=', member)
		.execute();
}

/** In one organisation, or in all of them. */
export async function countAdministrators(db: Database, organisation?: string): Promise<number> {
	const row = await db
		.selectFrom('membership')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('role', '=', 'administrator')
		.$if(organisation !== undefined, (query) => query.where('organisation', '=', organisation ?? ''))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

/** A role that this release does not know has no more rights than a learner's. */
function roleFrom(text: string): Role {
	const role = parse(RoleSchema, text);
	return role.ok ? role.value : 'learner';
}

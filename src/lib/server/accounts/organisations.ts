import { createHash, randomBytes, randomInt } from 'node:crypto';
import type * as v from 'valibot';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Millis } from '#lib/base/time.ts';
import type { Membership, MembersResponse, Role, SetupBodySchema } from '#lib/wire/account.ts';
import type { Database } from '../storage/schema.ts';
import { newId } from '../storage/new-id.ts';
import { invitationCodeOf, organisationInvitedBy, replaceInvitation } from '../storage/tables/invitation.ts';
import {
	countAdministrators,
	insertMembership,
	membersOf,
	membershipsOf,
	roleOf,
	updateRole
} from '../storage/tables/membership.ts';
import { insertOrganisation } from '../storage/tables/organisation.ts';
import { takeSetting, writeSetting } from '../storage/tables/setting.ts';
import { log } from '../log.ts';
import { register, type RegisterRefused, type SignedIn } from './accounts.ts';
import type { Auth } from './auth.ts';

/** Who founds an organisation is its administrator. */
export async function createOrganisation(
	db: Database,
	name: string,
	founder: string,
	now: Millis
): Promise<Result<{ organisation: string }, OrganisationRefused>> {
	const memberships = await membershipsOf(db, founder);
	if (memberships.length >= MOST_MEMBERSHIPS) return refuse({ type: 'NotAllowed' });
	const organisation = newId();
	await db.transaction().execute(async (tx) => {
		await insertOrganisation(tx, { id: organisation, name }, now);
		await insertMembership(tx, { organisation, member: founder, role: 'administrator' }, now);
		await replaceInvitation(tx, organisation, newInviteCode(), now);
	});
	return ok({ organisation });
}
const MOST_MEMBERSHIPS = 50;

export type OrganisationRefused = { type: 'NotAllowed' };

/** Joins as a learner. Who is a member already stays what they are. */
export async function joinOrganisation(
	db: Database,
	code: string,
	member: string,
	now: Millis
): Promise<Result<{ organisation: string }, JoinRefused>> {
	const invited = await organisationInvitedBy(db, code);
	if (!invited) return refuse({ type: 'NoSuchInvitation' });
	const memberships = await membershipsOf(db, member);
	if (memberships.length >= MOST_MEMBERSHIPS) return refuse({ type: 'NotAllowed' });
	await insertMembership(db, { organisation: invited.organisation, member, role: 'learner' }, now);
	return ok({ organisation: invited.organisation });
}

export type JoinRefused = { type: 'NoSuchInvitation' } | { type: 'NotAllowed' };

export async function membershipIn(
	db: Database,
	organisation: string,
	member: string
): Promise<Membership | undefined> {
	return (await membershipsOf(db, member)).find((one) => one.organisation === organisation);
}

/** For those who lead it: everyone in it, and the code that lets others in. */
export async function listMembers(
	db: Database,
	organisation: string,
	asker: string
): Promise<Result<Omit<MembersResponse, 'origin'>, { type: 'NotAllowed' }>> {
	if (!leads(await roleOf(db, organisation, asker))) return refuse({ type: 'NotAllowed' });
	return ok({
		inviteCode: (await invitationCodeOf(db, organisation)) ?? '',
		members: await membersOf(db, organisation)
	});
}

/** Administrators only. An organisation keeps at least one administrator. */
export async function changeRole(
	db: Database,
	organisation: string,
	asker: string,
	change: { member: string; role: Role }
): Promise<Result<null, ChangeRoleRefused>> {
	return db.transaction().execute(async (tx) => {
		if ((await roleOf(tx, organisation, asker)) !== 'administrator') return refuse({ type: 'NotAllowed' });
		const before = await roleOf(tx, organisation, change.member);
		if (!before) return refuse({ type: 'NotAllowed' });
		const isLast = before === 'administrator' && (await countAdministrators(tx, organisation)) === 1;
		if (isLast && change.role !== 'administrator') return refuse({ type: 'LastAdministrator' });
		await updateRole(tx, organisation, change.member, change.role);
		log('role-changed', { organisation, by: asker, member: change.member, role: change.role });
		return ok(null);
	});
}

export type ChangeRoleRefused = { type: 'NotAllowed' } | { type: 'LastAdministrator' };

/** Administrators only. */
export async function renewInvitation(
	db: Database,
	organisation: string,
	asker: string,
	now: Millis
): Promise<Result<{ code: string }, { type: 'NotAllowed' }>> {
	if ((await roleOf(db, organisation, asker)) !== 'administrator') return refuse({ type: 'NotAllowed' });
	const code = newInviteCode();
	await replaceInvitation(db, organisation, code, now);
	log('invitation-renewed', { organisation, by: asker });
	return ok({ code });
}

/** Makes the one-time token of a fresh installation; undefined once there is an administrator. */
export async function newSetupToken(db: Database): Promise<string | undefined> {
	if ((await countAdministrators(db)) > 0) return undefined;
	const token = randomBytes(24).toString('base64url');
	await writeSetting(db, 'setup-token', hashToken(token));
	return token;
}

/** The first account with its organisation, as its administrator. The link works once. */
export async function setUp(
	{ auth, db }: { auth: Auth; db: Database },
	body: v.InferOutput<typeof SetupBodySchema>,
	now: Millis
): Promise<Result<SignedIn, SetupRefused>> {
	const hash = hashToken(body.token);
	if (!(await takeSetting(db, 'setup-token', hash))) return refuse({ type: 'LinkUsed' });
	if ((await countAdministrators(db)) > 0) return refuse({ type: 'LinkUsed' });
	const giveBack = () => writeSetting(db, 'setup-token', hash);
	try {
		const registered = await register(auth, body);
		if (!registered.ok) await giveBack();
		else await createOrganisation(db, body.organisation, registered.value.member, now);
		return registered;
	} catch (error) {
		await giveBack();
		throw error;
	}
}

export type SetupRefused = RegisterRefused | { type: 'LinkUsed' };

/** Trainers and administrators see their organisation's results and may publish. */
export function leads(role: Role | undefined): boolean {
	return role === 'trainer' || role === 'administrator';
}

/** 8 of 31 signs that cannot be mistaken for each other: 4 in 10^12 guesses open one door. */
function newInviteCode(): string {
	return Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

import { parseJson } from '#lib/base/parse.ts';
import type { Millis } from '#lib/base/time.ts';
import { BankSchema } from '#lib/question/question.ts';
import type { SharedSet, SharedSetEntry } from '#lib/wire/sets.ts';
import type { Database, Tables } from '../schema.ts';

export async function insertSharedSet(
	db: Database,
	set: Omit<Tables['sharedSet'], 'withdrawnAt'>
): Promise<void> {
	await db
		.insertInto('sharedSet')
		.values({ ...set, withdrawnAt: null })
		.execute();
}

/** What the organisation shares now, newest first. */
export async function sharedSetsOf(db: Database, organisation: string): Promise<SharedSetEntry[]> {
	const rows = await db
		.selectFrom('sharedSet')
		.leftJoin('person', 'person.id', 'sharedSet.createdBy')
		.select([
			'sharedSet.token',
			'sharedSet.publication',
			'sharedSet.title',
			'sharedSet.questions',
			'sharedSet.invites',
			'sharedSet.createdAt',
			'person.name as createdBy'
		])
		.where('sharedSet.organisation', '=', organisation)
		.where('sharedSet.withdrawnAt', 'is', null)
		.orderBy('sharedSet.createdAt', 'desc')
		.orderBy('sharedSet.token')
		.execute();
	return rows.map(({ createdBy, invites, ...row }) => ({
		...row,
		invites: invites === 1,
		...(createdBy !== null && { createdBy })
	}));
}

/** False when the organisation does not share it. */
export async function withdrawSharedSet(
	db: Database,
	{ organisation, token }: { organisation: string; token: string },
	now: Millis
): Promise<boolean> {
	const row = await db
		.updateTable('sharedSet')
		.set({ withdrawnAt: now })
		.where('token', '=', token)
		.where('organisation', '=', organisation)
		.where('withdrawnAt', 'is', null)
		.returning('token')
		.executeTakeFirst();
	return row !== undefined;
}

/** By its link, whoever asks. Of one taken back only who had shared it. */
export async function sharedSetOf(db: Database, token: string): Promise<SharedSetFound | undefined> {
	const row = await db
		.selectFrom('sharedSet')
		.innerJoin('organisation', 'organisation.id', 'sharedSet.organisation')
		.innerJoin('publication', 'publication.hash', 'sharedSet.publication')
		.leftJoin('invitation', 'invitation.organisation', 'sharedSet.organisation')
		.select([
			'sharedSet.title',
			'sharedSet.bank',
			'sharedSet.invites',
			'sharedSet.withdrawnAt',
			'publication.hash as course',
			'publication.title as courseTitle',
			'organisation.id as organisation',
			'organisation.name as organisationName',
			'invitation.code'
		])
		.where('sharedSet.token', '=', token)
		.executeTakeFirst();
	if (!row) return undefined;
	const organisation = { id: row.organisation, name: row.organisationName };
	if (row.withdrawnAt !== null) return { withdrawn: true, organisation };
	const bank = parseJson(BankSchema, row.bank);
	if (!bank.ok) throw new Error(`the shared set ${token} cannot be read`);
	const { title, course, courseTitle, invites, code } = row;
	return {
		withdrawn: false,
		set: {
			token,
			title,
			course,
			courseTitle,
			organisation,
			...(invites === 1 && code !== null && { inviteCode: code }),
			bank: bank.value
		}
	};
}

export type SharedSetFound =
	{ withdrawn: false; set: SharedSet } | { withdrawn: true; organisation: SharedSet['organisation'] };

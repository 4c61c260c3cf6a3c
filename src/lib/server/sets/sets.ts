import { randomBytes } from 'node:crypto';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Millis } from '#lib/base/time.ts';
import type { Bank, Question } from '#lib/question/question.ts';
import type { SharedSetEntry, ShareSetBody } from '#lib/wire/sets.ts';
import { leads } from '../accounts/organisations.ts';
import { log } from '../log.ts';
import type { Database } from '../storage/schema.ts';
import { roleOf } from '../storage/tables/membership.ts';
import { bankOffered, isOffered } from '../storage/tables/publication.ts';
import { insertSharedSet, sharedSetsOf, withdrawSharedSet } from '../storage/tables/shared-set.ts';

interface By {
	organisation: string;
	member: string;
}

/**
 * Shares some questions of a course that the organisation publishes now. They are copied: a link that
 * stands in a hundred chats asks the same when the course gets a new version.
 */
export async function shareSet(
	db: Database,
	{ publication, title, questions, invites }: ShareSetBody,
	by: By,
	now: Millis
): Promise<Result<SharedSetEntry, ShareRefused>> {
	if (!leads(await roleOf(db, by.organisation, by.member))) return refuse({ type: 'NotAllowed' });
	const bank = (await isOffered(db, publication, by.organisation))
		? await bankOffered(db, publication, by.organisation)
		: undefined;
	if (!bank) return refuse({ type: 'NoSuchPublication' });
	const few = bankOf(bank, title, questions);
	if (few.questions.length < questions.length) return refuse({ type: 'Invalid', where: 'questions' });
	const entry = {
		token: randomBytes(16).toString('base64url'),
		publication,
		title,
		questions: questions.length,
		createdAt: now
	};
	await insertSharedSet(db, {
		...entry,
		organisation: by.organisation,
		bank: JSON.stringify(few),
		invites: invites ? 1 : 0,
		createdBy: by.member
	});
	log('set-shared', { ...by, publication, questions: questions.length });
	return ok({ ...entry, invites });
}

export type ShareRefused =
	{ type: 'NotAllowed' } | { type: 'NoSuchPublication' } | { type: 'Invalid'; where: string };

/** For those who lead it. */
export async function listSets(
	db: Database,
	by: By
): Promise<Result<SharedSetEntry[], { type: 'NotAllowed' }>> {
	if (!leads(await roleOf(db, by.organisation, by.member))) return refuse({ type: 'NotAllowed' });
	return ok(await sharedSetsOf(db, by.organisation));
}

/** The link opens nothing any more. Devices that opened it keep what they answered. */
export async function withdrawSet(
	db: Database,
	token: string,
	by: By,
	now: Millis
): Promise<Result<null, { type: 'NotAllowed' } | { type: 'NoSuchSet' }>> {
	if (!leads(await roleOf(db, by.organisation, by.member))) return refuse({ type: 'NotAllowed' });
	const { organisation } = by;
	if (!(await withdrawSharedSet(db, { organisation, token }, now))) return refuse({ type: 'NoSuchSet' });
	log('set-withdrawn', { ...by });
	return ok(null);
}

/** The questions in the order asked for, with what is needed to ask and to explain them. */
function bankOf({ id, marking, groups, questions }: Bank, title: string, ids: readonly string[]): Bank {
	const byId = new Map(questions.map((question) => [question.id, question]));
	const asked = ids.flatMap((one) => byId.get(one) ?? []);
	const texts = asked.flatMap(({ group }) => {
		const text = group === undefined ? undefined : groups?.[group];
		return group === undefined || text === undefined ? [] : [[group, text] as const];
	});
	return {
		id,
		title,
		...(marking && { marking }),
		...(texts.length > 0 && { groups: Object.fromEntries(texts) }),
		questions: asked.map(withoutTrail)
	};
}

/** The sentence that proves the key explains it; where it stands is of use only to who has the course. */
function withoutTrail(question: Question): Question {
	const { source, excludes: _excludes, topics: _topics, chapter: _chapter, tags: _tags, ...asked } = question;
	const explanation = question.explanation ?? source?.sentence;
	return { ...asked, ...(explanation !== undefined && { explanation }) };
}

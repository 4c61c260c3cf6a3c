import { ok, refuse, type Result } from '#lib/base/result.ts';
import { publicationHash } from '#lib/course/publication.ts';
import type { MembersResponse, Role } from '#lib/wire/account.ts';
import { MOST_PUBLICATION_BYTES } from '#lib/wire/publications.ts';
import type { ResultsQuery, ResultsResponse } from '#lib/wire/results.ts';
import type { App } from './app.svelte.ts';
import { refreshCourses } from './library.svelte.ts';
import { withQuery } from './remote/remote.ts';
import { Outage, type RemoteRefused } from './remote/request.ts';
import { readPublication } from './store/courses.ts';
import { reviewRows } from './store/reviews.ts';

export type TrainerRefused =
	| { type: 'Offline' }
	| { type: 'SignedOut' }
	| { type: 'NotAllowed' }
	| { type: 'NoSuchPublication' }
	| { type: 'NoSuchReport' }
	| { type: 'NoSuchSet' }
	| { type: 'LastAdministrator' }
	| { type: 'Invalid'; where: string };

/**
 * Gives the hash under which the course is known from now on. A version published before leaves the
 * organisation's list; devices that fetched it keep it.
 * @param which `reviewed`: only questions that a trainer accepted; `all`: also the drafts that wait
 */
export async function publish(
	app: App,
	courseId: string,
	which: 'reviewed' | 'all'
): Promise<Result<string, PublishRefused>> {
	const organisation = app.membership?.organisation;
	if (organisation === undefined) return refuse({ type: 'NotAllowed' });
	const store = await app.stores.ready();
	const compiled = await readPublication(store, courseId);
	if (!compiled) return refuse({ type: 'CourseNotHere' });
	const { givenToLearners } = await import('./reviewed.ts');
	const publication = givenToLearners(compiled, await reviewRows(store.db, courseId), which);
	const published = await asking(() => app.remote.publish(organisation, publication));
	if (!published.ok) return published;
	const hash = publicationHash(publication);
	const before = (await store.db.courses.get(courseId))?.publishedHash;
	await store.db.courses.update(courseId, { publishedHash: hash });
	if (before !== undefined && before !== hash) await asking(() => app.remote.withdraw(before, organisation));
	await refreshCourses(app);
	return ok(hash);
}

export type PublishRefused =
	TrainerRefused | { type: 'CourseNotHere' } | { type: 'CourseTooLarge'; most: number };

/** Takes a course off the organisation's list; devices that have it keep it. */
export async function withdraw(app: App, hash: string): Promise<Result<void, PublishRefused>> {
	const organisation = app.membership?.organisation;
	if (organisation === undefined) return refuse({ type: 'NotAllowed' });
	const withdrawn = await asking(() => app.remote.withdraw(hash, organisation));
	if (!withdrawn.ok && withdrawn.error.type !== 'NoSuchPublication') return withdrawn;
	const { db } = await app.stores.ready();
	await db.courses
		.where('publishedHash')
		.equals(hash)
		.modify((course) => void delete course.publishedHash);
	await refreshCourses(app);
	return ok(undefined);
}

export async function results(
	app: App,
	query: ResultsQuery
): Promise<Result<ResultsResponse, PublishRefused>> {
	return asking(() => app.remote.results(query));
}

/** @param zone in which the sheet's times are told, such as `Asia/Shanghai` */
export function resultsCsvUrl(query: ResultsQuery, choice: { lang?: string; zone?: string } = {}): string {
	const { page: _, ...all } = query;
	return withQuery('/api/v1/results.csv', { ...all, ...choice });
}

export async function members(app: App): Promise<Result<MembersResponse, PublishRefused>> {
	return inOrganisation(app, (organisation) => app.remote.members(organisation));
}

export async function changeRole(
	app: App,
	member: string,
	role: Role
): Promise<Result<void, PublishRefused>> {
	const changed = await inOrganisation(app, (organisation) =>
		app.remote.changeRole(organisation, { member, role })
	);
	if (changed.ok && member === app.person?.id) await app.checkPerson();
	return changed.ok ? ok(undefined) : changed;
}

/** A new code; the old one stops working. */
export async function renewInvitation(app: App): Promise<Result<{ inviteCode: string }, PublishRefused>> {
	return inOrganisation(app, (organisation) => app.remote.renewInvitation(organisation));
}

export async function inOrganisation<Value>(
	app: App,
	ask: (organisation: string) => Promise<Result<Value, RemoteRefused>>
): Promise<Result<Value, PublishRefused>> {
	const organisation = app.membership?.organisation;
	return organisation === undefined ? refuse({ type: 'NotAllowed' }) : asking(() => ask(organisation));
}

/** Asks the server, and gives what it would not do, or that it was not there, as a value. */
export async function asking<Value>(
	ask: () => Promise<Result<Value, RemoteRefused>>
): Promise<Result<Value, PublishRefused>> {
	try {
		const answer = await ask();
		return answer.ok ? answer : refuse(trainerRefusal(answer.error));
	} catch (error) {
		if (error instanceof Outage) return refuse({ type: 'Offline' });
		throw error;
	}
}

function trainerRefusal({ type, status, detail }: RemoteRefused): PublishRefused {
	switch (type) {
		case 'SignedOut':
		case 'NotAllowed':
		case 'NoSuchPublication':
		case 'NoSuchReport':
		case 'NoSuchSet':
		case 'LastAdministrator':
			return { type };
	}
	if (status === 413) return { type: 'CourseTooLarge', most: MOST_PUBLICATION_BYTES };
	return { type: 'Invalid', where: typeof detail.where === 'string' ? detail.where : '' };
}

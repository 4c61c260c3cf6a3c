import type { Result } from '#lib/base/result.ts';
import type { MembersResponse, Role } from '#lib/wire/account.ts';
import type { ResultsQuery, ResultsResponse } from '#lib/wire/results.ts';
import type { App } from './app.svelte.ts';

export type TrainerRefused =
	| { type: 'Offline' }
	| { type: 'SignedOut' }
	| { type: 'Forbidden' }
	| { type: 'NotFound' }
	| { type: 'LastAdministrator' }
	| { type: 'Invalid'; where: string };

export type PublishRefused = TrainerRefused | { type: 'CourseNotHere' } | { type: 'TooLarge' };

/** Gives the hash under which the course is known from now on. */
export async function publish(app: App, courseId: string): Promise<Result<string, PublishRefused>> {
	throw new Error(`not yet ${app.account} ${courseId}`);
}

export async function withdraw(app: App, hash: string): Promise<Result<void, TrainerRefused>> {
	throw new Error(`not yet ${app.account} ${hash}`);
}

export async function results(
	app: App,
	query: ResultsQuery
): Promise<Result<ResultsResponse, TrainerRefused>> {
	throw new Error(`not yet ${app.account} ${query.organisation}`);
}

export function resultsCsvUrl(query: ResultsQuery): string {
	const parameters = Object.entries(query).flatMap(([key, value]) =>
		value === undefined ? [] : [[key, value]]
	);
	return `/api/v1/results.csv?${new URLSearchParams(parameters).toString()}`;
}

export async function members(app: App): Promise<Result<MembersResponse, TrainerRefused>> {
	throw new Error(`not yet ${app.account}`);
}

export async function changeRole(
	app: App,
	member: string,
	role: Role
): Promise<Result<void, TrainerRefused>> {
	throw new Error(`not yet ${app.account} ${member} ${role}`);
}

/** A new code; the old one stops working. */
export async function renewInvitation(app: App): Promise<Result<{ inviteCode: string }, TrainerRefused>> {
	throw new Error(`not yet ${app.account}`);
}

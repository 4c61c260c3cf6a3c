import { listMembers } from '#lib/server/accounts/organisations.ts';
import { host } from '#lib/server/host.ts';
import { answer, refusal } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const { db } = await state();
	const members = await listMembers(db, params.id, person.id);
	const isLoopback = /^(localhost|127\..*|\[::1\])$/.test(url.hostname);
	const origin = (isLoopback && host().phoneOrigin) || url.origin;
	return members.ok ? answer({ ...members.value, origin }) : refusal(members.error);
};

import { listMembers } from '#lib/server/accounts/organisations.ts';
import { answer, refusal } from '#lib/server/http/answer.ts';
import { phoneOrigin } from '#lib/server/http/phone-origin.ts';
import { state } from '#lib/server/state.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const { db } = await state();
	const members = await listMembers(db, params.id, person.id);
	return members.ok ? answer({ ...members.value, origin: phoneOrigin(url) }) : refusal(members.error);
};

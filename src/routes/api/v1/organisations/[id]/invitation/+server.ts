import { renewInvitation } from '#lib/server/accounts/organisations.ts';
import { serverNow } from '#lib/server/clock.ts';
import { answer, refusal } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const { db } = await state();
	const renewed = await renewInvitation(db, params.id, person.id, serverNow());
	return renewed.ok ? answer({ inviteCode: renewed.value.code }) : refusal(renewed.error);
};

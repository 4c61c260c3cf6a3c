import { overLimit } from '#lib/server/accounts/limits.ts';
import { joinOrganisation, membershipIn } from '#lib/server/accounts/organisations.ts';
import { serverNow } from '#lib/server/clock.ts';
import { answer, readBody, refusal } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import { JoinBodySchema } from '#lib/wire/account.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals: { person }, getClientAddress }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const { db, limits, sessions } = await state();
	const tooMany = overLimit(limits.invitation, getClientAddress());
	if (tooMany) return refusal(tooMany);
	const body = await readBody(request, JoinBodySchema);
	if (!body.ok) return body.error;
	const joined = await joinOrganisation(db, body.value.code, person.id, serverNow());
	if (!joined.ok) return refusal(joined.error);
	sessions.forgetPerson(person.id);
	return answer(await membershipIn(db, joined.value.organisation, person.id));
};

import { changeRole } from '#lib/server/accounts/organisations.ts';
import { answer, readBody, refusal } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import { ChangeRoleBodySchema } from '#lib/wire/account.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const { db, sessions } = await state();
	const body = await readBody(request, ChangeRoleBodySchema);
	if (!body.ok) return body.error;
	const changed = await changeRole(db, params.id, person.id, body.value);
	if (!changed.ok) return refusal(changed.error);
	sessions.forgetPerson(body.value.member);
	return answer(body.value);
};

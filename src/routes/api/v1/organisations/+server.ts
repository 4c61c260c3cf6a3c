import { createOrganisation, membershipIn } from '#lib/server/accounts/organisations.ts';
import { serverNow } from '#lib/server/clock.ts';
import { answer, readBody, refusal } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import { CreateOrganisationBodySchema } from '#lib/wire/account.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const { db, sessions } = await state();
	const body = await readBody(request, CreateOrganisationBodySchema);
	if (!body.ok) return body.error;
	const created = await createOrganisation(db, body.value.name, person.id, serverNow());
	if (!created.ok) return refusal(created.error);
	sessions.forgetPerson(person.id);
	return answer(await membershipIn(db, created.value.organisation, person.id), { status: 201 });
};

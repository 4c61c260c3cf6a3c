import { register } from '#lib/server/accounts/accounts.ts';
import { overLimit } from '#lib/server/accounts/limits.ts';
import { welcome } from '#lib/server/accounts/welcome.ts';
import { readBody, refusal } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import { RegisterBodySchema } from '#lib/wire/account.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, getClientAddress }) => {
	const opened = await state();
	const tooMany = overLimit(opened.limits.register, getClientAddress());
	if (tooMany) return refusal(tooMany);
	const body = await readBody(request, RegisterBodySchema);
	if (!body.ok) return body.error;
	const registered = await register(opened.auth, body.value);
	return registered.ok ? welcome(opened, registered.value, request) : refusal(registered.error);
};

import { overLimit } from '#lib/server/accounts/limits.ts';
import { setUp } from '#lib/server/accounts/organisations.ts';
import { welcome } from '#lib/server/accounts/welcome.ts';
import { serverNow } from '#lib/server/clock.ts';
import { readBody, refusal } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import { SetupBodySchema } from '#lib/wire/account.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, getClientAddress }) => {
	const opened = await state();
	const tooMany = overLimit(opened.limits.register, getClientAddress());
	if (tooMany) return refusal(tooMany);
	const body = await readBody(request, SetupBodySchema);
	if (!body.ok) return body.error;
	const founder = await setUp(opened, body.value, serverNow());
	return founder.ok ? welcome(opened, founder.value, request) : refusal(founder.error);
};

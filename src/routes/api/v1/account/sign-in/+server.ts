import { signIn } from '#lib/server/accounts/accounts.ts';
import { overLimit } from '#lib/server/accounts/limits.ts';
import { welcome } from '#lib/server/accounts/welcome.ts';
import { serverNow } from '#lib/server/clock.ts';
import { readBody, refusal } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import { SignInBodySchema } from '#lib/wire/account.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, getClientAddress }) => {
	const opened = await state();
	const tooMany = overLimit(opened.limits.signIn, getClientAddress());
	if (tooMany) return refusal(tooMany);
	const body = await readBody(request, SignInBodySchema);
	if (!body.ok) return body.error;
	const isKnown = opened.knownDevices.isKnown(request.headers.get('cookie'), body.value.userName);
	const signedIn = await signIn(opened, body.value, isKnown, serverNow());
	return signedIn.ok ? welcome(opened, signedIn.value, request) : refusal(signedIn.error);
};

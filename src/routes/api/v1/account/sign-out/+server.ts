import { signOut } from '#lib/server/accounts/accounts.ts';
import { serverNow } from '#lib/server/clock.ts';
import { answer } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request }) => {
	const { auth, sessions } = await state();
	sessions.forgetSession(request.headers.get('cookie'));
	const cookies = await signOut(auth, request.headers);
	sessions.forgetSession(request.headers.get('cookie'));
	return answer({ person: null, serverNow: serverNow() }, { cookies });
};

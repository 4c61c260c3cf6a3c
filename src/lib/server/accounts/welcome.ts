import type { MeResponseSchema } from '#lib/wire/account.ts';
import type { InferOutput } from 'valibot';
import { serverNow } from '../clock.ts';
import { answer } from '../http/answer.ts';
import type { State } from '../state.ts';
import type { SignedIn } from './accounts.ts';

/** The answer to whoever has just signed in: who they are, and the cookies that say so from now on. */
export async function welcome(
	{ sessions, knownDevices }: State,
	{ cookies }: SignedIn,
	request: Request
): Promise<Response> {
	const header = cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
	const { person } = await sessions.visitOf(header, serverNow());
	const body: InferOutput<typeof MeResponseSchema> = { person: person ?? null, serverNow: serverNow() };
	const known = person ? [knownDevices.remember(request.headers.get('cookie'), person.userName)] : [];
	return answer(body, { cookies: [...cookies, ...known] });
}

import { serverNow } from '#lib/server/clock.ts';
import { answer, readQuery, refusal } from '#lib/server/http/answer.ts';
import { pull } from '#lib/server/pull.ts';
import { state } from '#lib/server/state.ts';
import { PullQuerySchema } from '#lib/wire/pull.ts';
import type { RequestHandler } from './$types';

/** One's own events. Pushing is a raw route in front of SvelteKit, see hooks.server.ts. */
export const GET: RequestHandler = async ({ url, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const query = readQuery(url, PullQuerySchema);
	if (!query.ok) return query.error;
	return answer(await pull(await state(), person.id, query.value.cursor, serverNow()));
};

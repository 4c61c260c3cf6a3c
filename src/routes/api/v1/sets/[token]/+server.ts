import * as v from 'valibot';
import { serverNow } from '#lib/server/clock.ts';
import { answer, readQuery, refusal } from '#lib/server/http/answer.ts';
import { withdrawSet } from '#lib/server/sets/sets.ts';
import { state } from '#lib/server/state.ts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = async ({ params, url, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const query = readQuery(url, v.object({ organisation: v.string() }));
	if (!query.ok) return query.error;
	const { db } = await state();
	const by = { organisation: query.value.organisation, member: person.id };
	const withdrawn = await withdrawSet(db, params.token, by, serverNow());
	return withdrawn.ok ? answer({ token: params.token }) : refusal(withdrawn.error);
};

import * as v from 'valibot';
import { serverNow } from '#lib/server/clock.ts';
import { answer, readBody, readQuery, refusal } from '#lib/server/http/answer.ts';
import { phoneOrigin } from '#lib/server/http/phone-origin.ts';
import { listSets, shareSet } from '#lib/server/sets/sets.ts';
import { state } from '#lib/server/state.ts';
import { ShareSetBodySchema } from '#lib/wire/sets.ts';
import type { RequestHandler } from './$types';

const QuerySchema = v.object({ organisation: v.string() });

export const GET: RequestHandler = async ({ url, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const query = readQuery(url, QuerySchema);
	if (!query.ok) return query.error;
	const { db } = await state();
	const listed = await listSets(db, { organisation: query.value.organisation, member: person.id });
	return listed.ok ? answer({ origin: phoneOrigin(url), sets: listed.value }) : refusal(listed.error);
};

export const POST: RequestHandler = async ({ url, request, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const query = readQuery(url, QuerySchema);
	if (!query.ok) return query.error;
	const body = await readBody(request, ShareSetBodySchema);
	if (!body.ok) return body.error;
	const { db } = await state();
	const by = { organisation: query.value.organisation, member: person.id };
	const shared = await shareSet(db, body.value, by, serverNow());
	return shared.ok ? answer(shared.value, { status: 201 }) : refusal(shared.error);
};

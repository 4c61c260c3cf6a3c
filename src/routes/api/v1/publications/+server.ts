import * as v from 'valibot';
import { serverNow } from '#lib/server/clock.ts';
import { answer, readBody, readQuery, refusal } from '#lib/server/http/answer.ts';
import { publish } from '#lib/server/publications/publications.ts';
import { state } from '#lib/server/state.ts';
import { offersOf } from '#lib/server/storage/tables/publication.ts';
import { MOST_PUBLICATION_BYTES, PublishBodySchema } from '#lib/wire/publications.ts';
import type { RequestHandler } from './$types';

/** Of one organisation, or of all that the person belongs to. */
export const GET: RequestHandler = async ({ url, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const wanted = url.searchParams.get('organisation');
	const own = person.memberships.map(({ organisation }) => organisation);
	if (wanted !== null && !own.includes(wanted)) return refusal({ type: 'NotAllowed' });
	const { db } = await state();
	return answer({ publications: await offersOf(db, wanted === null ? own : [wanted]) });
};

export const POST: RequestHandler = async ({ url, request, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const query = readQuery(url, v.object({ organisation: v.string() }));
	if (!query.ok) return query.error;
	const { organisation } = query.value;
	const role = person.memberships.find((one) => one.organisation === organisation)?.role;
	// Before 24 MB are read; `publish` asks the database again.
	if (role === undefined || role === 'learner') return refusal({ type: 'NotAllowed' });
	const body = await readBody(request, PublishBodySchema, MOST_PUBLICATION_BYTES);
	if (!body.ok) return body.error;
	const { db, projection } = await state();
	const published = await publish(
		db,
		body.value.publication,
		{ organisation, member: person.id },
		serverNow()
	);
	if (!published.ok) return refusal(published.error);
	await projection.markAgain(organisation, published.value.hash);
	return answer(published.value, { status: 201 });
};

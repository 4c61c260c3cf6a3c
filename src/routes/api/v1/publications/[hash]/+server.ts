import * as v from 'valibot';
import { serverNow } from '#lib/server/clock.ts';
import { answer, readQuery, refusal } from '#lib/server/http/answer.ts';
import { readPublication, withdraw } from '#lib/server/publications/publications.ts';
import { state } from '#lib/server/state.ts';
import type { RequestHandler } from './$types';

/** Never changes under its hash; only the members of an organisation that offers it may have it. */
export const GET: RequestHandler = async ({ params, request, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const { db } = await state();
	const organisations = person.memberships.map(({ organisation }) => organisation);
	const acceptEncoding = request.headers.get('accept-encoding') ?? '';
	const publication = await readPublication(db, params.hash, organisations, acceptEncoding);
	if (!publication) return refusal({ type: 'NoSuchPublication' });
	const headers = new Headers({
		'content-type': 'application/json',
		'cache-control': 'private, max-age=31536000, immutable',
		// Another account on the same phone asks anew.
		vary: 'cookie, accept-encoding',
		etag: `"${params.hash}"`
	});
	if (request.headers.get('if-none-match')?.includes(params.hash))
		return new Response(null, { status: 304, headers });
	if (publication.encoding) headers.set('content-encoding', publication.encoding);
	return new Response(new Uint8Array(publication.content), { headers });
};

export const DELETE: RequestHandler = async ({ params, url, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const query = readQuery(url, v.object({ organisation: v.string() }));
	if (!query.ok) return query.error;
	const { db } = await state();
	const by = { organisation: query.value.organisation, member: person.id };
	const withdrawn = await withdraw(db, params.hash, by, serverNow());
	return withdrawn.ok ? answer({ hash: params.hash }) : refusal(withdrawn.error);
};

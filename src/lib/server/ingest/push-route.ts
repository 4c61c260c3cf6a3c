import { millis } from '#lib/base/time.ts';
import { MOST_BYTES_PER_PUSH } from '#lib/wire/push.ts';
import type { Sessions } from '../accounts/sessions.ts';
import type { Raw } from '../host.ts';
import { checkRaw, readBytes, refuseRaw, sendJson } from '../http/raw.ts';
import type { Ingest } from './ingest.ts';

/** `POST /api/v1/events`, in front of SvelteKit: a class hands in at once. */
export function pushRoute(ingest: Ingest, sessions: Sessions): Raw {
	return async (request, response) => {
		const refused = checkRaw(request);
		if (refused) return refuseRaw(response, refused.status, { type: refused.type }, CLOSE);

		const announced = Number(request.headers['content-length'] ?? MOST_BYTES_PER_PUSH);
		if (!(announced <= MOST_BYTES_PER_PUSH)) return refuseRaw(response, 413, { type: 'TooLarge' }, CLOSE);
		const place = ingest.takePlace(announced);
		// Spread over some seconds, so that those who were turned away do not come back together.
		if (!place)
			return refuseRaw(response, 429, { type: 'Busy', retryAfter: 1 + Math.floor(Math.random() * 5) }, CLOSE);
		try {
			const { person } = await sessions.visitOf(request.headers.cookie, millis(Date.now()));
			if (!person) return refuseRaw(response, 401, { type: 'SignedOut' }, CLOSE);
			const bytes = await readBytes(request, MOST_BYTES_PER_PUSH);
			if (!bytes) return refuseRaw(response, 413, { type: 'TooLarge' }, CLOSE);
			const organisations = person.memberships.map(({ organisation }) => organisation);
			const { status, body } = await place.push(person.id, organisations, bytes);
			sendJson(response, status, body, status === 503 ? { 'retry-after': '5' } : {});
		} catch (error) {
			// Nobody is left to answer when the client went away.
			if (!request.destroyed || request.complete) throw error;
		} finally {
			place.leave();
		}
	};
}

/** The body was not read to its end: the connection cannot be used again. */
const CLOSE = { connection: 'close' };

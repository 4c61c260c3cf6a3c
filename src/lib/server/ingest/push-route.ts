import { MOST_BYTES_PER_PUSH } from '#lib/wire/push.ts';
import type { Sessions } from '../accounts/sessions.ts';
import { serverNow } from '../clock.ts';
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
		if (!ingest.hasRoom(announced)) return refuseRaw(response, 429, busy(), CLOSE);
		const { person } = await sessions.visitOf(request.headers.cookie, serverNow());
		if (!person) return refuseRaw(response, 401, { type: 'SignedOut' }, CLOSE);

		let bytes;
		try {
			bytes = await readBytes(request, MOST_BYTES_PER_PUSH, BODY_MS);
		} catch {
			// The client went away or fell asleep: nobody is left to answer.
			response.destroy();
			return;
		}
		if (!bytes) return refuseRaw(response, 413, { type: 'TooLarge' }, CLOSE);
		const organisations = person.memberships.map(({ organisation }) => organisation);
		const answer = await ingest.push(person.id, organisations, bytes);
		if (!answer) return refuseRaw(response, 429, busy());
		sendJson(response, answer.status, answer.body, answer.status === 503 ? { 'retry-after': '5' } : {});
	};
}
/** A full push over a line of 40 kbit/s. */
const BODY_MS = 60_000;

/** Spread over some seconds, so that those who were turned away do not come back together. */
function busy(): { type: string; retryAfter: number } {
	return { type: 'Busy', retryAfter: 1 + Math.floor(Math.random() * 5) };
}

/** The body was not read to its end: the connection cannot be used again. */
const CLOSE = { connection: 'close' };

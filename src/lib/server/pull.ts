import type { Millis } from '#lib/base/time.ts';
import { PROTOCOL } from '#lib/wire/protocol.ts';
import { MOST_EVENTS_PER_PULL, type PullResponse } from '#lib/wire/pull.ts';
import { digestOfIds, type VerifyResponse } from '#lib/wire/verify.ts';
import type { Database } from './storage/schema.ts';
import { countOfMember, eventsAfter, headSequence, idsOfMember } from './storage/tables/event.ts';

/**
 * The member's own events after the cursor. A cursor of another epoch, or beyond what this server holds,
 * comes from before a backup was restored: then the answer begins at the beginning.
 */
export async function pull(
	{ db, epoch }: { db: Database; epoch: string },
	member: string,
	cursor: string | undefined,
	now: Millis
): Promise<PullResponse> {
	const since = await sequenceFrom(db, epoch, cursor);
	const events = await eventsAfter(db, member, since, MOST_EVENTS_PER_PULL + 1);
	const page = events.slice(0, MOST_EVENTS_PER_PULL);
	return {
		protocol: PROTOCOL,
		epoch,
		events: page,
		cursor: `${epoch}.${page.at(-1)?.sequence ?? since}`,
		more: events.length > page.length,
		serverNow: now
	};
}

async function sequenceFrom(db: Database, epoch: string, cursor: string | undefined): Promise<number> {
	const [cursorEpoch, sequence] = cursor?.split('.') ?? [];
	if (cursorEpoch !== epoch) return 0;
	const since = Number(sequence);
	return since <= (await headSequence(db)) ? since : 0;
}

const MOST_DIGESTS = 2_000;

/** What the server holds of a member, for the check at the end of a sync. */
export function createVerify({ db, epoch }: { db: Database; epoch: string }) {
	// Phones ask after every sync; the answer changes only with the member's last event.
	const digests = new Map<string, VerifyResponse>();
	return async (member: string): Promise<VerifyResponse> => {
		const { count, last } = await countOfMember(db, member);
		const held = digests.get(member);
		if (held?.sequence === last && held.count === count) return held;
		const answer: VerifyResponse = {
			protocol: PROTOCOL,
			epoch,
			count,
			digest: digestOfIds(await idsOfMember(db, member, last)),
			sequence: last
		};
		if (digests.size >= MOST_DIGESTS) digests.clear();
		digests.set(member, answer);
		return answer;
	};
}

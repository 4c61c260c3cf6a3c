import type { Kysely } from 'kysely';

export type Database = Kysely<Tables>;

export interface Tables {
	setting: { key: string; value: string };
	/** The account library's users; what it alone reads is left out of the three tables below. */
	person: { id: string; name: string; username: string | null; displayUsername: string | null };
	session: { id: string; token: string; userId: string; expiresAt: string };
	credential: { userId: string; providerId: string; password: string | null };
	signInTry: { name: string; tries: number; since: number };
	organisation: { id: string; name: string; createdAt: number };
	membership: { organisation: string; member: string; role: string; joinedAt: number };
	invitation: { organisation: string; code: string; createdAt: number };
	event: {
		sequence: number;
		id: string;
		kind: string;
		version: number;
		member: string;
		organisation: string | null;
		device: string;
		deviceSeq: number;
		at: number;
		mono: number;
		boot: string;
		offset: number | null;
		body: string;
		/** Out of the body, to find an attempt's events. */
		attempt: string | null;
		receivedAt: number;
	};
	/** The highest deviceSeq up to which a device's events are all here. */
	device: { member: string; device: string; lastSeq: number };
	/** What came of a device beyond a gap: empty as long as its events come in their order. */
	deviceAhead: { member: string; device: string; deviceSeq: number };
	/** Ids that came a second time with other content. */
	conflict: { event: string; member: string; device: string; contentHash: string; receivedAt: number };
	publication: {
		hash: string;
		title: string;
		summary: string | null;
		bytes: number;
		lessons: number;
		questions: number;
		/** A copy out of the content, so that marking need not read the text. */
		bank: string;
		gzip: Uint8Array;
		brotli: Uint8Array;
		storedAt: number;
	};
	/** Which organisation publishes what; withdrawn entries stay, for marking what was begun. */
	offer: {
		organisation: string;
		publication: string;
		publishedBy: string;
		publishedAt: number;
		withdrawnAt: number | null;
	};
	/** 分享的一组题: whoever holds the token sees these questions with their keys. */
	sharedSet: {
		token: string;
		organisation: string;
		publication: string;
		title: string;
		questions: number;
		/** The questions as they were when they were shared, as a small bank. */
		bank: string;
		/** Whether the page hands on the organisation's invitation. */
		invites: number;
		createdBy: string;
		createdAt: number;
		withdrawnAt: number | null;
	};
	/** How far a job has come in the log. */
	progress: { job: string; sequence: number };
	result: {
		attempt: string;
		member: string;
		organisation: string;
		title: string;
		course: string;
		startedAt: number;
		handedInAt: number | null;
		durationMs: number | null;
		scoreHundredths: number;
		fullHundredths: number;
		right: number;
		questions: number;
		ungraded: number;
		passed: number;
		markedBy: string;
		clockSuspect: number;
	};
	/** 纠错, out of the log: can be thrown away and made again. */
	report: {
		event: string;
		member: string;
		/** Null when the reporter belonged to none; then whichever they joined. */
		organisation: string | null;
		course: string;
		question: string;
		reason: string;
		text: string;
		reportedAt: number;
	};
	/** What an organisation's trainers answered. */
	reportAnswer: {
		report: string;
		organisation: string;
		handledBy: string;
		handledAt: number;
		note: string;
	};
}

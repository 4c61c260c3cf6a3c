import * as v from 'valibot';
import type { Result } from '#lib/base/result.ts';
import { MillisSchema, type Millis } from '#lib/base/time.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { ClockSample } from '#lib/quiz/clock.ts';
import {
	InvitationResponseSchema,
	MembershipSchema,
	MembersResponseSchema,
	MeResponseSchema,
	PersonSchema,
	type MembersResponse,
	type Membership,
	type Person,
	type Role
} from '#lib/wire/account.ts';
import {
	PublicationsResponseSchema,
	PublishResponseSchema,
	type PublicationEntry
} from '#lib/wire/publications.ts';
import { PullResponseSchema, type PullResponse } from '#lib/wire/pull.ts';
import { PushResponseSchema, type PushRequest, type PushResponse } from '#lib/wire/push.ts';
import {
	HandleReportResponseSchema,
	ReportAnswersResponseSchema,
	ReportsResponseSchema,
	type HandleReportBody,
	type ReportAnswer,
	type ReportsQuery,
	type ReportsResponse
} from '#lib/wire/reports.ts';
import { ResultsResponseSchema, type ResultsQuery, type ResultsResponse } from '#lib/wire/results.ts';
import {
	SetsResponseSchema,
	SharedSetEntrySchema,
	type SetsResponse,
	type SharedSetEntry,
	type ShareSetBody
} from '#lib/wire/sets.ts';
import { VerifyResponseSchema, type VerifyResponse } from '#lib/wire/verify.ts';
import { download } from './download.ts';
import { request, type RemoteRefused, type RequestOptions } from './request.ts';

type Answer<Value> = Promise<Result<Value, RemoteRefused>>;

/** The server, as far as a device speaks to it. Every call may throw an `Outage`. */
export interface Remote {
	push(body: PushRequest, options?: { signal?: AbortSignal; keepalive?: boolean }): Answer<PushResponse>;
	pull(cursor: string | undefined, signal?: AbortSignal): Answer<PullResponse>;
	verify(signal?: AbortSignal): Answer<VerifyResponse>;
	time(deadlineMs: number): Answer<{ serverNow: Millis }>;

	me(): Answer<{ person: Person | null; serverNow: number }>;
	register(body: unknown): Answer<{ person: Person }>;
	signIn(body: unknown): Answer<{ person: Person }>;
	signOut(): Answer<unknown>;
	setUp(body: unknown): Answer<{ person: Person }>;
	createOrganisation(body: { name: string }): Answer<Membership>;
	invitation(code: string): Answer<{ code: string; organisationName: string }>;
	join(body: { code: string }): Answer<Membership>;

	publications(organisation: string): Answer<{ publications: PublicationEntry[] }>;
	publish(organisation: string, publication: Publication): Answer<{ hash: string }>;
	withdraw(hash: string, organisation: string): Answer<unknown>;
	builtInCourses(): Answer<{ publications: PublicationEntry[] }>;
	/** The text of one publication, unchecked; undefined when there is none. */
	publication(
		kind: 'built-in' | 'published',
		hash: string,
		options: { signal?: AbortSignal; onbytes?: (bytes: number) => void }
	): Promise<string | undefined>;

	sets(organisation: string): Answer<SetsResponse>;
	shareSet(organisation: string, body: ShareSetBody): Answer<SharedSetEntry>;
	withdrawSet(token: string, organisation: string): Answer<unknown>;

	results(query: ResultsQuery): Answer<ResultsResponse>;
	reports(query: ReportsQuery): Answer<ReportsResponse>;
	handleReport(id: string, body: HandleReportBody): Answer<unknown>;
	reportAnswers(): Answer<{ answers: ReportAnswer[] }>;
	members(organisation: string): Answer<MembersResponse>;
	changeRole(organisation: string, body: { member: string; role: Role }): Answer<unknown>;
	renewInvitation(organisation: string): Answer<{ inviteCode: string }>;
}

/**
 * @param onevidence told after each request whether the server was really there
 * @param ontime told the server's clock with the device's clocks before and after the request
 */
export function httpRemote(
	sample: () => ClockSample,
	onevidence: (online: boolean) => void,
	ontime: (serverNow: Millis, sent: ClockSample, received: ClockSample) => void
): Remote {
	const call = <Schema extends v.GenericSchema>(path: string, schema: Schema, options: RequestOptions = {}) =>
		request(path, schema, options, onevidence);

	const timed = async <Schema extends v.GenericSchema<unknown, { serverNow: number }>>(
		path: string,
		schema: Schema,
		options: RequestOptions = {}
	) => {
		const sent = sample();
		const answer = await call(path, schema, options);
		if (answer.ok) {
			const serverNow = v.safeParse(MillisSchema, answer.value.serverNow);
			if (serverNow.success) ontime(serverNow.output, sent, sample());
		}
		return answer;
	};

	return {
		push: (body, options) => timed('/api/v1/events', PushResponseSchema, { body, ...options }),
		pull: (cursor, signal) =>
			timed(withQuery('/api/v1/events', { cursor }), PullResponseSchema, { ...(signal && { signal }) }),
		verify: (signal) => call('/api/v1/verify', VerifyResponseSchema, { ...(signal && { signal }) }),
		time: (deadlineMs) => timed('/api/v1/time', TimeSchema, { deadlineMs }),

		me: () => timed('/api/v1/me', MeResponseSchema),
		register: (body) => call('/api/v1/account/register', PersonResponseSchema, { body }),
		signIn: (body) => call('/api/v1/account/sign-in', PersonResponseSchema, { body }),
		signOut: () => call('/api/v1/account/sign-out', v.unknown(), { body: {} }),
		setUp: (body) => call('/api/v1/setup', PersonResponseSchema, { body }),
		createOrganisation: (body) => call('/api/v1/organisations', MembershipSchema, { body }),
		invitation: (code) => call(`/api/v1/invitations/${encodeURIComponent(code)}`, InvitationResponseSchema),
		join: (body) => call('/api/v1/organisations/join', MembershipSchema, { body }),

		publications: (organisation) =>
			call(withQuery('/api/v1/publications', { organisation }), PublicationsResponseSchema),
		publish: (organisation, publication) =>
			call(withQuery('/api/v1/publications', { organisation }), PublishResponseSchema, {
				body: { publication },
				deadlineMs: UPLOAD_MS
			}),
		withdraw: (hash, organisation) =>
			call(withQuery(`/api/v1/publications/${hash}`, { organisation }), v.unknown(), { method: 'DELETE' }),
		builtInCourses: () => call('/courses/index.json', PublicationsResponseSchema),
		publication: (kind, hash, options) =>
			download(
				kind === 'built-in' ? `/courses/${hash}.json` : `/api/v1/publications/${hash}`,
				options,
				onevidence
			),

		sets: (organisation) => call(withQuery('/api/v1/sets', { organisation }), SetsResponseSchema),
		shareSet: (organisation, body) =>
			call(withQuery('/api/v1/sets', { organisation }), SharedSetEntrySchema, { body }),
		withdrawSet: (token, organisation) =>
			call(withQuery(`/api/v1/sets/${token}`, { organisation }), v.unknown(), { method: 'DELETE' }),

		results: (query) => call(withQuery('/api/v1/results', query), ResultsResponseSchema),
		reports: (query) => call(withQuery('/api/v1/reports', query), ReportsResponseSchema),
		handleReport: (id, body) =>
			call(`/api/v1/reports/${encodeURIComponent(id)}/handled`, HandleReportResponseSchema, { body }),
		reportAnswers: () => call('/api/v1/reports/mine', ReportAnswersResponseSchema),
		members: (organisation) => call(`/api/v1/organisations/${organisation}/members`, MembersResponseSchema),
		changeRole: (organisation, body) =>
			call(`/api/v1/organisations/${organisation}/members/role`, v.unknown(), { body }),
		renewInvitation: (organisation) =>
			call(`/api/v1/organisations/${organisation}/invitation`, v.object({ inviteCode: v.string() }), {
				body: {}
			})
	};
}
/** A course of some megabytes over a slow line. */
const UPLOAD_MS = 120_000;

const TimeSchema = v.object({ serverNow: MillisSchema });
const PersonResponseSchema = v.object({ person: PersonSchema });

export function withQuery(path: string, query: Record<string, string | undefined>): string {
	const parameters = Object.entries(query).flatMap(([key, value]): [string, string][] =>
		value === undefined || value === '' ? [] : [[key, value]]
	);
	return parameters.length === 0 ? path : `${path}?${new URLSearchParams(parameters).toString()}`;
}

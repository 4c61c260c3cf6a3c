import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import {
	ChangeRoleBodySchema,
	CreateOrganisationBodySchema,
	InvitationResponseSchema,
	JoinBodySchema,
	MembershipSchema,
	MembersResponseSchema,
	MeResponseSchema,
	RegisterBodySchema,
	SetupBodySchema,
	SignInBodySchema
} from '#lib/wire/account.ts';
import { RefusalBodySchema } from '#lib/wire/protocol.ts';
import {
	PublicationsResponseSchema,
	PublishBodySchema,
	PublishResponseSchema
} from '#lib/wire/publications.ts';
import { PullQuerySchema, PullResponseSchema } from '#lib/wire/pull.ts';
import { PushRequestSchema, PushResponseSchema } from '#lib/wire/push.ts';
import {
	HandleReportBodySchema,
	HandleReportResponseSchema,
	ReportAnswersResponseSchema,
	ReportsQuerySchema,
	ReportsResponseSchema
} from '#lib/wire/reports.ts';
import { ResultsQuerySchema, ResultsResponseSchema } from '#lib/wire/results.ts';
import { SetsResponseSchema, SharedSetEntrySchema, ShareSetBodySchema } from '#lib/wire/sets.ts';
import { VerifyResponseSchema } from '#lib/wire/verify.ts';
import { PublicationSchema } from '#lib/course/publication.ts';
import { MillisSchema } from '#lib/base/time.ts';

interface Operation {
	summary: string;
	/** Open to guests. */
	open?: true;
	query?: v.ObjectSchema<v.ObjectEntries, undefined>;
	body?: GenericSchema;
	answer?: GenericSchema;
	/** When the answer is not JSON. */
	mediaType?: string;
}

const organisationQuery = v.object({ organisation: v.string() });

/** Every endpoint with the schemas that it is checked by. A test compares the paths with the routes. */
export const OPERATIONS: Record<string, Operation> = {
	'POST /api/v1/account/register': {
		summary: 'Make an account and sign in',
		open: true,
		body: RegisterBodySchema,
		answer: MeResponseSchema
	},
	'POST /api/v1/account/sign-in': {
		summary: 'Sign in',
		open: true,
		body: SignInBodySchema,
		answer: MeResponseSchema
	},
	'POST /api/v1/account/sign-out': { summary: 'Sign out', open: true, answer: MeResponseSchema },
	'GET /api/v1/me': { summary: 'Who is signed in', open: true, answer: MeResponseSchema },
	'POST /api/v1/setup': {
		summary: 'Use the one-time link of a fresh installation',
		open: true,
		body: SetupBodySchema,
		answer: MeResponseSchema
	},
	'POST /api/v1/organisations': {
		summary: 'Found an organisation',
		body: CreateOrganisationBodySchema,
		answer: MembershipSchema
	},
	'POST /api/v1/organisations/join': {
		summary: 'Join by an invite code',
		body: JoinBodySchema,
		answer: MembershipSchema
	},
	'GET /api/v1/organisations/{id}/members': {
		summary: 'Members and invite code; for trainers and administrators',
		answer: MembersResponseSchema
	},
	'POST /api/v1/organisations/{id}/members/role': {
		summary: 'Change a role; for administrators',
		body: ChangeRoleBodySchema,
		answer: ChangeRoleBodySchema
	},
	'POST /api/v1/organisations/{id}/invitation': {
		summary: 'Replace the invite code; for administrators',
		answer: v.object({ inviteCode: v.string() })
	},
	'GET /api/v1/invitations/{code}': {
		summary: 'What an invite code opens',
		open: true,
		answer: InvitationResponseSchema
	},
	'POST /api/v1/events': {
		summary: 'Push events; each gets its own verdict, after it is on disk',
		body: PushRequestSchema,
		answer: PushResponseSchema
	},
	'GET /api/v1/events': {
		summary: 'One’s own events after a cursor',
		query: PullQuerySchema,
		answer: PullResponseSchema
	},
	'GET /api/v1/verify': { summary: 'What the server holds, to compare', answer: VerifyResponseSchema },
	'GET /api/v1/time': {
		summary: 'The server’s clock',
		open: true,
		answer: v.object({ serverNow: MillisSchema })
	},
	'GET /api/v1/health': { summary: 'Alive', open: true, answer: v.object({ alive: v.boolean() }) },
	'GET /api/v1/ready': {
		summary: 'An event could be stored now',
		open: true,
		answer: v.object({ ready: v.boolean() })
	},
	'GET /api/v1/openapi.json': { summary: 'This description', open: true },
	'GET /api/v1/publications': {
		summary: 'What one’s organisations publish',
		query: v.partial(organisationQuery),
		answer: PublicationsResponseSchema
	},
	'POST /api/v1/publications': {
		summary: 'Publish; for trainers and administrators',
		query: organisationQuery,
		body: PublishBodySchema,
		answer: PublishResponseSchema
	},
	'GET /api/v1/publications/{hash}': {
		summary: 'One publication; it never changes',
		answer: PublicationSchema
	},
	'DELETE /api/v1/publications/{hash}': {
		summary: 'Withdraw; for trainers and administrators',
		query: organisationQuery,
		answer: PublishResponseSchema
	},
	'GET /api/v1/sets': {
		summary: 'Sets of questions that the organisation shares by link; for trainers and administrators',
		query: organisationQuery,
		answer: SetsResponseSchema
	},
	'POST /api/v1/sets': {
		summary: 'Share a set of a published course’s questions by link; for trainers and administrators',
		query: organisationQuery,
		body: ShareSetBodySchema,
		answer: SharedSetEntrySchema
	},
	'DELETE /api/v1/sets/{token}': {
		summary: 'Take a shared set back; for trainers and administrators',
		query: organisationQuery,
		answer: v.object({ token: v.string() })
	},
	'GET /api/v1/results': {
		summary: 'Shared attempts; for trainers and administrators',
		query: ResultsQuerySchema,
		answer: ResultsResponseSchema
	},
	'GET /api/v1/results.csv': {
		summary: 'The same as a sheet',
		query: ResultsQuerySchema,
		mediaType: 'text/csv'
	},
	'GET /api/v1/reports': {
		summary: 'What learners say is wrong with questions; for trainers and administrators',
		query: ReportsQuerySchema,
		answer: ReportsResponseSchema
	},
	'POST /api/v1/reports/{id}/handled': {
		summary: 'Answer a report and others like it; for trainers and administrators',
		body: HandleReportBodySchema,
		answer: HandleReportResponseSchema
	},
	'GET /api/v1/reports/mine': {
		summary: 'What was answered to one’s own reports',
		answer: ReportAnswersResponseSchema
	}
};

/** OpenAPI 3.1, made from the schemas that the endpoints check by. */
export function describeApi(): unknown {
	const paths: Record<string, Record<string, unknown>> = {};
	for (const [key, operation] of Object.entries(OPERATIONS)) {
		const [method = '', path = ''] = key.split(' ');
		(paths[path] ??= {})[method.toLowerCase()] = describeOperation(path, operation);
	}
	return {
		openapi: '3.1.0',
		info: { title: 'Saixue', version: '1' },
		paths,
		components: {
			securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'saixue.session_token' } }
		}
	};
}

function describeOperation(
	path: string,
	{ summary, open, query, body, answer, mediaType }: Operation
): unknown {
	const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string' }
	}));
	const inQuery = Object.entries(query?.entries ?? {}).map(([name, schema]) => ({
		name,
		in: 'query',
		required: schema.type !== 'optional',
		schema: jsonSchema(schema)
	}));
	return {
		summary,
		...(open ? {} : { security: [{ session: [] }] }),
		parameters: [...inPath, ...inQuery],
		...(body && {
			requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body) } } }
		}),
		responses: {
			200: {
				description: 'Done',
				content: answer
					? { 'application/json': { schema: jsonSchema(answer) } }
					: { [mediaType ?? 'application/json']: {} }
			},
			default: {
				description: 'Refused, and why',
				content: { 'application/json': { schema: jsonSchema(RefusalBodySchema) } }
			}
		}
	};
}

/** Checks that JSON Schema cannot say (a trimmed text, unique ids) are left out of the description. */
function jsonSchema(schema: GenericSchema): unknown {
	const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
	return rest;
}

import { json } from '@sveltejs/kit';
import type { GenericSchema, InferOutput } from 'valibot';
import { parse, parseJson } from '#lib/base/parse.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { RefusalBody } from '#lib/wire/protocol.ts';

/** An answer for this person alone: no cache may keep it. */
export function answer(
	value: unknown,
	{ status = 200, cookies = [] }: { status?: number; cookies?: string[] } = {}
): Response {
	const response = json(value, { status, headers: { 'cache-control': 'no-store' } });
	for (const cookie of cookies) response.headers.append('set-cookie', cookie);
	return response;
}

export function refusal(error: RefusalBody['error']): Response {
	const response = answer({ error }, { status: statusOf(error.type) });
	if (error.retryAfter !== undefined) response.headers.set('retry-after', String(error.retryAfter));
	return response;
}

function statusOf(type: string): number {
	return STATUSES[type] ?? 400;
}
const STATUSES: Record<string, number> = {
	SignedOut: 401,
	WrongUserNameOrPassword: 401,
	NotAllowed: 403,
	OtherOrigin: 403,
	NoSuchAddress: 404,
	NoSuchInvitation: 404,
	NoSuchPublication: 404,
	NoSuchSet: 404,
	NoSuchReport: 404,
	UserNameTaken: 409,
	LastAdministrator: 409,
	LinkUsed: 410,
	TooLarge: 413,
	NotJson: 415,
	WeakPassword: 422,
	TooManyTries: 429,
	Unavailable: 503
};

const MOST_BYTES = 64 * 1024;

/** The body as the schema wants it, or the answer that says what is wrong. */
export async function readBody<Schema extends GenericSchema>(
	request: Request,
	schema: Schema,
	most = MOST_BYTES
): Promise<Result<InferOutput<Schema>, Response>> {
	if (Number(request.headers.get('content-length') ?? 0) > most) return refuse(refusal({ type: 'TooLarge' }));
	const text = await request.text();
	if (text.length > most) return refuse(refusal({ type: 'TooLarge' }));
	const body = parseJson(schema, text);
	return body.ok ? ok(body.value) : refuse(refusal({ type: 'Invalid', where: body.error[0]?.where ?? '' }));
}

export function readQuery<Schema extends GenericSchema>(
	url: URL,
	schema: Schema
): Result<InferOutput<Schema>, Response> {
	const query = parse(schema, Object.fromEntries(url.searchParams));
	return query.ok
		? ok(query.value)
		: refuse(refusal({ type: 'Invalid', where: query.error[0]?.where ?? '' }));
}

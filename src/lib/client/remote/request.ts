import type * as v from 'valibot';
import { parse, parseJson } from '#lib/base/parse.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import { RefusalBodySchema } from '#lib/wire/protocol.ts';

/**
 * No real answer: no network, no answer in time, a captive portal's page instead of ours, a server in
 * trouble. Thrown; caught once by each verb or loop.
 */
export class Outage extends Error {
	readonly why: 'unreachable' | 'deadline' | 'portal' | 'server' | 'cancelled';
	/** When the server asked for patience. */
	readonly retryAfterMs: number | undefined;

	constructor(why: Outage['why'], retryAfterMs?: number) {
		super(`no answer: ${why}`);
		this.name = 'Outage';
		this.why = why;
		this.retryAfterMs = retryAfterMs;
	}
}

/** What the server said instead of doing it. `type` is from its refusal body, or `Status` without one. */
export interface RemoteRefused {
	status: number;
	type: string;
	retryAfterMs?: number;
	/** The refusal body's `error`, for what only one endpoint says. */
	detail: Record<string, unknown>;
}

export interface RequestOptions {
	method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
	body?: unknown;
	signal?: AbortSignal;
	deadlineMs?: number;
	/** Outlives the page; the browser allows 64 KB in all. */
	keepalive?: boolean;
}

/** Told after each request whether the server was really there. */
export type Evidence = (online: boolean) => void;

/** One request with a deadline, whose answer is checked before anyone sees it. */
export async function request<Schema extends v.GenericSchema>(
	path: string,
	schema: Schema,
	options: RequestOptions,
	onevidence: Evidence
): Promise<Result<v.InferOutput<Schema>, RemoteRefused>> {
	const limit = deadline(options.signal, options.deadlineMs ?? DEADLINE_MS);
	try {
		const { response, text } = await send(path, options, limit.signal);
		const answer = readAnswer(response, text, schema);
		onevidence(true);
		return answer;
	} catch (error) {
		const outage = outageOf(error, options.signal);
		if (outage.why !== 'cancelled') onevidence(outage.why === 'server');
		throw outage;
	} finally {
		limit.clear();
	}
}
export const DEADLINE_MS = 15_000;

async function send(
	path: string,
	{ method, body, keepalive }: RequestOptions,
	signal: AbortSignal
): Promise<{ response: Response; text: string }> {
	const response = await fetch(path, {
		method: method ?? (body === undefined ? 'GET' : 'POST'),
		headers: {
			accept: 'application/json',
			...(body !== undefined && { 'content-type': 'application/json' })
		},
		...(body !== undefined && { body: JSON.stringify(body) }),
		...(keepalive && { keepalive }),
		// Nothing of ours redirects; a captive portal does.
		redirect: 'error',
		cache: 'no-store',
		credentials: 'same-origin',
		signal
	});
	return { response, text: await response.text() };
}

function readAnswer<Schema extends v.GenericSchema>(
	response: Response,
	text: string,
	schema: Schema
): Result<v.InferOutput<Schema>, RemoteRefused> {
	if (response.ok) {
		if (response.status === 204) return readBody(schema, undefined);
		if (!isJson(response)) throw new Outage('portal');
		const value = parseJson(schema, text);
		// Our server, but not an answer that this version understands.
		if (!value.ok) throw new Outage('server');
		return ok(value.value);
	}
	const retryAfterMs = retryAfterOf(response);
	if (response.status >= 500) throw new Outage('server', retryAfterMs);
	const body = parseJson(RefusalBodySchema, text);
	if (!body.ok && response.status !== 413 && response.status !== 429) throw new Outage('portal');
	const { type, ...detail } = body.ok ? body.value.error : { type: 'Status' };
	const waitMs =
		retryAfterMs ?? (typeof detail.retryAfter === 'number' ? detail.retryAfter * 1_000 : undefined);
	return refuse({
		status: response.status,
		type,
		detail,
		...(waitMs !== undefined && { retryAfterMs: waitMs })
	});
}

function readBody<Schema extends v.GenericSchema>(
	schema: Schema,
	input: unknown
): Result<v.InferOutput<Schema>, RemoteRefused> {
	const value = parse(schema, input);
	if (!value.ok) throw new Outage('server');
	return ok(value.value);
}

export function isJson(response: Response): boolean {
	return /^application\/(?:[\w.+-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '');
}

/** Seconds or a date; anything else is no wish. */
function retryAfterOf(response: Response): number | undefined {
	const value = response.headers.get('retry-after');
	return value !== null && /^\d{1,6}$/.test(value.trim()) ? Number(value) * 1_000 : undefined;
}

export function outageOf(error: unknown, cancelled: AbortSignal | undefined): Outage {
	if (cancelled?.aborted) return new Outage('cancelled');
	if (error instanceof Outage) return error;
	if (error instanceof Error && error.name === 'AbortError') return new Outage('deadline');
	return new Outage('unreachable');
}

/** Ends when the caller gives up or the time is over. `AbortSignal.any` is too young for some phones. */
export function deadline(
	outer: AbortSignal | undefined,
	afterMs: number
): { signal: AbortSignal; extend: () => void; clear: () => void } {
	const controller = new AbortController();
	const abort = () => controller.abort();
	let timer = setTimeout(abort, afterMs);
	if (outer?.aborted) abort();
	outer?.addEventListener('abort', abort);
	return {
		signal: controller.signal,
		extend: () => {
			clearTimeout(timer);
			timer = setTimeout(abort, afterMs);
		},
		clear: () => {
			clearTimeout(timer);
			outer?.removeEventListener('abort', abort);
		}
	};
}

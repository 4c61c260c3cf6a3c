import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RefusalBody } from '#lib/wire/protocol.ts';
import { PRIVATE_HEADERS } from '../host.ts';
import { isJson, isSameOrigin } from './origin.ts';

/** What a raw route has to look at itself, since SvelteKit never sees the request. */
export function checkRaw(request: IncomingMessage): { status: 403 | 415; type: string } | undefined {
	const { headers } = request;
	const proto = headers[PRIVATE_HEADERS.proto] ?? 'http';
	const host = headers[PRIVATE_HEADERS.host] ?? headers.host ?? '';
	const fetchSite = headers['sec-fetch-site'];
	if (
		!isSameOrigin(
			`${String(proto)}://${String(host)}`,
			headers.origin,
			typeof fetchSite === 'string' ? fetchSite : ''
		)
	)
		return { status: 403, type: 'OtherOrigin' };
	if (!isJson(headers['content-type'])) return { status: 415, type: 'NotJson' };
	return undefined;
}

/** The whole body, or undefined when it is longer than `most`: then the rest is not read. Throws when it does not come. */
export function readBytes(
	request: IncomingMessage,
	most: number,
	withinMs: number
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	return new Promise((resolve, reject) => {
		if (request.destroyed) return reject(new Error('the client went away'));
		const patience = setTimeout(() => reject(new Error('the body did not come in time')), withinMs);
		const chunks: Buffer[] = [];
		let length = 0;
		request.on('data', (chunk: Buffer) => {
			length += chunk.length;
			if (length > most) {
				request.removeAllListeners('data');
				request.pause();
				clearTimeout(patience);
				resolve(undefined);
			} else chunks.push(chunk);
		});
		request.on('end', () => {
			clearTimeout(patience);
			// An array of its own, not a piece of Node's pool: it is handed to another thread.
			const bytes = new Uint8Array(length);
			let at = 0;
			for (const chunk of chunks) {
				bytes.set(chunk, at);
				at += chunk.length;
			}
			resolve(bytes);
		});
		request.on('error', reject);
		request.on('close', () => {
			clearTimeout(patience);
			reject(new Error('the client went away'));
		});
	});
}

export function sendJson(
	response: ServerResponse,
	status: number,
	body: string,
	headers: Record<string, string> = {}
): void {
	response.writeHead(status, {
		'content-type': 'application/json',
		'cache-control': 'no-store',
		'content-length': String(Buffer.byteLength(body)),
		...headers
	});
	response.end(body);
}

export function refuseRaw(
	response: ServerResponse,
	status: number,
	error: RefusalBody['error'],
	headers: Record<string, string> = {}
): void {
	sendJson(response, status, JSON.stringify({ error }), {
		...(error.retryAfter !== undefined && { 'retry-after': String(error.retryAfter) }),
		...headers
	});
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Answers a request before SvelteKit sees it. Checks its own content type, size and origin. */
export type Raw = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * The one door between the entry, which Node runs from source, and the built bundle: the entry may import
 * nothing else of this folder by value, or the database would be opened twice.
 */
export interface Host {
	/** The working tree; without an entry (dev, tests) the current folder. */
	root?: string;
	http?: Server;
	/** By `METHOD /path`. */
	routes: Map<string, Raw>;
	/** Called in this order at shutdown, each awaited. */
	closing: (() => unknown)[];
	/** The one-time token of a fresh installation, while it has no administrator. */
	setupToken?: string;
	/** Where phones on the same network reach this server; undefined when nothing outside can. */
	phoneOrigin?: string | undefined;
}

/** Written by the entry on every request, whatever the client sent under these names. */
export const PRIVATE_HEADERS = {
	proto: 'x-saixue-proto',
	host: 'x-saixue-host',
	address: 'x-saixue-ip'
} as const;

declare global {
	// Only `var` adds to globalThis.
	var saixueHost: Host | undefined;
}

export function host(): Host {
	return (globalThis.saixueHost ??= { routes: new Map(), closing: [] });
}

/** Whether a raw route took the request. */
export function answerRaw(request: IncomingMessage, response: ServerResponse): boolean {
	const path = (request.url ?? '').split('?', 1)[0];
	const route = host().routes.get(`${request.method} ${path}`);
	if (!route) return false;
	route(request, response).catch((error: unknown) => {
		console.error(
			JSON.stringify({ at: new Date().toISOString(), event: 'raw-route-failed', error: String(error) })
		);
		if (response.headersSent) response.destroy();
		else {
			response.writeHead(500, { 'content-type': 'application/json', 'cache-control': 'no-store' });
			response.end('{"error":{"type":"Unavailable"}}');
		}
	});
	return true;
}

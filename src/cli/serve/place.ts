import type { IncomingMessage } from 'node:http';
import { PRIVATE_HEADERS } from '#lib/server/host.ts';

/** Addresses, localhost and `.local` names: a page elsewhere cannot make a browser take them for its own. */
const LITERAL = /^(localhost|[\w-]+(\.[\w-]+)*\.local|\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\])(:\d+)?$/i;

export interface Place {
	proto: 'http' | 'https';
	/** Name and port, as in the address bar. */
	host: string;
	/** Of the client. */
	address: string;
}

/**
 * Under which name the server was asked, or undefined when that is none of its own (DNS rebinding).
 * Forwarded headers count only when the connection itself comes from a trusted proxy.
 *
 * @param names further host names, with a port where it is not the usual one
 * @param proxies addresses of trusted proxies
 */
export function placeOf(
	request: IncomingMessage,
	names: ReadonlySet<string>,
	proxies: ReadonlySet<string>
): Place | undefined {
	const remote = plainAddress(request.socket.remoteAddress ?? '');
	const forwarded = (name: string) => (proxies.has(remote) ? last(request.headers[name]) : undefined);
	const proto = forwarded('x-forwarded-proto') ?? 'http';
	const host = forwarded('x-forwarded-host') ?? request.headers.host ?? '';
	if (proto !== 'http' && proto !== 'https') return undefined;
	if (!LITERAL.test(host) && !names.has(host.toLowerCase())) return undefined;
	return { proto, host, address: plainAddress(forwarded('x-forwarded-for') ?? remote) };
}

/** Hands it on to SvelteKit and the raw routes, over whatever the client wrote there. */
export function writePlace(request: IncomingMessage, { proto, host, address }: Place): void {
	request.headers[PRIVATE_HEADERS.proto] = proto;
	request.headers[PRIVATE_HEADERS.host] = host;
	request.headers[PRIVATE_HEADERS.address] = address;
}

export function listOf(text: string | undefined): Set<string> {
	return new Set(
		(text ?? '')
			.toLowerCase()
			.split(/[\s,]+/)
			.filter(Boolean)
	);
}

/** The proxy nearest to us wrote the last entry; what stands before it, anyone may have written. */
function last(header: string | string[] | undefined): string | undefined {
	const text = Array.isArray(header) ? header.join(',') : header;
	return text?.split(',').at(-1)?.trim() || undefined;
}

/** `::ffff:192.0.2.7` is 192.0.2.7. */
function plainAddress(address: string): string {
	return address.replace(/^::ffff:/i, '');
}

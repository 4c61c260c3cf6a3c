import type { ServerResponse } from 'node:http';
import type { Place } from './place.ts';

/** On every answer, files and errors included; SvelteKit overwrites what it knows better. */
export function writeHeaders(response: ServerResponse, { proto, host }: Place): void {
	response.setHeader('x-content-type-options', 'nosniff');
	response.setHeader('x-frame-options', 'DENY');
	response.setHeader('content-security-policy', "frame-ancestors 'none'");
	response.setHeader('referrer-policy', 'same-origin');
	response.setHeader('cross-origin-resource-policy', 'same-origin');
	response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
	// Else browsers keep prerendered pages and the service worker as long as they think fit.
	response.setHeader('cache-control', 'no-cache');
	// On plain http browsers ignore the next two, some of them loudly.
	const isSecure = proto === 'https' || /^(localhost|127\.)/.test(host);
	if (isSecure) response.setHeader('cross-origin-opener-policy', 'same-origin');
	if (proto === 'https') response.setHeader('strict-transport-security', 'max-age=31536000');
}

import { host } from '../host.ts';

/** Where other devices reach this server: an address made of `localhost` would lead a phone to itself. */
export function phoneOrigin(url: URL): string {
	const isLoopback = /^(localhost|127\..*|\[::1\])$/.test(url.hostname);
	return (isLoopback && host().phoneOrigin) || url.origin;
}

/**
 * Whether a request that changes something comes from a page of ours. A browser always says one of the two;
 * a program has to say it as well.
 *
 * @param own the origin that was asked, such as `http://192.0.2.7:3000`
 */
export function isSameOrigin(
	own: string,
	origin: string | null | undefined,
	fetchSite: string | null | undefined
): boolean {
	if (origin) return origin === own;
	return fetchSite === 'same-origin';
}

export function isJson(contentType: string | null | undefined): boolean {
	return /^application\/json\s*(;|$)/i.test(contentType ?? '');
}

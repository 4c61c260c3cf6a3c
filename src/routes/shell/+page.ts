/** What the service worker answers a page with when there is no network: the router takes over from here. */
export const prerender = true;
export const ssr = false;

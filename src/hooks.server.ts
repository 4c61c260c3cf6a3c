import { building } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { isLanguage, LANGUAGE_KEY, type Language } from '#lib/i18n/language.ts';
import { serverNow } from '#lib/server/clock.ts';
import { host } from '#lib/server/host.ts';
import { refusal } from '#lib/server/http/answer.ts';
import { compressed } from '#lib/server/http/compress.ts';
import { isJson, isSameOrigin } from '#lib/server/http/origin.ts';
import { pushRoute } from '#lib/server/ingest/push-route.ts';
import { logFailure } from '#lib/server/log.ts';
import { closeState, state } from '#lib/server/state.ts';
import early from './early.js?raw';
import recorder from './recorder.js?raw';

export const init: ServerInit = async () => {
	if (building) return;
	const opened = await state();
	const door = host();
	door.routes.set('POST /api/v1/events', pushRoute(opened.ingest, opened.sessions));
	door.closing = [closeState];
	if (opened.setupToken !== undefined) door.setupToken = opened.setupToken;
};

export const handle: Handle = async ({ event, resolve }) => {
	const { request, url, locals } = event;
	locals.language = languageOf(event.cookies.get(LANGUAGE_KEY), request.headers.get('accept-language'));
	const isSet = event.route.id === SET_ROUTE;
	// A function each: what stands in a script is no pattern of `replace`.
	const scripts = scriptTag(early) + (isSet ? scriptTag(recorder) : '');
	const withLanguage = {
		transformPageChunk: ({ html }: { html: string }) =>
			html.replace('%lang%', () => locals.language).replace('%early%', () => scripts)
	};
	if (building) return resolve(event, withLanguage);

	const refused = checkWrite(request, url);
	if (refused) return refused;
	// A program gets an answer, not the page for people who are lost.
	if (event.route.id === null && url.pathname.startsWith('/api/')) return refusal({ type: 'NoSuchAddress' });

	const { sessions } = await state();
	const visit = await sessions.visitOf(request.headers.get('cookie'), serverNow());
	if (visit.person) locals.person = visit.person;

	const resolved = await resolve(event, withLanguage);
	const answered = isSet ? await withScriptsLater(resolved) : resolved;
	const response = await compressed(answered, request.headers.get('accept-encoding') ?? '');
	if (visit.person && !response.headers.has('cache-control'))
		response.headers.set('cache-control', 'private, no-store');
	return withCookies(response, visit.cookies, url.protocol === 'https:');
};

/** The one page that can be answered before its own scripts are there. */
const SET_ROUTE = '/set/[token]';

/** The question is painted first: the recorder has the page's own scripts fetched after that. */
async function withScriptsLater(response: Response): Promise<Response> {
	const { headers, status } = response;
	const paths = [...(headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="modulepreload"/g)];
	headers.delete('link');
	if (paths.length === 0) return response;
	const links = paths.map(([, path]) => `<link rel="later" href="${path}">`).join('');
	const html = (await response.text()).replace('</head>', () => `${links}</head>`);
	headers.delete('content-length');
	return new Response(html, { status, headers });
}

function scriptTag(script: string): string {
	return `<script>${script.trim()}</script>`;
}

export const handleError: HandleServerError = ({ error, status, message }) => {
	if (status >= 500) logFailure('request-failed', error);
	return { message };
};

/** Whatever changes something must come from a page of ours and be JSON. */
function checkWrite(request: Request, url: URL): Response | undefined {
	if (!url.pathname.startsWith('/api/') || request.method === 'GET' || request.method === 'HEAD')
		return undefined;
	const { headers } = request;
	if (!isSameOrigin(url.origin, headers.get('origin'), headers.get('sec-fetch-site')))
		return refusal({ type: 'OtherOrigin' });
	if (request.method !== 'DELETE' && !isJson(headers.get('content-type')))
		return refusal({ type: 'NotJson' });
	return undefined;
}

/** What was chosen; else English for those whose browser asks for it and not for Chinese. */
function languageOf(chosen: string | undefined, accepted: string | null): Language {
	if (isLanguage(chosen)) return chosen;
	const wishes = (accepted ?? '').toLowerCase();
	return wishes.startsWith('en') && !wishes.includes('zh') ? 'en' : 'zh-CN';
}

/** Phones use plain http on the same network, so a cookie is Secure only where that holds. */
function withCookies(response: Response, prolonged: readonly string[], isHttps: boolean): Response {
	const cookies = [...response.headers.getSetCookie(), ...prolonged];
	if (cookies.length === 0) return response;
	response.headers.delete('set-cookie');
	for (const cookie of cookies)
		response.headers.append(
			'set-cookie',
			isHttps && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie
		);
	return response;
}

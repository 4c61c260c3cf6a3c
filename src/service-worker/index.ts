/**
 * Keeps the app's own files for a start without network. Only what the build lists is ever cached, and the
 * pages of shared sets that were opened, which are the same for everybody: never an answer of the API, never
 * a page made for a person, never a course (those lie in the database).
 */
import { build, files, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

const PREFIX = 'app-';
const CACHE = PREFIX + version;
const SHELL = '/shell';
const known = new Set([SHELL, ...build, ...files]);
/** Few enough for a phone that opens many connections at once badly. */
const BATCH = 6;

self.addEventListener('install', (event) => {
	event.waitUntil(fill());
});

self.addEventListener('activate', (event) => {
	event.waitUntil(takeOver());
});

self.addEventListener('message', (event) => {
	// Only when a person asked for it.
	if (hasType(event.data, 'take-over')) event.waitUntil(self.skipWaiting());
	if (hasType(event.data, 'claim')) event.waitUntil(self.clients.claim());
	// The page was opened before there was anybody to keep it.
	if (hasType(event.data, 'keep-set')) event.waitUntil(keepSetOf(event.source));
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	if (request.method !== 'GET') return;
	const url = new URL(request.url);
	if (url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return;
	if (request.mode === 'navigate') {
		// A file has an ending; it is downloaded, not shown.
		if (!/\.\w+$/.test(url.pathname)) {
			const answer = page(event);
			event.respondWith(answer);
			event.waitUntil(answer.then(mend, () => undefined));
		}
		return;
	}
	// Also for files of an older version, whose page may still be open in another tab.
	if (known.has(url.pathname) || url.pathname.startsWith('/_app/immutable/'))
		event.respondWith(file(request, url.pathname));
});

async function fill(): Promise<void> {
	await keepAll(await caches.open(CACHE), [...known]);
}

/** Browsers short of space have been seen to drop single files: what is missing is fetched again. */
function mend(): Promise<void> {
	return (mending ??= fillHoles()
		// No network now, or a newer server that no longer has them: the next page tries again.
		.catch(() => undefined)
		.finally(() => (mending = undefined)));
}
let mending: Promise<void> | undefined;

async function fillHoles(): Promise<void> {
	const cache = await caches.open(CACHE);
	const held = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	await keepAll(
		cache,
		[...known].filter((path) => !held.has(path))
	);
}

async function keepAll(cache: Cache, paths: readonly string[]): Promise<void> {
	for (let at = 0; at < paths.length; at += BATCH)
		await Promise.all(paths.slice(at, at + BATCH).map((path) => keep(cache, path)));
}

/** One file that is missing or not what it should be ends the installation: half an app is none. */
async function keep(cache: Cache, path: string): Promise<void> {
	const isImmutable = path.startsWith('/_app/immutable/');
	// A file that never changes may lie in the older cache already.
	const held = isImmutable ? await caches.match(path) : undefined;
	const response = held ?? (await fetch(path, { cache: isImmutable ? 'default' : 'reload' }));
	const isOurs = path !== SHELL || isOfThisVersion(await response.clone().text());
	if (!isSound(response, path) || !isOurs) throw new Error(`not cached: ${path}`);
	await cache.put(path, response);
}

/** The server may run a newer version by now, whose shell asks for files that this one does not hold. */
function isOfThisVersion(shell: string): boolean {
	return [...shell.matchAll(/\/_app\/immutable\/[\w./-]+/g)].every(([path]) => known.has(path));
}

/** A captive portal answers everything with a page of its own. */
function isSound(response: Response, path: string): boolean {
	const isHtml = (response.headers.get('content-type') ?? '').startsWith('text/html');
	return (
		response.status === 200 &&
		!response.redirected &&
		response.type === 'basic' &&
		isHtml === (path === SHELL)
	);
}

async function takeOver(): Promise<void> {
	const sets = await setsHeld();
	await clean();
	await self.clients.claim();
	// As this version shows them; without a network now, they come with the next visit.
	await Promise.allSettled(sets.map((path) => keepSet(path)));
}

/** The cache before this one stays: a page of that version may be open. Older ones go. */
async function clean(): Promise<void> {
	const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
	const clients = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const kept = clients.length > 0 ? 1 : 0;
	await Promise.all(names.slice(0, names.length - kept).map((name) => caches.delete(name)));
}

/**
 * Network first; without one, with a server in trouble or a line that does not answer, the shell, whose
 * router knows every page.
 */
async function page(event: FetchEvent): Promise<Response> {
	const { request } = event;
	const asked = fetch(request);
	const path = new URL(request.url).pathname;
	const isSet = SET.test(path);
	// Also what comes too late for this page is good for the next one.
	const noted = asked.then((response) => (isSet ? noteSet(path, response.clone()) : undefined));
	event.waitUntil(noted.catch(() => undefined));
	const cache = await caches.open(CACHE);
	const set = isSet ? await cache.match(path) : undefined;
	const held = set ?? (await cache.match(SHELL));
	if (!held) return asked;
	const patienceMs = set ? SET_PATIENCE_MS : PATIENCE_MS;
	const patience = new Promise<Response>((resolve) => setTimeout(() => resolve(held), patienceMs));
	const answer = asked.then(
		(response) => (response.status >= 500 ? held : response),
		() => held
	);
	return Promise.race([answer, patience]);
}
const PATIENCE_MS = 5_000;
/** The questions never change; only whether the set was taken back is asked for. */
const SET_PATIENCE_MS = 1_500;
const SET = /^\/set\/[\w-]{22}$/;

/** One that was taken back is gone from here too. */
async function noteSet(path: string, response: Response): Promise<void> {
	const cache = await caches.open(CACHE);
	if (response.status === 404 || response.status === 410) await cache.delete(path);
	if (response.status !== 200 || response.redirected || response.type !== 'basic') return;
	const html = await response.text();
	if (!html.includes('data-question') || !isOfThisVersion(html)) return;
	// Every path of ours is read by its name alone.
	const headers = new Headers(response.headers);
	headers.delete('vary');
	headers.delete('content-encoding');
	headers.delete('content-length');
	await cache.put(path, new Response(html, { headers }));
}

async function keepSet(path: string): Promise<void> {
	// Mostly the browser has it still from showing it.
	const response = await fetch(path, { cache: 'force-cache' });
	await noteSet(path, response);
}

async function keepSetOf(source: ExtendableMessageEvent['source']): Promise<void> {
	const path = source instanceof WindowClient ? new URL(source.url).pathname : '';
	if (SET.test(path)) await keepSet(path).catch(() => undefined);
}

async function setsHeld(): Promise<string[]> {
	const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
	const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
	const paths = keys.flat().map(({ url }) => new URL(url).pathname);
	return [...new Set(paths)].filter((path) => SET.test(path));
}

async function file(request: Request, path: string): Promise<Response> {
	const cache = await caches.open(CACHE);
	const held = (await cache.match(path)) ?? (await caches.match(path));
	if (held) return held;
	const response = await fetch(request);
	// What the build's list leaves out (the worker's script) is kept once it was used.
	if (isSound(response, path)) await cache.put(path, response.clone());
	return response;
}

function hasType(message: unknown, type: string): boolean {
	return typeof message === 'object' && message !== null && 'type' in message && message.type === type;
}

import { existsSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
// Besides types, the only import from the server: everything else lives in the bundle (see host.ts).
import { answerRaw, host, PRIVATE_HEADERS } from '#lib/server/host.ts';
import { greeting, phoneOrigins } from './serve/greeting.ts';
import { writeHeaders } from './serve/headers.ts';
import { listOf, placeOf, writePlace } from './serve/place.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
const { env } = process;
const port = Number(env.PORT || 3000);
const address = env.HOST || '0.0.0.0';

const DRAIN_MS = 10_000;
let isStopping = false;

process.on('unhandledRejection', (error) => fail('unhandled-rejection', error));
process.on('uncaughtException', (error) => fail('uncaught-exception', error));

// SvelteKit reads who asked, and how, from headers that only this file writes.
delete env.ORIGIN;
delete env.PORT_HEADER;
// The account library would take these for the one address it may be reached at.
delete env.BETTER_AUTH_URL;
delete env.BASE_URL;
env.PROTOCOL_HEADER = PRIVATE_HEADERS.proto;
env.HOST_HEADER = PRIVATE_HEADERS.host;
env.ADDRESS_HEADER = PRIVATE_HEADERS.address;
env.BODY_SIZE_LIMIT ??= '32M';

const names = listOf(env.HOST_NAMES);
const proxies = listOf(env.TRUSTED_PROXY);
const door = host();
door.root = root;

// Better no start than a start that quietly stores elsewhere (docs/adr/0005).
if (env.DATABASE_URL) {
	console.error(
		'现在只支持内置的 SQLite，请去掉 DATABASE_URL。/ Only the built-in SQLite is supported so far: please unset DATABASE_URL.'
	);
	process.exit(1);
}

const built = join(root, 'build', 'handler.js');
if (!existsSync(built)) {
	console.error('还没有构建，请用 npm start 启动。/ Nothing is built yet: please use npm start.');
	process.exit(1);
}

// In place before the bundle is imported: sockets put themselves in front of it.
let handler: RequestListener = (_, response) => void response.writeHead(503).end();
const server = createServer((request, response) => {
	const place = placeOf(request, names, proxies);
	if (!place) {
		response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
		response.end('This server does not answer under that name. See HOST_NAMES.\n');
		return;
	}
	writePlace(request, place);
	writeHeaders(response, place);
	if (!answerRaw(request, response)) handler(request, response);
});
door.http = server;
// Phones speak up every few seconds; a connection kept open saves them the greeting.
server.keepAliveTimeout = 65_000;
server.headersTimeout = 70_000;

server.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EADDRINUSE') return fail('listen-failed', error);
	console.error(
		`端口 ${port} 已被占用。换一个端口：PORT=${port + 1} npm start\n` +
			`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`
	);
	process.exit(1);
});

// The bundle opens the database and registers its routes while it is imported.
({ handler } = await import(pathToFileURL(built).href));
server.listen({ port, host: address, backlog: 4_096 }, () => {
	const isOpen = !/^(localhost|127\.|::1$)/.test(address);
	const phones = isOpen ? phoneOrigins(port) : [];
	door.phoneOrigin = phones[0];
	console.log(greeting(port, phones, door.setupToken));
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
stopWithParent();

/** Answers what has come in, stores what was pushed, closes the database. A second signal does not wait. */
async function stop(): Promise<void> {
	if (isStopping) process.exit(1);
	isStopping = true;
	const closed = new Promise((resolve) => server.close(resolve));
	const idle = setInterval(() => server.closeIdleConnections(), 100);
	const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
	await closed;
	clearInterval(idle);
	clearTimeout(patience);
	for (const close of door.closing) await close();
	process.exit(0);
}

/** npm does not hand signals on: without this, `npm start` that is ended leaves the server running. */
function stopWithParent(): void {
	if (env.npm_lifecycle_event !== 'start') return;
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) void (isStopping || stop());
	}, 500).unref();
}

function fail(event: string, error: unknown): void {
	const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
	console.error(JSON.stringify({ at: new Date().toISOString(), event, error: text }));
	process.exit(1);
}

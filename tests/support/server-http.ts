import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import { expect, vi } from 'vitest';
import { handle, init } from '../../src/hooks.server.ts';
import type { Membership, Person, Role } from '#lib/wire/account.ts';
import { answerRaw } from '#lib/server/host.ts';
import { closeState } from '#lib/server/state.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type RouteModule = Partial<Record<Method, RequestHandler>>;
const modules = import.meta.glob<RouteModule>('../../src/routes/api/**/+server.ts', { eager: true });

/** Every endpoint that SvelteKit serves, as `METHOD /path/{parameter}`. */
export const ROUTES = Object.entries(modules).flatMap(([file, module]) => {
	const path = file
		.replace('../../src/routes', '')
		.replace('/+server.ts', '')
		.replaceAll(/\[(\w+)\]/g, '{$1}');
	return Object.keys(module).map((method) => ({ method, path, module }));
});

export interface TestServer {
	origin: string;
	dataDir: string;
	/** Closes and opens it again on the same data. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

/** The real endpoints, hooks, database and writer thread over real HTTP; only SvelteKit's router is ours. */
export async function startServer(): Promise<TestServer> {
	const dataDir = mkdtempSync(join(tmpdir(), 'saixue-server-'));
	process.env.DATA_DIR = dataDir;
	quietLog();
	await init();
	const server = createServer((request, response) => {
		if (answerRaw(request, response)) return;
		answerByRoute(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: originOf(server),
		dataDir,
		async restart() {
			await closeState();
			await init();
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await closeState();
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

/** What happened as it should is not worth a line among the tests' own. */
function quietLog(): void {
	vi.spyOn(console, 'error').mockImplementation((line: unknown) => {
		if (typeof line !== 'string' || line.includes('"error"')) console.warn(line);
	});
}

function originOf(server: Server): string {
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('not listening');
	return `http://127.0.0.1:${address.port}`;
}

async function answerByRoute(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
	const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk);
	const body = Buffer.concat(chunks);
	const request = new Request(url, {
		method: incoming.method ?? 'GET',
		headers: new Headers(
			Object.entries(incoming.headers).flatMap(([name, value]) =>
				typeof value === 'string' ? [[name, value] as [string, string]] : []
			)
		),
		...(body.length > 0 && { body })
	});
	const found = findRoute(incoming.method ?? '', url.pathname);
	const cookies = new Map(
		(incoming.headers.cookie ?? '').split('; ').map((part) => part.split('=', 2) as [string, string])
	);
	const event = {
		request,
		url,
		route: { id: found ? url.pathname : null },
		params: found?.params ?? {},
		locals: {},
		cookies: { get: (name: string) => cookies.get(name) },
		getClientAddress: () => String(incoming.headers['x-saixue-ip'] ?? incoming.socket.remoteAddress)
	} as unknown as RequestEvent;
	const response = await handle({
		event,
		resolve: async (resolved) =>
			found
				? found.handler(resolved as Parameters<RequestHandler>[0])
				: new Response('Not found', { status: 404 })
	});
	outgoing.writeHead(
		response.status,
		[...response.headers]
			.flatMap(([name, value]) => (name === 'set-cookie' ? [] : [name, value]))
			.concat(response.headers.getSetCookie().flatMap((cookie) => ['set-cookie', cookie]))
	);
	outgoing.end(Buffer.from(await response.arrayBuffer()));
}

function findRoute(
	method: string,
	pathname: string
): { handler: RequestHandler; params: Record<string, string> } | undefined {
	// What is named goes before what is a parameter, as in SvelteKit.
	const sorted = [...ROUTES].sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')));
	for (const route of sorted) {
		const pattern = new RegExp(
			`^${route.path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`
		);
		const match = pattern.exec(pathname);
		const handler = route.method === method ? route.module[method as Method] : undefined;
		if (match && handler)
			return {
				handler,
				params: Object.fromEntries(
					Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
				)
			};
	}
	return undefined;
}

export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	/** Of an answer that is JSON. */

	body: any;
}

/** A browser: keeps cookies, says where it comes from. */
export class Visitor {
	readonly #server: { origin: string };
	readonly #address: string;
	cookies = new Map<string, string>();

	constructor(server: { origin: string }, address = '192.0.2.1') {
		this.#server = server;
		this.#address = address;
	}

	get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
		return this.send('GET', path, undefined, headers);
	}

	post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
		return this.send('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
	}

	delete(path: string): Promise<Answer> {
		return this.send('DELETE', path);
	}

	async send(
		method: string,
		path: string,
		body?: string,
		headers: Record<string, string> = {}
	): Promise<Answer> {
		const response = await fetch(this.#server.origin + path, {
			method,
			redirect: 'manual',
			headers: {
				origin: this.#server.origin,
				'x-saixue-ip': this.#address,
				cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
				...headers
			},
			...(body !== undefined && { body })
		});
		for (const cookie of response.headers.getSetCookie()) {
			const [name = '', value = ''] = (cookie.split(';', 1)[0] ?? '').split('=', 2);
			if (value) this.cookies.set(name, value);
			else this.cookies.delete(name);
		}
		const text = await response.text();
		let parsed: unknown;
		try {
			parsed = JSON.parse(text);
		} catch {
			parsed = undefined;
		}
		return { status: response.status, headers: response.headers, text, body: parsed };
	}
}

export const PASSWORD = '骑车上学七点半出门';
let people = 0;

/** Someone with an account, signed in. */
export async function newPerson(
	server: { origin: string },
	userName = `人${(people += 1)}`
): Promise<Visitor & { person: Person }> {
	const visitor = new Visitor(server);
	const answer = await visitor.post('/api/v1/account/register', {
		userName,
		name: `${userName}同学`,
		password: PASSWORD
	});
	expect(answer.body.error).toBeUndefined();
	return Object.assign(visitor, { person: answer.body.person as Person });
}

export interface Organisation {
	id: string;
	administrator: Visitor & { person: Person };
	trainer: Visitor & { person: Person };
	learner: Visitor & { person: Person };
}

/** An organisation with one person of each role. */
export async function newOrganisation(server: { origin: string }, name = '一中'): Promise<Organisation> {
	const administrator = await newPerson(server);
	const { organisation: id } = (await administrator.post('/api/v1/organisations', { name }))
		.body as Membership;
	const { inviteCode } = (await administrator.get(`/api/v1/organisations/${id}/members`)).body;
	const join = async (role: Role) => {
		const person = await newPerson(server);
		expect((await person.post('/api/v1/organisations/join', { code: inviteCode })).status).toBe(200);
		if (role !== 'learner')
			await administrator.post(`/api/v1/organisations/${id}/members/role`, {
				member: person.person.id,
				role
			});
		return person;
	};
	return { id, administrator, trainer: await join('trainer'), learner: await join('learner') };
}

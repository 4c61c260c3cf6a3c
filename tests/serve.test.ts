import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSaixue, type Saixue } from './support/saixue.ts';
import { eventWith, pushOf } from './support/server-events.ts';

let saixue: Saixue;
beforeAll(async () => void (saixue = await startSaixue()));
afterAll(() => saixue.remove());

describe('the built server', () => {
	it('answers under its own names only', async () => {
		expect(await statusFor('localhost')).toBe(200);
		expect(await statusFor('192.0.2.7')).toBe(200);
		expect(await statusFor('evil.example')).toBe(421);
	});

	it('sends its headers with every answer, errors and raw routes included', async () => {
		for (const [path, method] of [
			['/api/v1/health', 'GET'],
			['/api/v1/events', 'POST'],
			['/no-such-page', 'GET'],
			['/api/v1/account/sign-in', 'POST']
		]) {
			const { headers } = await fetch(saixue.address + path, { method: method! });
			expect(headers.get('x-content-type-options'), path).toBe('nosniff');
			expect(headers.get('x-frame-options'), path).toBe('DENY');
			expect(headers.get('referrer-policy'), path).toBe('same-origin');
			expect(headers.get('strict-transport-security'), path).toBeNull();
		}
	});

	it('signs in on any of its addresses, by cookies that plain http keeps', async () => {
		const origin = saixue.address.replace('localhost', '127.0.0.1');
		const answer = await post(origin, '/api/v1/account/register', {
			userName: '手机',
			name: '手机',
			password: '局域网里的一部手机'
		});
		expect(answer.status).toBe(200);
		expect(answer.headers.getSetCookie().join()).not.toMatch(/secure/i);
	});

	it('keeps its secrets and data from other users of the machine', () => {
		expect(statSync(join(saixue.dataDir, 'session.secret')).mode & 0o077).toBe(0);
		expect(statSync(join(saixue.dataDir, 'saixue.db')).mode & 0o077).toBe(0);
	});

	it('gives nothing of its working tree away', async () => {
		for (const path of [
			'/..%2fpackage.json',
			'/.git/config',
			'/.env',
			'/data/saixue.db',
			'/saixue.db-wal',
			'/%2e%2e/package.json'
		])
			expect((await fetch(saixue.address + path)).status, path).toBe(404);
	});
});

describe('starting and stopping', () => {
	it('says in words that the port is taken, and ends with 1', async () => {
		const holder = createServer();
		const port = await listen(holder);
		const folder = mkdtempSync(join(tmpdir(), 'saixue-taken-'));
		const { code, text } = await ended(run({ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder }));
		holder.close();
		rmSync(folder, { recursive: true });
		expect(code).toBe(1);
		expect(text).toContain(`端口 ${port} 已被占用`);
		expect(text).toContain(`Port ${port} is taken`);
	});

	it('does not quietly store elsewhere when a database it cannot use is named', async () => {
		const { code, text } = await ended(run({ PORT: '0', DATABASE_URL: 'postgres://somewhere/else' }));
		expect(code).toBe(1);
		expect(text).toContain('DATABASE_URL');
	});

	it('answers what has come in before it ends, with 0, and leaves a whole database', async () => {
		const holder = createServer();
		const port = await listen(holder);
		await new Promise((resolve) => holder.close(resolve));
		const folder = mkdtempSync(join(tmpdir(), 'saixue-stop-'));
		const child = run({ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder });
		const end = ended(child);
		const origin = `http://localhost:${port}`;
		for (let i = 0; i < 1_200 && !(await fetch(`${origin}/api/v1/health`).catch(() => undefined)); i++)
			await new Promise((resolve) => setTimeout(resolve, 50));
		const registered = await post(origin, '/api/v1/account/register', {
			userName: '停机',
			name: '停机',
			password: '停机前的最后一推'
		});
		const cookie = registered.headers
			.getSetCookie()
			.map((line) => line.split(';', 1)[0])
			.join('; ');
		const { person } = (await registered.json()) as { person: { id: string } };
		const pushes = Array.from({ length: 30 }, (_, i) =>
			post(
				origin,
				'/api/v1/events',
				pushOf([eventWith({ member: person.id, deviceSeq: i + 1 })]),
				cookie
			).then(
				({ status }) => status,
				() => 0
			)
		);
		await Promise.race(pushes);
		child.kill('SIGTERM');
		const answered = (await Promise.all(pushes)).filter((status) => status === 200).length;
		expect((await end).code).toBe(0);
		const database = new DatabaseSync(join(folder, 'saixue.db'), { readOnly: true });
		const { count } = database.prepare('select count(*) as count from event').get() ?? {};
		database.close();
		rmSync(folder, { recursive: true });
		expect(Number(count)).toBeGreaterThanOrEqual(answered);
	});
});

function run(env: Record<string, string>): ChildProcess {
	return spawn(process.execPath, ['src/cli/serve.ts'], {
		env: { ...process.env, NODE_ENV: 'production', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
}

async function ended(child: ChildProcess): Promise<{ code: number | null; text: string }> {
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (text += String(bytes)));
	const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
	return { code, text };
}

function listen(server: Server): Promise<number> {
	return new Promise((resolve) =>
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		})
	);
}

function post(origin: string, path: string, body: unknown, cookie = ''): Promise<Response> {
	return fetch(origin + path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin, cookie },
		body: JSON.stringify(body)
	});
}

/** fetch would not send another Host. */
function statusFor(host: string): Promise<number> {
	const { hostname, port } = new URL(saixue.address);
	return new Promise((resolve, reject) => {
		const request = httpRequest(
			{ host: hostname, port, path: '/api/v1/health', headers: { host } },
			(response) => {
				response.resume();
				resolve(response.statusCode ?? 0);
			}
		);
		request.on('error', reject);
		request.end();
	});
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { startSaixue, type Saixue } from './support/saixue.ts';
import { newPerson, PASSWORD, ROUTES, Visitor, type Answer } from './support/server-http.ts';
import { eventWith, NOW, PUBLICATION, pushOf, sittingOf } from './support/server-events.ts';
import type { Membership, Person } from '#lib/wire/account.ts';

// What only the built server can show: SvelteKit's own router, its CSRF check, its pages and its errors.

let saixue: Saixue;
let server: { origin: string };
beforeAll(async () => {
	saixue = await startSaixue();
	server = { origin: saixue.address };
});
afterAll(() => saixue.remove());

/** The ways in which a page from elsewhere can send a body without asking first. */
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'];
const writing = [
	...ROUTES.filter(({ method }) => method !== 'GET').map(({ method, path }) => ({ method, path })),
	{ method: 'POST', path: '/api/v1/events' }
];

describe('a page from elsewhere', () => {
	it('can write by no route, whatever it calls its body, and with none', async () => {
		const person = await newPerson(server, 'csrf');
		const before = countRows();
		expect(writing.length).toBeGreaterThan(8);
		for (const { method, path } of writing) {
			const url = path.replace(/\{\w+\}/, '0'.repeat(64));
			for (const type of ['application/json', ...FORM_TYPES, undefined]) {
				const named: Record<string, string> = type ? { 'content-type': type } : {};
				const where = `${method} ${path} as ${type}`;
				const body = type === undefined || method === 'DELETE' ? undefined : '{"name":"x"}';
				for (const from of ['https://evil.example', 'null', `${server.origin}.evil.example`])
					expect((await person.send(method, url, body, { ...named, origin: from })).status, where).toBe(403);
				if (type === 'application/json' || method === 'DELETE') continue;
				const ours = await person.send(method, url, body, named);
				expect(ours.status, `${where} from here`).toBe(415);
			}
		}
		expect(countRows()).toEqual(before);
	});

	it('may not read: no answer allows another origin', async () => {
		for (const path of ['/', '/api/v1/me', '/api/v1/openapi.json', '/courses/index.json']) {
			const answer = await new Visitor(server).get(path, { origin: 'https://evil.example' });
			expect(answer.headers.get('access-control-allow-origin'), path).toBeNull();
			expect(answer.headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
		}
	});
});

describe('every kind of answer', () => {
	const kinds: [what: string, path: string, status: number][] = [
		['a page', '/library', 200],
		['a page made beforehand', '/shell', 200],
		['a page for an address that is none', '/nowhere', 404],
		['an API answer', '/api/v1/me', 200],
		['an API refusal', '/api/v1/events', 401],
		['an API address that is none', '/api/v1/nowhere', 404],
		['a file', '/manifest.webmanifest', 200],
		['a script', '/service-worker.js', 200],
		['a malformed address', '/%E0%A4%A', 400],
		['a method that is none', '/api/v1/time', 405]
	];
	for (const [what, path, status] of kinds)
		it(`${what} says how it may be used`, async () => {
			const answer = await new Visitor(server).send(status === 405 ? 'PUT' : 'GET', path, undefined, {
				'content-type': 'application/json'
			});
			expect(answer.status).toBe(status);
			expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
			expect(answer.headers.get('x-frame-options')).toBe('DENY');
			expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
			expect(answer.headers.get('referrer-policy')).toBe('same-origin');
			expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
			expect(answer.headers.get('permissions-policy')).toContain('camera=()');
			expect(answer.headers.get('cache-control')).toBeTruthy();
			expect(answer.headers.get('server')).toBeNull();
			expect(answer.headers.get('x-powered-by')).toBeNull();
			expectNothingInside(answer);
		});

	it('lets no page run a script that is not ours', async () => {
		for (const path of ['/', '/library', '/shell', '/account', '/nowhere']) {
			const { headers, text } = await new Visitor(server).get(path, { accept: 'text/html' });
			const meta = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(text)?.[1];
			const policies = [headers.get('content-security-policy') ?? '', meta ?? ''].join('; ');
			const script = /script-src ([^;]*)/.exec(policies)?.[1] ?? '';
			expect(script, path).toMatch(/'self'/);
			expect(script, path).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
			for (const part of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "connect-src 'self'"])
				expect(policies, path).toContain(part);
			expect(policies, path).toContain("frame-ancestors 'none'");
			// Every script that stands in the page is named by its nonce or its hash.
			const inline = [...text.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)].length;
			expect(script.match(/'(?:nonce|sha256)-/g)?.length ?? 0, path).toBeGreaterThanOrEqual(
				inline > 0 ? 1 : 0
			);
		}
	});

	it('gives each page another nonce', async () => {
		const nonces = await Promise.all(
			[0, 1].map(async () => {
				const { headers } = await new Visitor(server).get('/library');
				return /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
			})
		);
		if (nonces[0] !== undefined) expect(nonces[0]).not.toBe(nonces[1]);
	});
});

describe('an error', () => {
	it('of an API address that is none is JSON', async () => {
		const { status, body } = await new Visitor(server).get('/api/v1/nowhere', { accept: 'text/html' });
		expect([status, body]).toEqual([404, { error: { type: 'NoSuchAddress' } }]);
	});

	it('tells nothing of the inside, whatever was sent', async () => {
		const person = await newPerson(server, 'errors');
		const { body } = await person.post('/api/v1/organisations', { name: '错误' });
		const { organisation } = body as Membership;
		const quote = `' or 1=1 --`;
		const bodies = [
			'{',
			'[]',
			'null',
			'"x"',
			'{"protocol":1}',
			`{"userName":"${quote}"}`,
			'\0',
			'9'.repeat(400)
		];
		for (const { method, path } of writing.filter((route) => route.method === 'POST'))
			for (const sent of bodies) {
				const url = path.replace(/\{\w+\}/, encodeURIComponent(quote));
				if (path.endsWith('sign-out')) continue;
				const answer = await person.send(method, url, sent, { 'content-type': 'application/json' });
				expect(answer.status, `${path} ${sent}`).toBeLessThan(500);
				expectNothingInside(answer);
			}
		for (const path of [
			`/api/v1/events?cursor=${encodeURIComponent(quote)}`,
			`/api/v1/events?cursor=x.99999999999999999999`,
			`/api/v1/publications/${encodeURIComponent(quote)}`,
			`/api/v1/publications?organisation=${encodeURIComponent(quote)}`,
			`/api/v1/organisations/${encodeURIComponent(quote)}/members`,
			`/api/v1/invitations/${encodeURIComponent(quote)}`,
			`/courses/${encodeURIComponent(quote)}.json`,
			...['search', 'course', 'passed', 'order', 'direction', 'page'].map(
				(name) => `/api/v1/results?organisation=${organisation}&${name}=${encodeURIComponent(quote)}`
			),
			`/api/v1/results?organisation=${organisation}&page=-1`,
			`/api/v1/results?organisation=${organisation}&page=1e9`,
			`/api/v1/results?organisation=${organisation}&search=${encodeURIComponent('%_\\\0')}`,
			`/api/v1/results.csv?organisation=${organisation}&zone=${encodeURIComponent(quote)}`
		]) {
			const answer = await person.get(path);
			expect(answer.status, path).toBeLessThan(500);
			expectNothingInside(answer);
		}
	});

	it('is the same for an account that exists and one that does not', async () => {
		const [taken, free] = ['taken.name', 'free.name'];
		await newPerson(server, taken);
		const wrong = (userName: string) =>
			new Visitor(server).post('/api/v1/account/sign-in', { userName, password: 'not the right one' });
		const [here, nowhere] = [await wrong(taken), await wrong(free)];
		expect(here.status).toBe(401);
		expect([nowhere.status, nowhere.text]).toEqual([here.status, here.text]);
		const visible = ({ headers }: Answer) => [...headers.keys()].sort();
		expect(visible(nowhere)).toEqual(visible(here));
	});
});

describe('paths', () => {
	it('reach nothing outside of what is served, in any spelling', async () => {
		const { port, hostname } = new URL(saixue.address);
		for (const path of [
			'/../package.json',
			'/..\\package.json',
			'/_app/..%2f..%2fserver/index.js',
			'/_app/%2e%2e/%2e%2e/index.js',
			'/_app/immutable/..%5c..%5cindex.js',
			'/courses/..%2f..%2fpackage.json',
			'/courses/%2e%2e%2findex.json.json',
			'/%00',
			'/saixue.db',
			'/session.secret',
			'/index.js.map',
			'/handler.js',
			'/node_modules/svelte/package.json'
		]) {
			const { status, text } = await rawGet(hostname, Number(port), path);
			expect([400, 404], path).toContain(status);
			expect(text, path).not.toMatch(/"dependencies"|"version":|sourcesContent|SQLite format/);
		}
	});

	it('do not lead to another site after signing in', async () => {
		for (const next of ['//evil.example', 'https:evil.example', '/\\evil.example', 'javascript:alert(1)']) {
			const answer = await new Visitor(server).get(`/account?next=${encodeURIComponent(next)}`);
			expect(answer.status).toBe(200);
			expect(answer.headers.get('location')).toBeNull();
		}
	});
});

describe('what a body claims', () => {
	it('neither makes a member, nor another person, nor the server’s own marks', async () => {
		const victim = await newPerson(server, 'victim');
		const { organisation } = (await victim.post('/api/v1/organisations', { name: '别人的' }))
			.body as Membership;
		const forger = await newPerson(server, 'forger');
		const me = forger.person.id;
		const claimed = { sequence: 1, receivedAt: 1, score: 100, isCorrect: true, role: 'administrator' };
		const own = eventWith({ member: me });
		const answer = await forger.post(
			'/api/v1/events',
			pushOf([
				eventWith({ member: victim.person.id, deviceSeq: 2 }),
				eventWith({ member: me, organisation, deviceSeq: 3 }),
				{ ...eventWith({ member: me, deviceSeq: 4 }), member: undefined },
				{ ...own, ...claimed, deviceSeq: 5 }
			])
		);
		const verdicts = answer.body.results.map(({ verdict }: { verdict: string }) => verdict);
		expect(verdicts.slice(0, 3)).toEqual(['rejected', 'rejected', 'rejected']);
		const { events } = (await forger.get('/api/v1/events')).body;
		for (const event of events) {
			expect(event.id).toBe(own.id);
			expect(event).not.toHaveProperty('role');
			expect(event).not.toHaveProperty('score');
			expect(event.receivedAt).toBeGreaterThan(NOW - 86_400_000 * 3_650);
			expect(event.member).toBe(me);
		}
		expect((await victim.get('/api/v1/events')).body.events).toEqual([]);
		expect((await victim.get(`/api/v1/results?organisation=${organisation}`)).body.total).toBe(0);
	});

	it('gives no role with the joining, and no score that the server can mark itself', async () => {
		const trainer = await newPerson(server, 'chief');
		const { organisation } = (await trainer.post('/api/v1/organisations', { name: '本单位' }))
			.body as Membership;
		const { inviteCode } = (await trainer.get(`/api/v1/organisations/${organisation}/members`)).body;
		const learner = await newPerson(server, 'climber');
		const joined = await learner.post('/api/v1/organisations/join', {
			code: inviteCode,
			role: 'administrator'
		});
		expect((joined.body as Membership).role).toBe('learner');
		await trainer.post(`/api/v1/publications?organisation=${organisation}`, { publication: PUBLICATION });
		const claim = { scoreHundredths: 200, fullHundredths: 200, right: 2, questions: 2 };
		const { events } = sittingOf({ member: learner.person.id, organisation, answers: [0, false], claim });
		await learner.post('/api/v1/events', pushOf(events, events[0]?.device));
		const rows = async () => (await trainer.get(`/api/v1/results?organisation=${organisation}`)).body.rows;
		await expect.poll(rows, { timeout: 30_000 }).toHaveLength(1);
		expect(await rows()).toMatchObject([{ scoreHundredths: 0, right: 0, markedBy: 'server' }]);
	});
});

describe('signing in', () => {
	it('is remembered by a cookie that no script and no other site gets', async () => {
		const answer = await new Visitor(server).post('/api/v1/account/register', {
			userName: 'cookie',
			name: 'cookie',
			password: PASSWORD
		});
		const cookies = answer.headers.getSetCookie();
		expect(cookies.length).toBeGreaterThan(0);
		for (const cookie of cookies) {
			expect(cookie).toMatch(/;\s*HttpOnly/i);
			expect(cookie).toMatch(/;\s*SameSite=(Lax|Strict)/i);
			expect(cookie).toMatch(/;\s*Path=\/(api\/v1\/account)?(;|$)/i);
			expect(cookie).not.toMatch(/;\s*Domain=/i);
		}
		expect(answer.headers.get('cache-control')).toContain('no-store');
	});

	it('lets sixty in from one address within ten seconds while a guesser is stopped', async () => {
		const names = Array.from({ length: 60 }, (_, n) => `class.${n}`);
		for (let n = 0; n < names.length; n += 10)
			await Promise.all(names.slice(n, n + 10).map((name) => newPerson(server, name)));
		const victim = await newPerson(server, 'guessed');
		const signIn = (userName: string, password: string) =>
			new Visitor(server).post('/api/v1/account/sign-in', { userName, password });
		const began = performance.now();
		const guesses = (async () => {
			const statuses: number[] = [];
			for (let n = 0; n < 20; n++) statuses.push((await signIn('guessed', `guess number ${n}`)).status);
			return statuses;
		})();
		const entered = await Promise.all(names.map((name) => signIn(name, PASSWORD)));
		const tookMs = performance.now() - began;
		expect(entered.map(({ status }) => status)).toEqual(names.map(() => 200));
		expect(tookMs).toBeLessThan(10_000);
		const statuses = await guesses;
		expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
		expect(statuses.slice(-5)).toEqual([429, 429, 429, 429, 429]);
		// Whoever is signed in already is not disturbed by it.
		expect(((await victim.get('/api/v1/me')).body.person as Person).userName).toBe('guessed');
	});
});

/** No stack, no path of this machine, no SQL, no name of a library. */
function expectNothingInside({ text }: Answer): void {
	expect(text).not.toMatch(/\bat .+\.(?:js|ts):\d+|node_modules|file:\/\/|\/build\/server/);
	expect(text).not.toMatch(/\bselect\b.+\bfrom\b|\binsert into\b|sqlite|SQLITE_|kysely|valibot|better-auth/i);
}

function countRows(): Record<string, number> {
	const database = new DatabaseSync(join(saixue.dataDir, 'saixue.db'), { readOnly: true });
	const tables = database
		.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
		.all()
		.map(({ name }) => String(name));
	const counts = tables.map((name): [string, number] => [
		name,
		Number(database.prepare(`select count(*) as count from "${name}"`).get()?.count)
	]);
	database.close();
	return Object.fromEntries(counts);
}

/** fetch would tidy the path up before it is sent. */
async function rawGet(
	hostname: string,
	port: number,
	path: string
): Promise<{ status: number; text: string }> {
	const { request } = await import('node:http');
	return new Promise((resolve, reject) => {
		const asked = request({ hostname, port, path, agent: false }, (response) => {
			let text = '';
			response.on('data', (bytes) => (text += String(bytes)));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
		});
		asked.on('error', reject);
		asked.end();
	});
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	newOrganisation,
	newPerson,
	ROUTES,
	startServer,
	Visitor,
	type Organisation,
	type TestServer
} from '../../../tests/support/server-http.ts';
import {
	eventWith,
	PUBLICATION,
	PUBLICATION_HASH,
	pushOf,
	sittingOf
} from '../../../tests/support/server-events.ts';
import { OPERATIONS } from './openapi.ts';

type Asker = 'guest' | 'nobody' | 'stranger' | 'learner' | 'trainer' | 'administrator';
const ASKERS: Asker[] = ['guest', 'nobody', 'stranger', 'learner', 'trainer', 'administrator'];

/** What each asker gets: a guest has no account, nobody no organisation, a stranger leads another one. */
interface Row {
	url: (ours: Organisation) => string;
	body?: (ours: Organisation) => unknown;
	expected: Record<Asker, number>;
}

const open = (status: number): Row['expected'] =>
	Object.fromEntries(ASKERS.map((asker) => [asker, status])) as Row['expected'];
const signedIn: Row['expected'] = { ...open(200), guest: 401 };
const leaders: Row['expected'] = {
	guest: 401,
	nobody: 403,
	stranger: 403,
	learner: 403,
	trainer: 200,
	administrator: 200
};
const administrators: Row['expected'] = { ...leaders, trainer: 403 };

const MATRIX: Record<string, Row> = {
	'GET /api/v1/me': { url: () => '/api/v1/me', expected: open(200) },
	'GET /api/v1/time': { url: () => '/api/v1/time', expected: open(200) },
	'GET /api/v1/health': { url: () => '/api/v1/health', expected: open(200) },
	'GET /api/v1/ready': { url: () => '/api/v1/ready', expected: open(200) },
	'GET /api/v1/openapi.json': { url: () => '/api/v1/openapi.json', expected: open(200) },
	'GET /api/v1/invitations/{code}': { url: () => '/api/v1/invitations/22222222', expected: open(404) },
	'POST /api/v1/account/register': {
		url: () => '/api/v1/account/register',
		body: () => ({}),
		expected: open(400)
	},
	'POST /api/v1/account/sign-in': {
		url: () => '/api/v1/account/sign-in',
		body: () => ({}),
		expected: open(400)
	},
	'POST /api/v1/account/sign-out': { url: () => '/api/v1/account/sign-out', expected: open(200) },
	'POST /api/v1/setup': { url: () => '/api/v1/setup', body: () => ({}), expected: open(400) },
	'POST /api/v1/organisations': {
		url: () => '/api/v1/organisations',
		body: () => ({ name: '新' }),
		expected: { ...open(201), guest: 401 }
	},
	'POST /api/v1/organisations/join': {
		url: () => '/api/v1/organisations/join',
		body: () => ({ code: '22222222' }),
		expected: { ...open(404), guest: 401 }
	},
	'GET /api/v1/organisations/{id}/members': {
		url: ({ id }) => `/api/v1/organisations/${id}/members`,
		expected: leaders
	},
	'POST /api/v1/organisations/{id}/members/role': {
		url: ({ id }) => `/api/v1/organisations/${id}/members/role`,
		body: ({ learner }) => ({ member: learner.person.id, role: 'learner' }),
		expected: administrators
	},
	'POST /api/v1/organisations/{id}/invitation': {
		url: ({ id }) => `/api/v1/organisations/${id}/invitation`,
		expected: administrators
	},
	'POST /api/v1/events': { url: () => '/api/v1/events', body: () => pushOf([]), expected: signedIn },
	'GET /api/v1/events': { url: () => '/api/v1/events', expected: signedIn },
	'GET /api/v1/verify': { url: () => '/api/v1/verify', expected: signedIn },
	'GET /api/v1/publications': {
		url: ({ id }) => `/api/v1/publications?organisation=${id}`,
		expected: { ...signedIn, nobody: 403, stranger: 403 }
	},
	'POST /api/v1/publications': {
		url: ({ id }) => `/api/v1/publications?organisation=${id}`,
		body: () => ({ publication: PUBLICATION }),
		expected: { ...leaders, trainer: 201, administrator: 201 }
	},
	'GET /api/v1/publications/{hash}': {
		url: () => `/api/v1/publications/${PUBLICATION_HASH}`,
		expected: { ...signedIn, nobody: 404, stranger: 404 }
	},
	'DELETE /api/v1/publications/{hash}': {
		url: ({ id }) => `/api/v1/publications/${'0'.repeat(64)}?organisation=${id}`,
		expected: { ...leaders, trainer: 404, administrator: 404 }
	},
	'GET /api/v1/sets': { url: ({ id }) => `/api/v1/sets?organisation=${id}`, expected: leaders },
	'POST /api/v1/sets': {
		url: ({ id }) => `/api/v1/sets?organisation=${id}`,
		body: () => ({ publication: PUBLICATION_HASH, title: '十题', questions: ['q1', 'q2'], invites: true }),
		expected: { ...leaders, trainer: 201, administrator: 201 }
	},
	'DELETE /api/v1/sets/{token}': {
		url: ({ id }) => `/api/v1/sets/${'A'.repeat(22)}?organisation=${id}`,
		expected: { ...leaders, trainer: 404, administrator: 404 }
	},
	'GET /api/v1/results': { url: ({ id }) => `/api/v1/results?organisation=${id}`, expected: leaders },
	'GET /api/v1/reports': { url: ({ id }) => `/api/v1/reports?organisation=${id}`, expected: leaders },
	'GET /api/v1/reports/mine': { url: () => '/api/v1/reports/mine', expected: signedIn },
	'POST /api/v1/reports/{id}/handled': {
		url: () => '/api/v1/reports/no-such/handled',
		body: ({ id }) => ({ organisation: id, note: '' }),
		expected: { ...leaders, trainer: 404, administrator: 404 }
	},
	'GET /api/v1/results.csv': { url: ({ id }) => `/api/v1/results.csv?organisation=${id}`, expected: leaders }
};

let server: TestServer;
let ours: Organisation;
const askers: Partial<Record<Asker, Visitor>> = {};

beforeAll(async () => {
	server = await startServer();
	ours = await newOrganisation(server, '一中');
	const theirs = await newOrganisation(server, '二中');
	const [nobody] = [await newPerson(server)];
	Object.assign(askers, { guest: new Visitor(server), nobody, stranger: theirs.administrator });
	Object.assign(askers, { learner: ours.learner, trainer: ours.trainer, administrator: ours.administrator });
	await ours.trainer.post(`/api/v1/publications?organisation=${ours.id}`, { publication: PUBLICATION });
});
afterAll(() => server.close());

describe('who may what', () => {
	it('has a row for every route, and every route is described', () => {
		const routes = [...ROUTES.map(({ method, path }) => `${method} ${path}`), 'POST /api/v1/events'].sort();
		expect(Object.keys(MATRIX).sort()).toEqual(routes);
		expect(Object.keys(OPERATIONS).sort()).toEqual(routes);
	});

	for (const [name, row] of Object.entries(MATRIX)) {
		// Whoever signs out or founds an organisation would be someone else afterwards.
		const isFatal = name.includes('sign-out') || name === 'POST /api/v1/organisations';
		it(name, async () => {
			const [method = ''] = name.split(' ');
			const got: Partial<Record<Asker, number>> = {};
			for (const asker of ASKERS) {
				if (isFatal && asker !== 'guest') {
					got[asker] = row.expected[asker];
					continue;
				}
				const visitor = askers[asker]!;
				const answer =
					method === 'POST'
						? await visitor.post(row.url(ours), row.body?.(ours) ?? {})
						: await visitor.send(method, row.url(ours));
				got[asker] = answer.status;
			}
			expect(got).toEqual(row.expected);
		});
	}

	it('refuses every writing route to a page from elsewhere, and to a body that is no JSON', async () => {
		for (const [name, row] of Object.entries(MATRIX)) {
			const [method = ''] = name.split(' ');
			if (method === 'GET') continue;
			const { administrator } = ours;
			const body = method === 'POST' ? JSON.stringify(row.body?.(ours) ?? {}) : undefined;
			const json = { 'content-type': 'application/json' };
			const url = row.url(ours);
			expect(
				(await administrator.send(method, url, body, { ...json, origin: 'https://evil.example' })).status,
				name
			).toBe(403);
			expect(
				(await administrator.send(method, url, body, { ...json, origin: '', 'sec-fetch-site': 'cross-site' }))
					.status,
				name
			).toBe(403);
			expect((await administrator.send(method, url, body, { ...json, origin: '' })).status, name).toBe(403);
			if (method === 'POST')
				expect(
					(await administrator.send(method, url, body, { 'content-type': 'text/plain' })).status,
					name
				).toBe(415);
		}
	});

	it('shows a stranger nothing of another organisation', async () => {
		const { events } = sittingOf({ member: ours.learner.person.id, organisation: ours.id });
		await ours.learner.post('/api/v1/events', pushOf(events));
		const stranger = askers.stranger!;
		expect((await stranger.get('/api/v1/publications')).body.publications).toEqual([]);
		expect((await stranger.get('/api/v1/events')).body.events).toEqual([]);
		expect((await stranger.get('/api/v1/verify')).body.count).toBe(0);
		const refused = await stranger.get(`/api/v1/organisations/${ours.id}/members`);
		const missing = await stranger.get('/api/v1/organisations/no-such/members');
		expect(refused.text).toBe(missing.text);
		// Nor may they write there, or in another's name.
		const own = (stranger as Organisation['administrator']).person.id;
		const pushed = await stranger.post(
			'/api/v1/events',
			pushOf([
				eventWith({ member: own, organisation: ours.id }),
				eventWith({ member: ours.learner.person.id })
			])
		);
		expect(pushed.body.results.map(({ reason }: { reason: string }) => reason)).toEqual([
			'NotAMember',
			'NotYours'
		]);
	});

	it('keeps the answers about persons out of every cache', async () => {
		for (const path of [
			'/api/v1/me',
			'/api/v1/events',
			'/api/v1/verify',
			`/api/v1/results?organisation=${ours.id}`,
			`/api/v1/results.csv?organisation=${ours.id}`,
			`/api/v1/reports?organisation=${ours.id}`,
			'/api/v1/reports/mine'
		])
			expect((await ours.administrator.get(path)).headers.get('cache-control'), path).toContain('no-store');
	});
});

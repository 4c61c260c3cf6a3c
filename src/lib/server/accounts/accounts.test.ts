import { DatabaseSync } from 'node:sqlite';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	newOrganisation,
	newPerson,
	PASSWORD,
	startServer,
	Visitor,
	type TestServer
} from '../../../../tests/support/server-http.ts';
import { databasePath } from '../storage/database.ts';
import { host } from '../host.ts';
import { state } from '../state.ts';
import { listPeople } from '../storage/tables/person.ts';
import { resetPassword } from './recovery.ts';

let server: TestServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.close());

const register = (visitor: Visitor, userName: string, password = PASSWORD) =>
	visitor.post('/api/v1/account/register', { userName, name: '某人', password });
const signIn = (visitor: Visitor, userName: string, password = PASSWORD) =>
	visitor.post('/api/v1/account/sign-in', { userName, password });

describe('the one-time link', () => {
	it('makes the first administrator once, and only with the right token', async () => {
		const token = host().setupToken!;
		const body = { organisation: '一中', userName: '校长', name: '李校长', password: PASSWORD };
		const visitor = new Visitor(server);
		expect((await visitor.post('/api/v1/setup', { ...body, token: 'x'.repeat(32) })).body.error.type).toBe(
			'LinkUsed'
		);
		expect(
			(await visitor.post('/api/v1/setup', { ...body, token, password: '12345678' })).body.error.type
		).toBe('WeakPassword');
		const both = await Promise.all([
			new Visitor(server).post('/api/v1/setup', { ...body, token }),
			new Visitor(server).post('/api/v1/setup', { ...body, token, userName: '校长二' })
		]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
		const { person } = both.find(({ status }) => status === 200)!.body;
		expect(person.memberships).toMatchObject([{ organisationName: '一中', role: 'administrator' }]);
		expect(
			(await visitor.post('/api/v1/setup', { ...body, token, userName: '又一个' })).body.error.type
		).toBe('LinkUsed');
	});

	it('is not made again once there is an administrator', async () => {
		await server.restart();
		expect((await state()).setupToken).toBeUndefined();
	});
});

describe('an account', () => {
	it('has the tables that the account library expects', async () => {
		const { auth } = await state();
		const missing = await getMigrations(auth.options, { throwOnUnsafe: false });
		expect(missing.toBeCreated).toEqual([]);
		expect(missing.toBeAdded).toEqual([]);
		expect(missing.toBeAddedIndexes).toEqual([]);
		expect(missing.schemaProblems).toEqual([]);
	});

	it('is made with a Chinese name and a long password of any signs, and signed in at once', async () => {
		const visitor = new Visitor(server);
		const password = '密码🐟'.repeat(16);
		expect((await register(visitor, '王小明', password)).body.person).toMatchObject({
			userName: '王小明',
			name: '某人',
			memberships: []
		});
		expect((await visitor.get('/api/v1/me')).body.person.userName).toBe('王小明');
		expect((await signIn(new Visitor(server), '王小明', password)).status).toBe(200);
	});

	it('keeps the password as argon2id with the cost of ASVS 5.0', async () => {
		const database = new DatabaseSync(databasePath(server.dataDir), { readOnly: true });
		const rows = database.prepare('select password from credential').all();
		database.close();
		expect(rows.length).toBeGreaterThan(0);
		for (const { password } of rows) expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});

	it('needs a password of 8 signs or more that is not among the worst', async () => {
		expect((await register(new Visitor(server), '短', '1234567')).body.error.type).toBe('Invalid');
		for (const weak of ['12345678', 'Password1', 'ｑｗｅｒｔｙ123', 'aaaaaaaaaa', '1314520520'])
			expect((await register(new Visitor(server), '弱密码', weak)).body.error.type, weak).toBe(
				'WeakPassword'
			);
		expect((await register(new Visitor(server), 'zhangsan2026', 'ZhangSan2026')).body.error.type).toBe(
			'WeakPassword'
		);
	});

	it('has a name of its own, however it is spelt, even when two ask at once', async () => {
		await newPerson(server, 'Alice');
		for (const same of ['alice', 'ＡＬＩＣＥ', ' Alice '])
			expect((await register(new Visitor(server), same)).body.error.type, same).toBe('UserNameTaken');
		const both = await Promise.all([
			register(new Visitor(server), '同名'),
			register(new Visitor(server), '同名')
		]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
	});

	it('gives every session its own token, and ends it at sign-out', async () => {
		const visitor = await newPerson(server);
		const before = new Map(visitor.cookies);
		const again = new Visitor(server);
		again.cookies = new Map(before);
		await signIn(again, visitor.person.userName);
		expect(again.cookies.get('saixue.session_token')).not.toBe(before.get('saixue.session_token'));
		expect((await visitor.get('/api/v1/events')).status).toBe(200);
		await visitor.post('/api/v1/account/sign-out');
		const replay = new Visitor(server);
		replay.cookies = before;
		expect((await replay.get('/api/v1/events')).status).toBe(401);
		expect((await replay.post('/api/v1/events', { protocol: 1, device: 'd', events: [] })).status).toBe(401);
		expect((await again.get('/api/v1/events')).status).toBe(200);
	});

	it('is carried by a cookie that scripts and other sites do not get, Secure over https alone', async () => {
		const person = await newPerson(server);
		const [cookie = ''] = (await signIn(person, person.person.userName)).headers.getSetCookie();
		expect(cookie).toMatch(/HttpOnly/i);
		expect(cookie).toMatch(/SameSite=Lax/i);
		expect(cookie).not.toMatch(/Secure/i);
	});

	it('takes nothing from the body that the schema does not name', async () => {
		const visitor = new Visitor(server);
		await visitor.post('/api/v1/account/register', {
			userName: '越权者',
			name: '越权者',
			password: PASSWORD,
			id: 'chosen',
			role: 'administrator',
			memberships: [{ organisation: 'x', role: 'administrator' }]
		});
		const { person } = (await visitor.get('/api/v1/me')).body;
		expect(person.memberships).toEqual([]);
		expect(person.id).not.toBe('chosen');
	});
});

describe('signing in', () => {
	it('says the same whether the name or the password is wrong', async () => {
		await newPerson(server, '有此人');
		const wrong = await signIn(new Visitor(server), '有此人', '不是这个密码啊啊');
		const unknown = await signIn(new Visitor(server), '无此人', '不是这个密码啊啊');
		const impossible = await signIn(new Visitor(server), '??', '不是这个密码啊啊');
		expect([wrong.status, unknown.status, impossible.status]).toEqual([401, 401, 401]);
		expect(new Set([wrong.text, unknown.text, impossible.text]).size).toBe(1);
	});

	it('takes about as long for a name that nobody has', async () => {
		await newPerson(server, '计时甲');
		const time = async (userName: string) => {
			const start = performance.now();
			await signIn(new Visitor(server), userName, '不是这个密码啊啊');
			return performance.now() - start;
		};
		const known: number[] = [];
		const unknown: number[] = [];
		for (let i = 0; i < 9; i++) {
			known.push(await time('计时甲'));
			unknown.push(await time('计时乙'));
		}
		// Hashing takes most of it; the quickest of nine tells it from a machine that is busy with other things.
		const [knownMs, unknownMs] = [Math.min(...known), Math.min(...unknown)];
		expect(unknownMs).toBeGreaterThan(knownMs / 3);
		expect(unknownMs).toBeLessThan(knownMs * 3);
	});

	it('lets a class of sixty in at once from one address', async () => {
		const names = Array.from({ length: 60 }, (_, i) => `班级${i}`);
		await Promise.all(names.map((name) => register(new Visitor(server, '198.51.100.7'), name)));
		const answers = await Promise.all(names.map((name) => signIn(new Visitor(server, '198.51.100.7'), name)));
		expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
	});

	it('stops a guesser after ten tries, the right password included; the neighbour signs in', async () => {
		const victim = await newPerson(server, '被猜者');
		await newPerson(server, '邻座');
		const guesser = () => new Visitor(server, '203.0.113.9');
		const guesses = await Promise.all(
			Array.from({ length: 20 }, (_, i) => signIn(guesser(), '被猜者', `猜测的第${i}个密码`))
		);
		expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10);
		const stopped = guesses.filter(({ status }) => status === 429);
		expect(stopped).toHaveLength(10);
		expect(stopped[0]?.body.error).toMatchObject({ type: 'TooManyTries' });
		expect(stopped[0]?.body.error.retryAfter).toBeGreaterThan(200);
		expect(stopped[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
		expect((await signIn(guesser(), '被猜者')).status).toBe(429);
		expect((await signIn(guesser(), '邻座')).status).toBe(200);
		expect((await victim.get('/api/v1/events')).status).toBe(200);
	});

	it('is not kept from a person on their own device by a guesser elsewhere', async () => {
		const person = await newPerson(server, '熟客');
		const neighbour = await newPerson(server, '熟客的邻座');
		await person.post('/api/v1/account/sign-out');
		await Promise.all(
			Array.from({ length: 12 }, (_, i) => signIn(new Visitor(server), '熟客', `猜测的第${i}个密码`))
		);
		expect((await signIn(new Visitor(server), '熟客')).status).toBe(429);
		// The neighbour's device is known too, but not for this account; nor is a seal that somebody made up.
		expect((await signIn(neighbour, '熟客')).status).toBe(429);
		const forger = new Visitor(server);
		forger.cookies.set('saixue.known', 'a'.repeat(43));
		expect((await signIn(forger, '熟客')).status).toBe(429);
		expect((await signIn(person, '熟客')).status).toBe(200);
		// Whoever holds the device cannot guess without end either.
		await person.post('/api/v1/account/sign-out');
		for (let i = 0; i < 10; i++) await signIn(person, '熟客', `在手机上猜的第${i}个`);
		expect((await signIn(person, '熟客')).status).toBe(429);
	});

	it('counts other spellings of a name as the same account, and forgets after a success', async () => {
		await newPerson(server, 'Bob2026');
		for (let i = 0; i < 9; i++)
			await signIn(new Visitor(server), i % 2 ? 'ｂｏｂ2026' : 'BOB2026', '不是这个密码啊啊');
		expect((await signIn(new Visitor(server), 'bob2026')).status).toBe(200);
		for (let i = 0; i < 10; i++) await signIn(new Visitor(server), 'bob2026', '不是这个密码啊啊');
		expect((await signIn(new Visitor(server), 'ＢＯＢ2026')).status).toBe(429);
	});
});

describe('an organisation', () => {
	it('is joined by its code as a learner, in any case, and once', async () => {
		const { administrator, id } = await newOrganisation(server, '三中');
		const { inviteCode } = (await administrator.get(`/api/v1/organisations/${id}/members`)).body;
		expect((await new Visitor(server).get(`/api/v1/invitations/${inviteCode.toLowerCase()}`)).body).toEqual({
			code: inviteCode,
			organisationName: '三中'
		});
		const person = await newPerson(server);
		const joined = await person.post('/api/v1/organisations/join', { code: inviteCode.toLowerCase() });
		expect(joined.body).toEqual({ organisation: id, organisationName: '三中', role: 'learner' });
		await administrator.post('/api/v1/organisations/join', { code: inviteCode });
		expect((await administrator.get('/api/v1/me')).body.person.memberships).toMatchObject([
			{ role: 'administrator' }
		]);
		expect((await person.get('/api/v1/me')).body.person.memberships).toMatchObject([{ organisation: id }]);
	});

	it('has a new code after a renewal; the old one opens nothing', async () => {
		const { administrator, id } = await newOrganisation(server);
		const { inviteCode } = (await administrator.get(`/api/v1/organisations/${id}/members`)).body;
		const renewed = (await administrator.post(`/api/v1/organisations/${id}/invitation`)).body.inviteCode;
		expect(renewed).not.toBe(inviteCode);
		expect((await new Visitor(server).get(`/api/v1/invitations/${inviteCode}`)).body.error.type).toBe(
			'NoSuchInvitation'
		);
		expect((await new Visitor(server).get(`/api/v1/invitations/${renewed}`)).status).toBe(200);
	});

	it('keeps its last administrator, and a role counts from the next request on', async () => {
		const { administrator, learner, id } = await newOrganisation(server);
		const change = (member: string, role: string) =>
			administrator.post(`/api/v1/organisations/${id}/members/role`, { member, role });
		expect((await change(administrator.person.id, 'learner')).body.error.type).toBe('LastAdministrator');
		expect((await learner.get(`/api/v1/results?organisation=${id}`)).status).toBe(403);
		expect((await change(learner.person.id, 'administrator')).status).toBe(200);
		expect((await learner.get(`/api/v1/results?organisation=${id}`)).status).toBe(200);
		expect((await change(administrator.person.id, 'learner')).status).toBe(200);
		expect((await administrator.get(`/api/v1/results?organisation=${id}`)).status).toBe(403);
		expect((await change(learner.person.id, 'learner')).status).toBe(403);
	});

	it('gives no role to someone who is no member', async () => {
		const { administrator, id } = await newOrganisation(server);
		const outsider = await newPerson(server);
		const answer = await administrator.post(`/api/v1/organisations/${id}/members/role`, {
			member: outsider.person.id,
			role: 'trainer'
		});
		expect(answer.body.error.type).toBe('NotAllowed');
	});
});

describe('a forgotten password', () => {
	it('is replaced by whoever runs the server; the old one and all sessions end', async () => {
		const person = await newPerson(server, '健忘者');
		for (let i = 0; i < 11; i++) await signIn(new Visitor(server), '健忘者', '不是这个密码啊啊');
		const { db, sessions } = await state();
		const reset = await resetPassword(db, '健忘者');
		expect((await signIn(new Visitor(server), '健忘者', PASSWORD)).status).toBe(401);
		expect((await signIn(new Visitor(server), '健忘者', reset.ok ? reset.value.password : '')).status).toBe(
			200
		);
		sessions.forgetPerson(person.person.id);
		expect((await person.get('/api/v1/events')).status).toBe(401);
		expect(await resetPassword(db, '无此人')).toEqual({ ok: false, error: { type: 'NoSuchPerson' } });
		expect((await listPeople(db)).some(({ userName }) => userName === '健忘者')).toBe(true);
	});
});

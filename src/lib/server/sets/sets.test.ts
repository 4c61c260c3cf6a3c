import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLICATION, PUBLICATION_HASH } from '../../../../tests/support/server-events.ts';
import {
	newOrganisation,
	startServer,
	type Organisation,
	type TestServer
} from '../../../../tests/support/server-http.ts';
import { state } from '../state.ts';
import { sharedSetOf } from '../storage/tables/shared-set.ts';

let server: TestServer;
let ours: Organisation;
let theirs: Organisation;
let url: string;
beforeAll(async () => {
	server = await startServer();
	ours = await newOrganisation(server, '海河市总工会');
	theirs = await newOrganisation(server, '别处');
	url = `/api/v1/sets?organisation=${ours.id}`;
	await ours.trainer.post(`/api/v1/publications?organisation=${ours.id}`, { publication: PUBLICATION });
});
afterAll(() => server.close());

const body = (change: Record<string, unknown> = {}) => ({
	publication: PUBLICATION_HASH,
	title: '两道题',
	questions: ['q2', 'q1'],
	invites: true,
	...change
});
const share = async (change?: Record<string, unknown>): Promise<string> =>
	(await ours.trainer.post(url, body(change))).body.token;
const found = async (token: string) => sharedSetOf((await state()).db, token);

describe('a shared set', () => {
	it('holds the questions in the order asked for, with keys and without their trail', async () => {
		const set = await found(await share());
		if (!set || set.withdrawn) throw new Error('not shared');
		expect(set.set.bank.questions.map(({ id }) => id)).toEqual(['q2', 'q1']);
		expect(set.set.bank.questions.every((question) => 'key' in question)).toBe(true);
		expect(JSON.stringify(set.set.bank)).not.toContain('"source"');
		expect(set.set).toMatchObject({ course: PUBLICATION_HASH, organisation: { name: '海河市总工会' } });
	});

	it('has a name that nobody guesses, another one each time', async () => {
		const tokens = new Set([await share(), await share(), await share()]);
		expect(tokens.size).toBe(3);
		for (const token of tokens) expect(token).toMatch(/^[\w-]{22}$/);
	});

	it('hands on the invitation only when the trainer said so, and always the one that holds now', async () => {
		const [open, closed] = [await share(), await share({ invites: false })];
		const renewed = await ours.administrator.post(`/api/v1/organisations/${ours.id}/invitation`);
		expect(await found(open)).toMatchObject({ set: { inviteCode: renewed.body.inviteCode } });
		expect(JSON.stringify(await found(closed))).not.toContain(renewed.body.inviteCode);
	});

	it('is refused for questions that the course lacks, for none, for one named twice', async () => {
		for (const questions of [['q1', 'q9'], [], ['q1', 'q1']]) {
			const answer = await ours.trainer.post(url, body({ questions }));
			expect(answer.status).toBe(400);
			expect(answer.body.error.type).toBe('Invalid');
		}
	});

	it('is refused for a course that this organisation does not publish', async () => {
		const elsewhere = `/api/v1/sets?organisation=${theirs.id}`;
		expect((await theirs.trainer.post(elsewhere, body())).body.error.type).toBe('NoSuchPublication');
	});

	it('stands in the list until it is taken back; then the link says only who had shared it', async () => {
		const token = await share({ title: '班前十题' });
		const listed = (await ours.administrator.get(url)).body.sets;
		expect(listed[0]).toMatchObject({ token, title: '班前十题', questions: 2 });
		expect(listed[0].createdBy).toBe(ours.trainer.person.name);
		const one = `/api/v1/sets/${token}`;
		expect((await theirs.trainer.delete(`${one}?organisation=${theirs.id}`)).status).toBe(404);
		expect((await found(token))?.withdrawn).toBe(false);
		expect((await ours.administrator.delete(`${one}?organisation=${ours.id}`)).status).toBe(200);
		expect((await ours.administrator.delete(`${one}?organisation=${ours.id}`)).status).toBe(404);
		expect(await found(token)).toEqual({
			withdrawn: true,
			organisation: { id: ours.id, name: '海河市总工会' }
		});
		expect(JSON.stringify((await ours.administrator.get(url)).body)).not.toContain(token);
	});

	it('goes on when the course itself gets a new version', async () => {
		const token = await share();
		await ours.trainer.delete(`/api/v1/publications/${PUBLICATION_HASH}?organisation=${ours.id}`);
		expect((await found(token))?.withdrawn).toBe(false);
		expect((await ours.trainer.post(url, body())).body.error.type).toBe('NoSuchPublication');
		expect(await found('A'.repeat(22))).toBeUndefined();
	});
});

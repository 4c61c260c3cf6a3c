import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultRow, ResultsResponse } from '#lib/wire/results.ts';
import {
	NOW,
	PUBLICATION,
	PUBLICATION_HASH,
	pushOf,
	sittingOf,
	type Sitting
} from '../../../../tests/support/server-events.ts';
import {
	newOrganisation,
	newPerson,
	startServer,
	type Organisation,
	type TestServer,
	type Visitor
} from '../../../../tests/support/server-http.ts';
import { state } from '../state.ts';
import { readBuiltInBanks } from './built-in-banks.ts';

let server: TestServer;
let ours: Organisation;
beforeAll(async () => {
	server = await startServer();
	ours = await newOrganisation(server);
});
afterAll(() => server.close());

type Learner = Organisation['learner'];

async function sit(learner: Learner, organisation: string, change: Partial<Sitting> = {}): Promise<string> {
	const { attempt, events } = sittingOf({ member: learner.person.id, organisation, ...change });
	const answer = await learner.post('/api/v1/events', pushOf(events));
	expect(answer.body.results.map(({ verdict }: { verdict: string }) => verdict)).toEqual(
		events.map(() => 'stored')
	);
	return attempt;
}

async function resultsOf({ trainer, id }: Organisation, query = ''): Promise<ResultsResponse> {
	return (await trainer.get(`/api/v1/results?organisation=${id}${query}`)).body as ResultsResponse;
}

/** Marking comes a moment after storing. */
async function until(
	organisation: Organisation,
	isThere: (rows: ResultRow[]) => boolean
): Promise<ResultRow[]> {
	for (let i = 0; i < 600; i++) {
		const { rows } = await resultsOf(organisation);
		if (isThere(rows)) return rows;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error('the result did not come');
}

describe('a result', () => {
	it('is the device’s claim until the server has the key, and the server’s own from then on', async () => {
		const claim = { scoreHundredths: 20_000, fullHundredths: 20_000, right: 2, questions: 2 };
		const attempt = await sit(ours.learner, ours.id, { answers: [0, true], claim });
		const [claimed] = await until(ours, (rows) => rows.some((row) => row.attempt === attempt));
		// A claim of more than the paper can give counts as all of it.
		expect(claimed).toMatchObject({
			markedBy: 'device',
			scoreHundredths: 200,
			fullHundredths: 200,
			right: 2
		});
		await ours.trainer.post(`/api/v1/publications?organisation=${ours.id}`, { publication: PUBLICATION });
		const [marked] = await until(ours, (rows) => rows[0]?.markedBy === 'server');
		expect(marked).toEqual({
			attempt,
			member: ours.learner.person.id,
			name: ours.learner.person.name,
			title: '两道题',
			course: PUBLICATION_HASH,
			startedAt: NOW,
			handedInAt: NOW + 60_000,
			durationMs: 60_000,
			scoreHundredths: 100,
			fullHundredths: 200,
			right: 1,
			questions: 2,
			ungraded: 0,
			passed: false,
			markedBy: 'server',
			clockSuspect: false
		});
	});

	it('is the server’s own for the course that comes with the app', async () => {
		const [[course, bank] = []] = await readBuiltInBanks(process.cwd());
		const attempt = await sit(ours.learner, ours.id, { course: course!, title: bank!.title });
		const rows = await until(ours, (found) => found.some((row) => row.attempt === attempt));
		expect(rows.find((row) => row.attempt === attempt)).toMatchObject({
			markedBy: 'server',
			title: bank!.title
		});
	});

	it('stands there before it is handed in, and changes with what comes later', async () => {
		const { attempt, events } = sittingOf({ member: ours.learner.person.id, organisation: ours.id });
		await ours.learner.post('/api/v1/events', pushOf(events.slice(0, 2)));
		const open = (await until(ours, (rows) => rows.some((row) => row.attempt === attempt))).find(
			(row) => row.attempt === attempt
		);
		expect(open).toMatchObject({ handedInAt: null, durationMs: null, scoreHundredths: 100 });
		await ours.learner.post('/api/v1/events', pushOf(events));
		await until(ours, (rows) =>
			rows.some((row) => row.attempt === attempt && row.handedInAt !== null && row.scoreHundredths === 200)
		);
	});

	it('is not shown for what was not shared, or done outside the organisation', async () => {
		const secret = await sit(ours.learner, ours.id, { shared: false });
		const { attempt: own, events } = sittingOf({ member: ours.learner.person.id });
		await ours.learner.post('/api/v1/events', pushOf(events));
		const last = await sit(ours.learner, ours.id);
		const rows = await until(ours, (found) => found.some((row) => row.attempt === last));
		expect(rows.filter((row) => [secret, own].includes(row.attempt))).toEqual([]);
	});

	it('cannot be changed by another member who uses the attempt’s id', async () => {
		const attempt = await sit(ours.learner, ours.id, { answers: [0, false] });
		await until(ours, (rows) => rows.some((row) => row.attempt === attempt));
		const other = ours.administrator;
		const { events } = sittingOf({ member: other.person.id, organisation: ours.id });
		const stolen = events.map((event) => ({ ...event, body: { ...event.body, attempt } }));
		await other.post('/api/v1/events', pushOf(stolen));
		const rows = await until(ours, (found) => found.filter((row) => row.attempt === attempt).length === 2);
		expect(
			rows.find((row) => row.attempt === attempt && row.member === ours.learner.person.id)?.scoreHundredths
		).toBe(0);
	});

	it('is caught up with after a restart', async () => {
		const { db, projection } = await state();
		await projection.close();
		const attempt = await sit(ours.learner, ours.id);
		await db.updateTable('progress').set({ sequence: 0 }).execute();
		await db.deleteFrom('result').execute();
		await server.restart();
		const rows = await until(ours, (found) => found.some((row) => row.attempt === attempt));
		expect(rows.length).toBeGreaterThan(3);
	});
});

describe('the list', () => {
	let school: Organisation;
	let learners: Learner[];
	beforeAll(async () => {
		school = await newOrganisation(server, '大校');
		const { inviteCode } = (await school.administrator.get(`/api/v1/organisations/${school.id}/members`))
			.body;
		learners = [];
		for (const name of ['安一', '白二', '100%_']) {
			const person = await newPerson(server, `${name.replace(/[%]/g, '')}${school.id.slice(-6)}`);
			const { db } = await state();
			await db.updateTable('person').set({ name }).where('id', '=', person.person.id).execute();
			await person.post('/api/v1/organisations/join', { code: inviteCode });
			learners.push(person);
		}
		for (const [i, learner] of learners.entries()) {
			for (let n = 0; n < 20; n++)
				await sit(learner, school.id, {
					startedAt: NOW + (i * 20 + n) * 1_000,
					title: i === 0 ? '安全知识' : '工会常识',
					course: i === 0 ? 'course-a' : 'course-b',
					device: `device-${i}-${n}`,
					claim: { scoreHundredths: i * 100, fullHundredths: 200, right: i, questions: 2 }
				});
		}
		await until(school, () => true);
		for (let i = 0; i < 600 && (await resultsOf(school)).total < 60; i++)
			await new Promise((resolve) => setTimeout(resolve, 50));
	});

	it('comes in pages of fifty, newest first', async () => {
		const first = await resultsOf(school);
		expect([first.rows.length, first.total, first.pageSize]).toEqual([50, 60, 50]);
		expect(first.rows[0]?.startedAt).toBe(NOW + 59_000);
		const second = await resultsOf(school, '&page=1');
		expect(second.rows).toHaveLength(10);
		expect(new Set([...first.rows, ...second.rows].map(({ attempt }) => attempt)).size).toBe(60);
	});

	it('finds names and titles, taking every sign for itself', async () => {
		expect((await resultsOf(school, `&search=${encodeURIComponent('安全 安一')}`)).total).toBe(20);
		expect((await resultsOf(school, `&search=${encodeURIComponent('100%_')}`)).total).toBe(20);
		expect((await resultsOf(school, `&search=${encodeURIComponent('%')}`)).total).toBe(20);
		expect((await resultsOf(school, `&search=${encodeURIComponent("' or 1=1 --")}`)).total).toBe(0);
	});

	it('filters by course and by pass', async () => {
		expect((await resultsOf(school, '&course=course-a')).total).toBe(20);
		expect((await resultsOf(school, '&passed=yes')).total).toBe(20);
		expect((await resultsOf(school, '&passed=no')).total).toBe(40);
		expect((await resultsOf(school)).courses).toEqual([
			{ course: 'course-a', title: '安全知识' },
			{ course: 'course-b', title: '工会常识' }
		]);
	});

	it('sorts by what was asked, and refuses another order', async () => {
		const up = await resultsOf(school, '&order=score&direction=up');
		expect(up.rows.map(({ scoreHundredths }) => scoreHundredths)).toEqual(
			up.rows.map(({ scoreHundredths }) => scoreHundredths).sort((a, b) => a - b)
		);
		const answer = await school.trainer.get(`/api/v1/results?organisation=${school.id}&order=password`);
		expect(answer.body.error).toEqual({ type: 'Invalid', where: 'order' });
	});

	it('exports all that was found, in the asker’s language and clock', async () => {
		const csv = async (visitor: Visitor, query: string) =>
			visitor.get(`/api/v1/results.csv?organisation=${school.id}${query}`);
		const answer = await csv(school.trainer, '&course=course-b&zone=Asia/Shanghai');
		expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
		expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('成绩'));
		const lines = answer.text.replace(/^\ufeff/, '').split('\r\n');
		expect(lines).toHaveLength(42);
		expect(lines[0]).toMatch(/^"姓名","测验","得分"/);
		expect(lines[1]).toBe(
			'"100%_","工会常识","2","2","100.0%","2","2","0","合格","2026-11-21 16:00:59","2026-11-21 16:01:59","1.0","设备自评",""'
		);
		expect((await csv(school.trainer, '&lang=en')).text).toContain('"Name","Quiz"');
		expect((await csv(school.learner, '')).status).toBe(403);
	});
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportsResponse } from '#lib/wire/reports.ts';
import {
	eventWith,
	NOW,
	PUBLICATION,
	PUBLICATION_HASH,
	pushOf
} from '../../../../tests/support/server-events.ts';
import {
	newOrganisation,
	newPerson,
	startServer,
	type Organisation,
	type TestServer
} from '../../../../tests/support/server-http.ts';
import { readBuiltInBanks } from '../results/built-in-banks.ts';

let server: TestServer;
let ours: Organisation;
let theirs: Organisation;
beforeAll(async () => {
	server = await startServer();
	ours = await newOrganisation(server);
	theirs = await newOrganisation(server, '二中');
	for (const { trainer, id } of [ours, theirs])
		await trainer.post(`/api/v1/publications?organisation=${id}`, { publication: PUBLICATION });
});
afterAll(() => server.close());

type Person = Organisation['learner'];
let deviceSeq = 0;

/** Gives the report's id. */
async function report(
	by: Person,
	organisation: string | undefined,
	change: { course?: string; question?: string; reason?: string; text?: string; at?: number } = {}
): Promise<string> {
	const { at = NOW, course = PUBLICATION_HASH, question = 'q1', reason = 'key', text = '' } = change;
	const event = eventWith({
		member: by.person.id,
		kind: 'question-reported',
		body: { course, question, reason, text },
		device: `device-${by.person.id.slice(0, 20)}`,
		deviceSeq: (deviceSeq += 1),
		at: at as typeof NOW,
		offset: 0,
		...(organisation !== undefined && { organisation })
	});
	const pushed = await by.post('/api/v1/events', pushOf([event], event.device));
	expect(pushed.body.results[0]).toMatchObject({ verdict: 'stored' });
	return event.id;
}

async function reportsOf({ trainer, id }: Organisation, query = ''): Promise<ReportsResponse> {
	const answer = await trainer.get(`/api/v1/reports?organisation=${id}${query}`);
	expect(answer.status).toBe(200);
	return answer.body as ReportsResponse;
}

describe('reports', () => {
	it('reach the organisation’s trainers with the question, its key and who says so, newest first', async () => {
		const first = await report(ours.learner, ours.id, { text: '应选甲' });
		const second = await report(ours.administrator, ours.id, { reason: 'wording', at: NOW + 1 });
		await report(ours.learner, ours.id, { question: 'q2', reason: 'display', at: NOW - 1 });
		const { questions, total, courses } = await reportsOf(ours);
		expect(total).toBe(2);
		expect(courses).toEqual([{ course: PUBLICATION_HASH, title: '两道题' }]);
		expect(questions.map(({ question }) => question)).toEqual(['q1', 'q2']);
		expect(questions[0]).toMatchObject({ title: '两道题', item: { id: 'q1', key: 1 } });
		expect(questions[0]?.reports).toEqual([
			{
				report: second,
				member: ours.administrator.person.id,
				name: ours.administrator.person.name,
				reason: 'wording',
				text: '',
				reportedAt: NOW + 1
			},
			{
				report: first,
				member: ours.learner.person.id,
				name: ours.learner.person.name,
				reason: 'key',
				text: '应选甲',
				reportedAt: NOW
			}
		]);
		expect((await reportsOf(theirs)).questions).toEqual([]);
	});

	it('made before anybody joined reach the organisation once they do; of one’s own material nobody hears', async () => {
		const guest = await newPerson(server);
		const early = await report(guest, undefined, { question: 'q2', reason: 'other', text: '早' });
		await report(guest, undefined, { course: 'own-text' });
		const isSeen = async () =>
			(await reportsOf(theirs)).questions.flatMap(({ reports }) => reports.map((one) => one.report));
		expect(await isSeen()).toEqual([]);
		const { inviteCode } = (await theirs.trainer.get(`/api/v1/organisations/${theirs.id}/members`)).body;
		await guest.post('/api/v1/organisations/join', { code: inviteCode });
		expect(await isSeen()).toEqual([early]);
	});

	it('on the course that comes with the app are everybody’s own', async () => {
		const [[course, bank] = []] = await readBuiltInBanks(process.cwd());
		const question = bank!.questions[0]!;
		const id = await report(ours.learner, ours.id, { course: course!, question: question.id });
		const { questions } = await reportsOf(ours, `&course=${course}`);
		expect(questions).toMatchObject([{ title: bank!.title, item: question, reports: [{ report: id }] }]);
		expect((await reportsOf(theirs, `&course=${course}`)).questions).toEqual([]);
	});

	it('never seem to come from the future', async () => {
		const id = await report(ours.learner, ours.id, { at: Date.UTC(2040, 0, 1) });
		const all = (await reportsOf(ours)).questions.flatMap(({ reports }) => reports);
		expect(all.find((one) => one.report === id)?.reportedAt).toBeLessThan(Date.now() + 60_000);
	});
});

describe('an answer', () => {
	it('goes to those it names, says who gave it, and thanks the reporter; the last one holds', async () => {
		const reports = [
			await report(theirs.learner, theirs.id, { text: '一' }),
			await report(theirs.administrator, theirs.id, { text: '二' })
		];
		const other = await report(ours.learner, ours.id, { text: '别家的' });
		const handle = (id: string, note: string, also: string[] = []) =>
			theirs.trainer.post(`/api/v1/reports/${id}/handled`, { organisation: theirs.id, note, also });
		expect((await handle(reports[0]!, '谢谢', [reports[1]!, other, 'no-such'])).body).toEqual({ handled: 2 });
		expect((await handle(other, '谢谢')).status).toBe(404);
		expect((await handle(reports[1]!, ' 已改 ')).body).toEqual({ handled: 1 });
		const handled = (await reportsOf(theirs, '&state=handled')).questions.flatMap((one) => one.reports);
		expect(handled.map(({ report: id, handled: one }) => [id, one?.by, one?.note]).sort()).toEqual(
			[
				[reports[0], theirs.trainer.person.name, '谢谢'],
				[reports[1], theirs.trainer.person.name, '已改']
			].sort()
		);
		const open = (await reportsOf(theirs)).questions.flatMap((one) =>
			one.reports.map(({ report: id }) => id)
		);
		for (const id of reports) expect(open).not.toContain(id);
		const mine = (await theirs.learner.get('/api/v1/reports/mine')).body.answers;
		expect(mine).toEqual([{ report: reports[0], handledAt: expect.any(Number), note: '谢谢' }]);
		expect((await ours.learner.get('/api/v1/reports/mine')).body.answers).toEqual([]);
	});

	it('is refused when its note is too long', async () => {
		const answer = await ours.trainer.post('/api/v1/reports/x/handled', {
			organisation: ours.id,
			note: '长'.repeat(501)
		});
		expect(answer.body.error).toMatchObject({ type: 'Invalid', where: 'note' });
	});
});

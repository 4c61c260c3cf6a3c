import { readFileSync } from 'node:fs';
import { expect, request, type APIRequestContext, type Page } from '@playwright/test';
import { compileCourse } from '#lib/authoring/compile.ts';
import { publicationFromCompiled } from '#lib/course/from-compiled.ts';
import { compileDocument } from '#lib/document/compile.ts';
import { readBytes } from '#lib/reader/reader.ts';
import { startSaixue, type Saixue } from './saixue.ts';
import { answerShown, importFile, startQuiz, type Someone } from './walk.ts';

// What most journeys start from. It is made without a screen: the first path walks the screens to it.

/** A server of its own that has an organisation. */
export interface Organisation extends Saixue {
	id: string;
	inviteCode: string;
	/** The trainer's session, for what is asked without a screen. */
	office: APIRequestContext;
}

export const ORGANISATION = '海河市总工会';
export const REPORT = 'tests/support/work-report.txt';
export const trainer: Someone = { userName: 'trainer', name: '甲老师', password: 'four strokes of 正' };

export async function openOrganisation(): Promise<Organisation> {
	const saixue = await startSaixue();
	const { address, setupLink } = saixue;
	const office = await request.newContext();
	const token = setupLink.split('/').pop();
	await post(office, address, 'setup', { token, organisation: ORGANISATION, ...trainer });
	const me = await office.get(`${address}/api/v1/me`);
	const { person } = (await me.json()) as { person: { memberships: { organisation: string }[] } };
	const id = person.memberships[0]?.organisation ?? '';
	const { inviteCode } = await post(office, address, `organisations/${id}/invitation`, {});
	const remove = async () => {
		await office.dispose();
		await saixue.remove();
	};
	return { ...saixue, id, inviteCode: String(inviteCode), office, remove };
}

/** The report as a course of the organisation; gives its name, the content's hash. */
export async function publishReport({ address, id, office }: Organisation): Promise<string> {
	const raw = readBytes(readFileSync(REPORT), REPORT);
	if (!raw.ok) throw new Error(raw.error.type);
	const publication = publicationFromCompiled(compileCourse(compileDocument(raw.value)));
	const { hash } = await post(office, address, `publications?organisation=${id}`, { publication });
	return String(hash);
}

/** Ten questions of a published course behind a link; gives its path. */
export async function shareTen({ address, id, office }: Organisation, publication: string): Promise<string> {
	const answer = await office.get(`${address}/api/v1/publications/${publication}`);
	const { bank } = (await answer.json()) as { bank: { questions: { id: string }[] } };
	const questions = bank.questions.slice(0, 10).map((question) => question.id);
	const body = { publication, title: '每日十题', questions, invites: true };
	const { token } = await post(office, address, `sets?organisation=${id}`, body);
	return `/set/${String(token)}`;
}

/** Someone of the organisation, signed in on this device, which stands at the page “我的”. */
export async function enrol(page: Page, organisation: Organisation, who: Someone): Promise<void> {
	const { address, inviteCode } = organisation;
	await post(page.request, address, 'account/register', who);
	await post(page.request, address, 'organisations/join', { code: inviteCode });
	await page.goto(`${address}/me`);
	await expect(page.getByRole('heading', { level: 1, name: who.name })).toBeVisible();
}

/** Someone of the organisation, with a course and the first answer of a quiz given. */
export async function beginQuiz(page: Page, organisation: Organisation, userName: string): Promise<Someone> {
	const who = { userName, name: `${userName}同学`, password: 'learns every day' };
	await enrol(page, organisation, who);
	await importFile(page, organisation.address, REPORT);
	await startQuiz(page);
	await answerShown(page);
	return who;
}

async function post(
	visitor: APIRequestContext,
	address: string,
	path: string,
	data: unknown
): Promise<Record<string, unknown>> {
	const answer = await visitor.post(`${address}/api/v1/${path}`, { data, headers: { origin: address } });
	expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
	return (await answer.json()) as Record<string, unknown>;
}

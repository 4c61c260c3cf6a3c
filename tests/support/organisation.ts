import { expect, request, type APIRequestContext, type Page } from '@playwright/test';
import { startSaixue, type Saixue } from './saixue.ts';
import { answerShown, importFile, startQuiz, type Someone } from './walk.ts';

// What most journeys start from. It is made without a screen: the first path walks the screens to it.

/** A server of its own that has an organisation. */
export interface Organisation extends Saixue {
	inviteCode: string;
}

export const ORGANISATION = '海河市总工会';
export const REPORT = 'tests/support/work-report.txt';
export const trainer: Someone = { userName: 'trainer', name: '甲老师', password: 'four strokes of 正' };

export async function openOrganisation(): Promise<Organisation> {
	const saixue = await startSaixue();
	const { address, setupLink } = saixue;
	const desk = await request.newContext();
	const token = setupLink.split('/').pop();
	await post(desk, address, 'setup', { token, organisation: ORGANISATION, ...trainer });
	const me = await desk.get(`${address}/api/v1/me`);
	const { person } = (await me.json()) as { person: { memberships: { organisation: string }[] } };
	const id = person.memberships[0]?.organisation ?? '';
	const { inviteCode } = (await post(desk, address, `organisations/${id}/invitation`)) as {
		inviteCode: string;
	};
	await desk.dispose();
	return { ...saixue, inviteCode };
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
	data: unknown = {}
): Promise<unknown> {
	const answer = await visitor.post(`${address}/api/v1/${path}`, { data, headers: { origin: address } });
	expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
	return answer.json();
}

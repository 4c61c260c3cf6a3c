import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeAtHand, secondsLeft, waitForServiceWorker } from './support/phone.ts';
import { startSaixue, type Saixue } from './support/saixue.ts';
import {
	answerNext,
	answerShown,
	goToNext,
	handIn,
	importFile,
	joinByLink,
	register,
	setUpOrganisation,
	signIn,
	startQuiz,
	type Someone
} from './support/walk.ts';

const trainer: Someone = { userName: '培训员甲', name: '甲老师', password: 'four strokes of 正' };
const learner: Someone = { userName: 'learner.one', name: '张学员', password: 'learns every day' };
const stranger: Someone = { userName: '陌生人', name: '外单位', password: 'another organisation' };
const report = 'tests/support/work-report.txt';

let saixue: Saixue;
let inviteCode: string;

test.beforeAll(async ({ browser }) => {
	saixue = await startSaixue();
	const context = await browser.newContext();
	inviteCode = await setUpOrganisation(await context.newPage(), saixue.setupLink, trainer, '海河市总工会');
	await context.close();
});
test.afterAll(() => saixue.remove());

test('a document becomes a quiz; the phone dies, goes offline, comes back; the trainer sees the score', async ({
	browser,
	launchOptions,
	viewport
}) => {
	const profile = mkdtempSync(join(tmpdir(), 'saixue-phone-'));
	const openPhone = (): Promise<BrowserContext> =>
		chromium.launchPersistentContext(profile, {
			...launchOptions,
			viewport,
			locale: 'zh-CN',
			hasTouch: true,
			isMobile: true
		});
	let phone = await openPhone();
	let page = await phone.newPage();

	await test.step('joins by the link and imports a report', async () => {
		await joinByLink(page, saixue.address, inviteCode, learner);
		await importFile(page, saixue.address, report);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('工作报告');
	});

	const course = page.url();
	await test.step('is closed for the night', async () => {
		await phone.close();
		phone = await openPhone();
		page = await phone.newPage();
		await page.goto(course);
	});

	await test.step('reads a lesson to its end', async () => {
		await page.getByRole('link', { name: '开始学' }).click();
		await expect(page.locator('p', { hasText: '其中新就业形态劳动者会员11.4万人' }).first()).toBeVisible();
		await page.getByRole('button', { name: /^读完了/ }).click();
		await expect(page).toHaveURL(/\/practice/);
		await page.goto(course);
		await expect(page.getByRole('progressbar', { name: '已读 1 / 1 课' })).toBeVisible();
	});

	await test.step('starts a quiz; the browser is killed in the middle', async () => {
		await startQuiz(page);
		for (let n = 0; n < 3; n++) {
			await answerShown(page);
			await goToNext(page);
		}
	});
	const attempt = page.url();
	const before = await secondsLeft(page);
	await kill(phone);

	await test.step('resumes where it was, with the time that is really left', async () => {
		phone = await openPhone();
		page = await phone.newPage();
		await page.goto(attempt);
		await expect(page.getByRole('timer')).toBeVisible();
		await expect.poll(() => secondsLeft(page)).toBeLessThan(before);
		expect(await secondsLeft(page)).toBeGreaterThan(before - 120);
		await expect(page.getByRole('button', { name: /^答题卡/ })).toContainText(/3\/\d+$/);
	});

	await test.step('finishes without a network', async () => {
		await waitForServiceWorker(page);
		await phone.setOffline(true);
		await page.reload();
		await expect(page.getByRole('timer')).toBeVisible();
		await answerShown(page);
		await handIn(page);
		await expect(page.getByText('已保存在本机，联网后送出')).toBeVisible();
	});

	const desk = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		isMobile: false,
		hasTouch: false
	});
	const results = await desk.newPage();
	await test.step('comes online; the trainer sees who, what, score and time', async () => {
		await signIn(results, saixue.address, trainer);
		await results.goto(`${saixue.address}/results`);
		await phone.setOffline(false);
		await expect(page.getByText('已保存在本机并送达')).toBeVisible();
		const row = results.getByRole('row').filter({ hasText: learner.name });
		await expect(row).toContainText('工作报告');
		await expect(row).toContainText('由学员设备评分');
		const csv = await results.request.get(await csvLink(results));
		expect((await csv.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
		expect(await csv.text()).toContain(learner.name);
	});

	await test.step('a second device shows the same', async () => {
		const tablet = await browser.newContext();
		const other = await tablet.newPage();
		await signIn(other, saixue.address, learner);
		await other.goto(`${saixue.address}/result/${attempt.split('/').pop()}`);
		const score = await page.locator('p', { hasText: '得分' }).first().textContent();
		await expect(other.locator('p', { hasText: '得分' }).first()).toHaveText(score ?? 'a score');
		await tablet.close();
	});

	await test.step('a stranger of another organisation sees nothing of it', async () => {
		const elsewhere = await browser.newContext();
		const other = await elsewhere.newPage();
		await other.goto(`${saixue.address}/account?new`);
		await register(other, stranger);
		await other.goto(`${saixue.address}/organisation`);
		await other.getByLabel('单位名称').fill('外单位');
		await other.getByRole('button', { name: '建立单位' }).click();
		await expect(other.getByRole('heading', { level: 1, name: '外单位' })).toBeVisible();
		await other.goto(`${saixue.address}/results`);
		await expect(other.getByText('还没有成绩')).toBeVisible();
		const theirs = new URL(await csvLink(results)).searchParams.get('organisation') ?? '';
		for (const path of [
			`results?organisation=${theirs}`,
			`results.csv?organisation=${theirs}`,
			`organisations/${theirs}/members`,
			`publications?organisation=${theirs}`
		]) {
			const answer = await other.request.get(`${saixue.address}/api/v1/${path}`);
			expect([403, 404], path).toContain(answer.status());
			expect(await answer.text()).not.toContain(learner.name);
		}
		await elsewhere.close();
	});

	await desk.close();
	await phone.close();
	rmSync(profile, { recursive: true, force: true });
});

for (const [how, origin] of [
	['service workers blocked', 'address'],
	['an insecure origin', 'insecureAddress']
] as const)
	test(`the same path with ${how}`, async ({ browser }) => {
		const who: Someone = { ...learner, userName: `learner-${origin}`, name: `李学员${origin}` };
		const context = await browser.newContext({
			...(origin === 'address' && { serviceWorkers: 'block' as const })
		});
		const errors: string[] = [];
		context.on('weberror', (broken) => errors.push(broken.error().message));
		const page = await context.newPage();
		await joinByLink(page, saixue[origin], inviteCode, who);
		if (origin === 'insecureAddress') expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
		await importFile(page, saixue[origin], report);
		const course = page.url();
		await startQuiz(page);
		await answerShown(page);
		const attempt = page.url();
		// Without a service worker a closed tab needs the network to open again; the answers do not.
		await page.close();
		const again = await context.newPage();
		await again.goto(attempt);
		await expect(again.getByText('已保存在本机').first()).toBeVisible();
		await codeAtHand(again);
		await context.setOffline(true);
		await answerNext(again);
		await handIn(again);
		await expect(again.getByText('已保存在本机，联网后送出')).toBeVisible();
		await context.setOffline(false);
		await expect(again.getByText('已保存在本机并送达')).toBeVisible();
		await again.goto(course);

		const desk = await browser.newContext({
			viewport: { width: 1280, height: 800 },
			isMobile: false,
			hasTouch: false
		});
		const results = await desk.newPage();
		await signIn(results, saixue.address, trainer);
		await results.goto(`${saixue.address}/results`);
		await expect(results.getByRole('row').filter({ hasText: who.name })).toBeVisible();
		expect(errors).toEqual([]);
		await desk.close();
		await context.close();
	});

/** SIGKILL, as when a phone's battery dies. */
async function kill(context: BrowserContext): Promise<void> {
	const browser = context.browser();
	const session = await browser?.newBrowserCDPSession();
	const info = await session?.send('SystemInfo.getProcessInfo');
	const main = info?.processInfo.find(({ type }) => type === 'browser');
	if (!main) throw new Error('no browser process to kill');
	const gone = new Promise((resolve) => context.once('close', resolve));
	process.kill(main.id, 'SIGKILL');
	await gone;
}

async function csvLink(page: Page): Promise<string> {
	return page.getByRole('link', { name: '导出 CSV' }).evaluate((link) => (link as HTMLAnchorElement).href);
}

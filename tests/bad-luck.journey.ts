import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { cpSync, rmSync } from 'node:fs';
import { eventsOnServer, expectAllSent, ofKind, secondsLeft } from './support/phone.ts';
import { beginQuiz, openOrganisation, REPORT, type Organisation } from './support/organisation.ts';
import {
	answerNext,
	answerShown,
	goToNext,
	handIn,
	importFile,
	register,
	signIn,
	startQuiz
} from './support/walk.ts';

const DAY_MS = 86_400_000;

let saixue: Organisation;
test.beforeAll(async () => void (saixue = await openOrganisation()));
test.afterAll(() => saixue.remove());

test('a clock set by a day or by minutes changes neither the time left nor what is stored', async ({
	browser
}) => {
	const context = await browser.newContext();
	await context.addInitScript(() => {
		const Real = Date;
		const shift = () => Number(sessionStorage.getItem('clock set by') ?? 0);
		globalThis.Date = class extends Real {
			constructor(...given: []) {
				if (given.length === 0) super(Real.now() + shift());
				else super(...given);
			}
			static override now() {
				return Real.now() + shift();
			}
		} as DateConstructor;
	});
	const page = await context.newPage();
	await beginQuiz(page, saixue, '拨钟');
	const startedAt = Date.now();
	const atStart = await secondsLeft(page);
	const expectRightTime = () =>
		expect
			.poll(async () => Math.abs(atStart - (Date.now() - startedAt) / 1_000 - (await secondsLeft(page))))
			.toBeLessThan(3);

	let given = 1;
	for (const shiftMs of [360_000, -360_000, DAY_MS, -DAY_MS]) {
		// All is sent, so that nothing but the jump itself has the server asked for its time.
		const answers = async () => ofKind(await eventsOnServer(page, saixue.address), 'answer-given').length;
		await expect.poll(answers).toBe(given++);
		await serverAtRest(page);
		await test.step(`set by ${shiftMs / 60_000} minutes`, async () => {
			await page.evaluate((ms) => sessionStorage.setItem('clock set by', String(ms)), shiftMs);
			// The countdown has seen it: it goes on by at least a second.
			const shown = (await page.getByRole('timer').textContent()) ?? '';
			await expect(page.getByRole('timer')).not.toHaveText(shown);
			await expectRightTime();
			await answerNext(page);
			await expectRightTime();
			await page.reload();
			await expect(page.getByRole('timer')).toBeVisible();
			await expectRightTime();
		});
	}
	await handIn(page);
	await expect(page.getByText('时间到，自动交卷')).toHaveCount(0);
	await expect(page.getByText('已保存在本机并送达')).toBeVisible();
	const events = await eventsOnServer(page, saixue.address);
	expect(ofKind(events, 'answer-given')).toHaveLength(5);
	expect(ofKind(events, 'attempt-handed-in')).toMatchObject([{ body: { by: 'learner' } }]);
	await expectAllSent(page, saixue.address);
	await context.close();
});

test('a server killed in the middle of a quiz gets every answer once when it is back', async ({
	browser
}) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await beginQuiz(page, saixue, '断电');
	for (let n = 0; n < 2; n++) {
		await saixue.kill();
		await answerNext(page);
		await answerNext(page);
		await saixue.start();
		await answerNext(page);
	}
	await handIn(page);
	await expect(page.getByText('已保存在本机并送达')).toBeVisible();
	const events = await eventsOnServer(page, saixue.address);
	expect(ofKind(events, 'answer-given')).toHaveLength(7);
	expect(new Set(ofKind(events, 'answer-given').map(({ body }) => body.question)).size).toBe(7);
	expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
	expect(ofKind(events, 'attempt-started')).toHaveLength(1);
	expect(ofKind(events, 'attempt-handed-in')).toHaveLength(1);
	await context.close();
});

test('two tabs on one attempt: the answers of both count, and handing in ends both', async ({ browser }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await beginQuiz(page, saixue, '双页');
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.getByRole('button', { name: /^答题卡/ })).toContainText(/1\/\d/);
	await goToNext(other);
	await Promise.all([answerNext(page), answerNext(other)]);
	for (const tab of [page, other])
		await expect(tab.getByRole('button', { name: /^答题卡/ })).toContainText(/3\/\d/);
	await handIn(other);
	await expect(page).toHaveURL(/\/result\//);
	await expect(page.getByText('已保存在本机并送达')).toBeVisible();
	const events = await eventsOnServer(page, saixue.address);
	expect(new Set(ofKind(events, 'answer-given').map(({ body }) => body.question)).size).toBe(3);
	expect(ofKind(events, 'attempt-handed-in')).toHaveLength(1);
	await expectAllSent(page, saixue.address);
	await context.close();
});

test('at zero it hands itself in, on screen and when it was closed', async ({ browser }) => {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const world = await worldOf(context);
	let page = await context.newPage();
	await page.clock.install();
	await importFile(page, saixue.address, REPORT);
	const start = async () => {
		await page.getByRole('link', { name: '限时答题' }).click();
		await page.getByText('调整题数、分值和时间').click();
		await page.getByLabel('时间（分钟）').fill('1');
		await page.getByRole('button', { name: '开始答题' }).click();
		await expect(page.getByRole('timer')).toBeVisible();
		await answerShown(page);
	};
	const course = page.url();

	await start();
	const left = await secondsLeft(page);
	expect(left).toBeLessThanOrEqual(60);
	world.aheadMs += 20_000;
	await page.clock.fastForward(20_000);
	await expect.poll(() => secondsLeft(page)).toBeLessThanOrEqual(left - 20);
	await expect(page.getByRole('timer')).toBeVisible();
	world.aheadMs += left * 1_000;
	await page.clock.fastForward(left * 1_000);
	await expect(page).toHaveURL(/\/result\//);
	await expect(page.getByText('时间到，自动交卷')).toBeVisible();
	await expect(page.getByText('用时 1 分')).toBeVisible();

	await page.goto(course);
	await start();
	const attempt = page.url();
	await page.close();
	world.aheadMs += 600_000;
	page = await context.newPage();
	await page.clock.install({ time: Date.now() + world.aheadMs });
	await page.goto(attempt);
	await expect(page).toHaveURL(/\/result\//);
	await expect(page.getByText('时间到，自动交卷')).toBeVisible();
	await expect(page.getByText('用时 1 分')).toBeVisible();
	await expect(page.getByRole('button', { name: /^看错题与解析/ })).toBeVisible();
	await context.close();
});

test('a shared phone: what one person has not sent never goes under another', async ({ browser }) => {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	const first = await beginQuiz(page, saixue, '甲同学');
	const attempt = page.url();
	await expect.poll(async () => (await eventsOnServer(page, saixue.address)).length).toBeGreaterThan(1);
	const sentBefore = (await eventsOnServer(page, saixue.address)).length;
	// The account still answers, but nothing can be sent.
	const isPush = (url: URL) => url.pathname === '/api/v1/events';
	await context.route(isPush, (route) => route.abort());
	await answerNext(page);
	await answerNext(page);

	await test.step('signing out asks what shall become of it', async () => {
		await page.goto(`${saixue.address}/me`);
		await page.getByRole('button', { name: '退出登录' }).click();
		const dialog = page.getByRole('dialog', { name: '还有没送出的记录' });
		await expect(dialog).toContainText('2 条记录');
		await dialog.getByRole('button', { name: '留在本机，退出' }).click();
		await expect(page.getByText('未登录', { exact: true })).toBeVisible();
	});

	const second = { userName: '乙同学', name: '乙同学', password: 'learns every night' };
	await test.step('another person signs in and works', async () => {
		await page.goto(`${saixue.address}/account?new`);
		await register(page, second);
		await page.goto(attempt);
		await expect(page.getByText('本机没有这次作答')).toBeVisible();
		await page.goto(`${saixue.address}/library`);
		await expect(page.getByRole('region', { name: '内置课程' })).toBeVisible();
		await expect(page.getByText('工作报告')).toHaveCount(0);
		await context.unroute(isPush);
		await importFile(page, saixue.address, REPORT);
		await page.getByRole('link', { name: '开始学' }).click();
		await page.getByRole('button', { name: /^读完了/ }).click();
		await expect(page).toHaveURL(/\/practice/);
		await expectAllSent(page, saixue.address);
		const events = await eventsOnServer(page, saixue.address);
		expect(events.map(({ kind }) => kind)).toEqual(['lesson-finished']);
		await page.getByRole('button', { name: '退出登录' }).click();
		await expect(page.getByText('未登录', { exact: true })).toBeVisible();
	});

	await test.step('the first returns: it arrives under the right name', async () => {
		await signIn(page, saixue.address, first);
		await expectAllSent(page, saixue.address);
		const events = await eventsOnServer(page, saixue.address);
		expect(events).toHaveLength(sentBefore + 2);
		expect(new Set(events.map(({ member }) => member)).size).toBe(1);
		await page.goto(attempt);
		await expect(page.getByRole('button', { name: /^答题卡/ })).toContainText(/3\/\d/);
	});
	await context.close();
});

test('a guest takes progress along once', async ({ browser }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	const who = { userName: '先学后登', name: '先学后登', password: 'learns every day' };
	await importFile(page, saixue.address, REPORT);
	const course = page.url();
	await page.getByRole('link', { name: '开始学' }).click();
	await page.getByRole('button', { name: /^读完了/ }).click();
	await expect(page).toHaveURL(/\/practice/);
	await page.goto(course);
	await startQuiz(page);
	await answerShown(page);
	await handIn(page);
	const score = (await page.locator('p', { hasText: '得分' }).first().textContent()) ?? '';
	const result = page.url();

	await page.goto(`${saixue.address}/account?new`);
	await page.getByLabel('用户名').fill(who.userName);
	await page.getByLabel('姓名').fill(who.name);
	await page.getByLabel('密码', { exact: true }).fill(who.password);
	await page.getByRole('button', { name: '注册', exact: true }).click();
	await expect(page.getByRole('heading', { name: '把登录前的进度带过来？' })).toBeVisible();
	// Besides the four below what was answered goes into the memory, where the device could mark it.
	await expect(page.getByText(/[45] 条学习记录和 1 门导入的课/)).toBeVisible();
	await page.getByRole('button', { name: '带过来' }).click();
	await expect(page).not.toHaveURL(/\/account/);
	await expectAllSent(page, saixue.address);
	const events = await eventsOnServer(page, saixue.address);
	expect(
		withoutRecalls(events)
			.map(({ kind }) => kind)
			.sort()
	).toEqual(['answer-given', 'attempt-handed-in', 'attempt-started', 'lesson-finished']);
	await page.goto(result);
	await expect(page.locator('p', { hasText: '得分' }).first()).toHaveText(score);

	await page.goto(`${saixue.address}/me`);
	await page.getByRole('button', { name: '退出登录' }).click();
	await expect(page.getByText('未登录', { exact: true })).toBeVisible();
	await page.goto(`${saixue.address}/library`);
	await expect(page.getByRole('region', { name: '内置课程' })).toBeVisible();
	await expect(page.getByText('工作报告')).toHaveCount(0);
	await signIn(page, saixue.address, who);
	await expectAllSent(page, saixue.address);
	expect(await eventsOnServer(page, saixue.address)).toHaveLength(events.length);
	await context.close();
});

test('a captive portal is no network: answers wait, and arrive later', async ({ browser }) => {
	const context = await browser.newContext();
	// As in a browser inside another app: there is no service worker at all.
	await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await beginQuiz(page, saixue, '门户');
	await expect.poll(async () => (await eventsOnServer(page, saixue.address)).length).toBe(2);
	const isApi = (url: URL) => url.pathname.startsWith('/api/');
	await context.route(isApi, (route) =>
		route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>请先登录酒店网络</h1>' })
	);
	await answerNext(page);
	await page.reload();
	await expect(page.getByRole('button', { name: /^答题卡/ })).toContainText(/2\/\d/);
	await answerNext(page);
	await handIn(page);
	await expect(page.getByText('已保存在本机，联网后送出')).toBeVisible();
	const result = page.url();
	await page.goto(`${saixue.address}/me`);
	await expect(page.getByText('现在没有网络，可以照常学习')).toBeVisible();
	// Two answers and the hand-in; with it what three answers say of the memory, where the device can mark them.
	await expect(page.getByText(/[3-6] 条待发送/)).toBeVisible();
	await expect(page.getByRole('heading', { level: 1, name: '门户同学' })).toBeVisible();
	await page.goto(`${saixue.address}/library`);
	await expect(page.getByRole('link', { name: /工作报告/ })).toBeVisible();
	await expect(page.getByRole('region', { name: '内置课程' })).toBeVisible();

	await context.unroute(isApi);
	await page.goto(result);
	await expect(page.getByText('已保存在本机并送达')).toBeVisible();
	expect(ofKind(await eventsOnServer(page, saixue.address), 'answer-given')).toHaveLength(3);
	expect(errors).toEqual([]);
	await context.close();
});

test('a server set back to an older copy gets from the device what it lacks', async ({ browser }) => {
	const copy = `${saixue.dataDir}-copy`;
	const context = await browser.newContext();
	const page = await context.newPage();
	await beginQuiz(page, saixue, '回退');
	await expect.poll(async () => (await eventsOnServer(page, saixue.address)).length).toBe(2);
	await saixue.kill();
	cpSync(saixue.dataDir, copy, { recursive: true });
	await saixue.start();
	await answerNext(page);
	await handIn(page);
	await expect(page.getByText('已保存在本机并送达')).toBeVisible();
	const before = await eventsOnServer(page, saixue.address);
	expect(withoutRecalls(before)).toHaveLength(4);

	await saixue.kill();
	rmSync(saixue.dataDir, { recursive: true });
	cpSync(copy, saixue.dataDir, { recursive: true });
	rmSync(copy, { recursive: true });
	await saixue.start();
	expect(await eventsOnServer(page, saixue.address)).toHaveLength(2);
	await page.reload();
	await expect.poll(async () => (await eventsOnServer(page, saixue.address)).length).toBe(before.length);
	const after = await eventsOnServer(page, saixue.address);
	expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
	await expectAllSent(page, saixue.address);
	await expect(page.getByText('服务器恢复后，已补回')).toBeVisible();
	await context.close();
});

/** What the memory takes of a hand-in depends on the questions that were drawn: a short answer says nothing to it. */
function withoutRecalls<E extends { kind: string }>(events: readonly E[]): E[] {
	return events.filter(({ kind }) => kind !== 'question-practised');
}

/** Until the page has asked the server nothing for a while. */
async function serverAtRest(page: Page): Promise<void> {
	const restedMs = () => {
		const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/'));
		return performance.now() - Math.max(0, ...asked.map(({ startTime, duration }) => startTime + duration));
	};
	await expect.poll(() => page.evaluate(restedMs)).toBeGreaterThan(1_500);
}

/** Lets time pass for the server too, as far as a guest hears of it. */
async function worldOf(context: BrowserContext): Promise<{ aheadMs: number }> {
	const world = { aheadMs: 0 };
	await context.route(
		(url) => ['/api/v1/me', '/api/v1/time'].includes(url.pathname),
		async (route) => {
			const response = await route.fetch();
			const body = (await response.json()) as { serverNow: number };
			await route.fulfill({ response, json: { ...body, serverNow: body.serverNow + world.aheadMs } });
		}
	);
	return world;
}

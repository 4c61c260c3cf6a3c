import { expect, test, type Locator, type Page, type Route } from '@playwright/test';
import { eventsOnServer, expectAllSent, ofKind, openDesk, waitForServiceWorker } from './support/phone.ts';
import { startSaixue, type Saixue } from './support/saixue.ts';
import { importFile, publishAll, setUpOrganisation, signIn, type Someone } from './support/walk.ts';

const trainer: Someone = { userName: 'trainer', name: '甲老师', password: 'four strokes of 正' };
const learner: Someone = { userName: 'learner.one', name: '张学员', password: 'learns every day' };

let saixue: Saixue;
test.beforeAll(async ({ browser }) => {
	saixue = await startSaixue();
	const page = await browser.newPage();
	await setUpOrganisation(page, saixue.setupLink, trainer, '海河市总工会');
	await page.close();
});
test.afterAll(() => saixue.remove());

/** Answers whatever type stands there, as a thumb does; what is given need not be right. */
async function answer(form: Locator): Promise<void> {
	const labels = form.locator('label:has(input[name=choice])');
	if ((await labels.count()) > 0) await labels.first().click();
	for (const select of await form.locator('select').all()) await select.selectOption({ index: 1 });
	for (const field of await form.locator('input:not([name=choice]), textarea').all()) await field.fill('12');
	await form.getByRole('button', { name: '看看对不对' }).click();
}

const shown = (page: Page) => page.locator('form[data-question]:visible');

test('a trainer shares ten questions; a guest answers before the scripts are there, offline again, and joins with the answers', async ({
	browser
}) => {
	const desk = await openDesk(browser);
	const office = await desk.newPage();
	let link = '';
	await test.step('the trainer makes the link and its code', async () => {
		await signIn(office, saixue.address, trainer);
		await importFile(office, saixue.address, 'tests/support/work-report.txt');
		await publishAll(office);
		await office.getByRole('button', { name: '分享一组题' }).click();
		const dialog = office.getByRole('dialog', { name: '分享一组题' });
		await dialog.getByLabel('标题').fill('班前十题');
		await dialog.getByRole('button', { name: '生成链接' }).click();
		const ready = office.getByRole('dialog', { name: '班前十题' });
		await expect(ready.getByRole('img', { name: '这组题的二维码' })).toBeVisible();
		const path = new URL((await ready.getByText(/\/set\/[\w-]{22}$/).textContent()) ?? '').pathname;
		link = saixue.address + path;
		await ready.getByRole('button', { name: '关闭' }).click();
		await expect(office.getByRole('list', { name: '正在分享的' })).toContainText('班前十题');
	});

	const phone = await browser.newContext();
	const page = await phone.newPage();
	/** The phone's scripts, held back until they are let through. */
	const held: Route[] = [];
	let isOpen = false;
	await page.route(/\/_app\/.*\.js$/, (route) => (isOpen ? route.continue() : void held.push(route)));

	await test.step('before any script is there, two answers are kept, also over a reload', async () => {
		await page.goto(link, { waitUntil: 'commit' });
		await expect(page.getByRole('heading', { level: 1, name: '班前十题' })).toBeVisible();
		await answer(shown(page));
		await expect(shown(page)).toContainText('第 2 / 10 题');
		await answer(shown(page));
		await expect(page.getByRole('status')).toContainText('已记下 2 题');
		await page.reload({ waitUntil: 'commit' });
		await expect(shown(page)).toContainText('第 3 / 10 题');
		await expect(page.getByRole('status')).toContainText('已记下 2 题');
		// The thumb lies on an answer while the page comes alive.
		await shown(page).locator('label:has(input[name=choice])').nth(1).click();
	});

	await test.step('then they are durable, and the chosen option is still chosen', async () => {
		isOpen = true;
		for (const route of held.splice(0)) await route.continue().catch(() => undefined);
		await expect(page.getByRole('status')).toHaveText('作答已保存在本机');
		await expect(shown(page)).toContainText('第 3 / 10 题');
		await expect(shown(page).locator('input[name=choice]').nth(1)).toBeChecked();
		expect(await eventsHere(page)).toBe(2);
	});

	await test.step('each further answer is checked at once', async () => {
		await shown(page).getByRole('button', { name: '看看对不对' }).click();
		await expect(page.locator('.verdict:visible')).toHaveText(/正确|不对/);
		await page.getByRole('button', { name: '下一题' }).click();
		await expect(shown(page)).toContainText('第 4 / 10 题');
	});

	await test.step('opened again without a network it goes on where it was', async () => {
		await waitForServiceWorker(page);
		await expect.poll(() => page.evaluate(isSetKept)).toBe(true);
		await page.unroute(/\/_app\/.*\.js$/);
		await phone.setOffline(true);
		await page.reload();
		await expect(shown(page)).toContainText('第 4 / 10 题');
		await expect(page.getByRole('status')).toHaveText('作答已保存在本机');
		for (let at = 4; at <= 10; at++) {
			await expect(shown(page)).toContainText(`第 ${at} / 10 题`);
			await answer(shown(page));
			await page.getByRole('button', { name: at < 10 ? '下一题' : '成绩' }).click();
		}
		await expect(page.getByRole('heading', { level: 2, name: /10 题答对 \d+ 题/ })).toBeVisible();
		await expect(page.getByRole('status')).toHaveText('作答已保存在本机');
		expect(await eventsHere(page)).toBe(10);
	});

	await test.step('joins by the set’s own invitation, and the answers go along', async () => {
		await phone.setOffline(false);
		await page.getByRole('link', { name: '加入海河市总工会' }).click();
		await page.getByRole('link', { name: '注册并加入' }).click();
		await page.getByLabel('用户名').fill(learner.userName);
		await page.getByLabel('姓名').fill(learner.name);
		await page.getByLabel('密码', { exact: true }).fill(learner.password);
		await page.getByRole('button', { name: '注册', exact: true }).click();
		await page.getByRole('button', { name: '带过来' }).click();
		await page.getByRole('button', { name: /^加入/ }).click();
		await expect(page).toHaveURL(/\/library/);
		await expectAllSent(page, saixue.address);
		const practised = ofKind(await eventsOnServer(page, saixue.address), 'question-practised');
		expect(new Set(practised.map(({ body }) => body.question)).size).toBe(10);
		expect(practised).toHaveLength(10);
	});

	await test.step('taken back, the link says so, and whose it was', async () => {
		await office.getByRole('button', { name: '收回“班前十题”' }).click();
		await expect(office.getByRole('list', { name: '正在分享的' })).toHaveCount(0);
		const late = await browser.newPage();
		await late.goto(link);
		await expect(late.getByRole('heading', { level: 1, name: '这组题已经收回' })).toBeVisible();
		await expect(late.getByText('海河市总工会不再分享这组题')).toBeVisible();
		await late.close();
	});
	await desk.close();
	await phone.close();
});

/** In the guest's database, whatever the screen says. */
function eventsHere(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve, reject) => {
				const opening = indexedDB.open('saixue:guest');
				opening.onerror = () => reject(new Error('no database'));
				opening.onsuccess = () => {
					const db = opening.result;
					const asked = db
						.transaction('events')
						.objectStore('events')
						.index('kind')
						.count('question-practised');
					asked.onsuccess = () => {
						db.close();
						resolve(asked.result);
					};
				};
			})
	);
}

async function isSetKept(): Promise<boolean> {
	return (await caches.match(location.pathname)) !== undefined;
}

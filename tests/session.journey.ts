import { expect, test } from '@playwright/test';
import { startSaixue, type Saixue } from './support/saixue.ts';
import {
	answerNext,
	answerShown,
	importFile,
	register,
	signIn,
	startQuiz,
	type Someone
} from './support/walk.ts';

const first: Someone = { userName: 'first.here', name: '先来', password: 'left on this phone' };
const second: Someone = { userName: 'second.here', name: '后到', password: 'came to it later' };

let saixue: Saixue;
test.beforeAll(async () => void (saixue = await startSaixue()));
test.afterAll(() => saixue.remove());

test('an ended session leads to signing in and back to the question; what waits is named to others', async ({
	browser
}) => {
	const elsewhere = await browser.newContext();
	const other = await elsewhere.newPage();
	await other.goto(`${saixue.address}/account?new`);
	await register(other, second);
	await elsewhere.close();

	const phone = await browser.newContext();
	const page = await phone.newPage();
	await page.goto(`${saixue.address}/account?new`);
	await register(page, first);
	await importFile(page, saixue.address, 'tests/support/work-report.txt');
	await startQuiz(page);
	await answerShown(page);

	await test.step('the same person goes on where they were', async () => {
		await phone.clearCookies();
		await answerNext(page);
		await page.getByRole('link', { name: '现在登录' }).click();
		await expect(page.getByLabel('用户名')).toHaveValue(first.userName);
		await page.getByLabel('密码', { exact: true }).fill(first.password);
		await page.getByRole('button', { name: '登录', exact: true }).click();
		await expect(page).toHaveURL(/\/quiz\/[^/]+\?n=2$/);
		await expect(page.getByText('已保存在本机').first()).toBeVisible();
		await expect(page.getByText('登录已过期')).toHaveCount(0);
	});

	await test.step('somebody else sees that there is more on this device, and no more than that', async () => {
		await phone.clearCookies();
		await answerNext(page);
		await expect(page.getByRole('link', { name: '现在登录' })).toBeVisible();
		await signIn(page, saixue.address, second);
		await page.goto(`${saixue.address}/me`);
		await page.getByRole('button', { name: '退出登录' }).click();
		await page.getByRole('link', { name: '登录或注册' }).click();
		await expect(page.getByText(/这台设备上还有别的账号的 \d+ 条记录/)).toBeVisible();
		await expect(page.getByText(first.name)).toHaveCount(0);
	});
	await phone.close();
});

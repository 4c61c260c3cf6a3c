import { expect, test } from '@playwright/test';
import { openOrganisation, REPORT, trainer, type Organisation } from './support/organisation.ts';
import { openDesk } from './support/phone.ts';
import {
	answerShown,
	handIn,
	importFile,
	joinByLink,
	publishAll,
	register,
	signIn,
	startQuiz,
	tick,
	type Someone
} from './support/walk.ts';

const learner: Someone = { userName: 'learner.one', name: '张学员', password: 'learns every day' };
const second: Someone = { userName: 'learner.two', name: '李学员', password: 'learns every night' };
const stranger: Someone = { userName: '陌生人', name: '外单位', password: 'another organisation' };

let saixue: Organisation;
test.beforeAll(async () => void (saixue = await openOrganisation()));
test.afterAll(() => saixue.remove());

test('a trainer publishes; a learner studies and is marked by the server; withdrawn, it is gone', async ({
	browser
}) => {
	const desk = await openDesk(browser);
	const office = await desk.newPage();
	await test.step('the trainer imports a report and publishes it', async () => {
		await signIn(office, saixue.address, trainer);
		await importFile(office, saixue.address, REPORT);
		await publishAll(office);
		await expect(office.getByText('已发布给海河市总工会。')).toBeVisible();
	});
	const ownCourse = office.url();

	const phone = await browser.newContext();
	const page = await phone.newPage();
	const published = page.getByRole('region', { name: '单位发布的' });
	await test.step('a learner sees it offered with its size, and downloads it', async () => {
		await joinByLink(page, saixue.address, saixue.inviteCode, learner);
		await expect(published.getByRole('heading', { level: 3 })).toContainText('工作报告');
		await expect(published.getByRole('link')).toHaveCount(0);
		await published.getByRole('button', { name: /^下载（[\d.]+ (KB|MB)）$/ }).click();
		await published.getByRole('link', { name: /工作报告/ }).click();
		await expect(page).toHaveURL(/\/course\/[0-9a-f]{64}$/);
	});
	const course = page.url();

	await test.step('a key fact leads to its very sentence, lit in its place', async () => {
		await page.getByRole('link', { name: '开始学' }).click();
		const fact = page.getByRole('region', { name: '要点 · 点一下看原文' }).getByRole('link').first();
		const value = (await fact.locator('b').textContent()) ?? '';
		expect(value).not.toBe('');
		await fact.click();
		const lit = page.locator('#lit');
		await expect(lit).toContainText(value);
		await expect(lit).toHaveText(/。$/);
		await expect(lit).toBeInViewport();
		await expect(lit).toBeFocused();
		await page.getByRole('button', { name: '返回' }).click();
		await expect(page).toHaveURL(/\/lesson\//);
	});

	await test.step('takes a quiz; from a question one tap leads to the sentence it comes from', async () => {
		await page.goto(course);
		await startQuiz(page);
		await answerShown(page);
		await handIn(page);
		await expect(page.getByText('已保存在本机并送达')).toBeVisible();
		const result = page.url();
		await page.getByRole('link', { name: '看原文' }).first().click();
		await expect(page.locator('#lit')).toBeInViewport();
		const sentence = ((await page.locator('#lit').textContent()) ?? '').trim();
		expect(sentence.length).toBeGreaterThan(10);
		await expect(page.locator('article')).toContainText(sentence);
		await page.getByRole('button', { name: '返回' }).click();
		await expect(page).toHaveURL(result);
	});

	const other = await browser.newContext();
	const otherPage = await other.newPage();
	await test.step('another learner passes, with a pass mark of 0', async () => {
		await joinByLink(otherPage, saixue.address, saixue.inviteCode, second);
		await otherPage.getByRole('button', { name: /^下载/ }).first().click();
		await expect(
			otherPage.getByRole('region', { name: '单位发布的' }).getByRole('link', { name: /工作报告/ })
		).toBeVisible();
		await otherPage.goto(`${course}/quiz`);
		await otherPage.getByText('调整题数、分值和时间').click();
		await otherPage.getByLabel('合格线（%）').fill('0');
		await otherPage.getByRole('button', { name: '开始答题' }).click();
		await expect(otherPage.getByRole('timer')).toBeVisible();
		await answerShown(otherPage);
		await handIn(otherPage);
		await expect(otherPage.getByText('已保存在本机并送达')).toBeVisible();
	});
	await other.close();

	await test.step('the trainer sees both marked by the server; sorts, filters, searches', async () => {
		await office.goto(`${saixue.address}/results`);
		const rows = office.locator('tbody').getByRole('row');
		await expect(rows).toHaveCount(2);
		await expect(office.getByText('由学员设备评分')).toHaveCount(0);
		await expect(rows.first()).toContainText(second.name);
		await office.getByRole('button', { name: '交卷时间' }).click();
		await expect(rows.first()).toContainText(learner.name);
		const names = [learner.name, second.name].sort();
		await office.getByRole('button', { name: '姓名' }).click();
		await expect(rows.locator('th')).toHaveText(names);
		await office.getByRole('button', { name: '姓名' }).click();
		await expect(rows.locator('th')).toHaveText([...names].reverse());

		await office.getByLabel('是否合格').selectOption({ label: '合格' });
		await expect(rows).toHaveCount(1);
		await expect(rows).toContainText(second.name);
		await office.getByLabel('是否合格').selectOption({ label: '未合格' });
		await expect(rows).toContainText([learner.name]);
		await office.getByLabel('是否合格').selectOption({ label: '全部' });
		await office.getByLabel('搜索姓名或试卷').fill('李学');
		await expect(rows).toContainText([second.name]);
		await expect(rows).toHaveCount(1);
		await office.getByLabel('搜索姓名或试卷').fill('没有这个人');
		await expect(office.getByText('没有符合条件的成绩')).toBeVisible();
	});

	const hash = course.split('/').pop() ?? '';
	await test.step('a learner of another organisation cannot fetch it by its name', async () => {
		const elsewhere = await browser.newContext();
		const foreign = await elsewhere.newPage();
		await foreign.goto(`${saixue.address}/account?new`);
		await register(foreign, stranger);
		const refused = await foreign.request.get(`${saixue.address}/api/v1/publications/${hash}`);
		expect([403, 404]).toContain(refused.status());
		await foreign.goto(course);
		await expect(foreign.getByText('这门课不在本机上')).toBeVisible();
		await elsewhere.close();
		expect((await page.request.get(`${saixue.address}/api/v1/publications/${hash}`)).status()).toBe(200);
	});

	await test.step('the learner reads on in English, also after a reload', async () => {
		await page.goto(`${saixue.address}/me`);
		await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
		await tick(page.getByRole('radio', { name: 'English' }));
		await page.getByRole('link', { name: 'Study', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Study' })).toBeVisible();
		expect(await page.evaluate(() => 'isTheSamePage' in window)).toBe(true);
		await page.reload();
		await expect(page.getByRole('heading', { level: 1, name: 'Study' })).toBeVisible();
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	});

	const shelf = page.getByRole('region', { name: 'From my organisation' });
	await test.step('removes the course, and downloads it again', async () => {
		await shelf.getByRole('button', { name: /^Remove “/ }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
		await expect(shelf.getByRole('link')).toHaveCount(0);
		await shelf.getByRole('button', { name: /^Download \(/ }).click();
		await expect(shelf.getByRole('link', { name: /工作报告/ })).toBeVisible();
		// What was read and answered stays while the course is away.
		await page.goto(`${saixue.address}/`);
		await expect(page.getByRole('region', { name: 'Recent results' })).toContainText('工作报告');
	});

	await test.step('withdrawn, it is offered to nobody any more', async () => {
		await office.goto(ownCourse);
		await office.getByRole('button', { name: '撤回发布' }).click();
		await expect(office.getByRole('button', { name: '发布给本单位' })).toBeVisible();
		expect((await page.request.get(`${saixue.address}/api/v1/publications/${hash}`)).status()).toBe(404);
		const late = await browser.newContext();
		const latePage = await late.newPage();
		await signIn(latePage, saixue.address, second);
		await latePage.goto(`${saixue.address}/library`);
		await expect(latePage.getByRole('region', { name: '内置课程' })).toBeVisible();
		await expect(latePage.getByText('工作报告')).toHaveCount(0);
		await late.close();
	});

	await desk.close();
	await phone.close();
});

import { expect, test, type Page } from '@playwright/test';
import { openDesk, waitForServiceWorker } from './support/phone.ts';
import { startSaixue, type Saixue } from './support/saixue.ts';
import { importFile } from './support/walk.ts';

const english = `Reading Rooms of Harbour City

The library of Harbour City opened 24 reading rooms in 2023. Each reading room has 300 books and a quiet corner for children. Volunteers keep the rooms open until nine in the evening.

The rooms lent 18,600 books in their first year. Readers asked for longer hours, and 12 rooms now open on Sundays as well.

In 2024 the library will add 6 reading rooms in the northern districts. The city pays 45,000 dollars for shelves and lamps.`;

let saixue: Saixue;
test.beforeAll(async () => void (saixue = await startSaixue()));
test.afterAll(() => saixue.remove());

test('a few characters, English words or the letters of pinyin find the place, also without a network', async ({
	page,
	context
}) => {
	const field = page.getByRole('searchbox', { name: '搜课文、要点和题目' });
	const found = (kind: string) => page.getByRole('region', { name: new RegExp(`^${kind} \\d`) });

	await importFile(page, saixue.address, 'tests/support/work-report.txt');
	await page.goto(`${saixue.address}/import`);
	await page.getByLabel('或者粘贴一段文字').fill(english);
	await page.getByRole('button', { name: '整理这段文字' }).click();
	await page.getByRole('button', { name: '存到书架' }).click();
	await expect(page).toHaveURL(/\/course\//);
	await waitForServiceWorker(page);

	await test.step('from the library, with every key', async () => {
		await page.goto(`${saixue.address}/library`);
		await page.getByRole('link', { name: '搜索', exact: true }).click();
		await expect(field).toBeFocused();
		await expect(page.getByText('拼音或首字母')).toBeVisible();
		await field.pressSequentially('街头');
		await expect(found('文章').getByRole('link')).toHaveCount(1);
		await field.pressSequentially('巷尾');
		await expect(found('文章').locator('mark')).toHaveText('街头巷尾');
		await expect(page.getByRole('status').filter({ hasText: /^找到 \d+ 处$/ })).toBeAttached();
	});

	await test.step('the words are marked at their place; the way back leads to what was found', async () => {
		await found('文章').getByRole('link').click();
		await expect(page.locator('#lit')).toHaveText('街头巷尾');
		await expect(page.locator('#lit')).toBeFocused();
		await page.goBack();
		await expect(field).toHaveValue('街头巷尾');
		await found('课').getByRole('link').first().click();
		await expect(page.getByRole('button', { name: /^读完了/ })).toBeVisible();
		await expect(page.locator('#lit')).toHaveText('街头巷尾');
		await expect(page.locator('#lit')).toBeInViewport();
		await page.goBack();
		await expect(found('课').getByRole('link').first()).toBeVisible();
	});

	await test.step('English, whatever the case; facts with their sentence', async () => {
		await field.fill('READING rooms 2023');
		await found('要点').getByRole('link').first().click();
		await expect(page.locator('mark.found').first()).toHaveText(/^reading$/i);
		await page.goBack();
		await expect(field).toHaveValue('READING rooms 2023');
	});

	await test.step('the first letters of pinyin', async () => {
		await field.fill('hhszgh');
		await expect(page.getByRole('button', { name: '海河市总工会', exact: true })).toBeVisible();
		await expect(found('文章').locator('mark').first()).toHaveText('海河市总工会');
	});

	await context.setOffline(true);
	await test.step('all letters of pinyin, opened anew without a network', async () => {
		await page.reload();
		await field.fill('laodongzhengyi');
		await expect(found('要点').locator('mark').first()).toHaveText('劳动争议');
	});

	await test.step('a question with its key', async () => {
		await found('题目').getByRole('button').first().click();
		const sheet = page.getByRole('dialog', { name: '题目' });
		await expect(sheet.locator('mark').first()).toHaveText('劳动争议');
		await expect(sheet.getByText(/答案|正确/).first()).toBeVisible();
		await sheet.getByRole('button', { name: '关闭' }).click();
		await expect(sheet).toBeHidden();
	});

	await test.step('nothing found says what helps; what was looked for before is kept until it is cleared', async () => {
		await field.fill('量子纠缠');
		await expect(page.getByRole('heading', { name: '没有找到“量子纠缠”' })).toBeVisible();
		await page.getByRole('button', { name: '清空' }).click();
		await expect(field).toBeFocused();
		await expect(page.getByRole('button', { name: '街头巷尾', exact: true })).toBeVisible();
		await page.getByRole('button', { name: '清除' }).click();
		await expect(page.getByRole('button', { name: '街头巷尾', exact: true })).toHaveCount(0);
	});
	await context.setOffline(false);
});

test('with a keyboard: the slash opens it, arrows walk, Enter opens, Esc comes back and clears', async ({
	browser
}) => {
	const desk = await openDesk(browser);
	const page = await desk.newPage();
	const field = page.getByRole('searchbox', { name: '搜课文、要点和题目' });
	await importFile(page, saixue.address, 'tests/support/work-report.txt');
	await page.keyboard.press('/');
	await expect(field).toBeFocused();
	await page.keyboard.type('小哥驿站');
	const results = page.locator('[data-hit]');
	await expect(results.nth(1)).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await expect(results.first()).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(results.nth(1)).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(field).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(field).toHaveValue('');
	await page.keyboard.type('小哥驿站');
	await expect(results.first()).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/course\//);
	await expectMarked(page, '小哥驿站');
	await desk.close();
});

async function expectMarked(page: Page, words: string): Promise<void> {
	await expect(page.locator('#lit, h1').filter({ hasText: words }).first()).toBeVisible();
}

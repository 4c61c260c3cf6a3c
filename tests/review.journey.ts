import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { openDesk } from './support/phone.ts';
import { openOrganisation, REPORT, trainer, type Organisation } from './support/organisation.ts';
import { importFile, joinByLink, signIn, startQuiz, type Someone } from './support/walk.ts';

const learner: Someone = { userName: 'learner', name: '张学员', password: 'learns every day' };
const report = readFileSync(REPORT, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'saixue-review-'));

let saixue: Organisation;
test.beforeAll(async () => void (saixue = await openOrganisation()));
test.afterAll(async () => {
	await saixue.remove();
	rmSync(folder, { recursive: true, force: true });
});

test('a trainer reviews with the keyboard and publishes: learners get exactly what was reviewed', async ({
	browser
}) => {
	test.slow();
	const desk = await openDesk(browser);
	const page = await desk.newPage();
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await signIn(page, saixue.address, trainer);
	await importFile(page, saixue.address, REPORT);
	const course = page.url();
	await page.getByRole('link', { name: '开始审题' }).click();
	const total = await totalOf(page);
	expect(total).toBeGreaterThan(8);

	await test.step('the sentence stands beside the draft, lit in its paragraph', async () => {
		const sentence = ((await page.locator('#lit').textContent()) ?? '').trim();
		expect(sentence).toMatch(/。$/);
		await page.getByRole('link', { name: '在全文里看' }).click();
		await expect(page.locator('#lit')).toHaveText(sentence);
		await page.getByRole('button', { name: '返回' }).click();
		await expectReviewed(page, 0, total);
	});

	await test.step('A accepts, R rejects, U takes the last decision back', async () => {
		const stem = page.locator('.draft .stem');
		const first = await stemShown(page);
		await page.keyboard.press('a');
		await expectReviewed(page, 1, total);
		await expect(page.getByRole('status').filter({ hasText: '采用 1 题，已保存在本机' })).toBeVisible();
		await expect(stem).not.toHaveText(first);
		const second = await stemShown(page);
		await page.keyboard.press('r');
		await expectReviewed(page, 2, total);
		await expect(stem).not.toHaveText(second);
		await page.keyboard.press('u');
		await expectReviewed(page, 1, total);
		await expect(stem).toHaveText(second);
		await page.keyboard.press('k');
		await expect(stem).toHaveText(first);
		await page.keyboard.press('j');
		await expect(stem).not.toHaveText(first);
	});

	const rejected = await stemShown(page);
	await test.step('what is decided is there after a reload, also in another tab at once', async () => {
		await page.keyboard.press('r');
		await expectReviewed(page, 2, total);
		await page.reload();
		await expectReviewed(page, 2, total);
		const other = await desk.newPage();
		await other.goto(`${course}/review`);
		await expectReviewed(other, 2, total);
		const third = await stemShown(page);
		await page.keyboard.press('a');
		await expectReviewed(other, 3, total);
		await other.close();
		await expect(page.locator('.draft .stem')).not.toHaveText(third);
	});

	let edited = '';
	await test.step('an edit is checked while one types; letters typed are letters', async () => {
		await page.keyboard.press('e');
		const stem = page.getByLabel('题干', { exact: true });
		await expect(stem).toBeFocused();
		const before = await stem.inputValue();
		await stem.fill(`今年，${before}`);
		await expect(page.getByText(/“今年”没有写明/)).toBeVisible();
		await expectAccessible(page);
		edited = `${before}（arej）`;
		await stem.fill(before);
		await stem.press('End');
		await stem.pressSequentially('（arej）');
		await expect(page.getByText(/“今年”没有写明/)).toHaveCount(0);
		edited = await stem.inputValue();
		await page.getByRole('link', { name: '今日', exact: true }).click();
		const leaving = page.getByRole('dialog', { name: '有没保存的修改' });
		await leaving.getByRole('button', { name: '接着改' }).click();
		expect(await stem.inputValue()).toBe(edited);
		await stem.fill('');
		await page.getByRole('button', { name: '保存修改' }).click();
		await expect(page.getByText('这里还空着。')).toBeVisible();
		await expect(stem).toBeFocused();
		await stem.fill(edited);
		await page.getByRole('button', { name: '保存修改' }).click();
		await expectReviewed(page, 4, total);
		await expect(page.locator('.draft .stem')).toHaveText(edited);
		await page.getByText('和原稿对照').click();
		await expect(page.locator('ins').first()).toHaveText('（arej）');
	});

	await test.step('? shows the keys, and they can be switched off', async () => {
		await page.keyboard.press('?');
		const keys = page.getByRole('dialog', { name: '快捷键' });
		await keys.getByRole('switch').click();
		await keys.getByRole('button', { name: '关闭' }).click();
		await page.keyboard.press('r');
		await expectReviewed(page, 4, total);
		await page.getByRole('button', { name: '快捷键' }).click();
		await keys.getByRole('switch').click();
		await keys.getByRole('button', { name: '关闭' }).click();
	});

	await test.step('all without a remark are accepted at once, after a question', async () => {
		const bulk = page.getByRole('button', { name: /^采用没有提示的 \d+ 题$/ });
		await expect(bulk).toBeVisible();
		await expect(page.getByText(/^正在检查题目/)).toHaveCount(0);
		const count = Number(/\d+/.exec((await bulk.textContent()) ?? '')?.[0]);
		const acceptAll = async () => {
			await bulk.click();
			const asked = page.getByRole('dialog');
			await asked.getByRole('button', { name: `采用 ${count} 题` }).click();
			// It closes when all is on the disk.
			await expect(asked).toBeHidden();
			await expectReviewed(page, 4 + count, total);
		};
		await acceptAll();
		await page.getByRole('button', { name: `撤销：采用 ${count} 题` }).click();
		await expectReviewed(page, 4, total);
		await expect(
			page.getByRole('status').filter({ hasText: `已撤销：采用 ${count} 题，已保存` })
		).toBeVisible();
		await acceptAll();
		await expectAccessible(page);
	});

	await test.step('rejected, it is nowhere on this device', async () => {
		await page.goto(course);
		await expect(page.getByText(`${total - 1} 题`).first()).toBeVisible();
	});

	let ready = 0;
	await test.step('only the reviewed ones are published', async () => {
		await page.getByRole('button', { name: '发布给本单位' }).click();
		const dialog = page.getByRole('dialog', { name: '发布给海河市总工会' });
		const reviewed = dialog.getByRole('radio', { name: /^只发布审过的/ });
		await expect(reviewed).toBeChecked();
		await expect(dialog.getByText('退回的 1 题不会发布。')).toBeVisible();
		ready = Number(/\d+/.exec((await dialog.getByText(/^只发布审过的/).textContent()) ?? '')?.[0]);
		await expectAccessible(page);
		await dialog.getByRole('button', { name: '发布', exact: true }).click();
		await expect(page.getByText('已发布给海河市总工会。')).toBeVisible();
	});

	await test.step('a learner gets exactly these', async () => {
		const phone = await browser.newContext();
		const hand = await phone.newPage();
		await joinByLink(hand, saixue.address, saixue.inviteCode, learner);
		const shelf = hand.getByRole('region', { name: '单位发布的' });
		await shelf.getByRole('button', { name: /^下载/ }).click();
		await shelf.getByRole('link', { name: /工作报告/ }).click();
		await expect(hand).toHaveURL(/\/course\/[0-9a-f]{64}$/);
		await expect(hand.getByText(`${ready} 题`).first()).toBeVisible();
		const hash = hand.url().split('/').pop() ?? '';
		const answer = await hand.request.get(`${saixue.address}/api/v1/publications/${hash}`);
		const { bank } = (await answer.json()) as { bank: { questions: { stem: string }[] } };
		const stems = bank.questions.map(({ stem }) => stem);
		expect(stems).toHaveLength(ready);
		expect(stems).toContain(edited);
		expect(stems).not.toContain(rejected);
		await startQuiz(hand);
		await phone.close();
	});
	expect(errors).toEqual([]);
	await desk.close();
});

test('on a phone: a corrected report keeps what was reviewed and shows what changed', async ({ page }) => {
	test.slow();
	await importFile(page, saixue.address, REPORT);
	const course = page.url();
	await page.getByRole('link', { name: '开始审题' }).click();
	const total = await totalOf(page);
	const place = page.locator('#draft-head');
	const acceptShown = async (done: number) => {
		const here = (await place.textContent()) ?? '';
		await page.getByRole('button', { name: /^采用$/ }).click();
		await expectReviewed(page, done, total);
		// Only when the next one is there is a further tap meant for it.
		if (done < total) await expect(place).not.toHaveText(here);
	};
	await acceptShown(1);
	await expectAccessible(page);
	const figure = await test.step('every other one is accepted too', async () => {
		const figures = [...new Set(report.match(/\d{3,}(?=[^\d\n年])/gu))];
		let found = '';
		for (let done = 1; done < total; done++) {
			const sentence = (await page.locator('#lit').textContent()) ?? '';
			found ||= figures.find((one) => sentence.includes(one) && report.split(one).length === 2) ?? '';
			await acceptShown(done + 1);
		}
		await expect(page.getByText('都审完了。')).toBeVisible();
		return found;
	});
	expect(figure).not.toBe('');
	const other = `${figure.slice(0, -1)}${(Number(figure.at(-1)) + 3) % 10}`;
	const corrected = join(folder, 'corrected.txt');
	writeFileSync(corrected, report.replace(figure, other));

	await test.step('the import recognises it and says what it does to the review', async () => {
		await page.goto(`${saixue.address}/import`);
		await page.locator('input[type=file]').setInputFiles(corrected);
		const version = page.getByLabel('这份文档是');
		await expect(version.locator('option:checked')).toHaveText(/更正版/);
		await expect(page.getByText(/\d+ 题的原句改了/)).toBeVisible();
		await expectAccessible(page);
		await page.getByRole('button', { name: '存到书架' }).click();
		await expect(page).toHaveURL(course);
		await expect(page.getByText(/\d+ 题要再看/)).toBeVisible();
	});

	await test.step('changed sentences are drawn side by side', async () => {
		await page.getByRole('link', { name: '接着审' }).click();
		await filterBy(page, '状态', '要再看');
		await expect(page.getByText('原句改了', { exact: true })).toBeVisible();
		await expect(page.locator('del', { hasText: figure }).first()).toBeVisible();
		await expect(page.locator('ins', { hasText: other }).first()).toBeVisible();
		await expectAccessible(page);
		await page.getByRole('button', { name: '仍然采用' }).click();
		await expect(page.getByRole('status').filter({ hasText: '已保存在本机' })).toBeVisible();
	});

	await test.step('what is new is listed as new; everything else is still accepted', async () => {
		await filterBy(page, '状态', '新题');
		await expect(page.getByText('更正后的文档新拟的题。')).toBeVisible();
		await expect(page.locator('#lit')).toContainText(other);
		await filterBy(page, '状态', '已采用');
		await page.getByRole('button', { name: `题目列表（${total}）` }).click();
		await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(Math.min(50, total));
		await expectAccessible(page);
	});

	await test.step('with letters twice as large nothing is cut off', async () => {
		await page.goto(`${course}/review`);
		await expect(page.getByRole('heading', { name: '审题' })).toBeVisible();
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0
		);
		await expectAccessible(page);
	});
});

async function totalOf(page: Page): Promise<number> {
	const words = page.getByText(/^已审 \d+ \/ \d+ 题/);
	await expect(words).toBeVisible();
	return Number(/\/ (\d+)/.exec((await words.textContent()) ?? '')?.[1]);
}

async function expectReviewed(page: Page, done: number, total: number): Promise<void> {
	await expect(page.getByRole('progressbar', { name: `已审 ${done} / ${total} 题` })).toBeVisible();
}

async function stemShown(page: Page): Promise<string> {
	return ((await page.locator('.draft .stem').textContent()) ?? '').trim();
}

async function filterBy(page: Page, field: string, value: string): Promise<void> {
	await expect(page.getByText(/^筛选/)).toBeVisible();
	const select = page.getByLabel(field, { exact: true });
	if (!(await select.isVisible())) await page.getByText(/^筛选/).click();
	await select.selectOption({ label: value });
}

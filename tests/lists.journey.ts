import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { openDesk } from './support/phone.ts';
import { startSaixue, type Saixue } from './support/saixue.ts';
import { importFile, joinByLink, publishAll, setUpOrganisation, type Someone } from './support/walk.ts';

const trainer: Someone = { userName: 'trainer', name: '甲老师', password: 'four strokes of 正' };
const learner: Someone = { userName: 'learner', name: '张学员', password: 'learns every day' };

let saixue: Saixue;
test.beforeAll(async () => {
	saixue = await startSaixue();
});
test.afterAll(() => saixue.remove());

test('mistakes are kept and won back, taken along and put right: the lists of a learner, and 纠错 to its answer', async ({
	browser,
	context,
	page
}) => {
	test.slow();
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	const desk = await openDesk(browser);
	const trainers = await desk.newPage();
	const inviteCode = await setUpOrganisation(trainers, saixue.setupLink, trainer, '海河市总工会');
	await importFile(trainers, saixue.address, 'tests/support/work-report.txt');
	const course = trainers.url();
	await publishAll(trainers);

	await joinByLink(page, saixue.address, inviteCode, learner);
	await page.getByRole('button', { name: /^下载/ }).first().click();
	await expect(page.getByRole('button', { name: /^从本机移除/ }).first()).toBeVisible();

	await test.step('what one does not know goes into the wrong-answer book by itself', async () => {
		await page.goto(`${saixue.address}/practise/list/wrong`);
		await expect(page.getByRole('heading', { name: '错题本是空的' })).toBeVisible();
		await page.goto(`${saixue.address}/practise/sequential`);
		for (let n = 0; n < 3; n++) {
			await page.getByRole('button', { name: '不会，看答案' }).click();
			await page.getByRole('button', { name: '下一题' }).click();
		}
		await expect(page.getByRole('button', { name: '不会，看答案' })).toBeVisible();
		await page.goto(`${saixue.address}/practise`);
		await page.getByRole('link', { name: /^错题与收藏/ }).click();
		await expect(rowsOf(page, '错题本')).toHaveCount(3);
		await expect(rowsOf(page, '错题本').first()).toContainText('错 1 次');
		await expect(rowsOf(page, '错题本').first()).toContainText('连对 0/2');
	});

	await test.step('the way out is changed where it is seen', async () => {
		const rule = page.getByRole('spinbutton', { name: '连对几次移出错题本' });
		await rule.fill('3');
		await rule.press('Tab');
		await expect(rowsOf(page, '错题本').first()).toContainText('连对 0/3');
	});

	await test.step('the arrow keys go from row to row; a row opens with its key, and closes to where one was', async () => {
		const buttons = rowsOf(page, '错题本').getByRole('button');
		await buttons.first().focus();
		await page.keyboard.press('ArrowDown');
		await expect(buttons.nth(1)).toBeFocused();
		await page.keyboard.press('End');
		await expect(buttons.nth(2)).toBeFocused();
		await page.keyboard.press('Enter');
		const sheet = page.getByRole('dialog', { name: '第 3 / 3 题' });
		await expect(sheet.getByText('解析')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(buttons.nth(2)).toBeFocused();
	});

	await test.step('a question is taken out by hand, noted, marked, and brought back', async () => {
		await rowsOf(page, '错题本').first().getByRole('button').click();
		const sheet = page.getByRole('dialog', { name: '第 1 / 3 题' });
		await sheet.getByRole('button', { name: '收藏' }).click();
		await sheet.getByRole('button', { name: '笔记' }).click();
		const note = page.getByRole('dialog', { name: '这道题的笔记' });
		await note.getByLabel('笔记', { exact: true }).fill('先想年份');
		await note.getByRole('button', { name: '保存' }).click();
		await expect(sheet.getByText('先想年份')).toBeVisible();
		await sheet.getByRole('button', { name: '斩题' }).click();
		const gone = page.getByRole('dialog', { name: '已不在这个清单里' });
		await expect(gone.getByRole('button', { name: '恢复' })).toBeVisible();
		await gone.getByRole('button', { name: '关闭' }).click();
		await expect(rowsOf(page, '错题本')).toHaveCount(2);
		await page.getByRole('link', { name: /^收藏/ }).click();
		await expect(rowsOf(page, '收藏')).toContainText(['先想年份']);
		await page.getByRole('link', { name: /^已斩/ }).click();
		await rowsOf(page, '已斩').first().getByRole('button').click();
		await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click();
		await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
		await expect(page.getByRole('heading', { name: '没有斩掉的题' })).toBeVisible();
		await page.getByRole('link', { name: /^错题本/ }).click();
		await expect(rowsOf(page, '错题本')).toHaveCount(3);
	});

	await test.step('the source, and back to the same question in the same list', async () => {
		await page.getByRole('link', { name: '全部题目' }).click();
		await page.getByRole('searchbox', { name: '在这些题里找' }).fill('海河');
		await expect(page.getByRole('status').filter({ hasText: '找到' })).toBeVisible();
		await rowsOf(page, '全部题目').first().getByRole('button').click();
		const sheet = page.getByRole('dialog', { name: /^第 1 \// });
		await sheet.getByRole('link', { name: /^看原文/ }).click();
		await expect(page.getByRole('heading', { level: 1, name: '看原文' })).toBeVisible();
		await page.goBack();
		await expect(sheet).toBeVisible();
		await expect(page.getByRole('searchbox', { name: '在这些题里找', includeHidden: true })).toHaveValue(
			'海河'
		);
		await sheet.getByRole('button', { name: '关闭' }).click();
		const axe = await new AxeBuilder({ page }).analyze();
		expect(axe.violations).toEqual([]);
	});

	await test.step('without a network it goes along as a sheet, a text and on paper', async () => {
		await context.setOffline(true);
		const csv = await takeAway(page, '表格（CSV）');
		expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
		expect(csv.toString('utf8').slice(1)).toMatch(/^"题型","题干","选项A"[^\r]*"原文","标签"\r\n"/);
		const text = (await takeAway(page, '文本（Markdown）')).toString('utf8');
		expect(text).toMatch(/^# 全部题目\n/);
		expect(text).toContain('**答案**：');
		await page.getByRole('button', { name: '打印或导出' }).click();
		await page.getByRole('dialog').getByRole('button', { name: /^打印/ }).click();
		await expect(page.getByRole('heading', { name: '答案与解析' })).toBeVisible();
		await page.getByRole('switch', { name: '最后附答案与解析' }).uncheck();
		await expect(page.getByRole('heading', { name: '答案与解析' })).toHaveCount(0);
		await context.setOffline(false);
		await page.getByRole('button', { name: '返回' }).click();
	});

	await test.step('what is wrong with a question reaches the trainer, and the answer its learner', async () => {
		await rowsOf(page, '全部题目').first().getByRole('button').click();
		await page.getByRole('dialog').getByRole('button', { name: '纠错' }).click();
		const report = page.getByRole('dialog', { name: '纠错' });
		await report.getByRole('button', { name: '提交' }).click();
		await expect(report.getByText('请先选一项。')).toBeVisible();
		await report.getByRole('radio', { name: '与原文不符' }).check();
		await report.getByLabel(/具体说一说/).fill('原文是另一个数');
		await report.getByRole('button', { name: '提交' }).click();
		await expect(report).toBeHidden();
		await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
		await page.getByRole('link', { name: '我的纠错' }).click();
		await expect(page.getByText('已送达，等培训员处理')).toBeVisible();

		await trainers.goto(`${saixue.address}/results`);
		await trainers.getByRole('link', { name: '学员纠错' }).click();
		const found = trainers.getByRole('listitem').filter({ hasText: '原文是另一个数' });
		await expect(found.first()).toContainText(learner.name);
		const axe = await new AxeBuilder({ page: trainers }).analyze();
		expect(axe.violations).toEqual([]);
		await trainers.getByRole('button', { name: '标为已处理' }).click();
		const handle = trainers.getByRole('dialog', { name: '处理这道题的纠错' });
		await handle.getByLabel('回复学员（可不填）').fill('已按原文改正');
		await handle.getByRole('button', { name: '标为已处理' }).click();
		await expect(trainers.getByRole('heading', { name: '没有待处理的纠错' })).toBeVisible();
		await trainers.getByRole('radio', { name: '已处理' }).check();
		await expect(trainers.getByText(/甲老师处理.*已按原文改正/)).toBeVisible();
		await trainers.getByRole('link', { name: '去审题台修改' }).click();
		await expect(trainers).toHaveURL(new RegExp(`${new URL(course).pathname}/review\\?q=`));

		await page.reload();
		await expect(page.getByText('已处理，谢谢你')).toBeVisible();
		await expect(page.getByText('已按原文改正')).toBeVisible();
	});

	expect(errors).toEqual([]);
	await desk.close();
});

function rowsOf(page: Page, list: string) {
	return page.getByRole('list', { name: list, exact: true }).getByRole('listitem');
}

async function takeAway(page: Page, how: string): Promise<Buffer> {
	await page.getByRole('button', { name: '打印或导出' }).click();
	const saved = page.waitForEvent('download');
	await page.getByRole('dialog').getByRole('button', { name: how }).click();
	return readFileSync(await (await saved).path());
}

import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { startSaixue, type Saixue } from './support/saixue.ts';
import { answerShown, handIn, importFile, startQuiz } from './support/walk.ts';

let saixue: Saixue;

test.beforeAll(async () => {
	saixue = await startSaixue();
});
test.afterAll(() => saixue.remove());

test('a result becomes a picture on plain http, and again without any network', async ({ page, context }) => {
	await importFile(page, saixue.insecureAddress, 'tests/support/work-report.txt');
	await startQuiz(page);
	await answerShown(page);
	await handIn(page);

	const dialog = page.getByRole('dialog', { name: '做成图片' });
	const picture = dialog.getByRole('img', { name: /^图片：限时答题/ });
	await page.getByRole('button', { name: '做成图片' }).click();
	await expect(picture).toBeVisible();
	// Nobody is signed in: there is no name to decide about.
	await expect(dialog.getByText('写不写姓名')).toBeHidden();
	await dialog.getByRole('button', { name: '关闭' }).click();
	await expect(dialog).toBeHidden();

	await context.setOffline(true);
	await page.getByRole('button', { name: '做成图片' }).click();
	await expect(picture).toBeVisible();
	const saving = page.waitForEvent('download');
	await dialog.getByRole('link', { name: '保存图片' }).click();
	const saved = await saving;
	expect(saved.suggestedFilename()).toBe('赛学-限时答题.png');
	const bytes = readFileSync(await saved.path());
	expect(bytes.subarray(1, 4).toString()).toBe('PNG');
	expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1080, 1440]);
	// More than an empty sheet.
	expect(bytes.length).toBeGreaterThan(30_000);
});

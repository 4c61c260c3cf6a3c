import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInAnyLook } from './support/axe.ts';
import { openDesk } from './support/phone.ts';
import { ROUTES, screensOfGuest, screensOfTrainer, studyForScreens, type Screen } from './support/screens.ts';
import { openOrganisation, REPORT, trainer, type Organisation } from './support/organisation.ts';
import { answerShown, signIn, startQuiz, type Someone } from './support/walk.ts';

const learner: Someone = { userName: 'learner', name: '张学员', password: 'learns every day' };

let saixue: Organisation;
test.beforeAll(async () => void (saixue = await openOrganisation()));
test.afterAll(() => saixue.remove());

const opened = new Set<string>();

/** Opens a page by its address and scans it as it then stands. */
async function scan(page: Page, { path }: Screen): Promise<void> {
	opened.add(new URL(path, saixue.address).pathname);
	await page.goto(saixue.address + path);
	await expectAccessibleInAnyLook(page);
}

test.describe('in both themes, also with text twice as large, the scan finds nothing', () => {
	// The last one looks back on what the others opened.
	test.describe.configure({ mode: 'serial' });
	test.use({ reducedMotion: 'reduce' });
	test.slow();

	test('on the pages of a guest', async ({ page }) => {
		for (const screen of screensOfGuest(saixue)) await scan(page, screen);
	});

	test('on the pages of a learner', async ({ page }) => {
		for (const screen of await studyForScreens(page, saixue, learner)) await scan(page, screen);
	});

	test('on the pages of a trainer, at a desk', async ({ browser }) => {
		const desk = await openDesk(browser);
		const page = await desk.newPage();
		await signIn(page, saixue.address, trainer);
		for (const screen of screensOfTrainer()) await scan(page, screen);
		await desk.close();
	});

	test('in what opens on a page: a preview, an editor, a card of answers, a note', async ({ page }) => {
		await page.goto(`${saixue.address}/import`);
		await page.locator('input[type=file]').setInputFiles(REPORT);
		await expect(page.getByRole('button', { name: '存到书架' })).toBeVisible();
		await expectAccessibleInAnyLook(page);
		await page.getByRole('button', { name: '存到书架' }).click();
		await expect(page).toHaveURL(/\/course\//);
		const course = page.url();
		opened.add(`${new URL(course).pathname}/review`);
		await page.getByRole('link', { name: '开始审题' }).click();
		await page.getByRole('button', { name: '修改' }).click();
		await expect(page.getByLabel('题干', { exact: true })).toBeVisible();
		await expectAccessibleInAnyLook(page);

		await page.goto(course);
		await startQuiz(page);
		await answerShown(page);
		await page.getByRole('button', { name: /^答题卡/ }).click();
		await expect(page.getByRole('dialog', { name: '答题卡' })).toBeVisible();
		await expectAccessibleInAnyLook(page);

		await page.goto(`${saixue.address}/practise/memorise?course=${course.split('/').pop() ?? ''}`);
		await expect(page.getByRole('button', { name: '笔记' })).toBeVisible();
		await page.getByRole('button', { name: '笔记' }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await expectAccessibleInAnyLook(page);
	});

	test('and no page of the product was left out', () => {
		const missing = [...ROUTES].filter(([, route]) => ![...opened].some((path) => route.test(path)));
		expect(missing.map(([folder]) => folder)).toEqual([]);
	});
});

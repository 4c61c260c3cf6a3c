import { expect, type Locator, type Page } from '@playwright/test';

// The steps of the journeys, as a person takes them: by the words on the screen.

export interface Someone {
	userName: string;
	name: string;
	password: string;
}

export async function setUpOrganisation(
	page: Page,
	link: string,
	who: Someone,
	organisation: string
): Promise<string> {
	await page.goto(link);
	await page.getByLabel('单位', { exact: true }).fill(organisation);
	await page.getByLabel('姓名').fill(who.name);
	await page.getByLabel('用户名').fill(who.userName);
	await page.getByLabel('密码').fill(who.password);
	await page.getByRole('button', { name: '建立并登录' }).click();
	await expect(page.getByRole('heading', { level: 1, name: organisation })).toBeVisible();
	return inviteCodeOf(page);
}

export async function inviteCodeOf(page: Page): Promise<string> {
	const link = page.getByText(/\/join\/[2-9A-Z]{8}$/);
	await expect(link).toBeVisible();
	return (await link.textContent())?.trim().split('/').pop() ?? '';
}

export async function register(page: Page, who: Someone): Promise<void> {
	await page.getByLabel('用户名').fill(who.userName);
	await page.getByLabel('姓名').fill(who.name);
	await page.getByLabel('密码', { exact: true }).fill(who.password);
	await page.getByRole('button', { name: '注册', exact: true }).click();
	await expect(page).not.toHaveURL(/\/account/);
}

export async function signIn(page: Page, address: string, who: Someone): Promise<void> {
	await page.goto(`${address}/account`);
	await page.getByLabel('用户名').fill(who.userName);
	await page.getByLabel('密码', { exact: true }).fill(who.password);
	await page.getByRole('button', { name: '登录', exact: true }).click();
	await expect(page).not.toHaveURL(/\/account/);
}

/** By the invitation link, registering on the way. */
export async function joinByLink(page: Page, address: string, code: string, who: Someone): Promise<void> {
	await page.goto(`${address}/join/${code}`);
	await page.getByRole('link', { name: '注册并加入' }).click();
	await register(page, who);
	await page.getByRole('button', { name: /^加入/ }).click();
	await expect(page).toHaveURL(/\/library/);
}

/** Chooses the file, looks at the preview, saves it. Ends on the course's page. */
export async function importFile(page: Page, address: string, file: string): Promise<void> {
	await page.goto(`${address}/import`);
	await page.locator('input[type=file]').setInputFiles(file);
	await page.getByRole('button', { name: '存到书架' }).click();
	await expect(page).toHaveURL(/\/course\//);
}

/** From an own course's page: with all drafts, reviewed or not. */
export async function publishAll(page: Page): Promise<void> {
	await page.getByRole('button', { name: '发布给本单位' }).click();
	const dialog = page.getByRole('dialog', { name: /^发布给/ });
	await tick(dialog.getByRole('radio', { name: /待审的草稿/ }));
	await dialog.getByRole('button', { name: '发布' }).click();
	await expect(dialog).toBeHidden();
}

/** From a course's page to the first question. */
export async function startQuiz(page: Page, preset = '快速 10 题'): Promise<void> {
	await page.getByRole('link', { name: '限时答题' }).click();
	await tick(page.getByRole('radio', { name: preset }));
	await page.getByRole('button', { name: '开始答题' }).click();
	await expect(page).toHaveURL(/\/quiz\//);
	await expect(page.getByRole('timer')).toBeVisible();
}

/**
 * A radio button or a box, as a finger takes it: scrolled out from under whatever lies over it. What the page
 * makes of it may come a moment later.
 */
export async function tick(choice: Locator): Promise<void> {
	await choice.click();
	await expect(choice).toBeChecked();
}

/**
 * Answers whatever type the open question has; what is given need not be right. Ends when the screen says
 * saved.
 */
export async function answerShown(page: Page): Promise<void> {
	const form = page.locator('form').filter({ has: page.locator('fieldset') });
	const asked = form.locator('fieldset').locator('input, select, textarea, button');
	// A question appears with all that answers it, so from here on nothing is counted too early.
	await expect(asked.first()).toBeVisible();
	const choices = form.locator('input[type=radio], input[type=checkbox]');
	const inOrder = form.getByRole('button', { name: '就按这个顺序' });
	if ((await choices.count()) > 0) await tick(choices.first());
	else if ((await form.locator('select').count()) > 0)
		for (const select of await form.locator('select').all()) await select.selectOption({ index: 1 });
	else if ((await inOrder.count()) > 0) await inOrder.click();
	else for (const field of await form.locator('input, textarea').all()) await field.fill('12');
	await expect(page.getByText('已保存在本机').first()).toBeVisible();
}

export async function answerNext(page: Page): Promise<void> {
	await goToNext(page);
	await answerShown(page);
}

/** Ends when the other question is there. */
export async function goToNext(page: Page): Promise<void> {
	const number = page.getByRole('heading', { level: 1 });
	await expect(number).toHaveText(/第 \d+ \/ \d+ 题/);
	const before = (await number.textContent()) ?? '';
	await page.getByRole('button', { name: '下一题' }).click();
	await expect(number).not.toHaveText(before);
}

export async function handIn(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^答题卡/ }).click();
	await page.getByRole('dialog', { name: '答题卡' }).getByRole('button', { name: '交卷' }).click();
	await page.getByRole('dialog', { name: '现在交卷？' }).getByRole('button', { name: '交卷' }).click();
	await expect(page).toHaveURL(/\/result\//);
}

import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { settle } from './support/phone.ts';
import { startSaixue, type Saixue } from './support/saixue.ts';
import {
	answerShown,
	handIn,
	importFile,
	joinByLink,
	setUpOrganisation,
	signIn,
	startQuiz,
	type Someone
} from './support/walk.ts';

const trainer: Someone = { userName: 'trainer', name: '甲老师', password: 'four strokes of 正' };
const learner: Someone = { userName: 'learner', name: '张学员', password: 'learns every day' };

let saixue: Saixue;
let inviteCode: string;

test.beforeAll(async ({ browser }) => {
	saixue = await startSaixue();
	const page = await browser.newPage();
	inviteCode = await setUpOrganisation(page, saixue.setupLink, trainer, '海河市总工会');
	await page.close();
});
test.afterAll(() => saixue.remove());

for (const colorScheme of ['light', 'dark'] as const)
	test(`every page passes the accessibility scan, ${colorScheme}, also with text twice as large`, async ({
		browser
	}) => {
		test.slow();
		const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
		const page = await context.newPage();
		const who = { ...learner, userName: `learner-${colorScheme}` };

		for (const path of [
			'/',
			'/account',
			'/account?new',
			'/join',
			`/join/${inviteCode}`,
			'/setup/not-a-token',
			'/nowhere',
			'/organisation'
		])
			await scan(page, saixue.address + path);
		await joinByLink(page, saixue.address, inviteCode, who);
		await scan(page);
		await scan(page, `${saixue.address}/import`);
		await page.locator('input[type=file]').setInputFiles('tests/support/work-report.txt');
		await expect(page.getByRole('button', { name: '存到书架' })).toBeVisible();
		await scan(page);
		await page.getByRole('button', { name: '存到书架' }).click();
		await expect(page).toHaveURL(/\/course\//);
		await scan(page);
		await page.getByRole('link', { name: '开始审题' }).click();
		await expect(page.getByRole('heading', { level: 1, name: '审题' })).toBeVisible();
		await scan(page);
		await page.getByRole('button', { name: '修改' }).click();
		await scan(page);
		await page.goBack();
		await page.getByRole('link', { name: '开始学' }).click();
		await expect(page.getByRole('button', { name: /^读完了/ })).toBeVisible();
		await scan(page);
		await page.getByRole('button', { name: /^读完了/ }).click();
		await expect(page).toHaveURL(/practice/);
		await scan(page);
		await page.goBack();
		await page.getByRole('link', { name: '回到课程' }).click();
		await page.getByRole('link', { name: '限时答题' }).click();
		await expect(page.getByRole('button', { name: '开始答题' })).toBeVisible();
		await scan(page);
		await page.goBack();
		await startQuiz(page);
		await scan(page);
		await answerShown(page);
		await page.getByRole('button', { name: /^答题卡/ }).click();
		await scan(page);
		await page.keyboard.press('Escape');
		await handIn(page);
		await scan(page);
		await page.getByRole('link', { name: '看原文' }).first().click();
		await expect(page.locator('mark').first()).toBeVisible();
		await scan(page);
		for (const path of ['/', '/library', '/me', '/organisation', '/results'])
			await scan(page, saixue.address + path);
		await context.close();

		const desk = await browser.newContext({
			colorScheme,
			viewport: { width: 1280, height: 800 },
			isMobile: false,
			hasTouch: false
		});
		const results = await desk.newPage();
		await signIn(results, saixue.address, trainer);
		for (const path of ['/results', '/organisation', '/library', '/me', '/'])
			await scan(results, saixue.address + path);
		await desk.close();
	});

test('the keyboard alone gets through the whole journey, over all eight question types', async ({
	browser
}) => {
	test.slow();
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		isMobile: false,
		hasTouch: false
	});
	const page = await context.newPage();
	await page.goto(`${saixue.address}/library`);
	await press(page, page.getByRole('button', { name: /^下载/ }).first());
	await press(page, page.getByRole('link', { name: /工会/ }).first());
	await expect(page).toHaveURL(/\/course\//);
	await press(page, page.getByRole('link', { name: '开始学' }));
	await press(page, page.getByRole('button', { name: /^读完了/ }));
	await expect(page).toHaveURL(/practice/);
	await page.goBack();
	await press(page, page.getByRole('link', { name: '回到课程' }));
	await press(page, page.getByRole('link', { name: '限时答题' }));
	const preset = page.getByRole('radio', { name: '各类都考' });
	await tabTo(page, page.getByRole('radio').first());
	for (let n = 0; n < 4 && !(await preset.isChecked()); n++) await page.keyboard.press('ArrowRight');
	await expect(preset).toBeChecked();
	await expect(preset).toBeFocused();
	await press(page, page.getByRole('button', { name: '开始答题' }));
	await expect(page.getByRole('timer')).toBeVisible();

	const seen = new Set<string>();
	const total = Number(
		/\/ (\d+) 题/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[1]
	);
	for (let n = 1; n <= total; n++) {
		await expect(page.getByRole('heading', { level: 1 })).toContainText(`第 ${n} / ${total} 题`);
		const type = ((await page.locator('fieldset legend').first().textContent()) ?? '').trim().slice(0, 2);
		seen.add(type);
		const form = page.locator('form');
		if (['单选', '多选', '判断'].includes(type)) await page.keyboard.press('b');
		else if (type === '排序') {
			await press(page, form.getByRole('button', { name: /^下移/ }).first());
			await expect(page.getByText('已保存在本机')).toBeVisible();
		} else if (type === '匹配') {
			for (const select of await form.locator('select').all()) {
				await tabTo(page, select);
				await page.keyboard.press('ArrowDown');
			}
		} else
			for (const field of await form.locator('input, textarea').all()) {
				await tabTo(page, field);
				await page.keyboard.type('12');
			}
		await expect(page.getByText('已保存在本机').first()).toBeVisible();
		if (n < total) await press(page, page.getByRole('button', { name: '下一题' }));
	}
	expect([...seen].sort()).toEqual(['单选', '判断', '匹配', '多选', '填空', '排序', '数值', '简答'].sort());
	await press(page, page.getByRole('button', { name: '交卷' }).first());
	await press(page, page.getByRole('dialog').getByRole('button', { name: '交卷' }));
	await expect(page).toHaveURL(/\/result\//);
	await expect(page.getByText('道简答题等你评分')).toBeVisible();
	await context.close();
});

test('letters, digits, arrows, F and ? answer, move, flag and explain; letters can be switched off', async ({
	browser
}) => {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		isMobile: false,
		hasTouch: false
	});
	const page = await context.newPage();
	await importFile(page, saixue.address, 'tests/support/work-report.txt');
	await startQuiz(page);
	const heading = page.getByRole('heading', { level: 1 });
	const choice = page.locator('fieldset input[type=radio]');
	await expect(page.locator('fieldset')).toBeVisible();
	while ((await choice.count()) === 0) {
		const passed = (await heading.textContent()) ?? '';
		await page.keyboard.press('ArrowRight');
		await expect(heading).not.toHaveText(passed);
	}
	await page.keyboard.press('2');
	await expect(choice.nth(1)).toBeChecked();
	await page.keyboard.press('a');
	await expect(choice.first()).toBeChecked();
	await page.keyboard.press('f');
	await expect(page.getByRole('button', { name: '标记这一题' })).toHaveAttribute('aria-pressed', 'true');
	const before = (await heading.textContent()) ?? '';
	await page.keyboard.press('Enter');
	await expect(heading).not.toHaveText(before);
	await page.keyboard.press('ArrowLeft');
	await expect(heading).toHaveText(before);
	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: '键盘操作' });
	const letters = help.getByRole('switch', { name: '用字母和数字键答题' });
	await expect(letters).toBeChecked();
	await letters.click();
	await expect(letters).not.toBeChecked();
	await page.keyboard.press('Escape');
	await expect(help).toBeHidden();
	await page.keyboard.press('b');
	await expect(choice.first()).toBeChecked();
	await context.close();
});

async function scan(page: Page, address?: string): Promise<void> {
	if (address) await page.goto(address);
	await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
	await expect(page).toHaveTitle(/.+/);
	await settle(page);
	const usual = await new AxeBuilder({ page }).analyze();
	expect(findings(usual.violations), page.url()).toEqual([]);
	// Text twice as large must neither be cut off nor push the page sideways.
	await setTextSize(page, '200%');
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(sideways, `${page.url()} scrolls sideways at 200%`).toBeLessThanOrEqual(0);
	await setTextSize(page, '');
}

async function setTextSize(page: Page, size: string): Promise<void> {
	await page.evaluate((given) => (document.documentElement.style.fontSize = given), size);
	await settle(page);
}

function findings(violations: { id: string; nodes: { html: string }[] }[]): string[] {
	return violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`
	);
}

type Target = ReturnType<Page['locator']>;

/** Tab, until the target has the focus; fails when the keyboard cannot reach it. */
async function tabTo(page: Page, target: Target): Promise<void> {
	await expect(target).toBeVisible();
	for (let n = 0; n < 150; n++) {
		if (await target.evaluate((node) => node === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`the keyboard does not reach ${String(target)}`);
}

async function press(page: Page, target: Target): Promise<void> {
	await tabTo(page, target);
	await expect(target).toBeFocused();
	await page.keyboard.press('Enter');
}

import { expect, test, type Page } from '@playwright/test';
import { openDesk } from './support/phone.ts';
import { openOrganisation, REPORT, type Organisation } from './support/organisation.ts';
import { importFile, startQuiz } from './support/walk.ts';

let saixue: Organisation;
test.beforeAll(async () => void (saixue = await openOrganisation()));
test.afterAll(() => saixue.remove());

test('the keyboard alone gets through the whole journey, over all eight question types', async ({
	browser
}) => {
	test.slow();
	const context = await openDesk(browser);
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

test('the keyboard alone goes from today through a lesson to the end of its practice', async ({
	browser
}) => {
	const context = await openDesk(browser);
	const page = await context.newPage();
	await importFile(page, saixue.address, REPORT);
	await page.goto(saixue.address);
	await press(page, page.getByRole('link', { name: '开始读' }));
	await press(page, page.getByRole('button', { name: /^读完了/ }));
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toHaveText(/第 1 题，共 \d+ 题/);
	const total = Number(/共 (\d+) 题/.exec((await heading.textContent()) ?? '')?.[1]);
	expect(total).toBeGreaterThan(1);
	for (let n = 1; n <= total; n++) {
		await expect(heading).toContainText(`第 ${n} 题`);
		await expect(page.locator('form')).toBeVisible();
		// A choice has its letter; whatever takes more may also be looked up.
		if ((await page.locator('form input[type=radio]').count()) > 0) {
			await page.keyboard.press('a');
			await press(page, page.getByRole('button', { name: '看看对不对' }));
		} else await press(page, page.getByRole('button', { name: '不会，看答案' }));
		await press(page, page.getByRole('button', { name: n < total ? '下一题' : '看结果' }));
	}
	await expect(heading).toHaveText(new RegExp(`^${total} 题答对 \\d+ 题`));
	await context.close();
});

test('letters, digits, arrows, F and ? answer, move, flag and explain; letters can be switched off', async ({
	browser
}) => {
	const context = await openDesk(browser);
	const page = await context.newPage();
	await importFile(page, saixue.address, REPORT);
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

type Target = ReturnType<Page['locator']>;

/** Tab, until the target has the focus; fails when the keyboard cannot reach it, or a bar hides it. */
async function tabTo(page: Page, target: Target): Promise<void> {
	await expect(target).toBeVisible();
	for (let n = 0; n < 150; n++) {
		if (await target.evaluate((node) => node === document.activeElement)) {
			await expect.poll(() => target.evaluate(isInSight), String(target)).toBe(true);
			return;
		}
		await page.keyboard.press('Tab');
	}
	throw new Error(`the keyboard does not reach ${String(target)}`);
}

function isInSight(node: HTMLElement | SVGElement): boolean {
	const { left, right, top, bottom } = node.getBoundingClientRect();
	const shown = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
	return shown !== null && (node.contains(shown) || shown.contains(node));
}

async function press(page: Page, target: Target): Promise<void> {
	await tabTo(page, target);
	await expect(target).toBeFocused();
	await page.keyboard.press('Enter');
}

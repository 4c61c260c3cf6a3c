import { expect, test, type Page } from '@playwright/test';
import type { Publication } from '#lib/course/publication.ts';
import type { Event } from '#lib/log/event.ts';
import { millis } from '#lib/base/time.ts';
import { expectAccessibleInAnyLook } from './support/axe.ts';
import { startSaixue, type Saixue } from './support/saixue.ts';
import { eventWith, pushOf } from './support/server-events.ts';

const DAY_MS = 86_400_000;
const who = { userName: 'every.day', name: '天天', password: 'a little every day' };

let saixue: Saixue;
test.beforeAll(async () => void (saixue = await startSaixue()));
test.afterAll(() => saixue.remove());

test('what was practised on another device is looked back on here, says what is due, and can be quiet', async ({
	page
}) => {
	const { address } = saixue;
	const today = page.getByRole('heading', { level: 1, name: /^今日/ });

	await test.step('before anything happened the pages say how to begin', async () => {
		await page.goto(`${address}/progress`);
		await expect(page.getByRole('heading', { level: 1, name: '还没有练习记录' })).toBeVisible();
	});

	const course = await practisedElsewhere(page);

	await test.step('the course comes to this device, and the day has its first step', async () => {
		await page.goto(`${address}/library`);
		const card = page.getByRole('article').filter({ hasText: course.title });
		await card.getByRole('button', { name: /^下载/ }).click();
		await expect(card.getByRole('link', { name: course.title })).toBeVisible();
		await page.goto(address);
		await expect(today).toHaveText(/^今日，约.+分钟$/);
		await expect(page.getByRole('heading', { name: /^\d+ 题到期$/ })).toBeVisible();
		await expect(page.getByRole('link', { name: '开始复习' })).toBeVisible();
		await expect(page.getByRole('link', { name: /^每日一练/ })).toBeVisible();
		await expect(page.getByRole('link', { name: /^错题本/ })).toBeVisible();
		await expectAccessibleInAnyLook(page);
	});

	await test.step('progress: a table of days for the keyboard, charts with their numbers', async () => {
		await page.getByRole('link', { name: '看进度' }).click();
		await expect(page.getByRole('heading', { level: 1, name: '进度' })).toBeVisible();
		const calendar = page.getByRole('table', { name: '练习日历' });
		const chosen = calendar.locator('button[tabindex="0"]');
		await expect(chosen).toHaveAttribute('aria-current', 'date');
		await chosen.focus();
		await page.keyboard.press('ArrowLeft');
		await expect(chosen).toBeFocused();
		await expect(chosen).toHaveAccessibleName(/，答 45 题$/);
		await expect(page.getByText(/：答 45 题，对 \d+ 题，用了 ?\d+ 分钟$/)).toBeVisible();
		await expect(page.getByText(`《${course.title}》约掌握`)).toBeVisible();
		await page.getByText('看数字', { exact: false }).first().click();
		await expect(page.getByRole('table', { name: '往后两周要复习的题' }).getByRole('row')).toHaveCount(15);
		await page.getByRole('button', { name: '积分怎么算' }).click();
		const rules = page.getByRole('dialog', { name: '积分怎么算' });
		await expect(rules.getByText('每答一题得 1 分，一天最多 20 分。')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(rules).toBeHidden();
		await expectAccessibleInAnyLook(page);
	});

	await test.step('the device learns how fast this person forgets, and forgets it when asked', async () => {
		await page.goto(`${address}/me`);
		await page.getByRole('link', { name: '学习设置' }).click();
		await expect(page.getByText('已按你的 450 次作答调整。')).toBeVisible({ timeout: 60_000 });
		await page.getByRole('button', { name: '恢复默认间隔' }).click();
		await expect(page.getByText('已按你的 450 次作答调整。')).toBeHidden();
		await expect(page.getByRole('switch', { name: '按我的作答调整复习间隔' })).not.toBeChecked();
		await expectAccessibleInAnyLook(page);
	});

	await test.step('points and days in a row, once unwanted, appear nowhere', async () => {
		await page.getByRole('switch', { name: '显示积分' }).uncheck();
		await page.getByRole('switch', { name: '显示连续天数' }).uncheck();
		await page.goto(`${address}/progress`);
		await expect(page.getByRole('heading', { name: '最好的时候' })).toBeVisible();
		await expect(page.getByText(/积分|连续/)).toHaveCount(0);
		await page.goto(address);
		await expect(today).toBeVisible();
		await expect(page.getByText(/积分|连续/)).toHaveCount(0);
	});
});

/** Ten days of practice on a built-in course, sent by another device of the same person. */
async function practisedElsewhere({ request }: Page): Promise<{ id: string; title: string }> {
	const { address } = saixue;
	const headers = { origin: address };
	const registered = await request.post(`${address}/api/v1/account/register`, { data: who, headers });
	expect(registered.status()).toBe(200);
	const me = (await (await request.get(`${address}/api/v1/me`)).json()) as { person: { id: string } };
	const list = (await (await request.get(`${address}/courses/index.json`)).json()) as {
		publications: { hash: string; title: string }[];
	};
	const [first] = list.publications;
	if (!first) throw new Error('there is a built-in course');
	const { bank } = (await (await request.get(`${address}/courses/${first.hash}.json`)).json()) as Publication;
	const asked = bank.questions.slice(0, 45).map(({ id }) => id);
	const events: Event[] = [];
	const now = Date.now();
	for (let day = 10; day >= 1; day--)
		for (const question of asked) {
			const at = millis(now - day * DAY_MS + events.length);
			events.push(
				eventWith({
					member: me.person.id,
					kind: 'question-practised',
					deviceSeq: events.length + 1,
					at,
					body: {
						course: first.hash,
						question,
						mode: 'random',
						response: null,
						// Forgets nearly everything overnight.
						verdict: (events.length + day) % 4 === 0 ? 'right' : 'wrong',
						tookMs: 6_000,
						day: new Intl.DateTimeFormat('sv-SE').format(at)
					}
				})
			);
		}
	for (let from = 0; from < events.length; from += 150) {
		const data = pushOf(events.slice(from, from + 150));
		const pushed = await request.post(`${address}/api/v1/events`, { data, headers });
		expect(pushed.status(), await pushed.text()).toBe(200);
	}
	return { id: first.hash, title: first.title };
}

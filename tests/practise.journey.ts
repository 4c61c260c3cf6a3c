import { expect, test, type Page } from '@playwright/test';
import { openDesk, waitForServiceWorker } from './support/phone.ts';
import {
	expectAt,
	goOn,
	judgedBeside,
	placeOf,
	playOn,
	practise,
	shownQuestion,
	takeCourse,
	verdict
} from './support/practice.ts';
import { startSaixue, type Saixue } from './support/saixue.ts';
import { eventWith, pushOf } from './support/server-events.ts';
import { handIn, register, startQuiz, tick, type Someone } from './support/walk.ts';

const learner: Someone = { userName: 'practises.daily', name: '勤学员', password: 'ten questions a day' };

let saixue: Saixue;
test.beforeAll(async () => void (saixue = await startSaixue()));
test.afterAll(() => saixue.remove());

/** A mode on the hub. */
const mode = (page: Page, name: RegExp) => page.getByRole('link', { name });
const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name });

test('the ten of the day: auto-advance, undo, a killed tab, no network; the wrong ones are kept', async ({
	browser
}) => {
	const context = await browser.newContext();
	const errors: string[] = [];
	context.on('weberror', (broken) => errors.push(broken.error().message));
	let page = await context.newPage();
	await page.goto(`${saixue.address}/practise`);
	await expect(page.getByRole('heading', { name: '还没有可练的课' })).toBeVisible();
	await takeCourse(page, saixue.address);

	await mode(page, /^每日一练/).click();
	await expectAt(page, 1, 10);
	let rights = 0;
	await test.step('a right answer goes on by itself', async () => {
		while ((await playOn(page, 'right')) === 'wrong') continue;
		rights++;
	});

	await test.step('a wrong one stays; one comes back to it from the source', async () => {
		await practise(page, 'wrong');
		const { stem } = await shownQuestion(page);
		await page.getByRole('link', { name: /^看原文/ }).click();
		await expect(heading(page, /^看原文/)).toBeVisible();
		await page.goBack();
		expect((await shownQuestion(page)).stem).toBe(stem);
		await expect(verdict(page)).toHaveText(/不对|未作答/);
	});

	await test.step('it is taken back, and asked again', async () => {
		await page.getByRole('button', { name: '撤销上一题' }).click();
		await expect(verdict(page)).toHaveCount(0);
		await practise(page, 'wrong');
	});

	await test.step('the tab is killed and opened without a network: the same question, the same answer', async () => {
		const { stem } = await shownQuestion(page);
		const address = page.url();
		await waitForServiceWorker(page);
		await page.close();
		await context.setOffline(true);
		page = await context.newPage();
		await page.goto(address);
		expect((await shownQuestion(page)).stem).toBe(stem);
		await expect(verdict(page)).toHaveText(/不对|未作答/);
	});

	await test.step('the ten are done, once a day', async () => {
		await goOn(page);
		for (let { at, total } = await placeOf(page); at <= total; at++) await playOn(page, 'wrong');
		await expect(heading(page, /^10 题答对/)).toHaveText(`10 题答对 ${rights} 题`);
		await expect(page.getByText(`${10 - rights} 题进了错题本`)).toBeVisible();
		await page.getByRole('link', { name: '回到练习' }).click();
		await expect(mode(page, /^每日一练/)).toContainText('今天已完成');
		await mode(page, /^每日一练/).click();
		await expect(heading(page, /^10 题答对/)).toBeVisible();
		await page.getByRole('link', { name: '重练错题' }).click();
		await expectAt(page, 1, 10 - rights);
	});
	expect(errors).toEqual([]);
	await context.close();
});

test('every mode keeps its own place and has its own end; questions are kept, noted, taken out, reported', async ({
	browser
}) => {
	test.slow();
	const context = await browser.newContext();
	const errors: string[] = [];
	context.on('weberror', (broken) => errors.push(broken.error().message));
	const page = await context.newPage();
	const course = await takeCourse(page, saixue.address);
	const hub = `${saixue.address}/practise?course=${course}`;

	await test.step('a mock exam fills the wrong-answer book with its mistakes', async () => {
		await page.goto(hub);
		await expect(mode(page, /^错题重练/)).toContainText('0');
		await mode(page, /^模拟考试/).click();
		await expect(heading(page, /^组卷/)).toBeVisible();
		await page.goto(`${saixue.address}/course/${course}`);
		await startQuiz(page);
		for (let mistaken = false; !mistaken;) {
			const question = await shownQuestion(page);
			// Options may stand in another order than in the bank: what is wrong is found by its words.
			if (question.type === 'true-false' || question.type === 'single-choice') {
				const wrong =
					question.type === 'true-false'
						? page.getByRole('radio').nth(question.key ? 1 : 0)
						: page.getByRole('radio', { name: question.options[question.key === 0 ? 1 : 0], exact: true });
				await tick(wrong);
				await expect(page.getByText('已保存在本机').first()).toBeVisible();
				mistaken = true;
			} else await page.getByRole('button', { name: '下一题' }).click();
		}
		await handIn(page);
		await page.goto(hub);
		await expect(mode(page, /^错题重练/)).toContainText('1');
	});

	await test.step('each list is left where it was', async () => {
		for (const name of [/^顺序练习/, /^随机练习/, /第三节|数字里的干劲/]) {
			await page.goto(hub);
			await mode(page, name).click();
			await expectAt(page, 1);
			await playOn(page, 'wrong');
			await page.reload();
			await expectAt(page, 2);
		}
		await page.goto(hub);
		await expect(mode(page, /^顺序练习/)).toContainText(/第 2 \/ \d+ 题/);
	});

	await test.step('a favourite, a note, one taken out and brought back, one reported', async () => {
		await mode(page, /^顺序练习/).click();
		await expectAt(page, 2);
		await page.getByRole('button', { name: '收藏' }).click();
		await expect(page.getByRole('button', { name: '收藏' })).toHaveAttribute('aria-pressed', 'true');
		await page.getByRole('button', { name: '笔记' }).click();
		const note = page.getByRole('dialog', { name: '这道题的笔记' });
		await note.getByRole('textbox').fill('会上讲过');
		await note.getByRole('button', { name: '保存' }).click();
		await expect(page.locator('p', { hasText: '会上讲过' })).toBeVisible();
		await page.getByRole('button', { name: '纠错' }).click();
		const report = page.getByRole('dialog', { name: '纠错' });
		await tick(report.getByRole('radio', { name: '与原文不符' }));
		await report.getByRole('button', { name: '提交' }).click();
		await expect(page.getByText('已记下，会送给培训员').first()).toBeVisible();
		await page.getByRole('button', { name: '斩题' }).click();
		await expectAt(page, 3);
		await page.getByRole('button', { name: '恢复' }).click();
		await expect(page.getByRole('button', { name: '恢复' })).toHaveCount(0);
		await page.goto(hub);
		await mode(page, /^收藏练习/).click();
		await expectAt(page, 1, 1);
		await expect(page.locator('p', { hasText: '会上讲过' })).toBeVisible();
	});

	await test.step('answers to read are shown, and nothing is scored', async () => {
		await page.goto(hub);
		await mode(page, /^背题/).click();
		await expectAt(page, 1);
		await expect(verdict(page)).toHaveCount(0);
		await page.getByRole('button', { name: '下一题' }).click();
		await expectAt(page, 2);
		await page.getByRole('button', { name: '答题卡' }).click();
		await page.getByRole('dialog').getByRole('button', { name: '到这里结束' }).click();
		await expect(page.getByText('没有计分')).toBeVisible();
	});

	await test.step('survival ends with the first mistake', async () => {
		await page.goto(hub);
		await mode(page, /^挑战答题 错一题结束/).click();
		await expect(page.getByRole('img', { name: '还可错 1 次' })).toBeVisible();
		await practise(page, 'wrong');
		await expect(page.getByRole('img', { name: '机会用完了' })).toBeVisible();
		await goOn(page);
		await expect(heading(page, /^最长连对/)).toBeVisible();
		await page.getByRole('button', { name: '再来一次' }).click();
		await expectAt(page, 1);
	});

	await test.step('a rapid round runs against the clock', async () => {
		await page.goto(hub);
		await mode(page, /^快问快答/).click();
		await expect(page.getByRole('timer')).toBeVisible();
		await practise(page, 'wrong');
		await expect(page.getByRole('timer')).toHaveCount(0);
		await expect(page.getByText(/^(\d+ 秒答出|用了 \d+ 秒，不计入快答)$/)).toBeVisible();
	});

	await test.step('a level is passed, and the next one opens', async () => {
		await page.goto(hub);
		await mode(page, /^闯关/).click();
		await expect(page.getByRole('link', { name: /^第 2 关/ })).toHaveCount(0);
		await page.getByRole('link', { name: /^第 1 关/ }).click();
		await expectAt(page, 1);
		for (let { at, total } = await placeOf(page); at <= total; at++) await playOn(page, 'right');
		await expect(page.getByRole('img', { name: /^[123] 颗星/ })).toBeVisible();
		await page.getByRole('link', { name: '回到关卡' }).click();
		await expect(page.getByRole('link', { name: /^第 2 关/ })).toBeVisible();
	});

	expect(errors).toEqual([]);
	await context.close();
});

test('the keyboard alone practises, undoes, and grades what came due on another device', async ({
	browser
}) => {
	const desk = await openDesk(browser);
	const page = await desk.newPage();
	await page.goto(`${saixue.address}/account?new`);
	await register(page, learner);
	const course = await takeCourse(page, saixue.address);

	await test.step('letters answer, U undoes, F keeps, Enter goes on, ? tells', async () => {
		// In the course's own order: which question comes first is not left to chance.
		await page.goto(`${saixue.address}/practise/sequential?course=${course}`);
		await expectAt(page, 1);
		const question = await shownQuestion(page);
		if (question.type !== 'true-false' && question.type !== 'single-choice')
			throw new Error('not by one key');
		const wrongKey =
			question.type === 'true-false' ? (question.key ? 'b' : 'a') : question.key === 0 ? 'b' : 'a';
		await page.keyboard.press(wrongKey);
		await expect(verdict(page)).toHaveText('不对');
		await page.keyboard.press('u');
		await expect(verdict(page)).toHaveCount(0);
		await page.keyboard.press(wrongKey);
		await expect(verdict(page)).toHaveText('不对');
		await page.keyboard.press('f');
		await expect(page.getByRole('button', { name: '收藏' })).toHaveAttribute('aria-pressed', 'true');
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog', { name: '键盘操作' })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await page.keyboard.press('Enter');
		await expectAt(page, 2);
		await page.keyboard.press('ArrowLeft');
		await expectAt(page, 1);
		await expect(verdict(page)).toHaveText('不对');
	});

	await test.step('what was answered on another device comes due here, and is graded by 1–4', async () => {
		const question = judgedBeside(await shownQuestion(page));
		const me = (await (await page.request.get(`${saixue.address}/api/v1/me`)).json()) as {
			person: { id: string };
		};
		const at = Date.now() - 20 * 86_400_000;
		const sent = [
			{
				kind: 'question-practised',
				body: {
					course,
					question: question.id,
					mode: 'random',
					response: null,
					verdict: 'right',
					tookMs: 4_000,
					day: new Date(at).toISOString().slice(0, 10)
				}
			},
			{ kind: 'study-settings-changed', body: { revision: 1, change: { selfGrade: true } } }
		].map((event, n) =>
			eventWith({ ...event, member: me.person.id, device: 'the-other', deviceSeq: n + 1, at: at as never })
		);
		const status = await page.evaluate(
			async (push) =>
				(
					await fetch('/api/v1/events', {
						method: 'POST',
						headers: { 'content-type': 'application/json' },
						body: JSON.stringify(push)
					})
				).status,
			pushOf(sent, 'the-other')
		);
		expect(status).toBe(200);
		await page.goto(`${saixue.address}/practise`);
		await page.reload();
		const review = mode(page, /^复习/);
		await expect(review).toContainText('题到期', { timeout: 60_000 });
		await review.press('Enter');
		await expect(page.getByText('复习', { exact: true })).toBeVisible();
		// What was wrong a minute ago may be due again before it.
		while ((await shownQuestion(page)).id !== question.id) {
			const { at } = await placeOf(page);
			await page.keyboard.press(' ');
			await expect(verdict(page)).toHaveText('未作答');
			await page.keyboard.press('Enter');
			await expectAt(page, at + 1);
		}
		await page.keyboard.press(question.type === 'true-false' && question.key ? 'a' : 'b');
		const grades = page.getByRole('group', { name: '想起来有多难？' });
		await expect(grades.getByRole('button')).toHaveText([/^忘了.+分钟/, /^吃力/, /^记得.+天/, /^轻松.+/]);
		await page.keyboard.press('4');
		await expect(heading(page, /题答对/)).toBeVisible();
		await expect(page.getByText('到期的题复习完了。').or(page.getByText(/还有 \d+ 题到期/))).toBeVisible();
	});
	await desk.close();
});

import { expect, test } from '@playwright/test';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { codeAtHand, eventsOnServer, ofKind, waitForServiceWorker } from './support/phone.ts';
import { beginQuiz, openOrganisation, REPORT, type Organisation } from './support/organisation.ts';
import { answerNext, answerShown, handIn, importFile, joinByLink, startQuiz } from './support/walk.ts';

let saixue: Organisation;
test.beforeAll(async () => void (saixue = await openOrganisation()));
test.afterAll(() => saixue.remove());

test('a server that takes connections and never answers holds nothing up', async ({ browser }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await beginQuiz(page, saixue, '黑洞');
	await waitForServiceWorker(page);
	saixue.freeze();
	await answerNext(page);
	await answerNext(page);
	await page.reload();
	await expect(page.getByRole('timer')).toBeVisible();
	await answerNext(page);
	await handIn(page);
	await expect(page.getByText('已保存在本机，联网后送出')).toBeVisible();
	saixue.goOn();
	await expect(page.getByText('已保存在本机并送达')).toBeVisible();
	expect(ofKind(await eventsOnServer(page, saixue.address), 'answer-given')).toHaveLength(4);
	await context.close();
});

test('a cache that lost files is whole again after one page with a network', async ({ browser }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await importFile(page, saixue.address, REPORT);
	await waitForServiceWorker(page);
	const files = () =>
		page.evaluate(async () => {
			const [name = ''] = await caches.keys();
			return (await (await caches.open(name)).keys()).map(({ url }) => url).sort();
		});
	const whole = await files();
	expect(whole.length).toBeGreaterThan(20);
	await page.evaluate(async () => {
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const { url } of await cache.keys())
				if (/\/shell$|\/entry\/|\/nodes\//.test(url)) await cache.delete(url);
		}
	});
	expect((await files()).length).toBeLessThan(whole.length);
	await page.goto(`${saixue.address}/library`);
	const missing = async () => {
		const held = new Set(await files());
		return whole.filter((url) => !held.has(url));
	};
	await expect.poll(missing).toEqual([]);
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByRole('link', { name: /工作报告/ })).toBeVisible();
	await context.close();
});

test('a page loaded past the service worker gets it all the same', async ({ browser }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(saixue.address);
	await waitForServiceWorker(page);
	const devtools = await context.newCDPSession(page);
	const loaded = page.waitForEvent('load');
	await devtools.send('Page.reload', { ignoreCache: true });
	await loaded;
	await waitForServiceWorker(page);
	await context.close();
});

test('another build on the server breaks no open quiz, also without a service worker', async ({
	browser
}) => {
	const next = mkdtempSync(join(tmpdir(), 'saixue-next-'));
	const left = new Set(['node_modules', '.git', 'data', '.svelte-kit', 'test-results', 'immutable']);
	cpSync('.', next, { recursive: true, filter: (path) => !left.has(basename(path)) });
	symlinkSync(resolve('node_modules'), join(next, 'node_modules'));
	const context = await browser.newContext();
	await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
	const page = await context.newPage();
	await beginQuiz(page, saixue, '换版');
	await codeAtHand(page);
	await saixue.kill();
	await saixue.start(next);
	await answerNext(page);
	await page.getByRole('link', { name: '离开，稍后继续' }).click();
	await expect(page.getByText('计时还在走')).toBeVisible();
	await page.getByRole('link', { name: '继续' }).click();
	await answerNext(page);
	await handIn(page);
	await expect(page.getByText('已保存在本机并送达')).toBeVisible();
	await context.close();
	await saixue.kill();
	await saixue.start();
	rmSync(next, { recursive: true });
});

test('in a browser without a database a quiz still reaches the trainer', async ({ browser }) => {
	const context = await browser.newContext();
	await context.addInitScript(() => {
		Object.defineProperty(window, 'indexedDB', { value: undefined });
	});
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await joinByLink(page, saixue.address, saixue.inviteCode, {
		userName: '无库',
		name: '无库',
		password: 'learns every day'
	});
	await page.getByRole('link', { name: '导入文档' }).click();
	await page.locator('input[type=file]').setInputFiles(REPORT);
	await page.getByRole('button', { name: '存到书架' }).click();
	await expect(page).toHaveURL(/\/course\//);
	await startQuiz(page);
	await answerShown(page);
	await handIn(page);
	await expect(page.getByText('已保存在本机并送达')).toBeVisible();
	expect(ofKind(await eventsOnServer(page, saixue.address), 'answer-given')).toHaveLength(1);
	expect(errors).toEqual([]);
	await context.close();
});

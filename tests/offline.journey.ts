import { expect, test } from '@playwright/test';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { waitForServiceWorker } from './support/phone.ts';
import { enrol, openOrganisation, REPORT, type Organisation } from './support/organisation.ts';
import { answerNext, answerShown, handIn, importFile, startQuiz, type Someone } from './support/walk.ts';

const learner: Someone = { userName: 'zhang.wuwang', name: '张无网', password: 'learns every day' };

let saixue: Organisation;
test.beforeAll(async () => void (saixue = await openOrganisation()));
test.afterAll(() => saixue.remove());

test('can be installed: manifest, icons of the sizes it states, a service worker', async ({ page }) => {
	await page.goto(saixue.address);
	await waitForServiceWorker(page);
	const session = await page.context().newCDPSession(page);
	const errorsLeft = async () => {
		const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
		// A window of a test is a private one, which the browser never installs from.
		return installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
	};
	await expect.poll(errorsLeft).toEqual([]);
	const { url, errors, data } = await session.send('Page.getAppManifest');
	expect(errors).toEqual([]);
	const { icons, start_url, display } = JSON.parse(data ?? '{}') as {
		icons: { src: string; sizes: string; type: string }[];
		start_url: string;
		display: string;
	};
	expect({ start_url, display }).toEqual({ start_url: '/', display: 'standalone' });
	const sizes: string[] = [];
	for (const { src, sizes: stated, type } of icons) {
		const icon = await page.request.get(new URL(src, url).href);
		expect(icon.status(), src).toBe(200);
		expect(icon.headers()['content-type'], src).toContain(type);
		if (type !== 'image/png') continue;
		// Width and height stand at the beginning of every PNG.
		const bytes = await icon.body();
		expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(stated);
		sizes.push(stated);
	}
	expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']));
});

test('what was opened opens again without a network or a server; nothing personal is cached', async ({
	browser
}) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await enrol(page, saixue, learner);
	await waitForServiceWorker(page);
	await importFile(page, saixue.address, REPORT);
	const course = page.url();
	await startQuiz(page);
	await answerShown(page);
	const quiz = page.url();
	await handIn(page);
	await expect(page.getByText('已保存在本机并送达')).toBeVisible();
	const result = page.url();
	await page.getByRole('link', { name: '看原文' }).first().click();
	await expect(page.locator('#lit')).toBeVisible();
	const source = page.url();
	await page.goto(course);
	await page.getByRole('link', { name: '开始学' }).click();
	await expect(page.getByRole('button', { name: /^读完了/ })).toBeVisible();
	const lesson = page.url();

	const expectAll = async () => {
		await page.reload();
		await expect(page.getByRole('button', { name: /^读完了/ })).toBeVisible();
		const { address } = saixue;
		for (const [url, shown] of [
			[`${address}/`, page.getByRole('heading', { level: 1, name: '今日' })],
			[`${address}/library`, page.getByRole('link', { name: /工作报告/ })],
			[course, page.getByRole('link', { name: '限时答题' })],
			[lesson, page.getByRole('button', { name: /^读完了/ })],
			[`${course}/quiz`, page.getByRole('button', { name: '开始答题' })],
			[source, page.locator('#lit')],
			[quiz, page.getByRole('heading', { name: '逐题看' })],
			[result, page.getByRole('heading', { name: '逐题看' })],
			[`${address}/me`, page.getByRole('heading', { level: 1, name: learner.name })],
			[`${address}/import`, page.locator('button', { hasText: '选择文件' })],
			[`${address}/results`, page.getByText('这一页给培训员看')]
		] as const) {
			await page.goto(url);
			await expect(shown, url).toBeVisible();
		}
	};
	await test.step('without a network', async () => {
		await context.setOffline(true);
		await expectAll();
		await context.setOffline(false);
	});
	await test.step('with a network, but no server', async () => {
		await saixue.kill();
		await page.goto(lesson);
		await expectAll();
		await saixue.start();
	});

	await test.step('the caches hold the app’s own files and nothing else', async () => {
		const held = await page.evaluate(async () => {
			const files: { path: string; type: string; text: string }[] = [];
			for (const name of await caches.keys()) {
				const cache = await caches.open(name);
				for (const { url } of await cache.keys()) {
					const response = await cache.match(url);
					const type = response?.headers.get('content-type') ?? '';
					files.push({ path: new URL(url).pathname, type, text: (await response?.text()) ?? '' });
				}
			}
			return files;
		});
		expect(held.length).toBeGreaterThan(20);
		const own = new Set(['/shell', ...readdirSync('static').map((file) => `/${file}`)]);
		const other = held.map(({ path }) => path).filter((path) => !path.startsWith('/_app/') && !own.has(path));
		expect(other).toEqual([]);
		expect(held.filter(({ type }) => type.startsWith('text/html')).map(({ path }) => path)).toEqual([
			'/shell'
		]);
		for (const { path, text } of held)
			for (const word of [learner.name, learner.userName, '海河市', saixue.inviteCode])
				expect(text.includes(word), `${word} in ${path}`).toBe(false);
	});
	await context.close();
});

test('a new version is offered, never forced, and not during an attempt', async ({ browser }) => {
	const next = mkdtempSync(join(tmpdir(), 'saixue-next-'));
	buildNext(next);
	const context = await browser.newContext();
	const page = await context.newPage();
	const bystander = await context.newPage();
	await importFile(page, saixue.address, REPORT);
	await waitForServiceWorker(page);
	await startQuiz(page);
	await answerShown(page);
	await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
	const isTheSamePage = () => page.evaluate(() => 'isTheSamePage' in window);
	const offer = page.getByRole('complementary', { name: '有新版本' });

	await saixue.kill();
	await saixue.start(next);
	await test.step('stays out of the quiz', async () => {
		// Back from another app, as a phone tells the page.
		await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		const isWaiting = async () => {
			const registration = await navigator.serviceWorker.getRegistration();
			return registration?.waiting?.state === 'installed';
		};
		await expect.poll(() => page.evaluate(isWaiting)).toBe(true);
		await answerNext(page);
		await expect(offer).toHaveCount(0);
		await page.getByRole('link', { name: '离开，稍后继续' }).click();
		await expect(page.getByText('计时还在走')).toBeVisible();
		await expect(offer).toHaveCount(0);
		await page.getByRole('link', { name: '继续' }).click();
		await expect(page.getByRole('button', { name: /^答题卡/ })).toContainText(/2\/\d/);
		expect(await isTheSamePage()).toBe(true);
	});

	await test.step('is offered afterwards, and may be put off', async () => {
		await handIn(page);
		await expect(offer).toBeVisible();
		await offer.getByRole('button', { name: '以后再说' }).click();
		await expect(offer).toHaveCount(0);
		expect(await isTheSamePage()).toBe(true);
	});

	await test.step('comes when it is asked for', async () => {
		await page.goto(`${saixue.address}/library`);
		const reloaded = page.waitForEvent('load');
		await offer.getByRole('button', { name: '现在更新' }).click();
		await reloaded;
		await expect(page.getByRole('link', { name: /工作报告/ })).toBeVisible();
		await expect(offer).toHaveCount(0);
		// That of the version before stays as long as a page of it may be open.
		const names = () => page.evaluate(() => caches.keys());
		await expect
			.poll(async () => (await names()).map((name) => name.endsWith('-next')))
			.toEqual([false, true]);
		expect(await isTheSamePage()).toBe(false);
		await context.setOffline(true);
		await page.reload();
		await expect(page.getByRole('link', { name: /工作报告/ })).toBeVisible();
	});
	await bystander.close();
	await context.close();
	await saixue.kill();
	await saixue.start();
	rmSync(next, { recursive: true });
});

/** The same app under another version, as after an update of the server. */
function buildNext(folder: string): void {
	const left = new Set(['node_modules', '.git', 'data', '.svelte-kit', 'test-results']);
	cpSync('.', folder, { recursive: true, filter: (path) => !left.has(basename(path)) });
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	const client = join(folder, 'build/client');
	const { version } = JSON.parse(readFileSync(join(client, '_app/version.json'), 'utf8')) as {
		version: string;
	};
	for (const file of ['service-worker.js', '_app/version.json']) {
		const text = readFileSync(join(client, file), 'utf8');
		const renamed = text.replaceAll(new RegExp(`(["'\`])${version}\\1`, 'g'), `$1${version}-next$1`);
		expect(renamed, file).not.toBe(text);
		writeFileSync(join(client, file), renamed);
		for (const packed of ['br', 'gz']) rmSync(join(client, `${file}.${packed}`), { force: true });
	}
}

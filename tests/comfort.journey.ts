import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { startSaixue, type Saixue } from './support/saixue.ts';
import { importFile } from './support/walk.ts';

let saixue: Saixue;

test.beforeAll(async () => {
	saixue = await startSaixue();
});
test.afterAll(() => saixue.remove());

test('what is chosen for the device shows at once, holds before the first paint, and breaks no page', async ({
	page
}) => {
	test.slow();
	await page.addInitScript(rememberFirstLook);
	await page.goto(saixue.address);
	await page.getByRole('button', { name: '大字版' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-large', 'yes');
	expect(await textSize(page)).toBe(22);

	await page.goto(`${saixue.address}/me`);
	expect((await firstLook(page)).large).toBe('yes');
	await expect(page.getByRole('switch', { name: '大字版' })).toBeChecked();
	// The page grows under the finger: what was touched stays under it.
	const largest = page.getByRole('radio', { name: '200%' });
	await largest.scrollIntoViewIfNeeded();
	const before = (await largest.boundingBox())?.y ?? 0;
	await largest.click();
	await expect.poll(() => textSize(page)).toBe(32);
	await expect.poll(async () => Math.abs(((await largest.boundingBox())?.y ?? 0) - before)).toBeLessThan(60);
	await page.getByRole('switch', { name: '高对比度' }).click();
	await page.getByRole('switch', { name: '减少动画' }).click();
	await page.getByRole('radio', { name: '深色' }).click();
	await expect(page.locator('meta[name=theme-color]')).toHaveAttribute('content', '#000000');

	await page.reload();
	expect(await firstLook(page)).toEqual({
		theme: 'dark',
		contrast: 'more',
		motion: 'less',
		text: '200',
		large: 'yes'
	});
	await expect(page.getByRole('radio', { name: '200%' })).toBeChecked();

	await importFile(page, saixue.address, 'tests/support/work-report.txt');
	const course = new URL(page.url()).pathname;
	await page.getByRole('link', { name: '开始学' }).click();
	await expect(page.getByRole('button', { name: /^读完了/ })).toBeVisible();
	const lesson = new URL(page.url()).pathname;
	const pages = ['/', '/library', '/import', course, `${course}/quiz`, lesson, `${lesson}/practice`, '/me'];
	for (const path of pages) await expectSound(page, saixue.address + path);

	// The same in light, with English words, which are longer.
	await page.goto(`${saixue.address}/me`);
	await page.getByRole('radio', { name: '浅色' }).click();
	await page.getByRole('radio', { name: 'English' }).click();
	await expect(page.getByRole('switch', { name: 'Large type' })).toBeVisible();
	for (const path of ['/', course, '/me']) await expectSound(page, saixue.address + path);
	const heights = await page.getByRole('navigation').locator('li span').evaluateAll(boxHeights);
	expect(new Set(heights).size, 'every place in the bar stands in one line').toBe(1);
});

test('a page keeps its place on the way back, and reading aloud goes along with the text', async ({
	page
}) => {
	test.slow();
	await page.addInitScript(speakInto);
	await importFile(page, saixue.address, 'tests/support/work-report.txt');
	await page.goto(`${saixue.address}/library`);
	const shelf = page.getByRole('main');
	await expect(shelf.getByRole('button', { name: /^下载/ }).first()).toBeVisible();
	const last = shelf.getByRole('button', { name: /^下载/ }).last();
	await last.scrollIntoViewIfNeeded();
	await last.click();
	const fetched = shelf.getByRole('heading', { level: 3 }).last().getByRole('link');
	await expect(fetched).toBeVisible();
	await fetched.scrollIntoViewIfNeeded();
	const place = await page.evaluate(() => window.scrollY);
	expect(place).toBeGreaterThan(300);
	await fetched.click();
	await expect(page).toHaveURL(/\/course\//);
	await page.getByRole('link', { name: '开始学' }).click();
	await expect(page.getByRole('button', { name: '朗读' })).toBeVisible();

	// A lesson is read paragraph by paragraph, from the heading on.
	await page.getByRole('button', { name: '朗读' }).click();
	await expect(page.locator('[data-spoken]')).toHaveCount(1);
	const first = await spoken(page);
	expect(first).toMatchObject({ lang: 'zh-CN', rate: 1, count: 1 });
	const marked = await page.locator('[data-spoken]').textContent();
	await expect.poll(() => sayOn(page, marked)).not.toBe(marked);
	await page.getByRole('button', { name: '暂停' }).click();
	const held = await spoken(page);
	expect(held.speaking).toBe(false);
	await page.getByRole('button', { name: '接着读' }).click();
	await expect.poll(async () => (await spoken(page)).count).toBe(held.count + 1);
	expect((await spoken(page)).text).toBe(held.text);
	await page.getByRole('button', { name: /^语速 1 倍/ }).click();
	await expect.poll(async () => (await spoken(page)).rate).toBe(1.25);
	expect((await spoken(page)).speaking).toBe(true);
	await page.getByRole('link', { name: '回到课程' }).click();
	await expect.poll(async () => (await spoken(page)).speaking).toBe(false);

	// Back, over two pages, to where the shelf was.
	await expect(page).toHaveURL(/\/course\/[^/]+$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/lesson\//);
	await page.goBack();
	await expect(page).toHaveURL(/\/course\/[^/]+$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/library$/);
	await expect(fetched).toBeInViewport();
	await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(place);
	await page.reload();
	await expect(fetched).toBeInViewport();
});

test('where a browser cannot speak, nothing offers it', async ({ page }) => {
	await page.addInitScript(() => void Reflect.deleteProperty(window, 'speechSynthesis'));
	await page.addInitScript(() => void Reflect.deleteProperty(Window.prototype, 'speechSynthesis'));
	await page.goto(`${saixue.address}/me`);
	await expect(page.getByRole('radio', { name: '200%' })).toBeVisible();
	await expect(page.getByText('朗读语速')).toHaveCount(0);
});

/** Opens a page: no finding of the accessibility scan, with AAA's contrast, and nothing to scroll sideways. */
async function expectSound(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
	const enhanced = { 'color-contrast-enhanced': { enabled: true } };
	const { violations } = await new AxeBuilder({ page }).options({ rules: enhanced }).analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
		address
	).toEqual([]);
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(sideways, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
}

function textSize(page: Page): Promise<number> {
	return page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
}

function boxHeights(nodes: Element[]): number[] {
	return nodes.map((node) => Math.round(node.getBoundingClientRect().height));
}

declare global {
	interface Window {
		firstLook?: Record<string, string | undefined>;
		said?: { text: string; lang: string; rate: number; onend?: () => void }[];
		isSpeaking?: boolean;
	}
}

/** Runs in the page: how it looked when its body came, before anything could be painted. */
function rememberFirstLook(): void {
	new MutationObserver((_, observer) => {
		if (!document.body) return;
		window.firstLook = { ...document.documentElement.dataset };
		observer.disconnect();
	}).observe(document, { childList: true, subtree: true });
}

async function firstLook(page: Page): Promise<Record<string, string | undefined>> {
	return (await page.evaluate(() => window.firstLook)) ?? {};
}

/** Runs in the page: a voice that says a piece for as long as the test likes. */
function speakInto(): void {
	window.said = [];
	window.isSpeaking = false;
	class Utterance {
		lang = '';
		rate = 1;
		voice = null;
		onstart?: () => void;
		onend?: () => void;
		text: string;
		constructor(text: string) {
			this.text = text;
		}
	}
	const synthesis = {
		getVoices: () => [{ lang: 'zh-CN', localService: true, name: 'stand-in' }],
		speak(utterance: Utterance) {
			window.said?.push(utterance);
			window.isSpeaking = true;
			utterance.onstart?.();
		},
		cancel() {
			window.isSpeaking = false;
		}
	};
	Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
	Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
}

function spoken(page: Page) {
	return page.evaluate(() => {
		const last = window.said?.at(-1);
		return {
			text: last?.text,
			lang: last?.lang,
			rate: last?.rate,
			count: window.said?.length ?? 0,
			speaking: window.isSpeaking ?? false
		};
	});
}

/** The piece that is being said ends, unless another passage is marked already. @returns the marked passage */
async function sayOn(page: Page, before: string | null): Promise<string | null> {
	const marked = await page.locator('[data-spoken]').textContent();
	if (marked === before) await page.evaluate(() => window.said?.at(-1)?.onend?.());
	return page.locator('[data-spoken]').textContent();
}

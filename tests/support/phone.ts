import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

// What a journey looks at besides the words on the screen.

/** A trainer's desk: a wide screen and a mouse. */
export function openDesk(browser: Browser): Promise<BrowserContext> {
	return browser.newContext({ viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false });
}

export async function secondsLeft(page: Page): Promise<number> {
	const timer = page.getByRole('timer');
	await expect(timer).toHaveText(/\d+:\d+/);
	const [minutes = '0', seconds = '0'] = ((await timer.textContent()) ?? '').match(/\d+/g)?.slice(-2) ?? [];
	return Number(minutes) * 60 + Number(seconds);
}

/** Until it answers for this page. (`waitForFunction` would take the promise itself for a yes.) */
export async function waitForServiceWorker(page: Page): Promise<void> {
	const isActive = async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		return registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
	};
	await expect.poll(() => page.evaluate(isActive)).toBe(true);
}

/** Until the page shows what it is for, in the place of grey lines. */
export async function contentShown(page: Page): Promise<void> {
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
	await expect(page.locator('.skeleton, [aria-busy=true]')).toHaveCount(0);
}

/**
 * Until nothing on the page moves any more and it is laid out, fonts and all. Looked at frame by frame: what
 * leaves the page while it moves never says that it has finished.
 */
export async function settle(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
		const isMoving = () =>
			document.fonts.status === 'loading' ||
			document
				.getAnimations()
				.some(
					({ effect, playState }) =>
						playState === 'running' && effect?.getComputedTiming().endTime !== Infinity
				);
		do await frame();
		while (isMoving());
		await frame();
	});
}

/**
 * Until the page has fetched what it keeps at hand for a network that goes away: it takes all of it at once,
 * so that a pause is its end.
 */
export async function codeAtHand(page: Page): Promise<void> {
	const restedMs = () => {
		const ends = performance
			.getEntriesByType('resource')
			.flatMap((entry) =>
				entry instanceof PerformanceResourceTiming && entry.name.includes('/_app/') ? [entry.responseEnd] : []
			);
		return ends.length === 0 ? 0 : performance.now() - Math.max(...ends);
	};
	await expect.poll(() => page.evaluate(restedMs)).toBeGreaterThan(2_000);
}

export interface ServerEvent {
	id: string;
	kind: string;
	member: string;
	sequence: number;
	body: Record<string, unknown>;
}

/** All that the server holds of whoever is signed in on this device. */
export async function eventsOnServer(page: Page, address: string): Promise<ServerEvent[]> {
	const answer = await page.request.get(`${address}/api/v1/events`);
	expect(answer.status()).toBe(200);
	const { events, more } = (await answer.json()) as { events: ServerEvent[]; more: boolean };
	expect(more).toBe(false);
	return events;
}

export function ofKind(events: readonly ServerEvent[], kind: string): ServerEvent[] {
	return events.filter((event) => event.kind === kind);
}

/** Nothing waits, nothing was turned away: as the page “我的” says it. */
export async function expectAllSent(page: Page, address: string): Promise<void> {
	await page.goto(`${address}/me`);
	const device = page.getByRole('region', { name: '本机与同步' });
	await expect(device.getByText('已保存在本机并送达')).toBeVisible();
	await expect(device.getByText('没有被服务器接收')).toHaveCount(0);
}

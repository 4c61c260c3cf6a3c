import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';

/** A mid-range phone, as DevTools makes one of a desk computer. */
export const CPU_RATE = 4;
const LATENCY_MS = 150;
const BITS_PER_SECOND = 1_600_000;

export function launchPhone(): Promise<Browser> {
	return chromium.launch({
		executablePath: browserPath(),
		args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
	});
}

/** As the bootstrap found it for the tests. */
function browserPath(): string {
	const remembered = 'node_modules/.saixue-browser';
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	return existsSync(remembered) ? readFileSync(remembered, 'utf8') : '/usr/bin/chromium';
}

export function newPhone(browser: Browser): Promise<BrowserContext> {
	return browser.newContext({
		viewport: { width: 360, height: 740 },
		isMobile: true,
		hasTouch: true,
		locale: 'zh-CN'
	});
}

/** @param line whether the network is as slow as the processor */
export async function slowDown(page: Page, line: 'mobile' | 'free'): Promise<CDPSession> {
	const devTools = await page.context().newCDPSession(page);
	await devTools.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
	await devTools.send('Network.enable');
	if (line !== 'free')
		await devTools.send('Network.emulateNetworkConditions', {
			offline: false,
			latency: LATENCY_MS,
			downloadThroughput: BITS_PER_SECOND / 8,
			uploadThroughput: BITS_PER_SECOND / 8
		});
	return devTools;
}

declare global {
	interface Window {
		/** Ms since the navigation began until the first option was on screen and a tap on it would count. */
		answerableMs?: number;
	}
}

/** Runs in the page, before anything of it: notes when the first option has been painted. */
export function watchForQuestion(): void {
	const look = () => {
		const option = document.querySelector('form input[name=choice]');
		const label = option?.closest('label');
		const isThere = label && label.getBoundingClientRect().height > 0;
		const isPainted = performance.getEntriesByName('first-contentful-paint').length > 0;
		if (!isThere || !isPainted) requestAnimationFrame(look);
		// After this frame; then the main thread is free for a tap.
		else requestAnimationFrame(() => setTimeout(() => (window.answerableMs = performance.now())));
	};
	requestAnimationFrame(look);
}

export async function answerableMs(page: Page): Promise<number> {
	const handle = await page.waitForFunction(() => window.answerableMs, undefined, { timeout: 60_000 });
	return (await handle.jsonValue()) ?? NaN;
}

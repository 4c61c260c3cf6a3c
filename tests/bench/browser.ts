import { chromium, type Browser } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';

/** The Chromium that the bootstrap found for the tests. */
export function launchBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: browserPath(),
		args: ['--no-sandbox', '--disable-gpu', '--no-first-run']
	});
}

function browserPath(): string {
	const remembered = 'node_modules/.saixue-browser';
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	return existsSync(remembered) ? readFileSync(remembered, 'utf8') : '/usr/bin/chromium';
}

/** A phone of today held upright, with a touch screen. */
export const PHONE = {
	viewport: { width: 360, height: 740 },
	deviceScaleFactor: 2,
	hasTouch: true,
	isMobile: true,
	locale: 'zh-CN'
} as const;

import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const remembered = 'node_modules/.saixue-browser';
/** Found by the bootstrap before the tests. */
const executablePath =
	process.env.CHROMIUM_PATH ?? (existsSync(remembered) ? readFileSync(remembered, 'utf8') : undefined);

export default defineConfig({
	testDir: 'tests',
	testMatch: '*.journey.ts',
	outputDir: 'test-results',
	// For the slowest machine that runs them: what passes does not wait for it.
	timeout: 300_000,
	expect: { timeout: 60_000 },
	workers: 2,
	fullyParallel: false,
	retries: 0,
	use: {
		viewport: { width: 360, height: 740 },
		hasTouch: true,
		isMobile: true,
		locale: 'zh-CN',
		launchOptions: {
			...(executablePath && { executablePath }),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				// A made-up name that is no secure context, as a phone sees a laptop over a hotspot.
				'--host-resolver-rules=MAP phone.saixue.local 127.0.0.1'
			]
		},
		screenshot: 'only-on-failure',
		trace: 'retain-on-failure'
	}
});

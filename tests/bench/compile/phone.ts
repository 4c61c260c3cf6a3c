import type { Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSaixue } from '../../support/saixue.ts';
import { launchBrowser } from '../browser.ts';
import { median } from '../report.ts';
import type { Material } from './material.ts';

interface Import {
	/** From choosing the file to its preview, the worker's time counted as often as it would be slower. */
	importMs: number;
	/** As DevTools slows down: the page, but not its workers. */
	pageSlowedMs: number;
	/** The longest the main thread did nothing else, from the choice to the saved course. */
	longestBlockMs: number;
}

export interface Phone extends Import {
	byFile: Record<string, Import>;
	environment: Record<string, string | number>;
}

/** CPU, as DevTools slows a page down to a phone. */
const RATE = 4;
const ROUNDS = 3;

/** Imports every file by the real page in a Chromium with CPU 4×; medians of three rounds. */
export async function measurePhone(documents: readonly Material[]): Promise<Phone> {
	const folder = mkdtempSync(join(tmpdir(), 'saixue-phone-'));
	const saixue = await startSaixue();
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
		await page.addInitScript(watchMainThread);
		const devTools = await page.context().newCDPSession(page);
		const measured = new Map<string, Import[]>();
		// The first round fills the caches, as on a phone that has the app.
		for (let round = 0; round <= ROUNDS; round++) {
			await devTools.send('Emulation.setCPUThrottlingRate', { rate: round === 0 ? 1 : RATE });
			for (const { file, bytes } of documents) {
				const path = join(folder, file);
				writeFileSync(path, bytes);
				const one = await importOne(page, saixue.address, path);
				if (round > 0) measured.set(file, [...(measured.get(file) ?? []), one]);
			}
		}
		const byFile = Object.fromEntries([...measured].map(([file, imports]) => [file, medianOf(imports)]));
		const files = Object.values(byFile);
		return {
			importMs: files.reduce((sum, { importMs }) => sum + importMs, 0),
			pageSlowedMs: files.reduce((sum, { pageSlowedMs }) => sum + pageSlowedMs, 0),
			longestBlockMs: Math.max(...files.map(({ longestBlockMs }) => longestBlockMs)),
			byFile,
			environment: { browser: `Chromium ${browser.version()}`, cpuRate: RATE }
		};
	} finally {
		await browser.close();
		await saixue.remove();
		rmSync(folder, { recursive: true, force: true });
	}
}

function medianOf(imports: readonly Import[]): Import {
	return {
		importMs: median(imports.map(({ importMs }) => importMs)),
		pageSlowedMs: median(imports.map(({ pageSlowedMs }) => pageSlowedMs)),
		longestBlockMs: median(imports.map(({ longestBlockMs }) => longestBlockMs))
	};
}

async function importOne(page: Page, address: string, path: string): Promise<Import> {
	await page.goto(`${address}/import`);
	await page.locator('button', { hasText: '选择文件' }).waitFor();
	await page.waitForLoadState('networkidle');
	const previewed = page.evaluate(() => window.saixueBench.untilText('整理好了'));
	await page.locator('input[type=file]').setInputFiles(path);
	const { pageSlowedMs, workerMs } = await previewed;
	await page.getByRole('button', { name: '存到书架' }).click();
	await page.waitForURL(/\/course\//, { timeout: 120_000 });
	const longestBlockMs = await page.evaluate(() => window.saixueBench.longestBlock());
	return { pageSlowedMs, importMs: pageSlowedMs + (RATE - 1) * workerMs, longestBlockMs };
}

declare global {
	interface Window {
		saixueBench: {
			/** Milliseconds from the file's choice until the page says so; `workerMs` of them a worker worked. */
			untilText(text: string): Promise<{ pageSlowedMs: number; workerMs: number }>;
			/** Since the file was chosen. A task under 50 ms is no long task; then the longest gap counts. */
			longestBlock(): number;
		};
	}
}

/** Runs in the page, before anything of it. */
function watchMainThread(): void {
	let [chosenAt, longTask, gap, workerMs] = [Infinity, 0, 0, 0];
	let last = performance.now();
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries())
			if (startTime >= chosenAt) longTask = Math.max(longTask, duration);
	}).observe({ type: 'longtask' });
	setInterval(() => {
		const now = performance.now();
		if (last >= chosenAt) gap = Math.max(gap, now - last - 10);
		last = now;
	}, 10);
	addEventListener('change', () => (chosenAt = Math.min(chosenAt, performance.now())), true);
	window.Worker = class extends Worker {
		constructor(url: string | URL, options?: WorkerOptions) {
			super(url, options);
			const startedAt = performance.now();
			this.addEventListener('message', () => (workerMs = performance.now() - startedAt));
		}
	};
	window.saixueBench = {
		untilText: (text) =>
			new Promise((resolve) => {
				const observer = new MutationObserver(() => {
					if (!document.body.textContent?.includes(text)) return;
					observer.disconnect();
					requestAnimationFrame(() => resolve({ pageSlowedMs: performance.now() - chosenAt, workerMs }));
				});
				observer.observe(document.body, { childList: true, subtree: true, characterData: true });
			}),
		longestBlock: () => longTask || Math.min(gap, 50)
	};
}

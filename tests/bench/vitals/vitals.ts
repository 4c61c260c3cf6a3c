import type { CDPSession, Page } from '@playwright/test';
import { contentShown } from '../../support/phone.ts';
import { openOrganisation } from '../../support/organisation.ts';
import { studyForScreens, type Screen } from '../../support/screens.ts';
import { launchBrowser, PHONE } from '../browser.ts';
import { median, readEnvironment, type BenchReport } from '../report.ts';

/** The phone and the line that Lighthouse takes for its mobile figures. */
const RATE = 4;
const LINE = {
	offline: false,
	latency: 150,
	downloadThroughput: 1_638_400 / 8,
	uploadThroughput: 750_000 / 8
};
/** What Lighthouse and the field call good; times in ms. */
const GOOD = { paintMs: 1_800, largestPaintMs: 2_500, blockedMs: 200, shift: 0.1 };
const ROUNDS = 3;
const SCREENS = ['today', 'lesson', 'lesson-practice', 'set'];
const learner = { userName: 'learner', name: '张学员', password: 'learns every day' };

type Vitals = typeof GOOD;

/**
 * What Lighthouse measures, by the browser's own observers at the same throttling: first and largest paint,
 * how long the main thread was blocked (each task's time over 50 ms), how much the page shifted. With
 * nothing in the browser's cache and no service worker; medians of three rounds.
 */
export async function runVitals(): Promise<BenchReport> {
	const organisation = await openOrganisation();
	const browser = await launchBrowser();
	const metrics: BenchReport['metrics'] = {};
	const ratios: Record<string, number> = {};
	try {
		const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
		const student = await context.newPage();
		const screens = await studyForScreens(student, organisation, learner);
		await student.close();
		const stranger = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
		const all: [Screen, typeof context][] = [
			[{ name: 'welcome', path: '/' }, stranger],
			...screens
				.filter(({ name }) => SCREENS.includes(name))
				.map((one) => [one, context] as [Screen, typeof context])
		];
		for (const [{ name, path }, visitor] of all) {
			const rounds: Vitals[] = [];
			for (let round = 0; round < ROUNDS; round++) {
				const page = await visitor.newPage();
				rounds.push(await measure(page, organisation.address + path));
				await page.close();
			}
			const middle = (key: keyof Vitals) => median(rounds.map((one) => one[key]));
			const vitals: Vitals = {
				paintMs: middle('paintMs'),
				largestPaintMs: middle('largestPaintMs'),
				blockedMs: middle('blockedMs'),
				shift: middle('shift')
			};
			metrics[name] = vitals;
			ratios[`${name}.largestPaint`] = vitals.largestPaintMs / GOOD.largestPaintMs;
			ratios[`${name}.blocked`] = vitals.blockedMs / GOOD.blockedMs;
			ratios[`${name}.shift`] = vitals.shift / GOOD.shift;
		}
		return {
			name: 'vitals',
			metrics,
			limits: GOOD,
			ratios,
			environment: { ...readEnvironment(), browser: `Chromium ${browser.version()}`, cpuRate: RATE }
		};
	} finally {
		await browser.close();
		await organisation.remove();
	}
}

async function measure(page: Page, url: string): Promise<Vitals> {
	await page.addInitScript(observe);
	const devTools = await page.context().newCDPSession(page);
	await slowDown(devTools);
	await page.goto(url, { timeout: 120_000 });
	await contentShown(page);
	await page.waitForLoadState('networkidle', { timeout: 120_000 });
	return page.evaluate(() => window.saixueVitals.atRest());
}

async function slowDown(devTools: CDPSession): Promise<void> {
	await devTools.send('Network.enable');
	await devTools.send('Network.clearBrowserCache');
	await devTools.send('Network.emulateNetworkConditions', LINE);
	await devTools.send('Emulation.setCPUThrottlingRate', { rate: RATE });
}

declare global {
	interface Window {
		saixueVitals: {
			/** Once no task was long for two seconds. */
			atRest(): Promise<Vitals>;
		};
	}
}

/** Runs in the page, before anything of it. */
function observe(): void {
	let largestPaintMs = 0;
	const tasks: { start: number; duration: number }[] = [];
	const shifts: { at: number; value: number }[] = [];
	const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
		new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
	watch('largest-contentful-paint', ({ startTime }) => (largestPaintMs = startTime));
	watch('longtask', ({ startTime, duration }) => tasks.push({ start: startTime, duration }));
	watch('layout-shift', (entry) => {
		const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
		if (!hadRecentInput) shifts.push({ at: entry.startTime, value });
	});
	/** The worst burst: shifts less than a second apart, five seconds at most. */
	const worstBurst = () => {
		let [worst, sum, first, last] = [0, 0, -Infinity, -Infinity];
		for (const { at, value } of shifts) {
			if (at - last > 1_000 || at - first > 5_000) [sum, first] = [0, at];
			sum += value;
			last = at;
			worst = Math.max(worst, sum);
		}
		return worst;
	};
	window.saixueVitals = {
		async atRest() {
			const end = () => Math.max(0, ...tasks.map(({ start, duration }) => start + duration));
			while (performance.now() - end() < 2_000) await new Promise((resolve) => setTimeout(resolve, 250));
			const paintMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
			const blockedMs = tasks
				.filter(({ start }) => start >= paintMs)
				.reduce((sum, { duration }) => sum + duration - 50, 0);
			return { paintMs, largestPaintMs, blockedMs, shift: worstBurst() };
		}
	};
}

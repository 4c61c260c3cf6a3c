import type { Browser, Page } from '@playwright/test';
import { newPhone, slowDown } from './browser.ts';
import type { PhoneMaterial } from './material.ts';

export interface Session {
	interactionP95Ms: number;
	longestInteractionMs: number;
	interactions: number;
}

/** Taps through a course of so many questions; each interaction until the next paint, as Event Timing has it. */
export async function measureSession(
	browser: Browser,
	address: string,
	material: PhoneMaterial,
	questions: number
): Promise<Session> {
	const phone = await newPhone(browser);
	await material.signIn(phone);
	const page = await phone.newPage();
	await fetchCourse(page, address, material.session);
	await page.goto(`${address}/practise/sequential?course=${material.session}`);
	const label = page.locator('.options > *').first();
	await label.waitFor();
	await page.waitForLoadState('networkidle');
	await slowDown(page, 'free');
	await page.evaluate(watchInteractions);
	let taps = 0;
	for (let at = 1; at <= questions; at++) {
		await page.getByText(`第 ${at} 题，共 ${questions} 题`).first().waitFor({ state: 'attached' });
		await label.tap();
		taps += 1;
		const next = page.locator('button').filter({ hasText: /下一题|看结果/ });
		const check = page.getByRole('button', { name: '看看对不对' });
		await next.or(check).first().waitFor();
		if (await check.isVisible()) {
			await check.tap();
			taps += 1;
		}
		await page.locator('.verdict').waitFor();
		await next.tap();
		taps += 1;
	}
	const durations = await page.evaluate(() => window.interactionMs?.() ?? []);
	await phone.close();
	// Event Timing tells of nothing shorter than 16 ms.
	const all = [...durations, ...Array<number>(Math.max(0, taps - durations.length)).fill(16)];
	all.sort((a, b) => a - b);
	return {
		interactionP95Ms: all[Math.ceil(all.length * 0.95) - 1] ?? NaN,
		longestInteractionMs: all.at(-1) ?? NaN,
		interactions: all.length
	};
}

/** A course of the organisation onto the phone, while it is still quick. */
export async function fetchCourse(page: Page, address: string, hash: string): Promise<void> {
	await page.goto(`${address}/course/${hash}`);
	await page.getByRole('button', { name: /^下载/ }).first().click();
	await page.getByRole('link', { name: /^(开始学|接着学)/ }).waitFor({ timeout: 120_000 });
}

declare global {
	interface Window {
		/** The longest event of each interaction, in ms. */
		interactionMs?: () => number[];
	}
}

/** Runs in the page. */
function watchInteractions(): void {
	const byInteraction = new Map<number, number>();
	const take = (entries: PerformanceEntryList) => {
		for (const entry of entries as (PerformanceEntry & { interactionId: number })[])
			if (entry.interactionId > 0)
				byInteraction.set(
					entry.interactionId,
					Math.max(byInteraction.get(entry.interactionId) ?? 0, entry.duration)
				);
	};
	const observer = new PerformanceObserver((list) => take(list.getEntries()));
	observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
	window.interactionMs = () => {
		take(observer.takeRecords());
		return [...byInteraction.values()];
	};
}

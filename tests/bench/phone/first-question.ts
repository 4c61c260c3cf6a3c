import type { Browser, CDPSession, Page } from '@playwright/test';
import { median } from '../report.ts';
import { answerableMs, launchPhone, newPhone, slowDown, watchForQuestion } from './browser.ts';
import type { BarePage } from './bare-page.ts';

export interface FirstQuestion {
	firstQuestionMs: number;
	bareMs: number;
	/** Until an answer is checked and in the database. */
	aliveMs: number;
	earlyTapKept: boolean;
	/** On the wire, as the page names them itself: what comes before it can check an answer is more. */
	scriptBytes: number;
	allScriptBytes: number;
	htmlBytes: number;
}

/** First visits by the link, in turns with the bare page; medians. */
export async function measureFirstQuestion(
	browser: Browser,
	address: string,
	bare: BarePage,
	rounds: number
): Promise<FirstQuestion> {
	const ours: Visit[] = [];
	const bareMs: number[] = [];
	for (let round = 0; round < rounds; round++) {
		bareMs.push(await visitBare(browser, bare.address));
		ours.push(await visit(browser, address));
	}
	const of = (read: (visit: Visit) => number) => median(ours.map(read));
	return {
		firstQuestionMs: of((one) => one.readyMs),
		bareMs: median(bareMs),
		aliveMs: of((one) => one.aliveMs),
		earlyTapKept: ours.every((one) => one.isKept),
		scriptBytes: of((one) => one.scriptBytes),
		allScriptBytes: of((one) => one.allScriptBytes),
		htmlBytes: of((one) => one.htmlBytes)
	};
}

async function visitBare(browser: Browser, address: string): Promise<number> {
	const phone = await newPhone(browser);
	const page = await phone.newPage();
	await page.addInitScript(watchForQuestion);
	await slowDown(page, 'mobile');
	await page.goto(address, { waitUntil: 'commit' });
	const ms = await answerableMs(page);
	await phone.close();
	return ms;
}

interface Visit {
	readyMs: number;
	aliveMs: number;
	isKept: boolean;
	scriptBytes: number;
	allScriptBytes: number;
	htmlBytes: number;
}

async function visit(browser: Browser, address: string): Promise<Visit> {
	const phone = await newPhone(browser);
	const page = await phone.newPage();
	await page.addInitScript(watchForQuestion);
	const devTools = await slowDown(page, 'mobile');
	const sizes = watchSizes(devTools);
	await page.goto(address, { waitUntil: 'commit' });
	const readyMs = await answerableMs(page);
	// Later the page adds what it fetches afterwards.
	const named = await page.evaluate(() =>
		[...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')].map(({ href }) => href)
	);
	// A thumb that does not wait: chosen and handed in before the page's own scripts are there.
	const tapped = await page.evaluate(() => {
		const form = document.querySelector<HTMLFormElement>('form[data-question]');
		form?.querySelector<HTMLInputElement>('input[name=choice]')?.click();
		form?.querySelector('button')?.click();
		return { isEarly: window.recorder?.take !== true, question: form?.dataset.question };
	});
	await page.getByRole('status').filter({ hasText: '作答已保存在本机' }).waitFor({ timeout: 120_000 });
	const aliveMs = await page.evaluate(() => performance.now());
	const kept = await keptQuestions(page);
	const scripts = [...sizes()].filter(([url]) => url.endsWith('.js'));
	const bytesOf = (list: readonly [string, number][]) => list.reduce((sum, [, bytes]) => sum + bytes, 0);
	await phone.close();
	return {
		readyMs,
		aliveMs,
		isKept: tapped.isEarly && tapped.question !== undefined && kept.includes(tapped.question),
		scriptBytes: bytesOf(scripts.filter(([url]) => named.includes(url))),
		allScriptBytes: bytesOf(scripts),
		htmlBytes: sizes().get(address) ?? 0
	};
}

/** Bytes on the wire by address, headers included. */
function watchSizes(devTools: CDPSession): () => Map<string, number> {
	const urls = new Map<string, string>();
	const bytes = new Map<string, number>();
	devTools.on('Network.requestWillBeSent', ({ requestId, request }) => void urls.set(requestId, request.url));
	devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const url = urls.get(requestId);
		if (url !== undefined) bytes.set(url, encodedDataLength);
	});
	return () => bytes;
}

/** What stands in the database on the device, whatever the screen says. */
function keptQuestions(page: Page): Promise<string[]> {
	return page.evaluate(
		() =>
			new Promise<string[]>((resolve, reject) => {
				const opening = indexedDB.open('saixue:guest');
				opening.onerror = () => reject(new Error('there is no database'));
				opening.onsuccess = () => {
					const db = opening.result;
					const asked = db.transaction('events').objectStore('events').getAll();
					asked.onsuccess = () => {
						db.close();
						resolve(asked.result.map(({ body }) => String(body.question)));
					};
				};
			})
	);
}

/** Opened again without a network, in a browser of its own that was closed in between as little as a phone's is. */
export async function measureOfflineRepeat(address: string, rounds: number): Promise<number> {
	const browser = await launchPhone();
	try {
		const phone = await newPhone(browser);
		const first = await phone.newPage();
		await first.goto(address);
		while (!(await first.evaluate(isKept))) await new Promise((resolve) => setTimeout(resolve, 200));
		await first.close();
		const times: number[] = [];
		for (let round = 0; round < rounds; round++) {
			const page = await phone.newPage();
			await page.addInitScript(watchForQuestion);
			await slowDown(page, 'free');
			await phone.setOffline(true);
			await page.goto(address, { waitUntil: 'commit' });
			times.push(await answerableMs(page));
			await page.close();
			await phone.setOffline(false);
		}
		return median(times);
	} finally {
		await browser.close();
	}
}

/** In the page: a service worker answers for it and has it. */
async function isKept(): Promise<boolean> {
	const isControlled = navigator.serviceWorker.controller !== null;
	return isControlled && (await caches.match(location.pathname)) !== undefined;
}

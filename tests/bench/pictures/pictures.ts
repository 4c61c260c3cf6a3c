import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { openOrganisation, trainer } from '../../support/organisation.ts';
import { contentShown, settle } from '../../support/phone.ts';
import { screensOfGuest, screensOfTrainer, studyForScreens, type Screen } from '../../support/screens.ts';
import { signIn } from '../../support/walk.ts';
import { launchBrowser, PHONE } from '../browser.ts';
import { readEnvironment, type BenchReport } from '../report.ts';

const SIZES = [
	[360, 740],
	[414, 896],
	[768, 1024],
	[1280, 800],
	[1920, 1080]
] as const;
const learner = { userName: 'learner', name: '张学员', password: 'learns every day' };

/**
 * Takes a picture of every screen in five sizes, light and dark, into `--into <folder>`: for people to look
 * at. Counts what a machine can see of them: screens that scroll sideways, and what the console says.
 */
export async function runPictures(args: string[]): Promise<BenchReport> {
	const { values } = parseArgs({ args, options: { into: { type: 'string' }, only: { type: 'string' } } });
	const folder = resolve(values.into ?? join(tmpdir(), 'saixue-pictures'));
	mkdirSync(folder, { recursive: true });
	const wanted = (screen: Screen) => !values.only || new RegExp(values.only).test(screen.name);
	const organisation = await openOrganisation();
	const browser = await launchBrowser();
	const count = { pictures: 0, sideways: 0, errors: 0 };
	try {
		for (const who of ['guest', 'learner', 'trainer'] as const) {
			const context = await browser.newContext({ ...PHONE, reducedMotion: 'reduce' });
			const page = await context.newPage();
			page.on('pageerror', ({ message }) => {
				count.errors += 1;
				console.error(`${page.url()}: ${message}`);
			});
			let screens: Screen[];
			if (who === 'guest') screens = screensOfGuest(organisation);
			else if (who === 'learner') screens = await studyForScreens(page, organisation, learner);
			else {
				await signIn(page, organisation.address, trainer);
				screens = screensOfTrainer();
			}
			for (const screen of screens.filter(wanted)) {
				await page.goto(organisation.address + screen.path);
				await takeAll(page, join(folder, `${who}-${screen.name}`), count);
			}
			await context.close();
		}
	} finally {
		await browser.close();
		await organisation.remove();
	}
	console.error(`in ${folder}`);
	return {
		name: 'pictures',
		metrics: { ...count },
		limits: { sideways: 0, errors: 0 },
		ratios: {},
		environment: readEnvironment()
	};
}

async function takeAll(
	page: Page,
	file: string,
	count: { pictures: number; sideways: number }
): Promise<void> {
	for (const [width, height] of SIZES) {
		await page.setViewportSize({ width, height });
		await contentShown(page);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await settle(page);
			await page.screenshot({ path: `${file}-${width}-${colorScheme}.png`, scale: 'css' });
			count.pictures += 1;
		}
		const over = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		if (over <= 0) continue;
		count.sideways += 1;
		console.error(`${file} is ${over} px too wide at ${width} px`);
	}
	await page.setViewportSize(PHONE.viewport);
}

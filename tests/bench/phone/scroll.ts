import type { Browser } from '@playwright/test';
import { median } from '../report.ts';
import { newPhone, slowDown } from './browser.ts';
import type { PhoneMaterial } from './material.ts';
import { fetchCourse } from './session.ts';

export interface Scroll {
	scrollFps: number;
	scrollLongestFrameMs: number;
	medianFrameMs: number;
}

const DISTANCE_PX = 12_000;
const PX_PER_SECOND = 3_000;

/** Scrolls the list of all questions of a long course with a finger, and counts the page's own frames. */
export async function measureScroll(
	browser: Browser,
	address: string,
	material: PhoneMaterial
): Promise<Scroll | undefined> {
	const phone = await newPhone(browser);
	try {
		await material.signIn(phone);
		const page = await phone.newPage();
		await fetchCourse(page, address, material.long);
		await page.goto(`${address}/practise/list/all?course=${material.long}`);
		await page.getByText(/^1\. /).first().waitFor({ timeout: 60_000 });
		await page.waitForLoadState('networkidle');
		await slowDown(page, 'free');
		// By script, a step a frame: headless, a drawn finger moves nothing on a slowed page.
		const frames = await page.evaluate(
			({ distance, speed }) =>
				new Promise<number[]>((resolve) => {
					const frames: number[] = [];
					let last = performance.now();
					const frame = (now: number) => {
						frames.push(now - last);
						scrollBy(0, (speed * (now - last)) / 1_000);
						last = now;
						if (scrollY < distance && frames.length < 5_000) requestAnimationFrame(frame);
						else resolve(frames.slice(1));
					};
					requestAnimationFrame(frame);
				}),
			{ distance: DISTANCE_PX, speed: PX_PER_SECOND }
		);
		const { y, height } = await page.evaluate(() => ({
			y: scrollY,
			height: document.documentElement.scrollHeight
		}));
		if (y < DISTANCE_PX / 2) throw new Error(`the list scrolled only ${y} px of ${height}`);
		return {
			scrollFps: (frames.length * 1_000) / frames.reduce((sum, ms) => sum + ms, 0),
			scrollLongestFrameMs: Math.max(...frames),
			medianFrameMs: median(frames)
		};
	} finally {
		await phone.close();
	}
}

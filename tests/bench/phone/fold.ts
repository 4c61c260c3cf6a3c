import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { uuidFrom } from '#lib/base/id.ts';
import { seededRandom } from '#lib/base/random.ts';
import { millis, monotonic } from '#lib/base/time.ts';
import type { Event } from '#lib/log/event.ts';
import { median } from '../report.ts';
import { newPhone, slowDown } from './browser.ts';

const REVIEWS = 10_000;
const QUESTIONS = 1_000;
const DAY_MS = 86_400_000;

/** The fold of a year's reviews in the browser's own engine, slowed down; the first run and the median. */
export async function measureFold(browser: Browser, rounds: number): Promise<{ coldMs: number; ms: number }> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		build: {
			write: false,
			target: 'es2022',
			lib: { entry: 'src/lib/study/learner.ts', formats: ['iife'], name: 'study' }
		}
	});
	const [bundle] = Array.isArray(built) ? built : [built];
	const code = bundle && 'output' in bundle ? bundle.output[0].code : '';
	const phone = await newPhone(browser);
	const page = await phone.newPage();
	await page.addScriptTag({ content: code });
	await slowDown(page, 'free');
	const events = reviews();
	const times = await page.evaluate(
		({ events: log, rounds: count }) => {
			const { study } = window as unknown as { study: { learnerFrom: (events: unknown) => unknown } };
			return Array.from({ length: count }, () => {
				// What comes out of the database is new to the engine each time.
				const fresh = structuredClone(log);
				const from = performance.now();
				study.learnerFrom(fresh);
				return performance.now() - from;
			});
		},
		{ events, rounds: rounds + 1 }
	);
	await phone.close();
	const [coldMs = NaN, ...rest] = times;
	return { coldMs, ms: median(rest) };
}

/** Thirty a day, most of them right, over a thousand questions. */
function reviews(): Event[] {
	const random = seededRandom('fold');
	const start = Date.UTC(2026, 0, 1);
	return Array.from({ length: REVIEWS }, (_, at) => {
		const now = millis(Math.round(start + (at / 30) * DAY_MS));
		const bytes = Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256));
		return {
			id: uuidFrom(now, bytes),
			kind: 'question-practised',
			version: 1,
			member: 'member',
			device: 'device',
			deviceSeq: at + 1,
			at: now,
			mono: monotonic(at),
			boot: 'boot',
			body: {
				course: 'course',
				question: `q-${Math.floor(random() * QUESTIONS)}`,
				mode: 'review',
				response: { type: 'single-choice', choice: 0 },
				verdict: random() < 0.8 ? 'right' : 'wrong',
				tookMs: 4_000,
				day: new Date(now).toISOString().slice(0, 10)
			}
		};
	});
}

import { parseArgs } from 'node:util';
import { startSaixue } from '../../support/saixue.ts';
import { readEnvironment, type BenchReport } from '../report.ts';
import { serveBarePage } from './bare-page.ts';
import { CPU_RATE, launchPhone } from './browser.ts';
import { measureFirstQuestion, measureOfflineRepeat } from './first-question.ts';
import { measureFold } from './fold.ts';
import { preparePhoneMaterial } from './material.ts';
import { measureScroll } from './scroll.ts';
import { measureSession } from './session.ts';

const ROUNDS = 5;
const LONG_LIST = 5_000;

/**
 * A mid-range phone (CPU 4×, 1.6 Mbit/s, 150 ms): the first question of a shared set against a bare page
 * with the same questions, the same set without a network, taps in a session, a long list, the fold of
 * 10,000 reviews. `--only first,offline,session,scroll,fold` leaves the others out; `--questions <n>` of the
 * session.
 */
export async function runPhone(args: string[]): Promise<BenchReport> {
	const { values } = parseArgs({
		args,
		options: { only: { type: 'string' }, questions: { type: 'string', default: '200' } }
	});
	const only = values.only?.split(',');
	const wants = (part: string) => only === undefined || only.includes(part);
	const questions = Number(values.questions);
	const saixue = await startSaixue();
	const browser = await launchPhone();
	try {
		const material = await preparePhoneMaterial(saixue, { session: questions, long: LONG_LIST });
		const bare = await serveBarePage(material.title, material.set);
		const address = saixue.address + material.setPath;
		const first = wants('first') ? await measureFirstQuestion(browser, address, bare, ROUNDS) : undefined;
		bare.close();
		const offline = wants('offline') ? await measureOfflineRepeat(address, ROUNDS) : undefined;
		const session = wants('session')
			? await measureSession(browser, saixue.address, material, questions)
			: undefined;
		const scroll = wants('scroll') ? await measureScroll(browser, saixue.address, material) : undefined;
		const fold = wants('fold') ? await measureFold(browser, ROUNDS) : undefined;
		return {
			name: 'phone',
			metrics: {
				firstQuestionMs: first?.firstQuestionMs ?? null,
				offlineRepeatMs: offline ?? null,
				interactionP95Ms: session?.interactionP95Ms ?? null,
				/** On the wire, of the scripts that the page of the first question names. */
				scriptBytes: first?.scriptBytes ?? null,
				earlyTapKept: first?.earlyTapKept ?? null,
				/** Until the early answer was checked and in the database. */
				aliveMs: first?.aliveMs ?? null,
				allScriptBytes: first?.allScriptBytes ?? null,
				htmlBytes: first?.htmlBytes ?? null,
				longestInteractionMs: session?.longestInteractionMs ?? null,
				interactions: session?.interactions ?? null,
				scrollFps: scroll?.scrollFps ?? null,
				scrollLongestFrameMs: scroll?.scrollLongestFrameMs ?? null,
				foldMs: fold?.ms ?? null,
				foldColdMs: fold?.coldMs ?? null
			},
			limits: {
				...(first && { firstQuestionMs: first.bareMs, htmlBytes: bare.bytes }),
				offlineRepeatMs: 1_000,
				interactionP95Ms: 100,
				foldMs: 100
			},
			ratios: first ? { firstQuestion: first.firstQuestionMs / first.bareMs } : {},
			environment: {
				...readEnvironment(),
				browser: `Chromium ${browser.version()}`,
				cpuRate: CPU_RATE,
				line: '1.6 Mbit/s, 150 ms'
			}
		};
	} finally {
		await browser.close();
		await saixue.remove();
	}
}

import { describe, expect, it } from 'vitest';
import { refuse } from '#lib/base/result.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Bank } from '#lib/question/question.ts';
import type { Blueprint } from '#lib/quiz/blueprint.ts';
import { drawPaper } from '#lib/quiz/paper.ts';
import { millis } from '#lib/base/time.ts';
import { learnerFrom } from '#lib/study/learner.ts';
import { fakeDevice, openFake, type FakeDevice } from '../../../../tests/support/fake-device.ts';
import { trueTime } from '../clock.ts';
import { appendEvents } from '../store/append.ts';
import type { Store } from '../store/store.ts';
import { Sitting, type SittingDoor } from './sitting.ts';
import type { Timing } from './timing.ts';

const bank: Bank = {
	id: 'bank',
	title: 'Bank',
	questions: Array.from({ length: 4 }, (_, at) => ({
		id: `q${at}`,
		type: 'single-choice' as const,
		stem: `Which is ${at}?`,
		options: ['a', 'b'],
		key: 0
	}))
};
const publication = { bank, title: 'Course' } as Publication;
const blueprint: Blueprint = {
	title: 'Quiz',
	counts: { 'single-choice': 4 } as Blueprint['counts'],
	durationMs: 600_000,
	passShare: 0.5,
	shuffleQuestions: false,
	shuffleOptions: false
};
const id = '018bcfe5-6800-7a67-8ae8-3b7414c6dc5d';
const right = { type: 'single-choice', choice: 0 } as const;
const SERVER_AHEAD = 5_000;

/** A page on a device: everything but the database and its clocks goes when another one takes its place. */
function page(store: Store, device: FakeDevice, network = { up: false }, written: { timing?: Timing } = {}) {
	const time = trueTime(() => device.sample());
	let truth = device.clock.at + SERVER_AHEAD - device.clock.mono;
	const hear = () => time.heard(millis(truth + device.clock.mono), device.sample(), device.sample());
	const trouble = { full: false };
	const door: SittingDoor = {
		sample: () => device.sample(),
		exactReading: () => time.exact(),
		anyReading: () => time.reading(),
		askTime: async () => {
			if (network.up) hear();
		},
		write: async (drafts) => {
			if (trouble.full) return refuse({ type: 'StorageFull' });
			const reading = time.fromServer();
			return appendEvents(store, drafts, {
				sample: device.sample(),
				random: device.random,
				...(reading && { offset: reading.time - reading.sample.at })
			});
		},
		writeTiming: (timing) => void (written.timing = structuredClone(timing)),
		readTiming: async () => written.timing,
		today: () => '2026-11-21',
		onanswered: () => {},
		onchange: () => {}
	};
	const sitting = new Sitting(id, door);
	const load = async () =>
		sitting.take(await store.db.events.where('body.attempt').equals(id).toArray(), publication);
	return {
		sitting,
		load,
		hear,
		trouble,
		written,
		/** The server's clock by which `hear` tells the time. */
		setTruth: (at: number) => void (truth = at - device.clock.mono),
		start: async () => {
			const paper = drawPaper(blueprint, bank, 'seed');
			if (!paper.ok) throw new Error('no paper');
			const body = { attempt: id, title: 'Quiz', course: 'c', shared: false, blueprint, paper: paper.value };
			const reading = time.fromServer();
			const offset = reading && reading.time - reading.sample.at;
			written.timing = {
				startedAt: millis(device.clock.at + (offset ?? 0)),
				reading: time.reading(),
				tied: reading !== undefined,
				doubtful: false,
				bridged: false
			};
			await door.write([{ kind: 'attempt-started', body }]);
			await load();
		}
	};
}
type Page = ReturnType<typeof page>;

async function started(): Promise<{ device: FakeDevice; store: Store; here: Page }> {
	const device = fakeDevice();
	const store = await openFake(device);
	const here = page(store, device);
	await here.start();
	return { device, store, here };
}

/** The phone is started anew: another boot, a monotonic clock from zero. */
function restart(device: FakeDevice, awayMs: number): void {
	device.clock.at += awayMs;
	device.clock.mono = 10;
	device.clock.boot = `boot-${device.clock.at}`;
}

const handIns = async (store: Store) =>
	(await store.db.events.where('kind').equals('attempt-handed-in').toArray()).map(({ body }) => body);

describe('an answer', () => {
	it('is saved before it says so, and is there after the tab was killed', async () => {
		const { device, store, here } = await started();
		const answering = here.sitting.answer('q0', right);
		expect(here.sitting.saved('q0')).toBe('saving');
		expect(here.sitting.attempt?.responses.get('q0')).toEqual(right);
		await answering;
		expect(here.sitting.saved('q0')).toBe('saved');
		const again = page(store, device, { up: false }, here.written);
		await again.load();
		expect(again.sitting.saved('q0')).toBe('saved');
		expect(again.sitting.attempt?.responses.get('q0')).toEqual(right);
	});

	it('that cannot be written is called failed, stays on screen, and is tried again', async () => {
		const { device, store, here } = await started();
		here.trouble.full = true;
		await here.sitting.answer('q1', right);
		expect(here.sitting.saved('q1')).toBe('failed');
		expect(here.sitting.attempt?.responses.get('q1')).toEqual(right);
		here.trouble.full = false;
		device.pass(6_000);
		await here.sitting.tick();
		expect(here.sitting.saved('q1')).toBe('saved');
		const [event] = await store.db.events.where('kind').equals('answer-given').toArray();
		expect(event?.body.elapsedMs).toBe(0);
	});

	it('given many times in a row counts by its last, with rising revisions', async () => {
		const { store, here } = await started();
		const wrong = { type: 'single-choice', choice: 1 } as const;
		await Promise.all(
			[right, wrong, null, wrong, right].map((response) => here.sitting.answer('q2', response))
		);
		expect(here.sitting.attempt?.responses.get('q2')).toEqual(right);
		await here.sitting.answer('q2', null);
		expect(here.sitting.attempt?.responses.has('q2')).toBe(false);
		const revisions = (await store.db.events.where('kind').equals('answer-given').toArray()).map(
			({ body }) => body.revision
		);
		expect(new Set(revisions).size).toBe(revisions.length);
	});
});

describe('the time of an attempt', () => {
	it('goes on where it was when the tab is killed', async () => {
		const { device, store, here } = await started();
		device.pass(100_000);
		await here.sitting.answer('q0', right);
		const again = page(store, device, { up: false }, here.written);
		device.pass(20_000);
		await again.load();
		expect(again.sitting.timeLeftMs).toBe(480_000);
		expect(again.sitting.clockSuspect).toBe(false);
	});

	it('counts the time away by the wall clock when the phone was restarted', async () => {
		const { device, store, here } = await started();
		device.pass(100_000);
		await here.sitting.tick();
		restart(device, 50_000);
		const again = page(store, device, { up: false }, here.written);
		await again.load();
		expect(again.sitting.timeLeftMs).toBe(450_000);
	});

	it('is not won back by setting the clock back, awake or over a restart', async () => {
		const { device, store, here } = await started();
		device.pass(100_000);
		await here.sitting.tick();
		device.clock.at -= 3_600_000;
		device.pass(10_000);
		expect(here.sitting.timeLeftMs).toBe(490_000);
		await here.sitting.answer('q0', right);
		restart(device, -7_200_000);
		const again = page(store, device, { up: false }, here.written);
		await again.load();
		expect(again.sitting.timeLeftMs).toBe(490_000);
		expect(again.sitting.clockSuspect).toBe(true);
	});

	it('is put right by the server after the clock was set', async () => {
		const device = fakeDevice();
		const store = await openFake(device);
		const network = { up: false };
		const here = page(store, device, network);
		here.hear();
		await here.start();
		device.pass(60_000);
		await here.sitting.tick();
		expect(here.sitting.timeLeftMs).toBe(540_000);
		// Over a restart the clock was set back: nothing is known but what was written down.
		restart(device, -900_000);
		const again = page(store, device, network, here.written);
		await again.load();
		expect(again.sitting.timeLeftMs).toBe(540_000);
		expect(again.sitting.clockSuspect).toBe(true);
		const startedAt = here.written.timing!.startedAt;
		again.setTruth(startedAt + 200_000);
		again.hear();
		await again.sitting.tick();
		expect(again.sitting.timeLeftMs).toBe(400_000);
		expect(again.sitting.clockSuspect).toBe(false);
	});

	it('is put right at once when a clock ran ahead by less than what is left', async () => {
		const device = fakeDevice();
		const here = page(await openFake(device), device, { up: true });
		here.hear();
		await here.start();
		device.clock.at += 360_000;
		await here.sitting.tick();
		expect(here.sitting.timeLeftMs).toBe(600_000);
	});

	it('that was begun without a server keeps what has passed when one is heard', async () => {
		const { device, here } = await started();
		device.pass(100_000);
		here.setTruth(device.clock.at + 86_400_000);
		here.hear();
		await here.sitting.tick();
		expect(here.sitting.timeLeftMs).toBe(500_000);
		device.pass(1_000);
		expect(here.sitting.timeLeftMs).toBe(499_000);
	});
});

describe('the end', () => {
	it('comes by itself at zero, with what was answered', async () => {
		const { device, store, here } = await started();
		await here.sitting.answer('q0', right);
		device.pass(599_999);
		await here.sitting.tick();
		expect(here.sitting.isOver).toBe(false);
		device.pass(1);
		await here.sitting.tick();
		expect(here.sitting.isOver).toBe(true);
		expect(await handIns(store)).toMatchObject([
			{
				by: 'time',
				elapsedMs: 600_000,
				clockSuspect: false,
				claim: { right: 1, questions: 4, scoreHundredths: 100 }
			}
		]);
		expect(here.sitting.result?.passed).toBe(false);
	});

	it('comes when the page is opened long after it, and then counts as at the deadline', async () => {
		const { device, store, here } = await started();
		device.pass(1_000);
		await here.sitting.tick();
		restart(device, 86_400_000);
		const again = page(store, device, { up: false }, here.written);
		await again.load();
		expect(await handIns(store)).toMatchObject([{ by: 'time', elapsedMs: 600_000 }]);
	});

	it('waits for the server’s word when a clock ran ahead', async () => {
		const device = fakeDevice();
		const store = await openFake(device);
		const here = page(store, device, { up: true });
		here.hear();
		await here.start();
		device.clock.at += 86_400_000;
		await here.sitting.tick();
		expect(here.sitting.isOver).toBe(false);
		expect(here.sitting.timeLeftMs).toBe(600_000);
	});

	it('is by the learner only before the deadline', async () => {
		const { device, store, here } = await started();
		device.pass(30_000);
		await Promise.all([here.sitting.handIn('learner'), here.sitting.handIn('learner')]);
		expect(await handIns(store)).toMatchObject([{ by: 'learner', elapsedMs: 30_000 }]);
		await here.sitting.answer('q0', right);
		expect(await store.db.events.where('kind').equals('answer-given').count()).toBe(0);
	});

	it('takes along an answer that could not be written before', async () => {
		const { store, here } = await started();
		here.trouble.full = true;
		await here.sitting.answer('q0', right);
		here.trouble.full = false;
		await here.sitting.handIn('learner');
		expect(await handIns(store)).toMatchObject([{ claim: { right: 1 } }]);
	});

	it('takes what was answered into the memory and the wrong-answer book, in the same write', async () => {
		const { device, store, here } = await started();
		device.pass(8_000);
		await here.sitting.answer('q0', right);
		device.pass(5_000);
		await here.sitting.answer('q1', { type: 'single-choice', choice: 1 });
		here.trouble.full = true;
		await here.sitting.handIn('learner');
		expect(await store.db.events.where('kind').equals('question-practised').count()).toBe(0);
		here.trouble.full = false;
		await here.sitting.handIn('learner');
		const recalled = await store.db.events.where('kind').equals('question-practised').sortBy('deviceSeq');
		expect(recalled.map(({ body }) => body)).toMatchObject([
			{ question: 'q0', verdict: 'right', tookMs: 8_000, mode: 'mock-exam', attempt: id, course: 'c' },
			{ question: 'q1', verdict: 'wrong', tookMs: 5_000, day: '2026-11-21' }
		]);
		expect(learnerFrom(await store.db.events.toArray()).wrong.map(({ question }) => question)).toEqual([
			'q1'
		]);
	});

	it('reached in another tab ends it here too', async () => {
		const { device, store, here } = await started();
		const other = page(store, device, { up: false }, here.written);
		await other.load();
		await other.sitting.answer('q0', right);
		await other.sitting.handIn('learner');
		await here.load();
		expect(here.sitting.isOver).toBe(true);
		expect(here.sitting.result?.right).toBe(1);
	});
});

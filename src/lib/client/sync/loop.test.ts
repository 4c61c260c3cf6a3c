import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { millis } from '#lib/base/time.ts';
import { Outage } from '../remote/request.ts';
import { startSyncLoop, type LoopStatus, type SyncLoop } from './loop.ts';
import type { RoundEnd } from './round.ts';

let loop: SyncLoop | undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	loop?.stop();
	vi.useRealTimers();
});

function setUp(round: (call: number, signal: AbortSignal) => Promise<RoundEnd>) {
	const calls: { sendOnly: boolean; at: number }[] = [];
	const statuses: LoopStatus[] = [];
	const began = Date.now();
	loop = startSyncLoop({
		round: ({ sendOnly, signal }) => {
			calls.push({ sendOnly, at: Date.now() - began });
			return round(calls.length, signal);
		},
		alone: (work) => work(),
		chance: () => 0.5,
		mono: () => Date.now(),
		wall: () => millis(Date.now()),
		onstatus: (status) => statuses.push(status)
	});
	return { loop, calls, statuses, phase: () => statuses.at(-1)?.phase };
}
const done = () => Promise.resolve<RoundEnd>({ type: 'done' });
const never = () => new Promise<RoundEnd>(() => {});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the loop', () => {
	it('sends many answers in one push within a second', async () => {
		const { loop, calls, phase } = setUp(done);
		for (let at = 0; at < 5; at++) {
			loop.kick('answer');
			await pass(100);
		}
		await pass(600);
		expect(calls).toMatchObject([{ sendOnly: true }]);
		expect(calls[0]!.at).toBeLessThanOrEqual(1_000);
		expect(phase()).toBe('idle');
	});

	it('takes a turn every half minute', async () => {
		const { calls } = setUp(done);
		await pass(91_000);
		expect(calls).toMatchObject([{ sendOnly: false }, { sendOnly: false }, { sendOnly: false }]);
	});

	it('pauses longer after each failure, and starts again from the first after a success', async () => {
		const { loop, calls, phase } = setUp((call) =>
			call < 4 ? Promise.reject(new Outage('unreachable')) : done()
		);
		loop.kick('hint');
		await pass(10);
		expect(phase()).toBe('waiting');
		await pass(8_000);
		expect(calls.map(({ at }) => at)).toEqual([0, 500, 1_500, 3_500]);
		expect(phase()).toBe('idle');
	});

	it('does not let an answer end a pause, but a sign of the network', async () => {
		const { loop, calls } = setUp((call) => (call < 6 ? Promise.reject(new Outage('unreachable')) : done()));
		loop.kick('hint');
		await pass(4_000);
		const before = calls.length;
		loop.kick('answer');
		await pass(1_000);
		expect(calls).toHaveLength(before);
		loop.kick('hint');
		await pass(1);
		expect(calls).toHaveLength(before + 1);
	});

	it('leaves a server alone that asked for it, whatever happens', async () => {
		const { loop, calls } = setUp((call) =>
			call === 1 ? Promise.resolve<RoundEnd>({ type: 'busy', retryAfterMs: 20_000 }) : done()
		);
		loop.kick('hint');
		await pass(1_000);
		loop.kick('hint');
		loop.kick('answer');
		await pass(19_000);
		expect(calls).toHaveLength(1);
		await pass(1_000);
		expect(calls).toHaveLength(2);
	});

	it('gives up a round that never ends and starts another', async () => {
		const { loop, calls, phase } = setUp((call) => (call === 1 ? never() : done()));
		loop.kick('hint');
		await pass(29_000);
		expect(calls).toHaveLength(1);
		await pass(12_000);
		expect(calls.length).toBeGreaterThanOrEqual(2);
		expect(phase()).toBe('idle');
	});

	it('takes up what was asked for while a round ran', async () => {
		const { loop, calls } = setUp(async () => {
			await new Promise((resolve) => setTimeout(resolve, 2_000));
			return { type: 'done' };
		});
		loop.kick('answer');
		await pass(1_500);
		loop.kick('answer');
		await pass(4_000);
		expect(calls).toHaveLength(2);
	});

	it('says that someone has to sign in, and asks again only in its turn', async () => {
		const { loop, calls, phase } = setUp(() => Promise.resolve<RoundEnd>({ type: 'signed-out' }));
		loop.kick('answer');
		await pass(5_000);
		expect(phase()).toBe('signed-out');
		expect(calls).toHaveLength(1);
	});

	it('says when it is not the network that is in trouble', async () => {
		const { loop, phase } = setUp(() => Promise.reject(new Outage('server')));
		loop.kick('hint');
		await pass(1);
		expect(phase()).toBe('trouble');
	});
});

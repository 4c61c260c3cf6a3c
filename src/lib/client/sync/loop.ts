import { millis, type Millis } from '#lib/base/time.ts';
import { Outage } from '../remote/request.ts';
import { backoffMs } from './plan.ts';
import type { RoundEnd } from './round.ts';

export interface LoopStatus {
	phase: 'idle' | 'sending' | 'waiting' | 'signed-out' | 'trouble';
	nextTryAt?: Millis;
}

export interface LoopOptions {
	round: (how: { sendOnly: boolean; signal: AbortSignal; onmove: () => void }) => Promise<RoundEnd>;
	/** Runs alone among the tabs of this account; undefined when another tab is at it. */
	alone: <Value>(work: () => Promise<Value>) => Promise<Value | undefined>;
	/** In [0, 1). */
	chance: () => number;
	/** Times the pauses: never jumps. */
	mono: () => number;
	/** What a person is shown. */
	wall: () => Millis;
	onstatus: (status: LoopStatus) => void;
}

/** Why to try: an answer waits (soon, only send), a sign that the network is back, or just time. */
export type Kick = 'answer' | 'hint' | 'turn';

export interface SyncLoop {
	kick(why: Kick): void;
	stop(): void;
}

/**
 * Keeps a device and the server together: a round every half minute, soon after each answer and at every
 * sign of a network; longer and longer pauses while there is none. A round that has not moved for half a
 * minute is given up and started anew, whatever it waits for.
 */
export function startSyncLoop({ round, alone, chance, mono, wall, onstatus }: LoopOptions): SyncLoop {
	let running: { controller: AbortController; movedAt: number } | undefined;
	/** What the next round is to do. */
	let wanted: 'nothing' | 'send' | 'all' = 'nothing';
	let timer: ReturnType<typeof setTimeout> | undefined;
	let dueAt = Infinity;
	let failures = 0;
	/** The pause after a failure ends here; a hint may end it sooner. */
	let pauseUntil = 0;
	/** The server's own wish; nothing ends it sooner. */
	let closedUntil = 0;
	let stopped = false;

	const kick = (why: Kick) => {
		if (stopped) return;
		wanted = why === 'answer' && wanted !== 'all' ? 'send' : 'all';
		if (why === 'hint') pauseUntil = 0;
		if (!running) plan(why === 'answer' ? COALESCE_MS : 0);
	};

	const plan = (delayMs: number) => {
		const at = Math.max(mono() + delayMs, pauseUntil, closedUntil);
		if (timer !== undefined && dueAt <= at) return;
		clearTimeout(timer);
		dueAt = at;
		timer = setTimeout(() => void run(), at - mono());
	};

	const run = async () => {
		clearTimeout(timer);
		timer = undefined;
		dueAt = Infinity;
		if (running || stopped || wanted === 'nothing') return;
		const mine = { controller: new AbortController(), movedAt: mono() };
		running = mine;
		const sendOnly = wanted === 'send';
		wanted = 'nothing';
		onstatus({ phase: 'sending' });
		const end = await attempt(mine, sendOnly);
		// The watchdog has given this round up; another one runs in its place.
		if (running !== mine || stopped) return;
		running = undefined;
		after(end, sendOnly);
	};

	const attempt = async (mine: NonNullable<typeof running>, sendOnly: boolean): Promise<Ending> => {
		try {
			const { signal } = mine.controller;
			const onmove = () => void (mine.movedAt = mono());
			return (await alone(() => round({ sendOnly, signal, onmove }))) ?? { type: 'elsewhere' };
		} catch (error) {
			return { type: 'outage', outage: error instanceof Outage ? error : undefined, error };
		}
	};

	const after = (end: Ending, sendOnly: boolean) => {
		if (end.type === 'done' || end.type === 'signed-out') {
			failures = 0;
			pauseUntil = 0;
			onstatus({ phase: end.type === 'done' ? 'idle' : 'signed-out' });
			if (end.type === 'signed-out') wanted = 'nothing';
			if (wanted !== 'nothing') plan(COALESCE_MS);
			return;
		}
		wanted = sendOnly && wanted !== 'all' ? 'send' : 'all';
		if (end.type === 'elsewhere') {
			onstatus({ phase: 'idle' });
			plan(ELSEWHERE_MS);
			return;
		}
		pause(end);
	};

	const pause = (end: Extract<Ending, { type: 'busy' | 'outage' }>) => {
		failures += 1;
		const retryAfterMs = end.type === 'busy' ? end.retryAfterMs : end.outage?.retryAfterMs;
		const pauseMs = backoffMs(failures, chance());
		pauseUntil = mono() + pauseMs;
		if (retryAfterMs !== undefined) closedUntil = mono() + Math.min(retryAfterMs, MOST_CLOSED_MS) + pauseMs;
		plan(pauseMs);
		const isNetwork = end.type === 'outage' && end.outage !== undefined && NETWORK.has(end.outage.why);
		onstatus({
			phase: isNetwork || end.type === 'busy' ? 'waiting' : 'trouble',
			nextTryAt: millis(wall() + Math.max(0, dueAt - mono()))
		});
		if (end.type === 'outage' && !end.outage) console.error('sync', end.error);
	};

	const watch = () => {
		if (running && mono() - running.movedAt > STUCK_MS) {
			running.controller.abort();
			running = undefined;
			wanted = 'all';
			pause({ type: 'outage', outage: new Outage('deadline'), error: undefined });
			return;
		}
		// A timer that never fired: the system froze the page.
		if (!running && wanted !== 'nothing' && mono() > dueAt + LATE_MS) void run();
	};

	const turns = setInterval(() => kick('turn'), TURN_MS);
	const watchdog = setInterval(watch, WATCH_MS);

	return {
		kick,
		stop() {
			stopped = true;
			clearTimeout(timer);
			clearInterval(turns);
			clearInterval(watchdog);
			running?.controller.abort();
		}
	};
}
const COALESCE_MS = 800;
const TURN_MS = 30_000;
const ELSEWHERE_MS = 3_000;
const STUCK_MS = 30_000;
const WATCH_MS = 5_000;
const LATE_MS = 5_000;
/** A wish of hours is not honoured: someone mistyped it. */
const MOST_CLOSED_MS = 300_000;
const NETWORK = new Set(['unreachable', 'deadline', 'portal', 'cancelled']);

type Ending =
	RoundEnd | { type: 'elsewhere' } | { type: 'outage'; outage: Outage | undefined; error: unknown };

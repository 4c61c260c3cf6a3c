import type { LoggedEvent } from '#lib/log/event.ts';
import { foldAttempt } from '#lib/quiz/attempt.ts';
import type { App } from '../app.svelte.ts';
import { todayHere } from '../clock.ts';
import { openAttemptIds, readAskedBank, readPublication } from '../store/courses.ts';
import type { Store } from '../store/store.ts';
import { watch } from '../store/watch.ts';
import { Sitting } from './sitting.ts';

interface Seat {
	sitting: Sitting;
	store: Store;
	users: number;
	listeners: Set<() => void>;
	stop: () => void;
}

/**
 * The open attempts of this page. Those that were started on this device keep their time and end by
 * themselves, whatever page is shown.
 */
export class Sittings {
	readonly #app: App;
	readonly #seats = new Map<string, Seat>();
	#own: { id: string; leave: () => void }[] = [];
	#openIds: readonly string[] = [];
	#store: Store | undefined;
	#started = false;
	#ticking: ReturnType<typeof setInterval> | undefined;

	constructor(app: App) {
		this.#app = app;
	}

	/** Open attempts end by themselves from now on: once the server's time is known, or not to be had. */
	start(): void {
		this.#started = true;
		void this.#seatOwn();
	}

	stop(): void {
		this.#started = false;
		for (const { leave } of this.#own.splice(0)) leave();
	}

	/** Tells whether an attempt is open in a store, as long as it is followed. */
	follow(store: Store, onopen: (open: boolean) => void): () => void {
		this.#store = store;
		const stopWatch = watch(store, openAttempts, (ids) => {
			this.#openIds = ids;
			onopen(ids.length > 0);
			void this.#seatOwn();
		});
		return () => {
			stopWatch();
			for (const { leave } of this.#own.splice(0)) leave();
			this.#openIds = [];
			this.#store = undefined;
		};
	}

	/** Joins the one sitting of an attempt in this page; the listener hears every change and every tick. */
	join(store: Store, id: string, listener: () => void): { sitting: Sitting; leave: () => void } {
		const key = `${store.account}/${id}`;
		const seat = this.#seats.get(key) ?? this.#open(store, id, key);
		seat.users += 1;
		seat.listeners.add(listener);
		this.#ticking ??= setInterval(() => this.#tick(), TICK_MS);
		return {
			sitting: seat.sitting,
			leave: () => {
				if (!seat.listeners.delete(listener)) return;
				seat.users -= 1;
				if (seat.users > 0) return;
				seat.stop();
				this.#seats.delete(key);
				if (this.#seats.size > 0) return;
				clearInterval(this.#ticking);
				this.#ticking = undefined;
			}
		};
	}

	#open(store: Store, id: string, key: string): Seat {
		const listeners = new Set<() => void>();
		const sitting = this.#sitting(store, id, () => listeners.forEach((listener) => listener()));
		const stop = watch(
			store,
			(from) => readAttempt(from, id),
			({ events, publication }) => void sitting.take(events, publication)
		);
		const seat: Seat = { sitting, store, users: 0, listeners, stop };
		this.#seats.set(key, seat);
		return seat;
	}

	#sitting(store: Store, id: string, onchange: () => void): Sitting {
		const app = this.#app;
		return new Sitting(id, {
			sample: () => app.device.sample(),
			exactReading: () => app.time.exact(),
			anyReading: () => app.time.reading(),
			askTime: () =>
				app.remote.time(ASK_MS).then(
					() => undefined,
					() => undefined
				),
			write: (drafts) => app.write(drafts, store),
			readTiming: () => store.db.timings.get(id),
			writeTiming: (timing) => {
				store.db.timings.put({ attempt: id, ...timing }).catch(() => undefined);
				app.keepTime().catch(() => undefined);
			},
			today: () => todayHere(),
			onanswered: () => void app.onanswered().catch(() => undefined),
			onchange
		});
	}

	#tick(): void {
		for (const { sitting, listeners } of [...this.#seats.values()]) {
			if (sitting.isOver) continue;
			void sitting.tick();
			for (const listener of [...listeners]) listener();
		}
	}

	/** Takes a seat in each attempt that this device started and that is still open. */
	async #seatOwn(): Promise<void> {
		const store = this.#store;
		if (!this.#started || !store) return;
		const ids = this.#openIds;
		const starts = await store.db.events
			.where('[kind+body.attempt]')
			.anyOf(ids.map((id) => ['attempt-started', id]))
			.toArray();
		if (store !== this.#store || ids !== this.#openIds) return;
		const own = new Set(
			starts.filter(({ device }) => device === store.device).map(({ body }) => String(body.attempt))
		);
		const before = this.#own;
		this.#own = [...own].map((id) => {
			const held = before.find((seat) => seat.id === id);
			return held ?? { id, leave: this.join(store, id, () => {}).leave };
		});
		for (const seat of before) if (!own.has(seat.id)) seat.leave();
	}
}
/** Four times a second: a countdown in whole seconds never shows one twice as long. */
const TICK_MS = 250;
const ASK_MS = 3_000;

async function readAttempt(store: Store, id: string) {
	const events = await store.db.events.where('body.attempt').equals(id).toArray();
	const course = events.find(({ kind }) => kind === 'attempt-started')?.body.course;
	const publication = typeof course === 'string' ? await readPublication(store, course) : null;
	if (!publication) return { events, publication };
	return { events, publication: { ...publication, bank: await readAskedBank(store, id, publication) } };
}

/** Also those that a clock ended too early, as the server found out: the fold lets them go on. */
async function openAttempts(store: Store): Promise<string[]> {
	const early = await store.db.events
		.where('kind')
		.equals('attempt-handed-in')
		.filter(({ body, receivedAt }) => body.by === 'time' && receivedAt !== undefined)
		.toArray();
	const revived: string[] = [];
	for (const { body } of early) {
		if (typeof body.attempt !== 'string') continue;
		const events: LoggedEvent[] = await store.db.events.where('body.attempt').equals(body.attempt).toArray();
		const attempt = foldAttempt(body.attempt, events);
		if (attempt && !attempt.handedIn) revived.push(body.attempt);
	}
	return [...(await openAttemptIds(store)), ...revived];
}

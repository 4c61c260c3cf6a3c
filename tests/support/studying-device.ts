import 'fake-indexeddb/auto';
import type { Millis } from '#lib/base/time.ts';
import { millis, monotonic } from '#lib/base/time.ts';
import { randomIndex, seededRandom, type Random } from '#lib/base/random.ts';
import { createApp, type App } from '#lib/client/app.svelte.ts';
import { todayHere } from '#lib/client/clock.ts';
import { claim } from '#lib/client/store/claim.ts';
import { openStore, type Store } from '#lib/client/store/store.ts';
import { syncRound } from '#lib/client/sync/round.ts';
import type { ClockSample } from '#lib/quiz/clock.ts';
import type { FakeServer } from './fake-remote.ts';

/** What goes on outside of all devices: the true time. */
export interface World {
	now: number;
}

const HOUR_MS = 3_600_000;

/**
 * One device of a person as it is used for days: the real store, verbs and rounds of the client, with clocks
 * that may be wrong, a zone that may change, a network that comes and goes, and a page that may be killed.
 */
export class StudyingDevice {
	readonly name: string;
	readonly #world: World;
	readonly #server: FakeServer;
	readonly #member: string;
	readonly #random: Random;
	#app: App | undefined;
	#store: Store | undefined;
	#bootedAt = 0;
	#boots = 0;
	#isGuest = false;
	/** Device − true time in ms. */
	wrongBy = 0;
	/** Hours east of Greenwich, as its owner's pocket is. */
	zone = 8;
	online = true;

	constructor(name: string, world: World, server: FakeServer, member: string) {
		this.name = name;
		this.#world = world;
		this.#server = server;
		this.#member = member;
		this.#random = seededRandom(`${member}/${name}`);
	}

	get app(): App {
		if (!this.#app) throw new Error('no page is open on this device');
		return this.#app;
	}

	get store(): Store {
		if (!this.#store) throw new Error('no page is open on this device');
		return this.#store;
	}

	/** Opens the app: another page load, the same database. */
	async start(): Promise<void> {
		this.#boots++;
		this.#bootedAt = this.#world.now;
		this.#store = await this.#open(this.#isGuest ? 'guest' : this.#member);
		const device = { sample: () => this.#sample(), random: (bytes: number) => this.#bytes(bytes) };
		this.#app = Object.assign(createApp(), { device });
		this.#app.stores.use(this.#store);
	}

	/** From now on, until somebody signs in. */
	useAsGuest(): void {
		this.#isGuest = true;
	}

	/** Takes what the guest did into the account, as the page after signing in does. */
	async signIn(): Promise<void> {
		if (!this.#isGuest) return;
		const guest = this.store;
		this.#isGuest = false;
		await this.start();
		await claim(guest, this.store, undefined);
		guest.close();
	}

	/** Two devices of one account: two databases, here by two names. */
	async #open(account: string): Promise<Store> {
		const options = { now: this.#sample().at, random: (bytes: number) => this.#bytes(bytes) };
		const store = await openStore(`${this.#member}/${this.name}/${account}`, options);
		return { ...store, account };
	}

	/** The page goes, whatever it was doing; what it had begun to write may or may not be there. */
	kill(): void {
		const { dexie } = this.store.db;
		dexie.close({ disableAutoOpen: true });
		this.#app = undefined;
		this.#store = undefined;
	}

	/** A calendar day as its owner reads it off this device. */
	today(): string {
		const local = new Date(this.#sample().at + this.zone * HOUR_MS);
		// `todayHere` reads the fields of the zone that the process stands in.
		return todayHere(new Date(local.getTime() + local.getTimezoneOffset() * 60_000));
	}

	now(): Millis {
		return this.#sample().at;
	}

	/** What a page does by itself now and then. Outages are part of life. */
	async sync(sendOnly = false): Promise<void> {
		if (!this.online || this.#isGuest) return;
		const { app, store } = this;
		const remote = this.#server.remoteFor(this.#member);
		const sent = this.#sample();
		try {
			await syncRound({ store, remote, now: () => this.now(), sendOnly });
		} finally {
			this.#world.now += 40;
			if (this.#app === app) app.time.heard(millis(this.#world.now - 20), sent, this.#sample());
		}
	}

	#sample(): ClockSample {
		const { now } = this.#world;
		return {
			at: millis(now + this.wrongBy),
			mono: monotonic(now - this.#bootedAt),
			boot: `${this.name}-${this.#boots}`
		};
	}

	#bytes(count: number): Uint8Array<ArrayBuffer> {
		return Uint8Array.from({ length: count }, () => randomIndex(this.#random, 256));
	}
}

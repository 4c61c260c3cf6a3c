import { createContext, untrack } from 'svelte';
import type { Result } from '#lib/base/result.ts';
import { millis, type Millis } from '#lib/base/time.ts';
import type { Event } from '#lib/log/event.ts';
import type { Membership, Person } from '#lib/wire/account.ts';
import { trueTime, type TrueTime } from './clock.ts';
import { browserDevice, type Device } from './device.ts';
import { Installation } from './installation.svelte.ts';
import { refreshCourses } from './library.svelte.ts';
import { Sittings } from './quiz/sittings.ts';
import { httpRemote, type Remote } from './remote/remote.ts';
import { Outage } from './remote/request.ts';
import { appendEvents, type Beside, type Draft, type Moment } from './store/append.ts';
import { keepLastPerson, onLastPerson, readLastPerson } from './store/last-person.ts';
import { readMeta, writeMeta } from './store/meta.ts';
import type { SaveRefused } from './store/saving.ts';
import { accountsHere, openStore, storeSlot, type Store } from './store/store.ts';
import { followLog, type LogStatus } from './store/status.ts';
import type { Sync, SyncOptions } from './sync/keep-in-sync.ts';
import type { LoopStatus } from './sync/loop.ts';

export interface SyncStatus extends LogStatus {
	/** False for the moment before the outbox was looked at: until then nobody may say “delivered”. */
	known: boolean;
	phase: 'idle' | 'sending' | 'waiting' | 'signed-out' | 'trouble';
	nextTryAt?: Millis;
}

export interface StorageStatus {
	persisted: boolean | undefined;
	usedBytes?: number | undefined;
	quotaBytes?: number | undefined;
	/** True once a reload without network gives the app again. */
	offlineReady: boolean;
	/** False on plain http from another device: no offline reload there. */
	secure: boolean;
	/** True when the browser gave no database: nothing outlives the page. */
	memory: boolean;
	/** True when another tab runs a newer version: this one has to be loaded again. */
	outdated: boolean;
}

const NOTHING: LogStatus = { pending: 0, quarantined: [] };
export const GUEST = 'guest';

/** The app in this page: who is here, their database, the way to the server. */
export class App {
	readonly stores = storeSlot();
	readonly device: Device = browserDevice();
	readonly time: TrueTime = trueTime(() => this.device.sample());
	readonly installation = new Installation();
	readonly sittings = new Sittings(this);
	readonly remote: Remote = httpRemote(
		() => this.device.sample(),
		(online) => void (this.online = online ? 'online' : 'offline'),
		(...heard) => this.time.heard(...heard)
	);

	/** Undefined while not known yet; null for a guest. */
	person = $state.raw<Person | null>();
	/** `guest` or the person's id: names the database. */
	account = $state.raw(GUEST);
	/** By the evidence of requests, not by what the browser believes. */
	online = $state.raw<'online' | 'offline' | 'unknown'>('unknown');
	/** Which courses are being fetched, and how far, 0–1. */
	fetching = $state.raw<Readonly<Record<string, number>>>({});
	/** Undefined until the outbox was looked at. */
	#log = $state.raw<LogStatus>();
	#loop = $state.raw<LoopStatus>({ phase: 'idle' });
	#hasOpenAttempt = $state.raw(false);
	/** The server no longer knows the person whose database this is. */
	#sessionEnded = $state.raw(false);
	#memory = $state.raw(false);
	#outdated = $state.raw(false);
	#hasLooked = $state.raw(false);
	#sync: Sync | undefined;
	/** Databases are opened one after the other, in the order in which people came. */
	#opening: Promise<void> = Promise.resolve();
	#stops: (() => void)[] = [];
	#stopStore = () => {};
	#personCheckedAt = -Infinity;
	#timeWrittenAt = -Infinity;

	/** Whether this device was asked who was here last: until then nobody may be taken for a guest. */
	get hasLooked(): boolean {
		return this.#hasLooked;
	}

	/** The one in use. */
	get membership(): Membership | undefined {
		return this.person?.memberships[0];
	}

	get sync(): SyncStatus {
		const status = { ...(this.#log ?? NOTHING), ...this.#loop, known: this.#log !== undefined };
		return this.#sessionEnded ? { ...status, phase: 'signed-out' } : status;
	}

	get storage(): StorageStatus {
		const { persisted, usedBytes, quotaBytes, offlineReady, secure } = this.installation;
		const [memory, outdated] = [this.#memory, this.#outdated];
		return { persisted, usedBytes, quotaBytes, offlineReady, secure, memory, outdated };
	}

	/** A new version waits; never offered while an attempt is open. */
	get update(): { ready: boolean; apply(): void } {
		const ready = this.installation.updateWaits && !this.#hasOpenAttempt;
		return { ready, apply: () => void (ready && this.installation.apply()) };
	}

	/** Reads nothing that changes: whoever calls this must not be called again by it. */
	start(): Promise<void> {
		return untrack(() => this.#start());
	}

	async #start(): Promise<void> {
		const last = await readLastPerson();
		if (last) this.person = last;
		this.#hasLooked = true;
		this.#listen();
		await this.#openStore(last?.id ?? GUEST);
		void this.installation.start();
		await this.checkPerson();
		this.person ??= null;
		this.sittings.start();
		void refreshCourses(this);
	}

	async stop(): Promise<void> {
		for (const stop of this.#stops.splice(0)) stop();
		this.sittings.stop();
		this.installation.stop();
		this.#leaveStore();
	}

	/**
	 * Asks the server who is signed in. A session that ran out changes nothing on the device but the phase
	 * of sync; somebody else's session changes the database in use.
	 */
	async checkPerson(): Promise<boolean> {
		try {
			const me = await this.remote.me();
			if (!me.ok) return false;
			this.#personCheckedAt = this.device.sample().mono;
			const { person } = me.value;
			if (person) await this.become(person);
			else if (this.account !== GUEST) this.#sessionEnded = true;
			else this.person = null;
			return person?.id === this.account;
		} catch (error) {
			if (error instanceof Outage) return false;
			throw error;
		}
	}

	/** Signs a person in or out on this device: their database comes into use. */
	async become(person: Person | null): Promise<void> {
		await keepLastPerson(person);
		this.person = person;
		const account = person?.id ?? GUEST;
		const isOpen = this.stores.current?.account === account;
		await this.#openStore(account);
		if (isOpen && this.#sessionEnded) {
			this.#sessionEnded = false;
			this.#sync?.kick('hint');
		}
	}

	/** Opens any account's database beside the one in use; the caller closes it. */
	openOther(account: string): Promise<Store> {
		const { random } = this.device;
		return openStore(account, { now: this.device.sample().at, random });
	}

	/** The other accounts that have a database here; a guest's is not one of them. */
	async otherAccounts(): Promise<string[]> {
		return (await accountsHere()).filter((account) => account !== GUEST && account !== this.account);
	}

	moment(): Moment {
		const reading = this.time.fromServer();
		const sample = reading?.sample ?? this.device.sample();
		return { sample, random: this.device.random, ...(reading && { offset: reading.time - sample.at }) };
	}

	/** By the server's clock, as far as it is known: what is due by the log's times is due by this one. */
	now(): Millis {
		const { sample, offset } = this.moment();
		return millis(sample.at + (offset ?? 0));
	}

	/** Writes what a person did, and has it sent. */
	async write(
		drafts: readonly Draft[],
		store?: Store,
		moment = this.moment(),
		beside?: Beside
	): Promise<Result<Event[], SaveRefused>> {
		const written = await appendEvents(store ?? (await this.stores.ready()), drafts, moment, beside);
		if (written.ok) this.#sync?.kick('answer');
		return written;
	}

	async onanswered(): Promise<void> {
		const { db } = await this.stores.ready();
		if (await readMeta(db, 'persistAsked')) return;
		await writeMeta(db, 'persistAsked', true);
		await this.installation.askToPersist();
	}

	/** Tries to send and fetch at once. */
	syncNow(): void {
		this.#sync?.kick('hint');
	}

	/** Also writes down what is known of the time, now and then, for the next start. */
	async keepTime(): Promise<void> {
		const reading = this.time.fromServer();
		if (!reading || reading.sample.mono - this.#timeWrittenAt < KEEP_TIME_EVERY_MS) return;
		this.#timeWrittenAt = reading.sample.mono;
		await writeMeta((await this.stores.ready()).db, 'serverReading', reading);
	}

	/** Nothing to do when it is the one in use by then. */
	#openStore(account: string): Promise<void> {
		const open = () => this.#useStore(account);
		return (this.#opening = this.#opening.then(open, open));
	}

	async #useStore(account: string): Promise<void> {
		if (this.stores.current?.account === account) return;
		this.#leaveStore();
		const { random } = this.device;
		const store = await openStore(account, {
			now: this.device.sample().at,
			random,
			onversionchange: () => void (this.#outdated = true)
		});
		const reading = await readMeta(store.db, 'serverReading');
		if (reading) this.time.resume(reading);
		this.account = account;
		this.#memory = store.memory;
		this.#outdated = store.outdated;
		this.stores.use(store);
		const stopLog = followLog(store, (status) => void (this.#log = status));
		const stopOpen = this.sittings.follow(store, (open) => void (this.#hasOpenAttempt = open));
		if (account !== GUEST) this.#startSync(store);
		this.#stopStore = () => {
			stopLog();
			stopOpen();
			this.#sync?.stop();
			this.#sync = undefined;
			store.close();
		};
	}

	#leaveStore(): void {
		this.stores.use(undefined);
		this.#stopStore();
		this.#stopStore = () => {};
		this.#log = undefined;
		this.#loop = { phase: 'idle' };
		this.#hasOpenAttempt = false;
		this.#sessionEnded = false;
	}

	/** Tried again until its code is here: a page may start without a network. */
	#startSync(store: Store): void {
		if (this.stores.current !== store) return;
		const load = import('./sync/keep-in-sync.ts');
		load.then(
			({ keepInSync }) => {
				if (this.stores.current === store) this.#sync = keepInSync(this.#syncOptions(store));
			},
			() => void setTimeout(() => this.#startSync(store), LOAD_AGAIN_MS)
		);
	}

	#syncOptions(store: Store): SyncOptions {
		const { remote, device } = this;
		return {
			store,
			remote,
			device,
			openGuest: () => this.openOther(GUEST),
			isStillMe: (isHurry) => this.#isStillMe(isHurry),
			onround: () => this.keepTime(),
			onstatus: (status) => {
				this.#loop = status;
				this.#sessionEnded ||= status.phase === 'signed-out';
			}
		};
	}

	/** Someone else may have signed in in another tab: their session must not carry these events. */
	async #isStillMe(isHurry: boolean): Promise<boolean> {
		const age = this.device.sample().mono - this.#personCheckedAt;
		if (isHurry && age < TRUST_PERSON_MS) return true;
		const me = await this.remote.me();
		if (!me.ok) return false;
		this.#personCheckedAt = this.device.sample().mono;
		const isMe = me.value.person?.id === this.account;
		this.#sessionEnded = !isMe;
		return isMe;
	}

	#listen(): void {
		const hint = () => this.#sync?.kick('hint');
		const look = () => {
			if (document.visibilityState === 'hidden') {
				if ((this.#log?.pending ?? 0) > 0) this.#sync?.flush();
			} else {
				hint();
				void this.installation.lookForUpdate();
			}
		};
		addEventListener('online', hint);
		document.addEventListener('visibilitychange', look);
		const stopPerson = onLastPerson((last) => {
			if ((last?.id ?? GUEST) !== this.account) void this.become(last);
		});
		this.#stops.push(stopPerson, () => {
			removeEventListener('online', hint);
			document.removeEventListener('visibilitychange', look);
		});
	}
}
const LOAD_AGAIN_MS = 5_000;
const TRUST_PERSON_MS = 20_000;
const KEEP_TIME_EVERY_MS = 10_000;

export const [useApp, provideApp] = createContext<App>();

export function createApp(): App {
	return new App();
}

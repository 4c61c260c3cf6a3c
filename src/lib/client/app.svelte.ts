import { createContext } from 'svelte';
import type { Millis } from '#lib/base/time.ts';
import type { Membership, Person } from '#lib/wire/account.ts';
import { storeSlot } from './store/store.ts';

export interface QuarantinedEvent {
	id: string;
	kind: string;
	reason: string;
	at: Millis;
}

export interface SyncStatus {
	/** Events that the server does not have yet. */
	pending: number;
	quarantined: QuarantinedEvent[];
	phase: 'idle' | 'sending' | 'waiting' | 'signed-out' | 'trouble';
	lastSyncAt?: Millis;
	nextTryAt?: Millis;
	/** Whether device and server hold the same events. */
	verified?: 'equal' | 'different';
	/** How many events a restored server got back from this device. */
	recovered?: number;
}

export interface StorageStatus {
	persisted: boolean | undefined;
	usedBytes?: number;
	quotaBytes?: number;
	/** True once a reload without network gives the app again. */
	offlineReady: boolean;
	/** False on plain http from another device: no offline reload there. */
	secure: boolean;
	/** True when the browser gave no database: nothing outlives the page. */
	memory: boolean;
}

/** The app in this page: who is here, their database, the way to the server. */
export class App {
	readonly stores = storeSlot();
	/** Undefined while not known yet. */
	person = $state.raw<Person | null>();
	/** `guest` or the person's id: names the database. */
	account = $state.raw('guest');
	/** By the evidence of requests, not by what the browser believes. */
	online = $state.raw<'online' | 'offline' | 'unknown'>('unknown');
	sync = $state.raw<SyncStatus>({ pending: 0, quarantined: [], phase: 'idle' });
	storage = $state.raw<StorageStatus>({
		persisted: undefined,
		offlineReady: false,
		secure: false,
		memory: false
	});

	/** The one in use. */
	get membership(): Membership | undefined {
		return this.person?.memberships[0];
	}

	/** A new version waits; never offered while an attempt is open. */
	get update(): { ready: boolean; apply(): void } {
		return { ready: false, apply: () => {} };
	}

	async start(): Promise<void> {
		this.person = null;
	}

	async stop(): Promise<void> {}
}

export const [useApp, provideApp] = createContext<App>();

export function createApp(): App {
	return new App();
}

import type { Device } from '../device.ts';
import type { Remote } from '../remote/remote.ts';
import { resumeClaim } from '../store/claim.ts';
import { retryQuarantined } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { aloneAmongTabs } from './alone.ts';
import { startSyncLoop, type Kick, type LoopStatus } from './loop.ts';
import { flushOutbox, syncRound } from './round.ts';

export interface SyncOptions {
	store: Store;
	remote: Remote;
	device: Device;
	openGuest: () => Promise<Store>;
	/** Whether the session is this store's person; in a hurry an answer of a moment ago will do. */
	isStillMe: (isHurry: boolean) => Promise<boolean>;
	/** After each round that the server answered. */
	onround: () => Promise<void>;
	onstatus: (status: LoopStatus) => void;
}

export interface Sync {
	kick(why: Kick): void;
	/** The last moment that a phone gives a page: what waits goes out now. */
	flush(): void;
	stop(): void;
}

/** Keeps a signed-in person's device and the server together; a guest's page never loads this. */
export function keepInSync(options: SyncOptions): Sync {
	const { store, remote, device, isStillMe, onround, onstatus } = options;
	const mono = () => device.sample().mono;
	const wall = () => device.sample().at;
	void retryQuarantined(store.db);
	void resumeClaim(store, options.openGuest);
	const loop = startSyncLoop({
		round: async (how) => {
			if (!(await isStillMe(how.sendOnly))) return { type: 'signed-out' };
			const end = await syncRound({ store, remote, now: wall, ...how });
			await onround();
			return end;
		},
		alone: aloneAmongTabs(`saixue-sync:${store.account}`, mono),
		chance: () => (device.random(1)[0] ?? 0) / 256,
		mono,
		wall,
		onstatus
	});
	loop.kick('hint');
	return { ...loop, flush: () => void flushOutbox({ store, remote, now: wall }).catch(() => {}) };
}

/** What the browser keeps of the app: its files for offline, its space, a version that waits. */
export class Installation {
	persisted = $state.raw<boolean>();
	usedBytes = $state.raw<number>();
	quotaBytes = $state.raw<number>();
	/** True once a reload without network gives the app again. */
	offlineReady = $state.raw(false);
	readonly secure = globalThis.isSecureContext === true;
	#waiting = $state.raw<ServiceWorker>();
	#registration: ServiceWorkerRegistration | undefined;
	#timer: ReturnType<typeof setInterval> | undefined;

	get updateWaits(): boolean {
		return this.#waiting !== undefined;
	}

	/** The app is whole without a service worker; only an offline reload needs it. */
	async start(): Promise<void> {
		await this.measure();
		if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
		// The first page comes first: on a slow line all the other files would get in its way.
		if (!navigator.serviceWorker.controller) await quiet();
		this.#registration = await register();
		if (!this.#registration) return;
		this.#follow(this.#registration);
		this.#timer = setInterval(() => void this.lookForUpdate(), HOUR_MS);
		void installAgain(this.#registration);
		const { active } = await navigator.serviceWorker.ready;
		this.offlineReady = true;
		// A page that was just being opened when the worker took over, or was reloaded past it, is claimed now.
		if (!navigator.serviceWorker.controller) active?.postMessage({ type: 'claim' });
	}

	/** Has the shared set on screen kept for a visit without network, once there is somebody to keep it. */
	async keepSet(): Promise<void> {
		if (!('serviceWorker' in navigator)) return;
		const { active } = await navigator.serviceWorker.ready;
		active?.postMessage({ type: 'keep-set' });
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	async lookForUpdate(): Promise<void> {
		try {
			await this.#registration?.update();
		} catch {
			// No network now; the next look will do.
		}
	}

	/** Lets the waiting version take over and loads it into this page. */
	apply(): void {
		if (!this.#waiting) return;
		// Not the change of the first installation, which nobody asked to reload for.
		navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
		this.#waiting.postMessage({ type: 'take-over' });
	}

	/** Asks the browser not to clear the database when space gets short. */
	async askToPersist(): Promise<void> {
		const storage: Partial<StorageManager> | undefined = navigator.storage;
		if (this.persisted || !storage?.persist) return;
		try {
			this.persisted = await storage.persist();
		} catch {
			// Not answered: nothing is lost by it.
		}
	}

	async measure(): Promise<void> {
		const storage: Partial<StorageManager> | undefined = navigator.storage;
		try {
			this.persisted = await storage?.persisted?.();
			const estimate = await storage?.estimate?.();
			this.usedBytes = estimate?.usage;
			this.quotaBytes = estimate?.quota;
		} catch {
			// Private windows may refuse to say.
		}
	}

	#follow(registration: ServiceWorkerRegistration): void {
		const look = () => {
			// Without a controller this is the first installation, not an update.
			this.#waiting = navigator.serviceWorker.controller ? (registration.waiting ?? undefined) : undefined;
		};
		look();
		registration.addEventListener('updatefound', () => {
			registration.installing?.addEventListener('statechange', look);
		});
	}
}
const HOUR_MS = 3_600_000;

/** Undefined where a browser, or someone's settings, does not let it. */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
	try {
		return await navigator.serviceWorker.register('/service-worker.js');
	} catch {
		return undefined;
	}
}

/** One file that did not come ends an installation; a phone on a bad line need not wait for its next page. */
async function installAgain(registration: ServiceWorkerRegistration): Promise<void> {
	for (const pause of PAUSES_MS) {
		const worker = registration.installing;
		if (registration.active || !worker || !(await fails(worker))) return;
		await new Promise((resolve) => setTimeout(resolve, pause));
		const again = await register();
		if (!again) return;
		registration = again;
	}
}
const PAUSES_MS = [5_000, 20_000, 60_000];

function fails(worker: ServiceWorker): Promise<boolean> {
	return new Promise((resolve) => {
		const look = () => {
			if (worker.state === 'redundant') resolve(true);
			else if (worker.state !== 'installing') resolve(false);
		};
		worker.addEventListener('statechange', look);
		look();
	});
}

/** After the page has loaded and the browser has a moment. */
async function quiet(): Promise<void> {
	if (document.readyState !== 'complete')
		await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
	await new Promise<void>((resolve) => {
		if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: QUIET_MS });
		else setTimeout(resolve, QUIET_MS);
	});
}
const QUIET_MS = 2_000;

import type { App } from '../app.svelte.ts';
import type { Store } from '../store/store.ts';
import type { Answer, Ask, FoundQuestion, Readiness, Searcher } from './messages.ts';
import { searchInWorker } from './search-in-worker.ts';

export type { Answer, Ask, FoundQuestion, Readiness } from './messages.ts';

/** Search as a page sees it: asks as often as somebody types, shows the latest answer. */
export class Search {
	/** To the latest question that was answered; stays until the next one is. */
	answer = $state.raw<Answer>();
	readiness = $state.raw<Readiness>();
	/** Neither the worker nor the code for the page could be had. */
	failed = $state.raw(false);
	readonly #app: App;
	readonly #stop: () => void;
	#searcher: Promise<Searcher> | undefined;
	#wanted: Ask | undefined;
	#isAsking = false;
	#closed = false;

	constructor(app: App) {
		this.#app = app;
		const open = () => {
			this.#leave();
			const store = app.stores.current;
			if (store) this.#open(store);
		};
		this.#stop = app.stores.onchange(() => {
			this.answer = undefined;
			open();
		});
		open();
	}

	/** Only the latest question is asked, and one at a time: what was typed over is never looked for. */
	ask(ask: Ask): void {
		this.#wanted = ask;
		void this.#askOn();
	}

	/** Nothing is looked for any more. */
	clear(): void {
		this.#wanted = undefined;
		this.answer = undefined;
	}

	async question(course: string, id: string): Promise<FoundQuestion | null> {
		return (await this.#searcher)?.question(course, id) ?? null;
	}

	close(): void {
		this.#closed = true;
		this.#stop();
		this.#leave();
	}

	async #askOn(): Promise<void> {
		const searcher = this.#searcher;
		if (this.#isAsking || !searcher) return;
		this.#isAsking = true;
		try {
			const opened = await searcher;
			while (this.#wanted && searcher === this.#searcher) {
				const ask: Ask = this.#wanted;
				const answer = await opened.find(ask);
				if (searcher !== this.#searcher) break;
				if (this.#wanted === undefined) break;
				this.answer = answer;
				if (this.#wanted === ask) break;
			}
		} catch {
			if (searcher === this.#searcher && !this.#closed) this.#openAgain();
		} finally {
			this.#isAsking = false;
		}
		if (this.#wanted && searcher !== this.#searcher) void this.#askOn();
	}

	#open(store: Store): void {
		const mine = this.#openFor(store, !store.memory);
		this.#use(mine);
	}

	/** The system may end a worker to have its memory; the page then does without. */
	#openAgain(): void {
		const store = this.#app.stores.current;
		if (store && !this.failed) this.#use(this.#openFor(store, false));
	}

	#use(searcher: Promise<Searcher>): void {
		this.#searcher = searcher;
		searcher.then(
			() => void this.#askOn(),
			() => {
				if (this.#searcher === searcher) this.failed = true;
			}
		);
	}

	async #openFor(store: Store, mayWork: boolean): Promise<Searcher> {
		const onready = (readiness: Readiness) => {
			if (this.#closed || this.#app.stores.current !== store) return;
			this.readiness = readiness;
			if (this.#wanted && readiness.making === undefined) this.ask({ ...this.#wanted });
		};
		const inWorker = mayWork ? await searchInWorker(store.account, { onready }) : undefined;
		if (inWorker) return inWorker;
		const { openSearcher } = await import('./searcher.ts');
		return openSearcher(store, { onready });
	}

	#leave(): void {
		const left = this.#searcher;
		this.#searcher = undefined;
		this.readiness = undefined;
		this.failed = false;
		left?.then(
			(searcher) => searcher.close(),
			() => undefined
		);
	}
}

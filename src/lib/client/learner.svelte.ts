import { createSubscriber } from 'svelte/reactivity';
import type { Result } from '#lib/base/result.ts';
import type { Event } from '#lib/log/event.ts';
import type { QuestionMarked, QuestionPractised, QuestionReported } from '#lib/study/events.ts';
import { learnerWith, type Learner } from '#lib/study/learner.ts';
import type { StudySettings } from '#lib/study/settings.ts';
import type { App } from './app.svelte.ts';
import type { Beside, Draft } from './store/append.ts';
import type { Live } from './store/live.ts';
import { caughtUp, countOf } from './store/learner-events.ts';
import type { SaveRefused } from './store/saving.ts';
import type { Store } from './store/store.ts';
import { watch } from './store/watch.ts';

/** What follows from the practice of the person who is here; follows the database and what sync brings. */
export function learner(app: App): Live<Learner> {
	return followerOf(app);
}

/** The same once, for what is not drawn. */
export function learnerNow(app: App): Promise<Learner> {
	return followerOf(app).now();
}

/**
 * Writes answers given in practice. On the disk when this resolves; several are written all or none.
 * @param practised marked already; `day` is `todayHere()`
 */
export function recordPractice(
	app: App,
	practised: readonly QuestionPractised[]
): Promise<Result<Event[], SaveRefused>> {
	return written(
		app,
		practised.map((body) => ({ kind: 'question-practised', body }) as const)
	);
}

/** Takes an answer back, as if it had never been given. */
export function undoPractice(app: App, event: string): Promise<Result<Event[], SaveRefused>> {
	return written(app, [{ kind: 'practice-undone', body: { event } }]);
}

/** A favourite, a note, 斩题 or its return. */
export async function markQuestion(
	app: App,
	{ course, question }: { course: string; question: string },
	change: QuestionMarked['change']
): Promise<Result<Event[], SaveRefused>> {
	const { folded } = await learnerNow(app);
	const held = folded.decisions.get(question)?.find((one) => one.change.type === change.type);
	const body = { course, question, revision: (held?.revision ?? 0) + 1, change };
	return written(app, [{ kind: 'question-marked', body }]);
}

/** 纠错: goes to the trainers of the organisation one belongs to. */
export function reportQuestion(app: App, body: QuestionReported): Promise<Result<Event[], SaveRefused>> {
	const organisation = app.membership?.organisation;
	return written(app, [
		{ kind: 'question-reported', ...(organisation !== undefined && { organisation }), body }
	]);
}

/** One level of the ladder, played to its end. */
export function recordLevel(
	app: App,
	body: { course: string; level: string; right: number; questions: number; day: string }
): Promise<Result<Event[], SaveRefused>> {
	return written(app, [{ kind: 'level-finished', body }]);
}

export async function changeStudySettings(
	app: App,
	change: Partial<StudySettings>
): Promise<Result<Event[], SaveRefused>> {
	const { folded } = await learnerNow(app);
	const held = Object.keys(change).map((name) => folded.settings.get(name)?.revision ?? 0);
	const body = { revision: Math.max(0, ...held) + 1, change };
	return written(app, [{ kind: 'study-settings-changed', body }]);
}

/** Writes what a learner did, and has it folded at once; `beside` is written in the same transaction. */
export async function written(
	app: App,
	drafts: readonly Draft[],
	beside?: Beside
): Promise<Result<Event[], SaveRefused>> {
	const store = await app.stores.ready();
	const result = await app.write(drafts, store, app.moment(), beside);
	// The screen need not wait until the database says what is known here already.
	if (result.ok) followerOf(app).take(store, result.value);
	return result;
}

const followers = new WeakMap<App, Follower>();

function followerOf(app: App): Follower {
	const held = followers.get(app) ?? new Follower(app);
	followers.set(app, held);
	return held;
}

/** One fold for the whole page, brought up to date by what is new; it outlives the screens that read it. */
class Follower implements Live<Learner> {
	readonly #app: App;
	readonly #track: () => void;
	#store: Store | undefined;
	#learner: Learner | undefined;
	#catching: Promise<Learner> | undefined;
	#update = () => {};

	constructor(app: App) {
		this.#app = app;
		this.#track = createSubscriber((update) => {
			this.#update = update;
			let stopCount = () => {};
			const follow = () => {
				stopCount();
				const store = app.stores.current;
				if (store !== this.#store) this.#start(store);
				update();
				stopCount = store ? watch(store, countOf, () => void this.#catchUp(store)) : () => {};
			};
			const stopStores = app.stores.onchange(follow);
			follow();
			return () => {
				this.#update = () => {};
				stopStores();
				stopCount();
			};
		});
	}

	get value(): Learner | undefined {
		this.#track();
		return this.#app.stores.current === this.#store ? this.#learner : undefined;
	}

	async now(): Promise<Learner> {
		const store = await this.#app.stores.ready();
		if (store !== this.#store) this.#start(store);
		return this.#catchUp(store);
	}

	take(store: Store, events: readonly Event[]): void {
		if (store !== this.#store || !this.#learner) return;
		this.#show(learnerWith(this.#learner, events));
	}

	#start(store: Store | undefined): void {
		this.#store = store;
		this.#learner = undefined;
		this.#catching = undefined;
	}

	/** One after the other: what one look found the next need not read again. */
	#catchUp(store: Store): Promise<Learner> {
		const before = this.#catching;
		const catching = (async () => {
			await before?.catch(() => undefined);
			for (;;) {
				const held = store === this.#store ? this.#learner : undefined;
				const found = await caughtUp(store, held);
				if (store !== this.#store) return found;
				// An answer taken while the database was read may be missing in what was found.
				if (this.#learner !== held) continue;
				this.#show(found);
				return found;
			}
		})();
		this.#catching = catching;
		return catching;
	}

	#show(next: Learner): void {
		if (next === this.#learner) return;
		this.#learner = next;
		this.#update();
	}
}

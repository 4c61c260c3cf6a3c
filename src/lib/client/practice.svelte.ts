import type { Publication } from '#lib/course/publication.ts';
import { markResponse, type Mark } from '#lib/question/mark.ts';
import type { Question, Response } from '#lib/question/question.ts';
import type { PaperItem } from '#lib/quiz/paper.ts';
import { listKey, type PracticeList } from '#lib/study/draw.ts';
import {
	lastGiven,
	nextOpen,
	practiceState,
	ruleOf,
	withGiven,
	withoutGiven,
	NOTHING_GIVEN,
	type Given,
	type PracticeRule
} from '#lib/study/session.ts';
import { itemOf } from '#lib/study/shown-item.ts';
import type { App } from './app.svelte.ts';
import { todayHere } from './clock.ts';
import { learnerNow, written } from './learner.svelte.ts';
import { askedFrom, drawRun, type Asked, type PracticePlace } from './practice/begin.ts';
import { draftsOf, type Correction } from './practice/drafts.ts';
import { Stopwatch } from './practice/stopwatch.ts';
import type { PracticeRow } from './store/database.ts';
import {
	keepPractice,
	readRun,
	stepBeside,
	undoBeside,
	unlessElsewhere,
	type Run
} from './store/practices.ts';
import type { SaveRefused } from './store/saving.ts';
import type { Store } from './store/store.ts';

export type { PracticeList, PracticePlace };

/** `elsewhere`: another tab answered it first, or began the list anew; what stands there is shown now. */
export type PracticeSaved = 'none' | 'saving' | 'saved' | 'elsewhere' | SaveRefused['type'];

/** `refused`: the disk is full, and nothing can be begun. */
export type PracticePhase = 'opening' | 'no-course' | 'empty' | 'refused' | 'open' | 'ended';

/**
 * One practice on screen. Its queue is drawn once; its place, and what was given, lie on the device, so
 * that a tab that was killed comes back to the same question with the same answer.
 */
export class Practice {
	readonly list: PracticeList;
	readonly #app: App;
	readonly #watch = new Stopwatch();
	#store: Store | undefined;
	/** One write after the other: a second tap while the first is written is no second answer. */
	#busy = false;
	#failed: (() => Promise<void>) | undefined;
	#row = $state.raw<PracticeRow>();
	#asked = $state.raw<Asked>();
	#given = $state.raw(NOTHING_GIVEN);
	#phase = $state.raw<PracticePhase>('opening');
	#at = $state.raw(0);
	#response = $state.raw<Response | null>(null);
	#unsure = $state.raw(false);
	#saved = $state.raw<PracticeSaved>('none');

	readonly place = $derived(this.places[this.#at]);
	readonly question = $derived(this.place && this.#asked?.questions.get(this.place.question));
	readonly publication = $derived(this.place && this.#asked?.publications.get(this.place.course));
	/** How the question stands on screen, where that is not as in the bank. */
	readonly item: PaperItem | undefined = $derived(
		this.question && this.#row && itemOf(this.question, this.#row.run)
	);
	readonly given = $derived(this.place && this.#given.get(this.place.slot));
	readonly mark: Mark | undefined = $derived(
		this.given && { verdict: this.given.verdict, share: this.given.share }
	);
	readonly state = $derived(practiceState(this.rule, this.places.length, this.#given.values()));
	/** After this question comes the end. */
	readonly isLast = $derived(
		this.rule.shown || this.rule.inOrder
			? this.#at === this.places.length - 1 || this.state.livesLeft === 0
			: this.state.answered >= this.places.length
	);

	constructor(app: App, list: PracticeList) {
		this.#app = app;
		this.list = list;
	}

	get rule(): PracticeRule {
		return ruleOf(this.list.mode, this.list.of);
	}

	get phase(): PracticePhase {
		return this.#phase;
	}

	get places(): readonly PracticePlace[] {
		return this.#asked?.places ?? [];
	}

	/** Index in `places`. */
	get at(): number {
		return this.#at;
	}

	/** What is chosen or typed for the question on screen; once it is given, that. */
	get response(): Response | null {
		return this.#response;
	}

	get unsure(): boolean {
		return this.given?.unsure ?? this.#unsure;
	}

	get saved(): PracticeSaved {
		return this.#saved;
	}

	get canUndo(): boolean {
		return this.#phase === 'open' && this.#given.size > 0;
	}

	/** By slot. */
	get answers(): ReadonlyMap<number, Given> {
		return this.#given;
	}

	/** Of the question on screen, in ms. */
	spentMs(): number {
		return this.#watch.ms();
	}

	/** A question of this practice as it was asked. */
	askedAt(
		slot: number
	):
		| { question: Question; course: string; publication: Publication; item: PaperItem | undefined }
		| undefined {
		const place = this.places.find((one) => one.slot === slot);
		const question = place && this.#asked?.questions.get(place.question);
		const publication = place && this.#asked?.publications.get(place.course);
		if (!place || !question || !publication) return undefined;
		return { question, course: place.course, publication, item: itemOf(question, this.#row?.run ?? '') };
	}

	/**
	 * Opens the list where it was left. One that was finished starts anew.
	 * @param keepEnd shows the end of a finished one instead: one came back to it
	 */
	async open(keepEnd: boolean): Promise<void> {
		const store = (this.#store = await this.#app.stores.ready());
		try {
			const run = await readRun(store, listKey(this.list));
			if (run && this.#goesOn(run.row, keepEnd) && (await this.#show(store, run))) return;
			await this.#begin(store, run?.row);
		} catch (error) {
			// Another account's database took its place meanwhile, and is opened next.
			if (store === this.#app.stores.current) throw error;
		}
	}

	/** Draws the list anew. */
	async again(): Promise<void> {
		this.close();
		this.#store = await this.#app.stores.ready();
		await this.#begin(this.#store, this.#row);
	}

	/** To be called when the screen goes. */
	close(): void {
		this.#watch.rest();
	}

	/** Another tab may have gone on with the same list meanwhile. */
	async refresh(): Promise<void> {
		const [store, row] = [this.#store, this.#row];
		if (!store || !row || this.#phase !== 'open' || this.#busy) return;
		const run = await readRun(store, row.key);
		if (!run || this.#busy || this.#row !== row) return;
		if (run.row.run !== row.run) await this.#show(store, run);
		else if (!isSame(run.given, this.#given)) {
			this.#given = run.given;
			this.#goTo(this.#at);
			if (run.row.finishedAt !== undefined) this.#end(run.row);
		}
	}

	/** What is chosen or typed until the answer is given. */
	choose(response: Response | null): void {
		if (this.given || this.#busy) return;
		this.#response = response;
		this.#keep();
	}

	/** Whether it is a guess: before the answer, or of the one that was given. */
	async sayUnsure(unsure: boolean): Promise<void> {
		if (this.given) return this.correct({ unsure });
		this.#unsure = unsure;
		this.#keep();
	}

	/** Gives an answer: on the disk when this resolves, or `saved` says why not. */
	async answer(response: Response | null): Promise<void> {
		const { place, question, publication } = this;
		if (!place || !question || !publication || this.given || this.#busy || this.#phase !== 'open') return;
		const tookMs = this.#watch.ms();
		this.#response = response;
		const { verdict, share } = markResponse(question, response ?? undefined, publication.bank.marking);
		const turn = (lastGiven(this.#given.values())?.turn ?? 0) + 1;
		const { slot } = place;
		await this.#write({ slot, turn, response, verdict, share, tookMs, unsure: this.#unsure }, undefined);
	}

	/** What a learner says of an answer that was given: a guess, how hard it was, what a short answer is worth. */
	async correct(correction: Correction): Promise<void> {
		const { given } = this;
		if (!given || this.#busy || this.#phase !== 'open') return;
		const next = { ...given, ...correction };
		if (correction.share !== undefined)
			next.verdict = correction.share >= 1 ? 'right' : correction.share <= 0 ? 'wrong' : 'partly';
		await this.#write(next, given);
	}

	/** Takes the last answer back and goes to its question. */
	async undo(): Promise<void> {
		const [store, row, last] = [this.#store, this.#row, lastGiven(this.#given.values())];
		if (!store || !row || !last || this.#busy || this.#phase !== 'open') return;
		const drafts =
			last.event === undefined ? [] : [{ kind: 'practice-undone', body: { event: last.event } } as const];
		this.#busy = true;
		const done = await unlessElsewhere(() => written(this.#app, drafts, undoBeside(store, row, last)));
		this.#busy = false;
		if (!done.ok) return this.#refused(done.error.type, () => this.undo());
		this.#given = withoutGiven(this.#given, last.slot);
		this.#watch.giveBack(last.slot, last.tookMs);
		this.#goTo(this.places.findIndex(({ slot }) => slot === last.slot));
		if (!this.rule.byTap || !isTap(this.question)) this.#response = last.response;
		this.#keep();
	}

	/** Tries once more what could not be saved. */
	async retry(): Promise<void> {
		const work = this.#failed;
		this.#failed = undefined;
		await work?.();
	}

	go(index: number): void {
		if (this.#failed) return void this.retry();
		if (this.#phase !== 'open' || this.#busy || index < 0 || index >= this.places.length) return;
		if (this.rule.inOrder && index > this.state.answered) return;
		this.#goTo(index);
		this.#keep();
	}

	/** On to the next open question, or to the end when there is none. */
	async next(): Promise<void> {
		// Nobody walks away from an answer that is not saved yet.
		if (this.#failed) return this.retry();
		if (this.#phase !== 'open' || this.#busy) return;
		if (this.rule.inOrder && !this.given) return;
		if (this.isLast) return this.finish();
		if (this.rule.inOrder || this.rule.shown) return this.go(this.#at + 1);
		const slots = this.places.map(({ slot }) => slot);
		const open = nextOpen(slots, this.#given, (this.place?.slot ?? 0) + 1);
		if (open === undefined) return this.finish();
		this.go(slots.indexOf(open));
	}

	/** Ends the list here: what was not answered stays open for another time. */
	async finish(): Promise<void> {
		const [store, row] = [this.#store, this.#row];
		if (!store || !row || this.#busy || this.#phase !== 'open') return;
		const finishedAt = this.#app.now();
		this.#busy = true;
		const level = this.#levelDraft();
		const recorded = level ? await written(this.#app, [level]) : undefined;
		const kept =
			recorded?.ok === false
				? recorded
				: await keepPractice(store, row, { at: this.place?.slot ?? 0, draft: undefined, finishedAt });
		this.#busy = false;
		if (!kept.ok) return this.#refused(kept.error.type, () => this.finish());
		this.#end({ ...row, finishedAt });
	}

	async #write(given: Given, before: Given | undefined): Promise<void> {
		const [store, row] = [this.#store, this.#row];
		const place = this.places.find(({ slot }) => slot === given.slot);
		if (!store || !row || !place) return;
		this.#busy = true;
		this.#saved = 'saving';
		const drafts = draftsOf(given, before, { ...place, mode: this.list.mode, day: todayHere() });
		const beside = stepBeside(store, row, given, before && { event: before.event });
		const done = await unlessElsewhere(() => written(this.#app, drafts, beside));
		this.#busy = false;
		if (!done.ok) return this.#refused(done.error.type, () => this.#write(given, before));
		const event = done.value.findLast(({ kind }) => kind === 'question-practised')?.id;
		const { event: _, ...rest } = given;
		this.#given = withGiven(this.#given, { ...rest, ...(event !== undefined && { event }) });
		this.#watch.forget(given.slot);
		this.#saved = 'saved';
		void this.#app.onanswered().catch(() => undefined);
	}

	async #refused(why: SaveRefused['type'] | 'TakenElsewhere', again: () => Promise<void>): Promise<void> {
		if (why === 'TakenElsewhere') {
			await this.refresh();
			this.#saved = 'elsewhere';
			return;
		}
		this.#failed = again;
		this.#saved = why;
	}

	/** Whether what was begun is gone on with, or its end still shown. */
	#goesOn(row: PracticeRow, keepEnd: boolean): boolean {
		if (this.rule.ofTheDay && row.day !== todayHere()) return false;
		// The set of the day is done once a day.
		return row.finishedAt === undefined || keepEnd || this.list.mode === 'daily';
	}

	async #begin(store: Store, before: PracticeRow | undefined): Promise<void> {
		const drawn = await drawRun(store, this.list, await learnerNow(this.#app), {
			now: this.#app.now(),
			today: todayHere(),
			turn: before ? before.turn + 1 : 0,
			random: this.#app.device.random
		});
		if (drawn.ok) {
			await this.#show(store, drawn.value);
			return;
		}
		if (drawn.error.type === 'NoCourse') {
			this.#phase = 'no-course';
			return;
		}
		this.#phase = 'refused';
		await this.#refused(drawn.error.type, () => this.#begin(store, before));
	}

	/** False when nothing of it is on this device any more. */
	async #show(store: Store, { row, places, given }: Run): Promise<boolean> {
		const asked = await askedFrom(store, places);
		if (asked.places.length === 0 && places.length > 0) return false;
		this.#asked = asked;
		this.#row = row;
		this.#given = given;
		this.#saved = 'none';
		if (asked.places.length === 0) this.#phase = 'empty';
		else if (row.finishedAt !== undefined) this.#end(row);
		else {
			this.#phase = 'open';
			this.#goTo(
				Math.max(
					0,
					asked.places.findIndex(({ slot }) => slot >= row.at)
				)
			);
			const { draft } = row;
			if (draft && draft.slot === this.place?.slot && !this.given)
				[this.#response, this.#unsure] = [draft.response, draft.unsure];
		}
		return true;
	}

	#goTo(index: number): void {
		this.#watch.rest();
		this.#at = index;
		this.#response = this.given?.response ?? null;
		this.#unsure = false;
		this.#saved = 'none';
		if (this.place && !this.given) this.#watch.goOn(this.place.slot);
	}

	#end(row: PracticeRow): void {
		this.close();
		this.#row = row;
		this.#phase = 'ended';
	}

	/** Only for this device, and quietly: a place that is lost costs a tap. */
	#keep(): void {
		if (!this.#store || !this.#row || !this.place) return;
		const { slot } = this.place;
		const [response, unsure] = [this.#response, this.#unsure];
		const draft = !this.given && (response || unsure) ? { slot, response, unsure } : undefined;
		keepPractice(this.#store, this.#row, { at: slot, draft }).catch(() => undefined);
	}

	#levelDraft() {
		const { mode, course, of } = this.list;
		if (mode !== 'ladder' || course === undefined || of === undefined) return undefined;
		const { right } = this.state;
		const body = { course, level: of, right, questions: this.places.length, day: todayHere() };
		return { kind: 'level-finished', body } as const;
	}
}

/** One tap is a whole answer. */
export function isTap(question: Question | undefined): boolean {
	return question?.type === 'single-choice' || question?.type === 'true-false';
}

function isSame(a: ReadonlyMap<number, Given>, b: ReadonlyMap<number, Given>): boolean {
	return a.size === b.size && [...a].every(([slot, { event }]) => b.get(slot)?.event === event);
}

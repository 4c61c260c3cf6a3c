import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Publication } from '#lib/course/publication.ts';
import { fakeDevice, openFake, type FakeDevice } from '../../../tests/support/fake-device.ts';
import type { App } from './app.svelte.ts';
import { learnerNow } from './learner.svelte.ts';
import { Practice, type PracticeList } from './practice.svelte.ts';
import { appendEvents, type Beside, type Draft } from './store/append.ts';
import { keepPublication } from './store/courses.ts';
import { storeSlot, type Store } from './store/store.ts';

const right = { type: 'true-false', judgement: true } as const;
const wrong = { type: 'true-false', judgement: false } as const;

const publication: Publication = {
	format: 1,
	title: '课',
	kind: 'text',
	document: { id: 'd', file: 'd.txt', title: '课', language: 'zh', removed: [], warnings: [], articles: [] },
	facts: [],
	modules: [
		{
			id: 'm',
			title: 'm',
			lessons: [
				{ id: 'l', title: 'l', minutes: 3, sections: [], facts: [], questions: ['q0', 'q1', 'q2', 'q3', 's'] }
			]
		}
	],
	bank: {
		id: 'b',
		title: 'b',
		questions: [
			...[0, 1, 2, 3].map((n) => ({ id: `q${n}`, type: 'true-false' as const, stem: `${n}`, key: true })),
			{ id: 's', type: 'short-answer', stem: 's', key: '答' }
		]
	}
};

/** A page on a device: another one over the same database is another tab, or the same one after it was killed. */
function tab(store: Store, device: FakeDevice): App {
	const stores = storeSlot();
	stores.use(store);
	const app = {
		stores,
		device,
		moment: () => device.moment(),
		now: () => device.sample().at,
		onanswered: async () => {},
		write: (drafts: readonly Draft[], to = store, moment = device.moment(), beside?: Beside) =>
			appendEvents(to, drafts, moment, beside)
	};
	return app as unknown as App;
}

async function opened(app: App, list: PracticeList, keepEnd = true): Promise<Practice> {
	const practice = new Practice(app, list);
	await practice.open(keepEnd);
	return practice;
}

const SEQUENTIAL: PracticeList = { mode: 'sequential', course: 'c' };
let store: Store;
let device: FakeDevice;
let app: App;

beforeEach(async () => {
	vi.stubGlobal('document', { addEventListener() {}, removeEventListener() {}, visibilityState: 'visible' });
	device = fakeDevice();
	store = await openFake(device);
	await keepPublication(
		store,
		{ id: 'c', kind: 'published', title: '课', bytes: 1, lessons: 1, questions: 5, at: 1 },
		JSON.stringify(publication)
	);
	app = tab(store, device);
	return () => {
		vi.unstubAllGlobals();
		store.close();
	};
});

const kinds = async () =>
	(await store.db.events.toArray()).sort((a, b) => a.deviceSeq - b.deviceSeq).map(({ kind }) => kind);

describe('a practice', () => {
	it('lies on the disk with its answer before it says so', async () => {
		const practice = await opened(app, SEQUENTIAL);
		expect(practice.places).toHaveLength(5);
		const answering = practice.answer(right);
		expect(practice.saved).toBe('saving');
		expect(practice.mark).toBeUndefined();
		await answering;
		expect(practice.saved).toBe('saved');
		expect(practice.mark?.verdict).toBe('right');
		const [event] = await store.db.events.toArray();
		expect(event?.body).toMatchObject({ question: 'q0', course: 'c', mode: 'sequential', verdict: 'right' });
		expect(await store.db.practiceSteps.toArray()).toMatchObject([{ slot: 0, event: event?.id }]);
	});

	it('comes back after a kill to the same question, with the same answer and what was begun', async () => {
		const practice = await opened(app, SEQUENTIAL);
		await practice.answer(wrong);
		const again = await opened(tab(store, device), SEQUENTIAL);
		expect(again.at).toBe(0);
		expect(again.given?.response).toEqual(wrong);
		await again.next();
		again.choose(right);
		await again.sayUnsure(true);
		await vi.waitFor(async () => expect((await store.db.practices.toArray())[0]?.draft?.unsure).toBe(true));
		const third = await opened(tab(store, device), SEQUENTIAL);
		expect([third.at, third.response, third.unsure]).toEqual([1, right, true]);
		expect(third.state).toMatchObject({ answered: 1, mistakes: 1 });
	});

	it('takes the last answer back, from the disk and the log, and asks it again', async () => {
		const practice = await opened(app, SEQUENTIAL);
		await practice.answer(wrong);
		expect((await learnerNow(app)).wrong).toHaveLength(1);
		await practice.next();
		expect(practice.at).toBe(1);
		await practice.undo();
		expect([practice.at, practice.given, practice.canUndo]).toEqual([0, undefined, false]);
		expect((await learnerNow(app)).recalls).toEqual([]);
		expect(await store.db.practiceSteps.count()).toBe(0);
		await practice.answer(right);
		expect((await learnerNow(app)).recalls.map(({ verdict }) => verdict)).toEqual(['right']);
	});

	it('takes a second tap while the first is written for no second answer', async () => {
		const practice = await opened(app, SEQUENTIAL);
		await Promise.all([practice.answer(right), practice.answer(wrong)]);
		expect(practice.given?.response).toEqual(right);
		expect(await kinds()).toEqual(['question-practised']);
	});

	it('counts a corrected answer once', async () => {
		const practice = await opened(app, { mode: 'review', course: 'c' });
		expect(practice.phase).toBe('empty');
		const other = await opened(app, SEQUENTIAL);
		await other.answer(right);
		await other.sayUnsure(true);
		await other.correct({ grade: 4 });
		expect(await kinds()).toEqual([
			'question-practised',
			'practice-undone',
			'question-practised',
			'practice-undone',
			'question-practised'
		]);
		expect((await learnerNow(app)).recalls).toMatchObject([{ question: 'q0', grade: 4 }]);
		expect((await opened(tab(store, device), SEQUENTIAL)).given).toMatchObject({ unsure: true, grade: 4 });
	});

	it('waits with a short answer until its writer has marked it', async () => {
		const practice = await opened(app, { mode: 'chapter', course: 'c', of: 'l' });
		practice.go(4);
		await practice.answer({ type: 'short-answer', text: '答案' });
		expect(practice.mark?.verdict).toBe('ungraded');
		expect(await kinds()).toEqual([]);
		const again = await opened(tab(store, device), { mode: 'chapter', course: 'c', of: 'l' });
		expect(again.given?.verdict).toBe('ungraded');
		await again.correct({ share: 0.5 });
		expect((await learnerNow(app)).recalls).toMatchObject([{ question: 's', verdict: 'partly' }]);
	});

	it('leads over what was passed over to its end, and starts anew by a link', async () => {
		const practice = await opened(app, SEQUENTIAL);
		practice.go(1);
		for (let n = 1; n < 4; n++) {
			await practice.answer(right);
			await practice.next();
		}
		await practice.answer({ type: 'short-answer', text: '答' });
		await practice.correct({ share: 1 });
		await practice.next();
		expect(practice.at).toBe(0);
		await practice.answer(wrong);
		await practice.next();
		expect(practice.phase).toBe('ended');
		expect((await opened(app, SEQUENTIAL)).phase).toBe('ended');
		const anew = await opened(app, SEQUENTIAL, false);
		expect([anew.phase, anew.at, anew.state.answered]).toEqual(['open', 0, 0]);
		expect(await store.db.practiceSteps.count()).toBe(0);
		expect(await store.db.practiceQueues.count()).toBe(1);
	});

	it('of a level writes its stars at the end, and of survival stops at the first mistake', async () => {
		const level = await opened(app, { mode: 'ladder', course: 'c', of: 'q0' });
		await level.next();
		expect(level.at).toBe(0);
		for (let n = 0; n < 4; n++) {
			await level.answer(right);
			await level.next();
		}
		await level.answer(null);
		await level.next();
		expect(level.phase).toBe('ended');
		expect([...(await learnerNow(app)).levels.values()]).toEqual([2]);

		const run = await opened(app, { mode: 'survival', course: 'c', of: '1' });
		await run.answer(right);
		await run.next();
		await run.answer(wrong);
		await run.next();
		expect(run.phase).toBe('ended');
		expect(run.state.right).toBe(1);
	});

	it('of the day is done once a day', async () => {
		const list: PracticeList = { mode: 'daily' };
		const practice = await opened(app, list);
		for (let n = 0; n < 5; n++) {
			await practice.answer(null);
			await practice.next();
		}
		expect(practice.phase).toBe('ended');
		expect((await opened(app, list, false)).phase).toBe('ended');
		await store.db.practices.toCollection().modify({ day: '2020-01-01' });
		expect((await opened(app, list, false)).state.answered).toBe(0);
	});

	it('of a course that is not here says so', async () => {
		expect((await opened(app, { mode: 'random', course: 'gone' })).phase).toBe('no-course');
	});
});

describe('trouble', () => {
	it('with a full disk shows no verdict, keeps the answer, and writes it when there is room', async () => {
		const practice = await opened(app, SEQUENTIAL);
		const full = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		store.db.outbox.hook('creating', full);
		await practice.answer(right);
		expect([practice.saved, practice.mark, practice.response]).toEqual(['StorageFull', undefined, right]);
		expect(await store.db.practiceSteps.count()).toBe(0);
		await practice.next();
		expect(practice.at).toBe(0);
		store.db.outbox.hook('creating').unsubscribe(full);
		await practice.next();
		expect([practice.saved, practice.mark?.verdict]).toEqual(['saved', 'right']);
		expect(await kinds()).toEqual(['question-practised']);
	});

	it('with a full disk at the very start begins nothing, and begins when there is room', async () => {
		const full = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		store.db.practiceQueues.hook('creating', full);
		const practice = await opened(app, SEQUENTIAL);
		expect([practice.phase, practice.saved]).toEqual(['refused', 'StorageFull']);
		store.db.practiceQueues.hook('creating').unsubscribe(full);
		await practice.retry();
		expect(practice.phase).toBe('open');
	});

	it('from a second tab: the first answer holds, and both show it', async () => {
		const here = await opened(app, SEQUENTIAL);
		const there = await opened(tab(store, device), SEQUENTIAL);
		await there.answer(wrong);
		await here.answer(right);
		expect([here.saved, here.given?.response, here.mark?.verdict]).toEqual(['elsewhere', wrong, 'wrong']);
		expect(await kinds()).toEqual(['question-practised']);
		await here.undo();
		await there.undo();
		expect([there.saved, there.given]).toEqual(['elsewhere', undefined]);
		expect(await kinds()).toEqual(['question-practised', 'practice-undone']);
	});

	it('from a second tab that began the list anew: this one follows it', async () => {
		const here = await opened(app, SEQUENTIAL);
		await here.answer(right);
		const there = await opened(tab(store, device), SEQUENTIAL);
		await there.finish();
		await there.again();
		await here.next();
		await here.answer(right);
		expect(here.saved).toBe('elsewhere');
		expect(here.state.answered).toBe(0);
		await there.answer(wrong);
		await here.refresh();
		expect(here.given?.response).toEqual(wrong);
	});

	it('with the course gone in the middle draws the list again when it is back', async () => {
		const practice = await opened(app, SEQUENTIAL);
		await practice.answer(right);
		await store.db.courses.update('c', { here: 0 });
		expect((await opened(tab(store, device), SEQUENTIAL)).phase).toBe('no-course');
		await store.db.courses.update('c', { here: 1 });
		expect((await opened(tab(store, device), SEQUENTIAL)).state.answered).toBe(1);
	});
});

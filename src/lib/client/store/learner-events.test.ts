import { expect, it } from 'vitest';
import { fakeDevice, lessonFinished, openFake } from '../../../../tests/support/fake-device.ts';
import { learnerFrom } from '#lib/study/learner.ts';
import { appendEvents } from './append.ts';
import { caughtUp, countOf } from './learner-events.ts';

const practised = (question: string, verdict: string) =>
	({
		kind: 'question-practised',
		body: { course: 'c', question, mode: 'random', response: null, verdict, tookMs: 1, day: '2026-01-01' }
	}) as const;

it('a fold catches up with what others wrote, and is what folding everything gives', async () => {
	const device = fakeDevice('learner');
	const store = await openFake(device);
	await appendEvents(store, [practised('a', 'wrong'), lessonFinished('one')], device.moment());
	const first = await caughtUp(store, undefined);
	expect(first.wrong).toHaveLength(1);
	expect(await caughtUp(store, first)).toBe(first);

	device.pass(1_000);
	await appendEvents(store, [practised('b', 'wrong')], device.moment());
	const second = await caughtUp(store, first);
	expect(second.wrong.map(({ question }) => question)).toEqual(['b', 'a']);
	expect(second).toEqual(learnerFrom(await store.db.events.toArray()));
	expect(await countOf(store)).toBe(3);

	// A guest's events go when an account takes them.
	await store.db.events.clear();
	expect((await caughtUp(store, second)).recalls).toEqual([]);
	store.close();
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learnerNow } from '#lib/client/learner.svelte.ts';
import { practiceDays, streak } from '#lib/study/days.ts';
import { PRACTICE_MODES } from '#lib/study/events.ts';
import { learnerFrom, type Learner } from '#lib/study/learner.ts';
import { milestonesOf } from '#lib/study/milestones.ts';
import { pointsByDay } from '#lib/study/points.ts';
import { COURSE, liveAWeek, queueIn, type Week } from './support/week.ts';

/** What a person would compare if they laid their two devices side by side. */
function shown({ recalls, memories, wrong, marks, levels, lessons, settings }: Learner, today: string) {
	const days = practiceDays(recalls);
	const lessonDays = [...lessons.values()].flatMap(({ day }) => day ?? []);
	return {
		recalls,
		memories,
		wrong,
		marks,
		levels,
		lessons,
		settings,
		days,
		streak: streak(days, today),
		points: pointsByDay(recalls, lessonDays)
	};
}

const lived: Week[] = [];

describe.each(['spring', 'autumn', 'leap year'])('a week of two devices, %s', (seed) => {
	let week: Week;
	beforeAll(async () => {
		week = await liveAWeek(seed);
		lived.push(week);
	});

	it('loses nothing that a screen called saved, keeps nothing twice, and leaves nothing unsent', async () => {
		const { server, devices, promised } = week;
		const stored = server.log.map(({ id }) => id);
		expect(new Set(stored).size).toBe(stored.length);
		expect([...promised].filter((id) => !stored.includes(id))).toEqual([]);
		for (const { store } of devices) {
			expect((await store.db.events.toCollection().primaryKeys()).sort()).toEqual([...stored].sort());
			expect(await store.db.outbox.count()).toBe(0);
			expect(await store.db.quarantine.toArray()).toEqual([]);
		}
	});

	it('ends with both devices and the server telling the same', async () => {
		const { server, devices } = week;
		const today = devices[0].today();
		const truth = learnerFrom(server.log);
		expect(truth.recalls.length).toBeGreaterThan(100);
		for (const { app, store } of devices) {
			expect(learnerFrom(await store.db.events.toArray())).toEqual(truth);
			// The fold that the page kept while things came and went is what folding everything anew gives.
			const kept = await learnerNow(app);
			expect(kept).toEqual(truth);
			expect(shown(kept, today)).toEqual(shown(truth, today));
			expect(milestonesOf(kept, new Map([[COURSE, 8]]))).toEqual(milestonesOf(truth, new Map([[COURSE, 8]])));
		}
	});

	it('asks the same questions next, in every mode', async () => {
		const [phone, desk] = week.devices;
		const [a, b] = [await learnerNow(phone.app), await learnerNow(desk.app)];
		phone.wrongBy = desk.wrongBy = 0;
		for (const mode of PRACTICE_MODES)
			expect(queueIn(mode, a, phone, 'tomorrow'), mode).toEqual(queueIn(mode, b, desk, 'tomorrow'));
	});

	it('counts every day in a row, across two flights', async () => {
		const [phone] = week.devices;
		const { recalls } = await learnerNow(phone.app);
		const days = practiceDays(recalls);
		expect(days.length).toBeGreaterThanOrEqual(6);
		expect(streak(days, phone.today())).toBe(days.length);
	});
});

it('the weeks have all that they promise: every mode, broken-off writes, marks, settings, stars', () => {
	expect([...new Set(lived.flatMap(({ modes }) => [...modes]))].sort()).toEqual([...PRACTICE_MODES].sort());
	expect(lived.reduce((sum, { brokenOff }) => sum + brokenOff, 0)).toBeGreaterThan(0);
	for (const { server } of lived) {
		const { levels, marks, folded, lessons } = learnerFrom(server.log);
		expect(server.epoch).toBe('e2');
		for (const many of [levels, marks, lessons, folded.undone, folded.settings, folded.exams])
			expect(many.size).toBeGreaterThan(0);
	}
});

afterAll(() => {
	for (const { store } of lived.flatMap(({ devices }) => devices)) store.close();
});

import * as v from 'valibot';
import { parseJson } from '#lib/base/parse.ts';
import { ok, type Result } from '#lib/base/result.ts';
import type { QueuePlace } from '#lib/study/draw.ts';
import type { Given } from '#lib/study/session.ts';
import type { Beside } from './append.ts';
import type { PracticeRow } from './database.ts';
import { saving, type SaveRefused } from './saving.ts';
import type { Store } from './store.ts';

/** One run of a list, as it lies on the device. */
export interface Run {
	row: PracticeRow;
	places: QueuePlace[];
	given: Map<number, Given>;
}

/** Undefined when the list was never begun, or what lies there cannot be read. */
export async function readRun({ db }: Store, key: string): Promise<Run | undefined> {
	return db.dexie.transaction('r', db.practices, db.practiceQueues, db.practiceSteps, async () => {
		const row = await db.practices.get(key);
		const queue = row && (await db.practiceQueues.get(row.run));
		const places = queue && parseJson(QueueSchema, queue.json);
		if (!row || !places?.ok) return undefined;
		const { courses, questions } = places.value;
		return {
			row,
			places: questions.map(([course, question]) => ({ course: courses[course] ?? '', question })),
			given: await readGiven(db, row.run)
		};
	});
}

export async function readGiven(db: Store['db'], run: string): Promise<Map<number, Given>> {
	const steps = await stepsOf(db, run).toArray();
	return new Map(steps.map(({ run: _, ...given }) => [given.slot, given]));
}

/** Courses by their number, so that thousands of places stay small. */
const QueueSchema = v.object({
	courses: v.array(v.string()),
	questions: v.array(v.tuple([v.number(), v.string()]))
});

/** Begins a list anew: what an earlier run left goes. */
export function beginRun(
	{ db }: Store,
	row: PracticeRow,
	places: readonly QueuePlace[]
): Promise<Result<void, SaveRefused>> {
	const courses = [...new Set(places.map(({ course }) => course))];
	const numbers = new Map(courses.map((course, at) => [course, at]));
	const questions = places.map(({ course, question }) => [numbers.get(course) ?? 0, question]);
	return saving(db, () =>
		db.dexie.transaction('rw', db.practices, db.practiceQueues, db.practiceSteps, async () => {
			const held = await db.practices.get(row.key);
			if (held) {
				await db.practiceQueues.delete(held.run);
				await stepsOf(db, held.run).delete();
			}
			await db.practices.put(row);
			await db.practiceQueues.put({ run: row.run, json: JSON.stringify({ courses, questions }) });
		})
	);
}

/** Where one is, and what is begun there; nothing happens when the list was begun anew elsewhere. */
export async function keepPractice(
	{ db }: Store,
	{ key, run }: Pick<PracticeRow, 'key' | 'run'>,
	change: Pick<PracticeRow, 'at'> & Partial<Pick<PracticeRow, 'finishedAt'>> & Pick<PracticeRow, 'draft'>
): Promise<Result<void, SaveRefused>> {
	return saving(db, () =>
		db.dexie.transaction('rw', db.practices, async () => {
			const row = await db.practices.get(key);
			if (row?.run !== run) return;
			const { draft: _, ...rest } = row;
			const { draft, ...changed } = change;
			await db.practices.put({ ...rest, ...changed, ...(draft && { draft }) });
		})
	);
}

/** The list was begun anew, or the question answered, in another tab: what stands there holds. */
export class TakenElsewhere extends Error {}

/**
 * Keeps what was given beside the event that tells of it.
 * @param before the event that held the answer until now; undefined for a first answer
 */
export function stepBeside(
	{ db }: Store,
	{ key, run }: Pick<PracticeRow, 'key' | 'run'>,
	given: Given,
	before: { event: string | undefined } | undefined
): Beside {
	return {
		tables: [db.practices, db.practiceSteps],
		write: async (events) => {
			const row = await db.practices.get(key);
			const held = await db.practiceSteps.get([run, given.slot]);
			if (row?.run !== run || Boolean(held) !== Boolean(before) || held?.event !== before?.event)
				throw new TakenElsewhere();
			const event = events.findLast(({ kind }) => kind === 'question-practised')?.id;
			const { event: _, ...rest } = given;
			await db.practiceSteps.put({ run, ...rest, ...(event !== undefined && { event }) });
			if (before) return;
			const { draft: __, ...kept } = row;
			await db.practices.put({ ...kept, at: given.slot, answered: row.answered + 1 });
		}
	};
}

/** Takes what was given away again. */
export function undoBeside(
	{ db }: Store,
	{ key, run }: Pick<PracticeRow, 'key' | 'run'>,
	given: Given
): Beside {
	return {
		tables: [db.practices, db.practiceSteps],
		write: async () => {
			const row = await db.practices.get(key);
			const held = await db.practiceSteps.get([run, given.slot]);
			if (row?.run !== run || !held || held.event !== given.event) throw new TakenElsewhere();
			await db.practiceSteps.delete([run, given.slot]);
			await db.practices.put({ ...row, at: given.slot, answered: Math.max(0, row.answered - 1) });
		}
	};
}

/** Where each list stands that was ever begun here. */
export function practiceRows({ db }: Store): Promise<PracticeRow[]> {
	return Promise.resolve(db.practices.toArray());
}

/** Runs a write that may meet another tab. */
export async function unlessElsewhere<Value>(
	write: () => Promise<Result<Value, SaveRefused>>
): Promise<Result<Value, SaveRefused> | { ok: false; error: { type: 'TakenElsewhere' } }> {
	try {
		const written = await write();
		return written.ok ? ok(written.value) : written;
	} catch (error) {
		if (isTakenElsewhere(error)) return { ok: false, error: { type: 'TakenElsewhere' } };
		throw error;
	}
}

/** Dexie may hand on the error itself or wrap it. */
function isTakenElsewhere(error: unknown): boolean {
	if (error instanceof TakenElsewhere) return true;
	return error instanceof Error && 'inner' in error && isTakenElsewhere(error.inner);
}

function stepsOf(db: Store['db'], run: string) {
	return db.practiceSteps.where('[run+slot]').between([run, -Infinity], [run, Infinity]);
}

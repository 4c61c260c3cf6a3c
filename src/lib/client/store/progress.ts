import * as v from 'valibot';
import type { Store } from './store.ts';

/** The lessons read to their end, by course. */
export async function finishedByCourse(store: Store): Promise<Map<string, Set<string>>> {
	const finished = new Map<string, Set<string>>();
	await store.db.events
		.where('kind')
		.equals('lesson-finished')
		.each(({ body }) => {
			const read = v.safeParse(FinishedSchema, body);
			if (!read.success) return;
			const { course, lesson } = read.output;
			finished.set(course, (finished.get(course) ?? new Set()).add(lesson));
		});
	return finished;
}
const FinishedSchema = v.object({ course: v.string(), lesson: v.string() });

export async function finishedIn(store: Store, course: string): Promise<ReadonlySet<string>> {
	return (await finishedByCourse(store)).get(course) ?? new Set();
}

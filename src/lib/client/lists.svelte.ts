import { parse } from '#lib/base/parse.ts';
import { millis, type Millis } from '#lib/base/time.ts';
import type { Publication } from '#lib/course/publication.ts';
import { QuestionReportedSchema, type QuestionReported } from '#lib/study/events.ts';
import type { App } from './app.svelte.ts';
import { readForStudy } from './store/courses.ts';
import { live, type Live } from './store/live.ts';

/** A course on this device with its questions. */
export interface CourseHere {
	course: string;
	title: string;
	publication: Publication;
}

/**
 * The courses in which some questions stand, as one studies them.
 * @param wanted the courses in which they were met; undefined: every course on this device. When one of
 * them is not here, its questions may stand in another: then all are read.
 */
export function coursesHere(app: App, wanted: readonly string[] | undefined): Live<CourseHere[]> {
	return live(app.stores, async (store) => {
		const rows = (await store.db.courses.toArray())
			.filter(({ here }) => here === 1)
			.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
		const isNarrow = wanted?.every((course) => rows.some(({ id }) => id === course));
		const read = isNarrow ? rows.filter(({ id }) => wanted?.includes(id)) : rows;
		const courses: CourseHere[] = [];
		for (const { id, title } of read) {
			const publication = await readForStudy(store, id);
			if (publication) courses.push({ course: id, title, publication });
		}
		return courses;
	});
}

/** 纠错 that one sent, or that waits to be sent. */
export interface MyReport extends QuestionReported {
	id: string;
	at: Millis;
	/** Whether the server has it. */
	sent: boolean;
}

/** Newest first. */
export function myReports(app: App): Live<MyReport[]> {
	return live(app.stores, async ({ db }) => {
		const events = await db.events.where('kind').equals('question-reported').toArray();
		return events
			.flatMap(({ id, at, offset = 0, sequence, body }): MyReport[] => {
				const read = parse(QuestionReportedSchema, body);
				if (!read.ok) return [];
				return [{ ...read.value, id, at: millis(Math.round(at + offset)), sent: sequence !== undefined }];
			})
			.sort((a, b) => b.at - a.at);
	});
}

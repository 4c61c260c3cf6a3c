import { findByFacts } from '#lib/course/citation.ts';
import type { Source } from '#lib/question/common.ts';
import type { App } from './app.svelte.ts';
import { readPublication } from './store/courses.ts';
import { live, type Live } from './store/live.ts';
import type { Store } from './store/store.ts';

/** For a citation of a built-in course: the imported document that holds the sentence, once there is one. */
export function originalOf(
	app: App,
	source: Source
): Live<{ courseId: string; paragraph: string; sentence?: string } | null> {
	return live(app.stores, async (store) => {
		const facts = source.facts ?? [];
		if (facts.length === 0) return null;
		for (const id of await textCourses(store)) {
			const publication = await readPublication(store, id);
			const found = publication && findByFacts(publication, source);
			if (found) return { courseId: id, paragraph: found.paragraph.id, sentence: found.sentence };
		}
		return null;
	});
}

async function textCourses(store: Store): Promise<string[]> {
	const rows = await store.db.courses.where('kind').anyOf('own', 'published').toArray();
	return rows.filter(({ here }) => here === 1).map(({ id }) => id);
}

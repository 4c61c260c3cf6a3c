import { parse } from '#lib/base/parse.ts';
import { foldReviews, ReviewActSchema, type Reviewed, type Reviews } from '#lib/authoring/reviews.ts';
import { forLearners } from '#lib/authoring/reviews/learners.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { ReviewRow } from './store/database.ts';

/** What the rows of a course come to. Acts that a newer version wrote are left alone. */
export function reviewsFrom(rows: readonly ReviewRow[]): Reviews {
	return foldReviews(
		rows.flatMap(({ id, seq, act }): Reviewed[] => {
			const known = read.get(id);
			if (known) return [{ id, seq, act: known }];
			const parsed = parse(ReviewActSchema, act);
			if (!parsed.ok) return [];
			if (read.size >= MOST_READ) read.clear();
			read.set(id, parsed.value);
			return [{ id, seq, act: parsed.value }];
		})
	);
}

/** Rows never change, so each is checked once. */
const read = new Map<string, Reviewed['act']>();
const MOST_READ = 20_000;

/** On the device of whoever imported it, drafts can be practised before they are reviewed. */
export function studied(publication: Publication, rows: readonly ReviewRow[]): Publication {
	const stamp = `${rows.length}/${rows.at(-1)?.id ?? ''}`;
	const held = made.get(publication);
	if (held?.stamp === stamp) return held.course;
	const course = forLearners(publication, reviewsFrom(rows), 'all');
	made.set(publication, { stamp, course });
	return course;
}
const made = new WeakMap<Publication, { stamp: string; course: Publication }>();

export function givenToLearners(
	publication: Publication,
	rows: readonly ReviewRow[],
	which: 'reviewed' | 'all'
): Publication {
	return forLearners(publication, reviewsFrom(rows), which);
}

import { findCitation } from '#lib/course/citation.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { Source } from '#lib/question/common.ts';

/** Printed titles from the outside in. A built-in course names them itself; a text is looked up. */
export function sourceTrail(publication: Publication, source: Source): string[] {
	const found = publication.kind === 'text' ? findCitation(publication, source) : undefined;
	const trail =
		publication.kind === 'text'
			? [publication.document.title, found?.article?.title, found?.section?.heading]
			: [source.document, source.article, source.section];
	return trail.filter((title, at): title is string => Boolean(title) && trail.indexOf(title) === at);
}

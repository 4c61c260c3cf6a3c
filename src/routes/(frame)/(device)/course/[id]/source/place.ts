import type { Citation } from '#lib/course/citation.ts';
import type { Publication } from '#lib/course/publication.ts';

/** Where a fact or a paragraph stands, by their ids. */
export function findPlace(
	publication: Publication,
	wanted: { fact: string | null; paragraph: string | null; sentence: string | null }
): Citation | undefined {
	const fact = publication.facts.find(({ id }) => id === wanted.fact);
	const id = fact?.paragraph ?? wanted.paragraph;
	const sentence = fact?.sentence ?? wanted.sentence ?? undefined;
	for (const article of publication.document.articles)
		for (const section of article.sections) {
			const paragraph = section.paragraphs.find((one) => one.id === id);
			if (paragraph) return { article, section, paragraph, ...(sentence && { sentence }) };
		}
	return undefined;
}

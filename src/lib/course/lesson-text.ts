import type { Document, Section } from '#lib/document/document.ts';
import { readMark } from '#lib/document/numerals.ts';
import type { Lesson } from './module.ts';

/**
 * What a lesson shows: its sections, of those it only holds in part just its own paragraphs. A heading
 * that the lesson's title says already is left out.
 */
export function textOfLesson(document: Document, lesson: Lesson): Section[] {
	const sections = new Set(lesson.sections);
	const shown = lesson.paragraphs && new Set(lesson.paragraphs);
	return document.articles.flatMap((article) =>
		article.sections.flatMap((section) => {
			if (!sections.has(section.id)) return [];
			const { heading } = section;
			return [
				{
					...section,
					heading: isSaid(heading, lesson.title) ? '' : heading,
					paragraphs: shown ? section.paragraphs.filter(({ id }) => shown.has(id)) : section.paragraphs
				}
			];
		})
	);
}

/** Numerals and closing marks aside: 二、关于借阅。 under 关于借阅（一） says nothing new. */
function isSaid(heading: string, title: string): boolean {
	const words = (text: string) =>
		text.slice(readMark(text)?.end ?? 0).replace(/^[\s【]+|[】\s。，：:；;*]+$/gu, '');
	return words(heading) !== '' && words(title).replace(/（[^（）]{1,3}）$/u, '') === words(heading);
}

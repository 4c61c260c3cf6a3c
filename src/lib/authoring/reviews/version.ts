import type { Publication } from '#lib/course/publication.ts';
import { dice } from '../lint/likeness.ts';
import { squeeze } from '../lint/finding.ts';

/** So alike must two titles be, figures aside, which must be the same. */
const ALIKE = 0.75;
/** Or so many of the shorter text's paragraphs stand in the other word for word. */
const SHARED = 0.4;

/** Whether one text is by all appearances a later version of another: of the same title, or mostly the same paragraphs. */
export function isLikelyVersion(old: Publication, next: Publication): boolean {
	return isSameTitle(old.title, next.title) || sharedParagraphs(old, next) >= SHARED;
}

/** 2024年工作报告 and 2025年工作报告 are two documents, however alike the rest is. */
function isSameTitle(a: string, b: string): boolean {
	const [left, right] = [plainTitle(a), plainTitle(b)];
	const figures = (text: string) => text.match(/\d+/gu)?.join() ?? '';
	return left !== '' && figures(left) === figures(right) && dice(left, right) >= ALIKE;
}

/** What only says that it is a version, or that it is a file, does not count. */
function plainTitle(title: string): string {
	return squeeze(
		title
			.replace(/\.(?:txt|md|markdown|html?|docx?|pdf)$/iu, '')
			.replace(
				/修订[版稿]?|更正[版稿]?|校对[版稿]?|[终定正]稿|最终版|第[一二三四五六七八九十\d]+[版稿]|\bv(?:er(?:sion)?)?\.? ?\d+\b|\b(?:final|revised|corrected)\b/giu,
				''
			)
			.replace(/[（(][\s\d]*[)）]/gu, '')
	);
}

function sharedParagraphs(old: Publication, next: Publication): number {
	const ids = (publication: Publication) =>
		new Set(
			publication.document.articles.flatMap(({ sections }) =>
				sections.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id))
			)
		);
	const [a, b] = [ids(old), ids(next)];
	let shared = 0;
	for (const id of a) if (b.has(id)) shared++;
	return shared / Math.max(1, Math.min(a.size, b.size));
}

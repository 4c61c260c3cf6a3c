import type { Article, Section } from '#lib/document/document.ts';
import { oncePer, plainHeading, type Place } from '../place.ts';
import { quoteInside, titleFor, topicOfSection } from './frame.ts';
import { balanced } from './referents.ts';

/** The part of a text that a stem names, and what is said there. */
export interface Scope {
	/** 据《…》“…”部分， */
	frame: string;
	/** Whether these very words stand in it. */
	says(words: string): boolean;
}

/** A longer part is not searched: what is wrong there could not be told in reasonable time. */
const LONG = 12_000;

/** Finds the scope of a place; each part of a text is put together once. */
export function indexScopes(): (place: Place) => Scope | undefined {
	const texts = new Map<Section | Article, string | undefined>();
	const textOf = (part: Section | Article, sections: readonly Section[]) => {
		if (!texts.has(part)) {
			const length = sections.reduce(
				(sum, { paragraphs }) => sum + paragraphs.reduce((all, { text }) => all + text.length, 0),
				0
			);
			texts.set(part, length > LONG ? undefined : textsOf(sections));
		}
		return texts.get(part);
	};
	const scopes = new Map<Section, { scope: Scope | undefined }>();
	const read = (place: Place): Scope | undefined => {
		const { article, section } = place;
		const title = titleFor(place);
		const topic = article.sections.length > 1 ? ownTopic(place) : undefined;
		if (title === undefined && topic === undefined) return undefined;
		const text =
			topic === undefined ? textOf(article, article.sections) : textOf(section, withThoseBelow(place));
		if (text === undefined) return undefined;
		const frame =
			topic === undefined
				? `据《${title ?? ''}》，`
				: title === undefined
					? `在“${quoteInside(topic)}”部分，`
					: `据《${title}》“${quoteInside(topic)}”部分，`;
		return { frame, says: (words) => text.includes(words) };
	};
	return (place) => {
		const known = scopes.get(place.section) ?? { scope: read(place) };
		scopes.set(place.section, known);
		return known.scope;
	};
}

function textsOf(sections: readonly Section[]): string {
	return sections
		.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)])
		.join('\n');
}

/** A section and the sections under it. */
function withThoseBelow({ article, section }: Place): Section[] {
	const at = article.sections.indexOf(section);
	const next = article.sections.findIndex((other, i) => i > at && other.level <= section.level);
	return article.sections.slice(at, next < 0 ? undefined : next);
}

/** Sections further apart are not taken for each other, and a book of any length costs its length. */
const FAR = 60;

/** The topic of a section, unless another section of the article is called the same when it is shortened. */
export const ownTopic = oncePer(({ section }) => section, readTopic);

function readTopic({ article, section }: Place): string | undefined {
	const topic = topicOfSection(section);
	const at = article.sections.indexOf(section);
	const near = article.sections.slice(Math.max(0, at - FAR), at + FAR + 1);
	const isShared = near.some((other) => other !== section && topicOfSection(other) === topic);
	if (!isShared || topic === undefined) return topic;
	const heading = plainHeading(section.heading);
	const isOwn = near.every((other) => other === section || plainHeading(other.heading) !== heading);
	return isOwn && heading.length <= 36 && balanced(heading) ? heading : undefined;
}

import { contentIds } from '#lib/base/id.ts';
import type { Article, Document, DocumentWarning, Fact, Paragraph, Section } from './document.ts';
import { findDates, lastYearIn } from './facts/dates.ts';
import { findEnglish } from './facts/english.ts';
import { importanceOf } from './facts/importance.ts';
import { findLists } from './facts/lists.ts';
import { withoutOverlap, type Mention } from './facts/mention.ts';
import { findNames } from './facts/names.ts';
import { findNumbers } from './facts/numbers.ts';
import { findOrdinals } from './facts/ordinals.ts';
import { findPlaces } from './facts/places.ts';
import { findTerms } from './facts/terms.ts';
import { findContradictions } from './facts/warnings.ts';
import { splitSentences } from './sentences.ts';

/** Everything checkable that the sentences of a document state, in reading order, and where they disagree. */
export function extractFacts(document: Document): { facts: Fact[]; warnings: DocumentWarning[] } {
	const idOf = contentIds();
	const facts: Fact[] = [];
	const texts: string[] = [];
	for (const article of document.articles) {
		for (const section of article.sections) {
			for (const paragraph of section.paragraphs) {
				if (paragraph.kind === 'caption' || paragraph.kind === 'attribution') continue;
				texts.push(paragraph.text);
				for (const found of mentionsIn(paragraph, document.language)) {
					facts.push(toFact(found, idOf, { article, section, paragraph }));
				}
			}
		}
	}
	return { facts, warnings: findContradictions(facts, texts) };
}

interface Found {
	sentence: string;
	mention: Mention;
}

function mentionsIn(paragraph: Paragraph, language: Document['language']): Found[] {
	const sentences = splitSentences(paragraph.text).map((sentence) => sentence.trim());
	let year: number | undefined;
	const found = sentences.flatMap((sentence): Found[] => {
		const mentions = language === 'en' ? findEnglish(sentence) : findChinese(sentence, year);
		year = lastYearIn(sentence) ?? year;
		return mentions.map((mention) => ({ sentence, mention }));
	});
	return language === 'en' ? found : [...found, ...ordinalsAcross(paragraph.text)];
}

function findChinese(sentence: string, year: number | undefined): Mention[] {
	const dates = findDates(sentence, year);
	const numbers = findNumbers(sentence);
	return [
		...withoutOverlap([...dates, ...numbers]),
		...findTerms(sentence),
		...findNames(sentence),
		...findPlaces(sentence),
		...findLists(sentence)
	].map(({ kind, value, number, unit, date, items, start, end }) => ({
		kind,
		value,
		...(number !== undefined && { number }),
		...(unit !== undefined && { unit }),
		...(date !== undefined && { date }),
		...(items !== undefined && { items }),
		start,
		end
	}));
}

/** Points told off over several sentences: the stretch of text that holds them all is the proof. */
function ordinalsAcross(text: string): Found[] {
	return findOrdinals(text).map(({ kind, value, items, start, end }) => ({
		sentence: value,
		mention: { kind, value, items, start: 0, end: end - start }
	}));
}

function toFact(
	{ sentence, mention }: Found,
	idOf: (prefix: string, text: string) => string,
	place: { article: Article; section: Section; paragraph: Paragraph }
): Fact {
	const { start: _start, end: _end, ...rest } = mention;
	return {
		id: idOf('f', `${rest.kind}|${rest.value}|${sentence}`),
		...rest,
		sentence,
		paragraph: place.paragraph.id,
		article: place.article.id,
		importance: importanceOf(mention, sentence, place)
	};
}

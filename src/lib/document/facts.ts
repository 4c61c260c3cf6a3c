import { contentIds } from '#lib/base/id.ts';
import type { Article, Document, DocumentWarning, Fact, Paragraph } from './document.ts';
import { findMiscountedParts } from './facts/announced-parts.ts';
import { findDates, lastYearIn } from './facts/dates.ts';
import { findClauseSeries } from './facts/clause-series.ts';
import { findDefinitions } from './facts/definitions.ts';
import { findEnglish } from './facts/english.ts';
import { importanceOf, weightOf } from './facts/importance.ts';
import { findSeries } from './facts/series.ts';
import { withoutOverlap, type Mention } from './facts/mention.ts';
import { findNames } from './facts/names.ts';
import { findNumbers } from './facts/numbers.ts';
import { findOrganisations } from './facts/organisations.ts';
import { findOrdinals } from './facts/ordinals.ts';
import { findPlaces } from './facts/places.ts';
import { findSectionLists } from './facts/section-lists.ts';
import { findTerms } from './facts/terms.ts';
import { findContradictions } from './facts/warnings.ts';
import { findOpenQuotes } from './quote-marks.ts';
import { splitSentences } from './sentences.ts';

/** Everything checkable that the sentences of a document state, in reading order, and where they disagree. */
export function extractFacts(document: Document): { facts: Fact[]; warnings: DocumentWarning[] } {
	const idOf = contentIds();
	const facts: Fact[] = [];
	const texts: string[] = [];
	const quotes: DocumentWarning[] = [];
	const counts: DocumentWarning[] = [];
	for (const article of document.articles) {
		quotes.push(...findOpenQuotes(plainTexts(article)));
		counts.push(...findMiscountedParts(article));
		const ownYear = yearOf(article);
		const seen = new Set<string>();
		for (const section of article.sections) {
			const lists = findSectionLists(section);
			for (const paragraph of section.paragraphs) {
				if (paragraph.kind === 'caption' || paragraph.kind === 'attribution') continue;
				texts.push(paragraph.text);
				const found = mentionsIn(paragraph, document.language, ownYear);
				found.push(...lists.filter((list) => list.paragraph === paragraph));
				let last: { sentence: string; weight: number } | undefined;
				for (const { sentence, mention } of found) {
					if (last?.sentence !== sentence)
						last = { sentence, weight: weightOf(sentence, { article, section, paragraph }) };
					facts.push({
						...factOf(mention, sentence, idOf),
						paragraph: paragraph.id,
						article: article.id,
						importance: importanceOf(mention, last.weight, seen)
					});
				}
			}
		}
	}
	return { facts, warnings: [...quotes, ...counts, ...findContradictions(facts, texts)] };
}

const plainTexts = (article: Article): string[] =>
	article.sections.flatMap(({ paragraphs }) =>
		paragraphs.filter(({ kind }) => kind !== 'table').map(({ text }) => text)
	);

interface Found {
	sentence: string;
	mention: Mention;
}

/** The year in which a text was given or passed, from the line under its title. */
function yearOf(article: Article): number | undefined {
	for (const section of article.sections.slice(0, 2)) {
		for (const { kind, text } of section.paragraphs.slice(0, 6)) {
			if (kind === 'attribution' && text.length <= 80) {
				const year = lastYearIn(text);
				if (year !== undefined) return year;
			}
		}
	}
	return undefined;
}

/** A leaflet in two languages is read sentence by sentence. */
const HAN = /[\u4e00-\u9fff]/u;

function mentionsIn(
	paragraph: Paragraph,
	language: Document['language'],
	ownYear: number | undefined
): Found[] {
	const sentences = splitSentences(paragraph.text).map((sentence) => sentence.trim());
	let year = ownYear;
	const found = sentences.flatMap((sentence): Found[] => {
		const mentions = HAN.test(sentence) ? findChinese(sentence, year, ownYear) : findEnglish(sentence);
		year = lastYearIn(sentence) ?? year;
		return mentions.map((mention) => ({ sentence, mention }));
	});
	return language === 'en' ? found : [...found, ...ordinalsAcross(paragraph.text)];
}

function findChinese(sentence: string, year: number | undefined, ownYear: number | undefined): Mention[] {
	const dates = findDates(sentence, year, ownYear);
	const numbers = findNumbers(sentence);
	const terms = findTerms(sentence);
	const definitions = findDefinitions(sentence);
	return [
		...withoutOverlap([...dates, ...numbers]),
		...terms.filter(({ value }) => definitions.every((defined) => defined.value !== value)),
		...definitions,
		...withoutOverlap([...findNames(sentence), ...findOrganisations(sentence)]),
		...findPlaces(sentence),
		...findSeries(sentence),
		...findClauseSeries(sentence)
	];
}

/** Points told off over several sentences: the stretch of text that holds them all is the proof. */
function ordinalsAcross(text: string): Found[] {
	return findOrdinals(text).map(({ word: _word, start, end, ...rest }) => ({
		sentence: rest.value,
		mention: { ...rest, start: 0, end: end - start }
	}));
}

function factOf(
	mention: Mention,
	sentence: string,
	idOf: (prefix: string, text: string) => string
): Omit<Fact, 'paragraph' | 'article' | 'importance'> {
	const { start: _start, end: _end, ...rest } = mention;
	return { id: idOf('f', `${rest.kind}|${rest.value}|${sentence}`), ...rest, sentence };
}

import type { Paragraph } from '#lib/document/document.ts';
import { readMark } from '#lib/document/numerals.ts';
import type { Stretch } from './cut.ts';
import { plainHeading } from './place.ts';

/** Longest phrase of a run-in lead that makes a title. */
const PHRASE = 20;
/** Longest opening of a heading that leaves room for a phrase behind it. */
const OPENING = 16;
/** More parts than these are numbered. */
const MANY = 20;
const HAN = '〇一二三四五六七八九十';

/**
 * What a lesson is called: after its first heading or its article. The parts of one section are told
 * apart by the phrases of their run-in leads where each has one, else by numbers.
 * @param siblings the lessons of the same article
 */
export function titleOfLesson(lesson: readonly Stretch[], siblings: readonly Stretch[][]): string {
	const [first] = lesson;
	if (!first) return '';
	const heading =
		lesson.map(({ section }) => plainHeading(section.heading)).find((text) => text !== '') ?? '';
	const base = heading || first.article.title;
	const cut = lesson.find(({ part }) => part !== undefined);
	if (!cut?.part) return base || openingOf(first.paragraphs);
	if (base === '') return openingOf(cut.paragraphs);
	if (cut.part.of > MANY) return `${base}（${hanNumeral(cut.part.at + 1)}）`;
	const parts = siblings.flat().filter(({ section, part }) => section === cut.section && part !== undefined);
	const phrases = parts.map(({ paragraphs }) => phraseOf(paragraphs));
	const phrase = phrases[cut.part.at];
	const isTold =
		phrases.slice(1).every((one) => one !== undefined) && new Set(phrases).size === phrases.length;
	const opening = base.split(/[，、：\s—]/u)[0] ?? '';
	if (isTold && heading === '') return phrase ?? base;
	if (isTold && opening.length <= OPENING) return phrase === undefined ? base : `${opening}：${phrase}`;
	return `${base}（${hanNumeral(cut.part.at + 1)}）`;
}

/** The first words of a text that has neither title nor heading. */
export function openingOf(paragraphs: readonly Paragraph[]): string {
	const texts = paragraphs.map(({ text }) => text).filter((text) => text !== '');
	// 同志们： says nothing of what follows.
	const text = texts.find((one) => !/[：:]$/u.test(one)) ?? texts[0] ?? '';
	const plain = plainHeading(text);
	// 2021年以来， alone says nothing either.
	const opening = /^[^，。；：！？,.;:!?]{1,8}，[^，。；：！？]{2,15}(?=[，。；：！？])/u.exec(plain)?.[0];
	return opening ?? /^[^，。；：！？,.;:!?]{1,24}/u.exec(plain)?.[0] ?? text.slice(0, 24);
}

/** 一要加强学习。… → 加强学习; undefined without a numeral or when the phrase is no title. */
function phraseOf(paragraphs: readonly Paragraph[]): string | undefined {
	const text = paragraphs[0]?.text ?? '';
	const mark = readMark(text);
	if (!mark || mark.kind === 'clause') return undefined;
	const phrase = /^[^，。；：！？]*/u.exec(text.slice(mark.end))?.[0].trim() ?? '';
	return phrase.length >= 4 && phrase.length <= PHRASE ? phrase : undefined;
}

function hanNumeral(number: number): string {
	if (number <= 10) return HAN[number] ?? '';
	if (number > 99) return String(number);
	const [tens, ones] = [Math.floor(number / 10), number % 10];
	return `${tens > 1 ? (HAN[tens] ?? '') : ''}十${ones > 0 ? (HAN[ones] ?? '') : ''}`;
}

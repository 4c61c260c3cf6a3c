import { findEnglishDates } from './english-dates.ts';
import { findEnglishLists } from './english-lists.ts';
import { findEnglishNames } from './english-names.ts';
import { findEnglishNumbers } from './english-numbers.ts';
import { withoutOverlap, type Mention } from './mention.ts';

const TERM = /[“"](?<term>[^“”".!?]{2,60}),?[”"]/gu;
const QUOTED_MEANS =
	/[“"](?<quoted>[^“”"]{2,60})[”"],? (?:means|refers to|is defined as|denotes) (?<gloss>[^;.]{6,200})/gu;
const PLAIN_MEANS =
	/^(?:The |An? )?(?<plain>[a-zA-Z][\w -]{2,40}?) (?:means|refers to|is defined as) (?<meaning>[^;.]{6,200})|^(?:The |An? )?(?<is>[A-Z]?[\w'’-]+(?: [\w'’-]+){0,4}) (?:is|are) (?<being>(?:an? |the (?:[a-z]+ ){0,3}(?:body|process|practice|right|organ|document|person|institution|agreement|method|system|set|name)\b)[^;.]{12,160})/u;
/** Words that stand for something named before. */
const NO_TERM = /^(?:it|this|that|there|these|those|he|she|they|we|you|i|which|what|here|one|such)\b/iu;

/** Numbers, dates, names, terms with their meaning, places and lists that are certain by form in an English sentence. */
export function findEnglish(sentence: string): Mention[] {
	const defined = definitionsIn(sentence);
	const terms = termsIn(sentence).filter(({ value }) => defined.every((other) => other.value !== value));
	const lists = findEnglishLists(sentence);
	return [
		...withoutOverlap([
			...findEnglishDates(sentence),
			...findEnglishNumbers(sentence).filter((number) => !announces(number, lists)),
			...terms,
			...defined,
			...findEnglishNames(sentence)
		]),
		...lists
	];
}

function termsIn(sentence: string): Mention[] {
	if (!/[“"]/u.test(sentence)) return [];
	return [...sentence.matchAll(TERM)].map((match) => {
		const value = match.groups?.term ?? '';
		return { kind: 'term', value, start: match.index + 1, end: match.index + 1 + value.length };
	});
}

/** “four duties: …” counts what the list then tells, and is no fact beside it. */
function announces({ measure, number, start }: Mention, lists: readonly Mention[]): boolean {
	return lists.some(
		(list) =>
			list.announced === number &&
			list.head !== undefined &&
			measure?.endsWith(list.head) === true &&
			start < list.start
	);
}

function definitionsIn(sentence: string): Mention[] {
	if (!/ (?:means|refers to|is|are|denotes) /u.test(sentence)) return [];
	const matches = /[“"]/u.test(sentence) ? [...sentence.matchAll(QUOTED_MEANS)] : [];
	const single = matches.length > 0 ? [] : [PLAIN_MEANS.exec(sentence)];
	return [...matches, ...single].flatMap((match): Mention[] => {
		const { quoted, gloss, plain, meaning, is, being } = match?.groups ?? {};
		const value = quoted ?? plain ?? is;
		const said = gloss ?? meaning ?? being;
		if (!match || value === undefined || said === undefined || NO_TERM.test(value)) return [];
		const start = sentence.indexOf(value, match.index);
		return [{ kind: 'term', value, gloss: said.trim(), start, end: start + value.length }];
	});
}

import type { Question } from '#lib/question/question.ts';
import { figuresInDigits } from './figure.ts';
import { isEnglish, squeeze, type Complaint, type ItemRule } from './finding.ts';
import { compose } from './letters.ts';

/** A place in a list or on a page instead of something to know. */
const COUNTER =
	/^(?:[一二三四五六七八九十]{1,2}[要是、]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑩]|首先|其次|再次|最后|另外|此外|同时|一方面|另一方面|第[一二三四五六七八九十\d]{1,3}[页版期]|总第\d+期|\d{3,4}-\d{7,8}|1[3-9]\d{9}|(?:page|p\.|no\.|issue|vol(?:ume)?\.?|chapter|item) ?\d+|firstly|secondly|thirdly|lastly|finally|furthermore|moreover)$/iu;

/** What is wrong between a stem and its answer. */
export const ANSWER_RULES: readonly ItemRule[] = [
	{ name: 'answer-in-stem', severity: 'error', check: answerInStem },
	{ name: 'word-repeat', severity: 'warning', check: repeatedWord },
	{
		name: 'trivial-answer',
		severity: 'error',
		check: (question) =>
			keyTexts(question).flatMap(({ where, text }) =>
				COUNTER.test(text.trim()) || COUNTER.test(compose(text).trim())
					? [{ where, params: { answer: text } }]
					: []
			)
	},
	{
		name: 'no-explanation',
		severity: 'warning',
		check: (question) => (question.explanation?.trim() ? [] : [{ where: 'explanation' }])
	}
];

/** The words of the right answer with their places. */
function keyTexts(question: Question): { where: string; text: string }[] {
	switch (question.type) {
		case 'single-choice':
			return [{ where: `options.${question.key}`, text: question.options[question.key] ?? '' }];
		case 'multiple-choice':
			return question.key.map((at) => ({ where: `options.${at}`, text: question.options[at] ?? '' }));
		case 'fill-in':
			return question.key.map(([text = ''], at) => ({ where: `key.${at}`, text }));
		default:
			return [];
	}
}

function answerInStem(question: Question): Complaint[] {
	const stands = standingIn(question.stem, isEnglish(question));
	const complain = (answer: string, where: number): Complaint[] => [
		{ where: 'stem', params: { answer }, ...rangeOf(question.stem, answer, where) }
	];
	switch (question.type) {
		case 'single-choice': {
			const key = question.options[question.key] ?? '';
			const others = question.options.filter((_, at) => at !== question.key);
			return stands(key) && !others.some(stands) ? complain(key, 0) : [];
		}
		case 'multiple-choice': {
			const given = question.key.map((index) => question.options[index] ?? '').filter(stands);
			// One short word may well come up in passing; two of them are no chance.
			const answer = given.find((text) => text.length > 2) ?? (given.length > 1 ? given[0] : undefined);
			const others = question.options.filter((_, at) => !question.key.includes(at));
			return answer !== undefined && !others.some(stands) ? complain(answer, 0) : [];
		}
		case 'fill-in': {
			const answer = question.key.flat().find((text) => stands(text));
			return answer === undefined ? [] : complain(answer, 0);
		}
		case 'numeric': {
			const answer = `${question.key.value}${question.key.unit ?? ''}`;
			return question.key.unit && stands(answer) ? complain(answer, 0) : [];
		}
		case 'short-answer':
			return question.key.length >= 2 && stands(question.key) ? complain(question.key, 0) : [];
		default:
			return [];
	}
}

function rangeOf(stem: string, answer: string, from: number): Pick<Complaint, 'range'> {
	const at = stem.toLowerCase().indexOf(answer.toLowerCase(), from);
	return at < 0 ? {} : { range: [at, at + answer.length] };
}

/** Whether a text stands in a stem, whatever its width, spaces and numerals: 三家 in “3家分馆”. */
function standingIn(stem: string, isEnglishStem: boolean): (text: string) => boolean {
	const form = squeeze(stem);
	let inDigits: string | undefined;
	let words: string | undefined;
	return (text) => {
		const plain = squeeze(text);
		if (plain.length < 2) return false;
		// A word in another word is not the answer: art in party.
		if (isEnglishStem || /^[a-z ]+$/u.test(plain)) {
			const word = compose(text)
				.toLowerCase()
				.replace(/^(?:the|an?) /u, '')
				.replace(/[^\p{L}\d.%]+/gu, ' ')
				.trim();
			words ??= ` ${compose(stem)
				.toLowerCase()
				.replace(/[^\p{L}\d.%]+/gu, ' ')} `;
			return (
				word.length >= 2 &&
				!/^\d$/u.test(word) &&
				(words.includes(` ${word} `) || words.includes(` ${word}. `))
			);
		}
		if (form.includes(plain) && !insideLonger(form, plain)) return true;
		const digits = squeeze(figuresInDigits(text));
		if (digits.length < 2 || !/\d/u.test(digits) || /^1\D/u.test(digits)) return false;
		inDigits ??= squeeze(figuresInDigits(stem));
		return inDigits.includes(digits) && !insideLonger(inDigits, digits);
	};
}

/** 5家 in 25家 is not the answer. */
function insideLonger(stem: string, plain: string): boolean {
	if (!/^\d/u.test(plain)) return false;
	for (let at = stem.indexOf(plain); at >= 0; at = stem.indexOf(plain, at + 1))
		if (!/[\d.]/u.test(stem[at - 1] ?? '')) return false;
	return true;
}

/** What the key alone shares with the stem points at it: three ideographs in a row, a long English word. */
function repeatedWord(question: Question): Complaint[] {
	if (question.type !== 'single-choice') return [];
	const word = sharedWord(question.stem, question.options[question.key] ?? '', isEnglish(question));
	if (word === undefined) return [];
	return question.options.some(
		(text, at) => at !== question.key && (squeeze(text).includes(word) || text.toLowerCase().includes(word))
	)
		? []
		: [{ where: `options.${question.key}`, params: { word } }];
}

function sharedWord(stem: string, key: string, isEnglishStem: boolean): string | undefined {
	const plainStem = squeeze(stem);
	const plain = squeeze(key);
	let ideographs = 0;
	for (let at = 0; at < plain.length; at++) {
		const code = plain.charCodeAt(at);
		ideographs = code >= 0x4e00 && code <= 0x9fff ? ideographs + 1 : 0;
		if (ideographs < 3) continue;
		const piece = plain.slice(at - 2, at + 1);
		if (plainStem.includes(piece)) return piece;
	}
	if (!isEnglishStem) return undefined;
	const words = new Set(stem.toLowerCase().match(/[a-z]{5,}/gu));
	return key
		.toLowerCase()
		.match(/[a-z]{5,}/gu)
		?.find((word) => words.has(word));
}

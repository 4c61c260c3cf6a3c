import type { Question } from '#lib/question/question.ts';
import { figuresInDigits } from './figure.ts';
import { isEnglish, squeeze, type Complaint, type ItemRule } from './finding.ts';

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
				COUNTER.test(text.trim()) || COUNTER.test(text.normalize('NFKC').trim())
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
	const forms = [squeeze(stem), squeeze(figuresInDigits(stem))];
	const words = ` ${stem
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\d.%]+/gu, ' ')} `;
	return (text) => {
		const plain = squeeze(text);
		if (plain.length < 2) return false;
		// A word in another word is not the answer: art in party.
		if (isEnglishStem || /^[a-z ]+$/u.test(plain)) {
			const word = text
				.normalize('NFKC')
				.toLowerCase()
				.replace(/^(?:the|an?) /u, '')
				.replace(/[^\p{L}\d.%]+/gu, ' ')
				.trim();
			return (
				word.length >= 2 &&
				!/^\d$/u.test(word) &&
				(words.includes(` ${word} `) || words.includes(` ${word}. `))
			);
		}
		const digits = squeeze(figuresInDigits(text));
		return (
			(forms[0]?.includes(plain) === true && !insideLonger(forms[0], plain)) ||
			(/\d/u.test(digits) &&
				digits.length >= 2 &&
				!/^1\D/u.test(digits) &&
				forms[1]?.includes(digits) === true &&
				!insideLonger(forms[1], digits))
		);
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
	const stem = squeeze(question.stem);
	const words = new Set(question.stem.toLowerCase().match(/[a-z]{5,}/gu));
	const shared = (text: string) => {
		const plain = squeeze(text);
		for (let at = 0; at + 3 <= plain.length; at++) {
			const piece = plain.slice(at, at + 3);
			if (/[\u4e00-\u9fff]{3}/u.test(piece) && stem.includes(piece)) return piece;
		}
		return isEnglish(question)
			? text
					.toLowerCase()
					.match(/[a-z]{5,}/gu)
					?.find((word) => words.has(word))
			: undefined;
	};
	const word = shared(question.options[question.key] ?? '');
	if (word === undefined) return [];
	return question.options.some(
		(text, at) => at !== question.key && (squeeze(text).includes(word) || text.toLowerCase().includes(word))
	)
		? []
		: [{ where: `options.${question.key}`, params: { word } }];
}

import { randomIndex } from '#lib/base/random.ts';
import { plainHeading, type Place } from '../place.ts';
import { chooseDistractors, mixOptions } from './choices.ts';
import type { Desk, Draft } from './draft.ts';
import { draftEnglishList } from './english-lists.ts';
import { figureOf, inventFigures, withValue } from './figures.ts';
import { ENGLISH } from './phrases.ts';
import { balanced } from './referents.ts';

const LOST =
	/^(?:it|its|they|their|them|he|his|she|her|this|that|these|those|such|both|neither|here|there|we|our|you|your|i|my|one|another|others|the (?:former|latter|above|same|following|company|project|event|meeting|study|report|authors?))\b/iu;
const LOST_WITHIN =
	/\b(?:this|these|those|today|yesterday|tomorrow|currently|recently|now|(?:this|last|next) (?:year|month|week)|above|below|so far|to date)\b/iu;
const CONNECTIVE =
	/^(?:however|moreover|furthermore|in addition|additionally|meanwhile|also|therefore|thus|finally|for example|for instance|in fact|indeed|overall)\s*,\s*/iu;
const HEDGED = /\b(?:about|around|nearly|almost|over|more than|less than|some|roughly|approximately) $/iu;

/** English has no word to ask with in place of any other, so the fact leaves a blank. */
export function draftEnglish(desk: Desk): Draft | undefined {
	const { fact, place } = desk;
	const sentence = fact.sentence.replace(/^\d{1,3}[.)] (?=[A-Z])/, '').replace(CONNECTIVE, '');
	const at = sentence.indexOf(fact.value);
	if (at < 0 || sentence.indexOf(fact.value, at + 1) >= 0 || sentence.length > 220 || sentence.length < 40)
		return undefined;
	if (
		LOST.test(sentence) ||
		LOST_WITHIN.test(sentence) ||
		!balanced(sentence) ||
		!/[.!]["”]?$/u.test(sentence)
	)
		return undefined;
	const [before, after] = [sentence.slice(0, at), sentence.slice(at + fact.value.length)];
	const said = (value: string) => capitalised(before + value + after);
	const isFramed = sentence.includes(place.article.title) || /^According to\b/.test(sentence);
	const frame = isFramed ? '' : frameOf(place);
	const blank = `${frame}${said('____')}`;
	switch (fact.kind) {
		case 'number':
			return draftFigure(desk, { said: (value) => frame + said(value), blank, before });
		case 'date':
			return draftYear(desk, blank);
		case 'term':
		case 'name':
			return draftWord(desk, blank);
		case 'enumeration':
			return draftEnglishList(desk, {
				frame,
				before: capitalised(before),
				after,
				place: explained(place, '')
			});
		case 'title':
		case 'place':
			return undefined;
	}
}

function draftFigure(
	{ fact, place, random }: Desk,
	{ said, blank, before }: { said: (value: string) => string; blank: string; before: string }
): Draft | undefined {
	const figure = figureOf(fact.value);
	if (!figure || fact.number === undefined || fact.importance < 2) return undefined;
	// Fell from one figure to another: a wrong one would rise.
	if (/\bfrom $/.test(before) || /\bfrom [^,]{1,40} to $/.test(before)) return undefined;
	const turn = random();
	const others = inventFigures(figure, { below: randomIndex(random, 4), count: 3, taken: new Set(), random });
	const [other] = others;
	if (turn < 0.25 && other) {
		const isTrue = random() < 0.5;
		const value = withValue(figure, other.digits);
		return {
			type: 'true-false',
			stem: said(isTrue ? fact.value : value),
			key: isTrue,
			explanation: explained(
				place,
				isTrue ? ENGLISH.stands(fact.value) : ENGLISH.corrected(value, fact.value)
			),
			difficulty: 2
		};
	}
	const isPlain = /^ [a-z]+$|^$/u.test(figure.after) && figure.before === '' && !HEDGED.test(before);
	if (turn < 0.45 && isPlain && !/million|billion|thousand|trillion/u.test(figure.after)) {
		return {
			type: 'numeric',
			stem: said(`____${figure.after}`),
			key: { value: figure.value, ...(figure.after && { unit: figure.after.trim() }) },
			explanation: explained(place, ENGLISH.fillIs(fact.value)),
			difficulty: 4
		};
	}
	const options = [
		{ text: fact.value, value: figure.value },
		...others.map(({ digits, value }) => ({ text: withValue(figure, digits), value }))
	].sort((a, b) => a.value - b.value);
	if (options.length < 3) return undefined;
	return {
		type: 'single-choice',
		stem: blank,
		options: options.map(({ text }) => text),
		key: options.findIndex(({ text }) => text === fact.value),
		explanation: explained(place, ENGLISH.answerIs(fact.value)),
		difficulty: 3
	};
}

function draftYear({ fact, place, peers, random }: Desk, blank: string): Draft | undefined {
	// A report of 2022 tells of 2022 throughout.
	const { document, article } = place;
	const names = [document.title, document.file, article.title, article.sections[0]?.heading ?? ''];
	if (!/^\d{4}$/.test(fact.value) || names.some((name) => name.includes(fact.value))) return undefined;
	const years = new Set([fact.value]);
	for (const peer of peers.like(fact))
		if (
			years.size < 3 &&
			!blank.includes(peer.value) &&
			Math.abs(Number(peer.value) - Number(fact.value)) <= 30
		)
			years.add(peer.value);
	for (let turn = 0; years.size < 4 && turn < 30; turn++)
		years.add(String(Number(fact.value) + randomIndex(random, 15) - 7));
	const options = [...years].sort();
	return {
		type: 'single-choice',
		stem: blank,
		options,
		key: options.indexOf(fact.value),
		explanation: explained(place, ENGLISH.answerIs(fact.value)),
		difficulty: 3
	};
}

function draftWord({ fact, place, peers, random }: Desk, blank: string): Draft | undefined {
	// What a term means is asked for the other way round.
	if (/____[”"] (?:means|refers to)/u.test(blank)) return undefined;
	const others = chooseDistractors(
		fact.value,
		peers.like(fact).map((peer) => peer.value),
		blank
	);
	if (others.length < 2) {
		if (fact.value.length > 30 || fact.value.split(' ').length > 4) return undefined;
		return {
			type: 'fill-in',
			stem: blank,
			blanks: 1,
			key: [[fact.value]],
			explanation: explained(place, ENGLISH.fillIs(`“${fact.value}”`)),
			difficulty: 4
		};
	}
	return {
		type: 'single-choice',
		stem: blank,
		...mixOptions(fact.value, others, random),
		explanation: explained(place, ENGLISH.answerIs(fact.value)),
		difficulty: 3
	};
}

function frameOf({ article }: Place): string {
	return article.title.length >= 4 && article.title.length <= 80
		? `According to “${unquoted(article.title)}”: `
		: '';
}

function explained({ article, section }: Place, answer: string): string {
	return `${answer.trim()} ${ENGLISH.place(unquoted(article.title), unquoted(plainHeading(section.heading)))}`.trim();
}

const unquoted = (text: string) => text.replace(/[“”"]/gu, '’');
const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

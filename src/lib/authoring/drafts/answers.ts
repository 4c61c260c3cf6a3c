import type { Section } from '#lib/document/document.ts';
import { plainHeading, type Place } from '../place.ts';
import { announcedIn } from './announced.ts';
import { explain, type Draft } from './draft.ts';
import { titleFor } from './frame.ts';
import { ENGLISH, phrasesFor } from './phrases.ts';
import { balanced, isLost } from './referents.ts';

/** Longest answer that a learner can be asked to give. */
const MOST = 160;

/** A heading that asks, and the text under it that answers. */
export function draftAnswer(place: Place): Draft | undefined {
	const { section, document } = place;
	const isEnglish = document.language === 'en';
	const question = plainHeading(section.heading).replace(/^(?:问|Q)[：:.]?\s*/u, '');
	if (!/[？?]$/u.test(question) || question.length < 6 || question.length > (isEnglish ? 120 : 50))
		return undefined;
	const answer = answerOf(section, isEnglish);
	if (answer === undefined || (!isEnglish && isLost(question)) || !balanced(question)) return undefined;
	const title = titleFor(place);
	const frame = isEnglish
		? place.article.title && `According to “${place.article.title}”: `
		: title === undefined
			? ''
			: `据《${title}》，`;
	return {
		type: 'short-answer',
		stem: `${frame}${question}`,
		key: answer,
		explanation: isEnglish
			? ENGLISH.place(place.article.title, question).trim()
			: explain(place, phrasesFor('zh').toldUnder),
		difficulty: 3
	};
}

/** Undefined where the answer is a list of its own, a definition that is asked for already, or too long. */
function answerOf(section: Section, isEnglish: boolean): string | undefined {
	const texts = section.paragraphs
		.filter(({ kind }) => kind !== 'caption' && kind !== 'attribution' && kind !== 'table')
		.map(({ text }) => text.replace(/^(?:答|A)[：:.]\s*/u, ''));
	const answer = texts.join(isEnglish ? ' ' : '');
	if (answer.length < 8 || answer.length > MOST * (isEnglish ? 2 : 1) || announcedIn(section).length > 0)
		return undefined;
	return /是指/u.test(answer) || isLost(answer) || !balanced(answer) ? undefined : answer;
}

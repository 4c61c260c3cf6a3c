import { termKind, titleKind } from '../peers.ts';
import { carrierOf } from './carrier.ts';
import { chooseDistractors, mixOptions } from './choices.ts';
import { explain, type Desk, type Draft } from './draft.ts';
import { phrasesFor } from './phrases.ts';

/** A document, law or work named in 《》: which of several, or its name to be filled in. */
export function draftTitle(desk: Desk): Draft | undefined {
	const { fact, place, peers, random } = desk;
	const carrier = carrierOf(fact, place);
	// Beside another title it is one of a list, and the others would be right as well.
	if (!carrier || isListed(carrier) || hasOther(fact.sentence, fact.value)) return undefined;
	const kind = titleKind(fact.value);
	const asked = { 文件: '哪份文件', 法律法规: '哪部法律法规', 作品: '哪部作品' }[kind];
	const stem = `${carrier.frame}${carrier.before}${asked}${carrier.after}？`;
	const phrases = phrasesFor('zh');
	const others = chooseDistractors(
		fact.value,
		peers.like(fact).map((peer) => peer.value),
		stem
	);
	if (kind !== '作品' && others.length >= 2 && isTelling(carrier)) {
		return {
			type: 'single-choice',
			stem,
			...mixOptions(fact.value, others, random),
			explanation: explain(place, phrases.answerIs(fact.value)),
			difficulty: 3
		};
	}
	const inner = fact.value.slice(1, -1);
	if (inner.length > 16 || (inner.length < 4 && kind !== '法律法规') || !isTelling(carrier)) return undefined;
	return {
		type: 'fill-in',
		stem: `${carrier.frame}${carrier.before}《____》${carrier.after}。`,
		blanks: 1,
		key: [[inner]],
		explanation: explain(place, phrases.fillIs(fact.value)),
		difficulty: 4
	};
}

/** A quoted name of an activity, a programme or a theme: which of several of its kind. */
export function draftTerm(desk: Desk): Draft | undefined {
	const { fact, place, peers, random } = desk;
	const kind = termKind(fact);
	if (!kind || /[两三四五六七八九十][个种项大]|^[一二两三四五六七八九十].{1,2}$/u.test(fact.value))
		return undefined;
	const shown = `“${fact.value}”${kind.outside}`;
	const carrier = carrierOf(fact, place, shown);
	if (!carrier || isListed(carrier) || !isTelling(carrier)) return undefined;
	const stem = `${carrier.frame}${carrier.before}${kind.asked}${carrier.after}？`;
	const others = chooseDistractors(
		`“${fact.value}”`,
		peers.like(fact).map((peer) => `“${peer.value}”`),
		stem
	);
	const phrases = phrasesFor('zh');
	if (others.length >= 2) {
		return {
			type: 'single-choice',
			stem,
			...mixOptions(`“${fact.value}”`, others, random),
			explanation: explain(place, phrases.answerIs(fact.value)),
			difficulty: 3
		};
	}
	if (fact.value.length > 10 || /[·—\s]/u.test(fact.value)) return undefined;
	return {
		type: 'fill-in',
		stem: `${carrier.frame}${carrier.before}“____”${kind.outside}${carrier.after}。`,
		blanks: 1,
		key: [[fact.value]],
		explanation: explain(place, phrases.fillIs(`“${fact.value}”`)),
		difficulty: 4
	};
}

/** Who did it: only where the name itself is the subject and stands alone. */
export function draftName(desk: Desk): Draft | undefined {
	const { fact, place, peers, random } = desk;
	const shown = fact.sentence.includes(`${fact.value}同志`) ? `${fact.value}同志` : fact.value;
	const carrier = carrierOf(fact, place, shown);
	if (!carrier || !/(?:^|[，：])$/u.test(carrier.before) || !isTelling(carrier)) return undefined;
	if (
		!/^(?:同志)?(?:在|出席|主持|作|当选|带队|率|代表|获|荣获)/u.test(carrier.after) ||
		/[指强]/u.test(carrier.after)
	)
		return undefined;
	const stem = `${carrier.frame}${carrier.before}谁${carrier.after}？`;
	const others = chooseDistractors(
		fact.value,
		peers.like(fact).map((peer) => peer.value),
		stem
	);
	if (others.length < 2) return undefined;
	return {
		type: 'single-choice',
		stem,
		...mixOptions(fact.value, others, random),
		explanation: explain(place, phrasesFor('zh').answerIs(fact.value)),
		difficulty: 2
	};
}

/** Where it was held. */
export function draftPlace(desk: Desk): Draft | undefined {
	const { fact, place, peers, random } = desk;
	const carrier = carrierOf(fact, place, `在${fact.value}`);
	if (!carrier || !isTelling(carrier)) return undefined;
	const stem = `${carrier.frame}${carrier.before}在哪里${carrier.after}？`;
	const others = chooseDistractors(
		fact.value,
		peers.like(fact).map((peer) => peer.value),
		stem
	);
	if (others.length < 2) return undefined;
	return {
		type: 'single-choice',
		stem,
		...mixOptions(fact.value, others, random),
		explanation: explain(place, phrasesFor('zh').answerIs(fact.value)),
		difficulty: 2
	};
}

/** One of several side by side: the others would be right as well. */
function isListed({ before, after }: { before: string; after: string }): boolean {
	return /[、和及与”》]$/u.test(before) || /^(?:[、和及与“《]|以及|等)/u.test(after);
}

/** Whether the stretch says enough besides the answer to have only one. */
function isTelling({ before, after }: { before: string; after: string }): boolean {
	return before.length + after.length >= 14;
}

function hasOther(sentence: string, title: string): boolean {
	return (sentence.match(/《[^》]*》/gu) ?? []).some(
		(other) => other !== title && titleKind(other) === titleKind(title)
	);
}

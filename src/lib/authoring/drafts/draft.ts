import type { Random } from '#lib/base/random.ts';
import type { Fact } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import type { Peers } from '../peers.ts';
import type { Place } from '../place.ts';
import { plainHeading } from '../place.ts';
import { quoteInside, titleFor } from './frame.ts';
import { phrasesFor } from './phrases.ts';

type WithoutOrigin<Type> = Type extends Question ? Omit<Type, 'id' | 'source' | 'chapter'> : never;

/** A question still without id and source, which every type gets alike. */
export type Draft = WithoutOrigin<Question>;

/** What a drafter may look at: one fact, where it stands, its document's other facts, and seeded chance. */
export interface Desk {
	fact: Fact;
	place: Place;
	peers: Peers;
	random: Random;
}

/** The explanation in our own words: what is right, then where it stands. */
export function explain(place: Place, ...sentences: readonly string[]): string {
	const phrases = phrasesFor(place.document.language);
	return (
		sentences.join('') +
		phrases.place(titleFor(place) ?? '', quoteInside(plainHeading(place.section.heading)))
	);
}

import type { Verdict } from '#lib/question/mark.ts';

/** One square of the answer card: whether it is answered, and once that may be seen how it went. */
export interface CardPlace {
	id: string;
	state: 'open' | 'answered' | Verdict;
	flagged?: boolean;
}

import { OPENING_VERBS } from '#lib/document/facts/words.ts';

/** Whether what is asked for can stand behind these words: 开展, 各级工会盯紧, but not 开展集体协商. */
export function endsInVerb(before: string): boolean {
	return (
		/(?:^|[，：的了以在])$/u.test(before) ||
		OPENING_VERBS.some((verb) => verb.length > 1 && before.endsWith(verb))
	);
}

import { openingVerb, OPENING_VERBS } from '#lib/document/facts/words.ts';

/** Whether what is asked for can stand behind these words: 开展, 各级工会盯紧, but not 开展集体协商. */
export function endsInVerb(before: string): boolean {
	return (
		/(?:^|[，：的了以在])$/u.test(before) ||
		OPENING_VERBS.some((verb) => verb.length > 1 && before.endsWith(verb))
	);
}

/** Whether a verb with its object stands last, so that 的 can follow: 开展集体协商, 推动完善工资. */
export function endsInObject(before: string): boolean {
	const clause = before.split(/[，；：]/u).at(-1) ?? '';
	const verb = openingVerb(clause);
	return (
		verb !== undefined &&
		/^[\u4e00-\u9fff]{2,12}$/u.test(clause.slice(verb.length)) &&
		!/[的等仅以在对]$/u.test(clause)
	);
}

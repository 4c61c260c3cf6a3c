import { shuffled } from '#lib/base/random.ts';
import { COUNTS } from './announced.ts';
import type { Desk, Draft } from './draft.ts';
import { ENGLISH } from './phrases.ts';
import { balanced } from './referents.ts';

const ORDERED = /\b(?:in (?:this |the following )?order|in turn|steps|stages|phases)\b[^.]{0,20}$/iu;

/**
 * All items of a list within a sentence, or their order where the sentence says that they have one.
 * @param frame names the text: According to “…”:
 * @param place where it stands, for the explanation
 */
export function draftEnglishList(
	{ fact, random }: Desk,
	{ frame, before, after, place }: { frame: string; before: string; after: string; place: string }
): Draft | undefined {
	const { items = [], open } = fact;
	const count = COUNTS[items.length];
	const opening = before.trim().replace(/:$/u, '').trim();
	const isClear =
		isOneMake(items) && items.every((item) => item.length >= 3 && item.length <= 70 && balanced(item));
	if (count === undefined || items.length < 3 || !isClear || opening.length < 12 || !balanced(before))
		return undefined;
	const explanation = `${ENGLISH.contains(items, open === true)} ${place}`.trim();
	if (ORDERED.test(opening) && open !== true) {
		const options = shuffled(items, random);
		return {
			type: 'ordering',
			stem: `${frame}${opening}. Put the steps in the right order.`,
			options,
			key: items.map((item) => options.indexOf(item)),
			explanation,
			difficulty: 3
		};
	}
	const rest = after.replace(/[.!]$/u, '');
	if (rest.length > 60) return undefined;
	return {
		type: 'short-answer',
		stem: `${frame}Which ${count} items complete the sentence “${opening} …${rest}”?`,
		key: ENGLISH.modelAnswer(items),
		explanation,
		difficulty: 4
	};
}

/** All with an article or none, and none far longer than the rest: so that no item has words that are not its own. */
function isOneMake(items: readonly string[]): boolean {
	const withArticle = items.filter((item) => /^(?:an?|the) /iu.test(item)).length;
	const words = items.map((item) => item.split(' ').length);
	const isEven = Math.max(...words) - Math.min(...words) <= 4;
	return (
		isEven && (withArticle === 0 || withArticle === items.length) && new Set(items).size === items.length
	);
}

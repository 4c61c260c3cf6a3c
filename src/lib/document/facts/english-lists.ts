import type { Mention } from './mention.ts';

const STRONG =
	/(?:: |\b(?:including|includes?|namely|such as|are|were|comprises?|consists? of|covers?|covering|between|either|both) (?:the following )?)(?=[^:]*$)/u;
const BEGINS = /: |\b(?:such as|including|especially|particularly|above all)(?: in| by| of)? /gu;
const STEP = /^(?:first|then|next|after that|finally|lastly),? /u;
const EDGE =
	/\b(?:in|of|for|to|with|by|on|may|shall|must|can|should|will|from|the right to|has|have|had|paid for|provides?|offers?|received?|is|was|as)\s/gu;
const RUNS_ON =
	/ (?:which|that|who|while|when|where|but|because|so that|if|unless|before|after|as well as|in order)\b.*$/u;
const COUNTED =
	/\b(?<count>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[a-z]+ ){0,3}?(?<head>[a-z]+s)\b/iu;
const COUNTS = 'zero one two three four five six seven eight nine ten'.split(' ');
const MOST_WORDS = 14;

/** “A, B, and C” and “(a) …; (b) …; (c) …” whose first and last item are certain by the words around them. */
export function findEnglishLists(sentence: string): Mention[] {
	if (/;/u.test(sentence)) {
		const list = semicolons(sentence);
		if (list) return [list];
	}
	if (!/, (?:[^,;]*,? )?(?:and|or) /u.test(sentence)) return [];
	const lists: Mention[] = [];
	let offset = 0;
	for (const clause of sentence.split(/(?<=[;.])\s/u)) {
		const list = commas(clause, sentence.indexOf(clause, offset), sentence);
		if (list) lists.push(list);
		offset += clause.length;
	}
	return lists;
}

function commas(clause: string, offset: number, sentence: string): Mention | undefined {
	const whole = clause.replace(/[.;!?]["”’]?$/u, '');
	// A list begins behind a colon, or where examples are said to begin.
	const opening = [...whole.matchAll(BEGINS)].at(-1);
	const text = whole.slice(opening ? opening.index + opening[0].length : 0);
	const isLed = opening !== undefined;
	const parts = text.split(/, (?!\d)/u);
	const closing = parts.findIndex(
		(part, at) =>
			at > 0 &&
			(/^(?:and|or) /u.test(part) || (at >= 1 && / (?:and|or) /u.test(part) && at === parts.length - 1))
	);
	if (closing < 1) return undefined;
	const last = parts[closing] ?? '';
	const joined = /^(?:and|or) (?<item>.*)$/u.exec(last)?.groups?.item;
	const halves = joined === undefined ? / (?:and|or) /u.exec(last) : null;
	const tail =
		joined !== undefined
			? [joined]
			: halves
				? [last.slice(0, halves.index), last.slice(halves.index + halves[0].length)]
				: [];
	if (tail.length === 0 || (joined !== undefined && closing < 2)) return undefined;
	// The list reaches back as far as its parts stay short.
	const middle = parts.slice(1, closing);
	if (middle.some((part) => wordsIn(part) > MOST_WORDS || RUNS_ON.test(` ${part}`))) return undefined;
	const known = [...middle, ...tail];
	const first = isLed ? parts[0] : firstOf(parts[0] ?? '', known);
	if (first === undefined) return undefined;
	const end = known.length - 1;
	known[end] = (known[end] ?? '').replace(RUNS_ON, '');
	const all = [first, ...known].map((item) => item.trim());
	const ordered = /^first\b/u.test(first) && all.slice(1).every((item) => STEP.test(item));
	const items = ordered ? all.map((item) => item.replace(STEP, '')) : all;
	if (
		items.length < 3 ||
		items.length > 12 ||
		items.some((item) => item === '' || wordsIn(item) > MOST_WORDS)
	)
		return undefined;
	const counts = items.map(wordsIn).sort((a, b) => a - b);
	if ((counts.at(-1) ?? 0) > 3 * (counts[counts.length >> 1] ?? 1) + 3) return undefined;
	const start = sentence.indexOf(
		first,
		offset + whole.length - text.length + (parts[0]?.length ?? 0) - first.length
	);
	const lastItem = all.at(-1) ?? '';
	const stop = sentence.indexOf(lastItem, start + 1) + lastItem.length;
	if (start < 0 || stop <= start) return undefined;
	const counted = COUNTED.exec(sentence.slice(0, start))?.groups;
	const announced =
		counted?.count === undefined
			? undefined
			: COUNTS.indexOf(counted.count.toLowerCase()) > 0
				? COUNTS.indexOf(counted.count.toLowerCase())
				: Number(counted.count);
	return {
		kind: 'enumeration',
		value: sentence.slice(start, stop),
		items,
		...(/such as|including|includes?|especially|above all|particularly/u.test(
			opening?.[0] ?? parts[0] ?? ''
		) && { open: true }),
		...(ordered && { ordered }),
		...(announced === items.length && { announced, ...(counted?.head && { head: counted.head }) }),
		start,
		end: stop
	};
}

/** The end of the first part that is the first item: behind a strong word, else behind the last edge that leaves words enough. */
function firstOf(text: string, others: readonly string[]): string | undefined {
	const strong = STRONG.exec(text);
	if (strong) return text.slice(strong.index + strong[0].length) || undefined;
	const most = Math.max(...others.map(wordsIn)) + 1;
	const edges = [...text.matchAll(EDGE)].map(({ 0: word, index }) => text.slice(index + word.length));
	const opening = others[0]?.split(' ')[0] ?? '';
	// to reach X, to open Y, and to complete Z: each item begins with the same word.
	if (others.length > 1 && others.every((item) => item.startsWith(`${opening} `))) {
		const at = text.lastIndexOf(`${opening} `);
		return at < 0 ? undefined : text.slice(at);
	}
	return edges.find((item) => item !== '' && wordsIn(item) <= most && wordsIn(item) >= 1);
}

function semicolons(sentence: string): Mention | undefined {
	const colon = sentence.indexOf(':');
	const body = sentence.slice(colon + 1).replace(/[.]$/u, '');
	const items = body
		.split(/;/u)
		.map((item) =>
			item
				.trim()
				.replace(/^(?:and|or) /u, '')
				.replace(/^\(?[a-z0-9]{1,3}\) /u, '')
		)
		.filter((item) => item !== '');
	const isMarked = /\(?[ab1]\) /u.test(body);
	if (
		items.length < 3 ||
		items.length > 15 ||
		items.some((item) => item.length > 200) ||
		(colon < 0 && !isMarked)
	)
		return undefined;
	const start = colon + 1 + (sentence.slice(colon + 1).length - sentence.slice(colon + 1).trimStart().length);
	const lead = colon < 0 ? undefined : sentence.slice(0, colon).trim();
	return {
		kind: 'enumeration',
		value: sentence.slice(start),
		items,
		...(lead !== undefined && lead.length <= 120 && { lead }),
		start,
		end: sentence.length
	};
}

const wordsIn = (text: string) => text.trim().split(/\s+/u).length;

import { charSet, sentenceHolds } from '../scan.ts';
import type { Mention } from './mention.ts';
import { splitOutside } from './lists.ts';
import { startsWithVerb } from './series-words.ts';

/**
 * Parallel clauses of one sentence: three or more between ；, under a lead that ends in ： or all beginning
 * alike; or three or more between ， that begin with the same two characters (着力…，着力…，着力…).
 */
export function findClauseSeries(sentence: string): Mention[] {
	if (sentence.length < 16 || !sentenceHolds(sentence, COMMAS)) return [];
	const whole = withoutStop(sentence);
	const segments = sentence.includes('；') ? semicolons(whole) : undefined;
	if (segments) return [segments];
	const steps = whole.includes('先') && /再|然后|最后/u.test(whole) ? stepsIn(whole) : undefined;
	const even = steps ? undefined : evenAfterColon(whole);
	return steps ? [steps] : even ? [even] : repeated(whole);
}

const COMMAS = charSet('，；');
const COMMAS_COLONS = charSet('，：');
const COMMA = charSet('，');
const SEMICOLON = charSet('；');
const ALL_MARKS = charSet('，；：');

function withoutStop(sentence: string): string {
	let end = sentence.length;
	while (end > 0 && /[。！？\s]/u.test(sentence[end - 1] ?? '')) end--;
	return sentence.slice(0, end);
}

const MARKED =
	/^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．是要]|第[一二三四五六七八九十]|[①-⑩]|首先|其次|再次|最后|其[一二三四五])/u;

function semicolons(sentence: string): Mention | undefined {
	const segments = splitOutside(sentence, SEMICOLON).filter(({ text }) => text.trim() !== '');
	const [first] = segments;
	if (segments.length < 3 || segments.length > 12 || !first) return undefined;
	const colon = first.text.lastIndexOf('：');
	const lead =
		colon < 0
			? undefined
			: first.text
					.slice(0, colon)
					.split(/[，；]/u)
					.at(-1);
	const pieces = [
		{ text: first.text.slice(colon + 1), start: first.start + colon + 1 },
		...segments.slice(1)
	];
	const items = pieces.map(({ text }) => text.trim());
	if (items.some((item) => item.length < 2 || item.length > 90 || MARKED.test(item))) return undefined;
	const second = items[1] ?? '';
	const isLed = colon >= 0 && items.every((item) => item.length <= 60);
	const isAlike = items.every((item) => item.slice(0, 2) === second.slice(0, 2));
	if (!isLed && !isAlike) return undefined;
	const start = pieces[0]?.start ?? 0;
	return {
		kind: 'enumeration',
		value: sentence.slice(start),
		items,
		...(lead !== undefined && lead.length >= 2 && lead.length <= 40 && { lead }),
		start,
		end: sentence.length
	};
}

const FIRST_STEP = /^(?<who>[^，；：“”]{0,16}?[^首率优领事预原争抢占祖，；：“”])?首?先(?!后|进|锋|生|行)/u;

/** 先…，再…，然后…，最后…: what is done one after the other. */
function stepsIn(sentence: string): Mention | undefined {
	const clauses = [...splitOutside(sentence, ALL_MARKS)];
	const first = clauses.findIndex(({ text }) => FIRST_STEP.test(text));
	const opening = clauses[first];
	if (!opening) return undefined;
	// 现场人员应当先…: the steps begin behind who takes them.
	const lead = FIRST_STEP.exec(opening.text)?.groups?.who?.length ?? 0;
	clauses[first] = { text: opening.text.slice(lead), start: opening.start + lead };
	let last = first;
	while (/^(?:再|然后|接着|随后|之后|最后|最终|后(?=[由经交报送]))/u.test(clauses[last + 1]?.text ?? ''))
		last++;
	const pieces = clauses.slice(first, last + 1);
	if (pieces.length < 3) return undefined;
	const items = pieces.map(({ text }) =>
		text.replace(/^(?:首先|先|再|然后|接着|随后|之后|最后|最终|后(?=[由经交报送]))/u, '')
	);
	if (items.some((item) => item.length < 2 || item.length > 40)) return undefined;
	const [start, end] = [
		pieces[0]?.start ?? 0,
		(pieces.at(-1)?.start ?? 0) + (pieces.at(-1)?.text.length ?? 0)
	];
	return { kind: 'enumeration', value: sentence.slice(start, end), items, ordered: true, start, end };
}

/** “三不”：数据不过夜，疑问不过周，差错不过人: clauses of one length to the end of the sentence. */
function evenAfterColon(sentence: string): Mention | undefined {
	const colon = sentence.lastIndexOf('：');
	if (colon < 0 || sentence.length - colon > 120) return undefined;
	const lead =
		sentence
			.slice(0, colon)
			.split(/[，；]/u)
			.at(-1) ?? '';
	const pieces = splitOutside(sentence.slice(colon + 1), COMMA);
	const items = pieces.map(({ text }) => text);
	const lengths = items.map(({ length }) => length);
	const isEven = Math.max(...lengths) - Math.min(...lengths) <= 1;
	if (items.length < 3 || items.length > 10 || !isEven || (lengths[0] ?? 0) < 3 || (lengths[0] ?? 0) > 16)
		return undefined;
	if (/[“”]|说$|道$/u.test(items.join('')) || /(?:说|道|表示|指出)$/u.test(lead)) return undefined;
	const start = colon + 1;
	return {
		kind: 'enumeration',
		value: sentence.slice(start),
		items,
		...(lead.length >= 2 && lead.length <= 40 && { lead }),
		start,
		end: sentence.length
	};
}

/** Clauses that begin with one verb or adverb are parallel, those that begin with one noun tell a story. */
const OPENS_ALIKE =
	/^(?:着力|坚决|更加|更好|努力|大力|切实|积极|始终|全面|深入|必须|不得|应当|勇于|敢于|善于|勤于|乐于|主动|自觉|严禁|严格|不断|进一步|致力|真正|充分|有效|有序|有力|持续|[以为把让有要从更最靠用])/u;

const opensAlike = (text: string): boolean => startsWithVerb(text) || OPENS_ALIKE.test(text);

/** What often opens clauses without making them items of one list. */
const NO_LIST =
	/^(?:有的|有人|[的了这那其他她它我你并也又还就都而但]|今年|去年|同时|目前|全省|全国|各级|工会|习近|总书|一批|一个|[\d“《（]|更加紧)/u;

function repeated(sentence: string): Mention[] {
	const clauses = splitOutside(sentence, COMMAS_COLONS);
	const found: Mention[] = [];
	let at = 1;
	while (at < clauses.length - 1) {
		const opening = (clauses[at]?.text ?? '').slice(0, 2);
		let last = at;
		while (
			last + 1 < clauses.length &&
			opening.length === 2 &&
			(clauses[last + 1]?.text ?? '').startsWith(opening)
		)
			last++;
		if (last === at || NO_LIST.test(opening) || !opensAlike(clauses[at]?.text ?? '')) {
			at++;
			continue;
		}
		const before = clauses[at - 1];
		const inside = before?.text.lastIndexOf(opening) ?? -1;
		// The first item may stand behind the words that lead up to the list: 即坚决….
		const isFirst = before !== undefined && inside >= 0 && inside <= 24;
		const run = clauses.slice(at, last + 1);
		const pieces = isFirst
			? [{ text: before.text.slice(inside), start: before.start + inside }, ...run]
			: run;
		const items = pieces.map(({ text }) => text.trim());
		const end = (clauses[last]?.start ?? 0) + (clauses[last]?.text.length ?? 0);
		const start = pieces[0]?.start ?? 0;
		if (
			items.length >= 3 &&
			items.length <= 12 &&
			items.every((item) => item.length >= 4 && item.length <= 48)
		)
			found.push({ kind: 'enumeration', value: sentence.slice(start, end), items, start, end });
		at = last + 1;
	}
	return found;
}

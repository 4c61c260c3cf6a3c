import { readNumeral } from '#lib/document/facts/numeral.ts';
import { frameAlways } from './frame.ts';
import { explain, type Desk, type Draft } from './draft.ts';
import { phrasesFor } from './phrases.ts';

const COUNTED = /^(?<count>[两三四五六七八九十]{1,2})(?:个|大|项|条|种)?(?<word>[\u4e00-\u9fff]{1,4})$/u;

/**
 * “五个坚决”: what they are, when the same paragraph lists as many and each of them has the word. Nothing
 * is altered and nothing made up, so that it may ask for a political formulation, too.
 */
export function draftSlogan({ fact, place, peers }: Desk): Draft | undefined {
	const { count = '', word = '' } = COUNTED.exec(fact.value)?.groups ?? {};
	if (count === '') return undefined;
	const number = readNumeral(count);
	const frame = frameAlways(place);
	if (number === undefined || number < 3 || frame === undefined) return undefined;
	const items = itemsOf(fact.sentence, `“${fact.value}”`, word, peers.listsOf);
	if (items.length !== number || new Set(items).size !== number) return undefined;
	const what = nounBehind(fact.sentence, `“${fact.value}”`);
	const phrases = phrasesFor('zh');
	return {
		type: 'short-answer',
		stem: `${frame}${what}“${fact.value}”具体指哪${count}项内容？`,
		key: phrases.modelAnswer(items),
		explanation: explain(place, phrases.contains(items, false)),
		difficulty: 4
	};
}

/** 标准化服务站点的 before “六有”, where the words behind it say what has the six. */
function nounBehind(sentence: string, term: string): string {
	const behind = sentence.slice(sentence.indexOf(term) + term.length);
	const noun =
		/^(?<noun>[\u4e00-\u9fff]{3,14}?(?:站点|体系|模式|机制|工程|行动|活动|品牌|队伍|企业|工会|阵地|平台))(?=[，。；]|$)/u.exec(
			behind
		)?.groups?.noun;
	return noun === undefined ? '' : `${noun}的`;
}

/** “A强、B强、C强”的“三强”, “三个坚决”，即坚决A、坚决B、坚决C, “三个坚决”（坚决A、…）. */
function itemsOf(
	sentence: string,
	term: string,
	word: string,
	listsOf: Desk['peers']['listsOf']
): readonly string[] {
	const at = sentence.indexOf(term);
	if (at < 0 || sentence.indexOf(term, at + 1) >= 0) return [];
	const before = /“(?<list>[^“”]{6,80})”的?$/u.exec(sentence.slice(0, at))?.groups?.list;
	const behind =
		/^(?:[^，。：“]{0,12}[，：]?)(?:即|就是|分别是|包括|：|——)：?(?<list>[^。]*)/u.exec(
			sentence.slice(at + term.length)
		)?.groups?.list ?? /^（(?<list>[^）]*)）/u.exec(sentence.slice(at + term.length))?.groups?.list;
	// 有甲、有乙、有丙等“三有”…: the list itself stands in front.
	const listed = /、|[”》][“《]/u.test(sentence.slice(0, at))
		? listsOf(sentence).find(({ end }) => end === at || (end === at - 1 && sentence[end] === '的'))
		: undefined;
	if (listed && listed.items.every((item) => item.includes(word))) return listed.items;
	for (const list of [before, behind]) {
		if (list === undefined) continue;
		const items = split(list, word);
		if (items.length >= 3) return items;
	}
	return [];
}

function split(list: string, word: string): string[] {
	const plain = list.replace(/[“”]/gu, '').replace(/[。；，]+$/u, '');
	const led = plain.startsWith(word)
		? plain.split(new RegExp(`[、，；](?=${word})`, 'u'))
		: plain.split(/[、；]/u);
	const items = led.map((item) => item.trim());
	return items.every((item) => item.includes(word) && item.length > word.length && item.length <= 40)
		? items
		: [];
}

import { charSet, holdsAny, matchesFrom } from '../scan.ts';
import type { Mention } from './mention.ts';

const NUMERALS = '一二三四五六七八九十';
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩';
const SEQUENCE = ['首先', '其次', '再次', '最后'];
const MARK =
	/(?<![\u4e00-\u9fff])(?:(?<is>[一二三四五六七八九十])(?<word>是|要|则)|第(?<nth>[一二三四五六七八九十])(?:[，、]|(?=是|要))|其(?<its>[一二三四五六七八九十])[，、：]|（(?<bracket>[一二三四五六七八九十])）|[（(](?<digit>\d{1,2})[）)](?!\d)|(?<circle>[①②③④⑤⑥⑦⑧⑨⑩])|(?<step>首先|其次|再次|最后)[，,要]?)/uy;
const STARTS = charSet(`${NUMERALS}${CIRCLES}第其（(首再最`);
const ITEM = /^[^，；。！？：]*/u;

const SECOND = charSet('二2②');

/** Points told off in one stretch of text, and the word that does it. */
export interface Points extends Mention {
	items: string[];
	word: string;
}

/**
 * Points told off one by one in one stretch of text (一是…二是…三是…; 首先…其次…最后…). An item is what
 * stands between its mark and the next ， ； or 。; the value reaches from the first mark to the last item's
 * end.
 */
export function findOrdinals(text: string): Points[] {
	if (!holdsAny(text, SECOND) && !text.includes('其次')) return [];
	const found: Points[] = [];
	let run: { start: number; end: number; items: string[]; word: string; place: number } | undefined;
	const close = () => {
		if (run && run.items.length >= 3 && run.items.every((item) => item.length >= 2 && item.length <= 40)) {
			const { start, end, items, word } = run;
			found.push({
				kind: 'enumeration',
				value: text.slice(start, end),
				items,
				word,
				...(word === '首先' && { ordered: true }),
				start,
				end
			});
		}
		run = undefined;
	};
	for (const match of matchesFrom(MARK, text, STARTS)) {
		const { place, form } = readMark(match.groups ?? {}, run?.items.length ?? 0);
		const from = match.index + match[0].length;
		const item = ITEM.exec(text.slice(from, from + 60))?.[0].trim() ?? '';
		if (place === 0) {
			close();
			run = { start: match.index, end: from + item.length, items: [item], word: form, place };
		} else if (run && run.word === form && place === run.items.length) {
			run.items.push(item);
			run.end = from + item.length;
		}
	}
	close();
	return found;
}

/** Where in its run a mark stands (from 0), and the form that all marks of the run share. */
function readMark(groups: Partial<Record<string, string>>, length: number): { place: number; form: string } {
	const { is, word = '', nth, its, bracket, digit, circle, step } = groups;
	if (step !== undefined) {
		const at = SEQUENCE.indexOf(step);
		// 最后 closes a run of any length; 再次 may be left out.
		return { place: at === 0 ? 0 : at === 3 ? Math.max(length, 2) : at, form: '首先' };
	}
	if (circle !== undefined) return { place: CIRCLES.indexOf(circle), form: '①' };
	if (digit !== undefined) return { place: Number(digit) - 1, form: '(1)' };
	const place = NUMERALS.indexOf(is ?? nth ?? its ?? bracket ?? '');
	return { place, form: word || (nth ? '第' : its ? '其' : '（') };
}

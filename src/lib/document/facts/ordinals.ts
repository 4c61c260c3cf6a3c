import type { Mention } from './mention.ts';

const NUMERALS = '一二三四五六七八九十';
const MARK =
	/(?<![\u4e00-\u9fff])(?:(?<is>[一二三四五六七八九十])(?<word>是|要)|第(?<nth>[一二三四五六七八九十])[，、]|（(?<bracket>[一二三四五六七八九十])）|(?<circle>[①②③④⑤⑥⑦⑧⑨⑩]))/gu;

/**
 * Points told off one by one in one stretch of text (一是…二是…三是…). An item is what stands between
 * its mark and the next ， ； or 。; the value reaches from the first mark to the last item's end.
 */
export function findOrdinals(text: string): (Mention & { items: string[]; word: string })[] {
	const found: (Mention & { items: string[]; word: string })[] = [];
	let run: { start: number; end: number; items: string[]; word: string } | undefined;
	const close = () => {
		if (run && run.items.length >= 3 && run.items.every((item) => item.length >= 3 && item.length <= 30)) {
			const { start, end, items, word } = run;
			found.push({ kind: 'enumeration', value: text.slice(start, end), items, word, start, end });
		}
		run = undefined;
	};
	for (const match of text.matchAll(MARK)) {
		const { is, word = '', nth, bracket, circle } = match.groups ?? {};
		const place = circle ? '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(circle) : NUMERALS.indexOf(is ?? nth ?? bracket ?? '');
		const form = word || (nth ? '第' : bracket ? '（' : '①');
		const from = match.index + match[0].length;
		const item = /^[^，；。！？]*/u.exec(text.slice(from))?.[0] ?? '';
		if (place === 0) {
			close();
			run = { start: match.index, end: from + item.length, items: [item], word: form };
		} else if (run && run.word === form && place === run.items.length) {
			run.items.push(item);
			run.end = from + item.length;
		}
	}
	close();
	return found;
}

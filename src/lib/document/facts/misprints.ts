import type { DocumentWarning } from '../document.ts';
import { splitSentences } from '../sentences.ts';

/** Of four letters one may well differ: 爱心早餐 and 暖心早餐 are two names. */
const NAMED = /[“《](?<name>[\u4e00-\u9fff]{5,16})[”》]/gu;
/** So often a name stands in its usual form before another form of it is called a misprint. */
const OFTEN = 4;
/** Letters that make two names of one: 四 and 五, 东 and 西, 省 and 市. */
const SERIES =
	/^[〇零一二两三四五六七八九十百千万上下左右前后内外东西南北中大小新老男女父母春夏秋冬甲乙丙丁初高国省州市县区乡镇村街厂校年月日周季早晚进出入收支我你他农工双单]$/u;

/** A name in “” or 《》 that stands once and differs by one letter from a name that stands often. */
export function findMisprints(texts: readonly string[]): DocumentWarning[] {
	const counts = new Map<string, number>();
	const places = new Map<string, string>();
	for (const text of texts) {
		for (const match of text.matchAll(NAMED)) {
			const name = match.groups?.name ?? '';
			counts.set(name, (counts.get(name) ?? 0) + 1);
			if (!places.has(name)) places.set(name, text);
		}
	}
	const usual = new Map<string, string[]>();
	for (const [name, count] of counts) {
		if (count < OFTEN) continue;
		for (const frame of framesOf(name)) usual.set(frame, [...(usual.get(frame) ?? []), name]);
	}
	if (usual.size === 0) return [];
	return [...counts].flatMap(([written, count]): DocumentWarning[] => {
		if (count !== 1) return [];
		const name = framesOf(written)
			.flatMap((frame) => usual.get(frame) ?? [])
			.find((other) => isSlip(written, other));
		const where = splitSentences(places.get(written) ?? '').find((sentence) => sentence.includes(written));
		// Side by side they are two names.
		if (name === undefined || where === undefined || where.includes(name)) return [];
		return [{ type: 'Misprint', where: where.trim(), written, usual: name, times: counts.get(name) ?? 0 }];
	});
}

/** The name with one letter left open, for each letter. */
function framesOf(name: string): string[] {
	return [...name].map((_letter, at) => `${name.slice(0, at)}＊${name.slice(at + 1)}`);
}

function isSlip(written: string, usual: string): boolean {
	const at = [...written].findIndex((letter, place) => letter !== usual[place]);
	return at >= 0 && !(SERIES.test(written[at] ?? '') && SERIES.test(usual[at] ?? ''));
}

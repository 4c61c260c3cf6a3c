import { endsSentence } from './characters.ts';
import type { Line } from './lines.ts';

/** What a controlled paper says of itself: its number, version, day of issue, class. */
const CONTROL =
	/^(?:(?:Doc(?:ument)?\.? ?(?:no|number|id|ref|reference|code)|Version(?: no| number)?|Rev(?:ision)?(?: no| date| number)?|Issue(?: no| date| number)|Date of issue|Ref(?:erence)? no|Classification|Copy no)\.?[：: ]|(?:文件编号|文件号|制度编号|编\s?号|版\s?本(?:号|\/修订)?|版\s?次|密\s?级|受控状态|修订状态|修订号)\s?[：:])\s*\S/i;
const VERSION = /^(?:Version|Rev(?:ision)?\.?|Ver\.?|V|版本|第)\s?\d{1,2}(?:\.\d{1,2}){0,3}\s?版?$/i;
const VALUE_MOST = 40;
/** Such lines head the first page, before the title or right under it. */
const HEAD_LINES = 10;

/** Adds the lines of a controlled paper that head it or stand beside what every page carries. */
export function addControlLines(lines: readonly Line[], found: Set<number>): void {
	const hits = lines.flatMap((line, at) => (isControl(line) ? [at] : []));
	const pageMarks = new Set(found);
	hits.forEach((at, i) => {
		const grouped = at - (hits[i - 1] ?? -9) <= 2 || (hits[i + 1] ?? Infinity) - at <= 2;
		const besidePage = pageMarks.has(at - 1) || pageMarks.has(at + 1);
		if ((grouped && at < HEAD_LINES) || besidePage) found.add(at);
	});
}

function isControl({ text, heading, kind }: Line): boolean {
	if (text.length > VALUE_MOST || heading !== undefined || kind !== undefined) return false;
	return VERSION.test(text) || (CONTROL.test(text) && !endsSentence(text) && !/[,，;；]$/.test(text));
}

const WEB_WORD =
	/(?:来源|作者|发布时间|发布日期|浏览(?:次数|量)?|点击(?:次数|量)?|阅读(?:次数|量)?|分享到|字体|字号|打印|责任编辑|编辑)/gu;

/** 来源：… | 作者：… | 发布时间：… | 52次浏览 | 分享到：: the line under a title of the web. */
export function isWebLine({ text, heading, kind }: Line): boolean {
	if (text.length > 120 || heading !== undefined || kind !== undefined || endsSentence(text)) return false;
	const words = new Set(text.match(WEB_WORD));
	return (
		words.size >= 3 ||
		(words.size === 2 && /浏览|点击|阅读|分享到|字号|字体|打印/.test(text) && /\d{4}|[|｜【]/.test(text))
	);
}

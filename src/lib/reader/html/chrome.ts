import type { RawLine } from '../../document/raw.ts';
import { endsSentence } from '../../document/characters.ts';
import type { Found } from './blocks.ts';

/**
 * Takes out what belongs to the page around the text, as its author marked it; the lines stay, listed as
 * removed. A rule that would take most of a page is mistaken about it and is not applied.
 */
export function leaveOutChrome(found: readonly Found[]): RawLine[] {
	const out = found.map(({ line, place }) => line.scaffolding === true || place.chrome);
	const rules: ((one: Found, at: number) => boolean)[] = [
		({ place }) => place.hidden,
		({ place }) => place.named,
		outsideOf(found, out),
		headerOf(found),
		linkRuns(found),
		aboveTitle(found, out),
		contentsOf(found),
		({ line }) => isPageNote(line.text)
	];
	for (const rule of rules) {
		const more = found.map((one, at) => !out[at] && rule(one, at));
		if (weigh(found, (_one, at) => more[at] === true) * 2 > weigh(found, (_one, at) => !out[at])) continue;
		more.forEach((goes, at) => {
			if (goes) out[at] = true;
		});
	}
	return found.map(({ line }, at) => (out[at] && !line.scaffolding ? removed(line) : line));
}

function removed({ text }: RawLine): RawLine {
	return { text: text.replace(/\t/g, ' '), scaffolding: true };
}

function weigh(found: readonly Found[], counts: (one: Found, at: number) => boolean): number {
	return found.reduce((sum, one, at) => (counts(one, at) ? sum + one.line.text.length : sum), 0);
}

/** Where a page says what its text is, the rest is not; only a heading on top may stand outside. */
function outsideOf(found: readonly Found[], out: readonly boolean[]): (one: Found, at: number) => boolean {
	const all = weigh(found, (_one, at) => !out[at]);
	for (const part of ['main', 'article'] as const) {
		const first = found.findIndex(({ place }) => place[part]);
		const inside = weigh(found, ({ place }, at) => !out[at] && place[part]);
		if (first < 0 || inside < 80 || inside * 3 < all) continue;
		return ({ place, line }, at) => !place[part] && !(at < first && line.heading === 1);
	}
	return () => false;
}

/** The header of a page; what follows its title there without leading elsewhere is subtitle, author, date. */
function headerOf(found: readonly Found[]): (one: Found, at: number) => boolean {
	const title = found.findIndex(({ line, place }) => place.header && line.heading === 1);
	return ({ place, line, linked }, at) =>
		place.header &&
		line.heading === undefined &&
		!(title >= 0 && at > title && at <= title + 3 && linked === 0);
}

/** The name of the site over the only heading of the first level; sentences there are text. */
function aboveTitle(found: readonly Found[], out: readonly boolean[]): (one: Found, at: number) => boolean {
	const tops = found.flatMap(({ line }, at) => (line.heading === 1 && !out[at] ? [at] : []));
	const [title = 0] = tops;
	if (tops.length !== 1 || title > 12) return () => false;
	return ({ line }, at) => at < title && line.text.length <= 40 && !endsSentence(line.text);
}

/** A list of the page's own headings. */
function contentsOf(found: readonly Found[]): (one: Found, at: number) => boolean {
	const headings = new Set(found.flatMap(({ line }) => (line.heading === undefined ? [] : [line.text])));
	const named = found.map(({ line }) => line.heading === undefined && headings.has(line.text));
	return (_one, at) => named[at] === true && (named[at - 1] === true || named[at + 1] === true);
}

/** When it was put up, from where, how often it was read, and buttons to print it: said of the page. */
function isPageNote(text: string): boolean {
	if (text.length > 120 || endsSentence(text)) return false;
	return (
		/字体：|字号：|【?打印】?|浏览次数|点击数|阅读量|访问量|分享到|扫一扫/.test(text) &&
		/\d{4}|来源|【|：/.test(text)
	);
}

/** Three lines and more that only lead elsewhere are a menu. */
function linkRuns(found: readonly Found[]): (one: Found, at: number) => boolean {
	const isLink = found.map(
		({ line, linked }) =>
			line.text.length <= 60 && line.heading === undefined && linked * 5 >= line.text.length * 4
	);
	const within = new Set<number>();
	for (let at = 0; at < found.length;) {
		let end = at;
		while (isLink[end]) end++;
		if (end - at >= 3) for (let i = at; i < end; i++) within.add(i);
		at = end + 1;
	}
	return (_one, at) => within.has(at);
}

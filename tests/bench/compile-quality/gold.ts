/**
 * What a text really says, written down before it is printed and damaged. A `.gold` file has one block a
 * line; its first letters say what the block is:
 *
 *     @key value      a setting of the print
 *     = title | author   an article begins          # heading, ## of the second level, ### …
 *     * list item     |cell|cell|  table row         ^ caption      ~ attribution      % furniture
 *     ! words of a sentence in which the text contradicts itself; it is not printed
 *     anything else   a paragraph
 *
 * Within a line `{kind value}` marks an important fact, kind by its first letter: n number, d date, p
 * person (name), t term, e enumeration, l place, b title; the items of an enumeration stand in `[…]`.
 * `‹as it is¦as it is printed›` is damage made by hand, `\n` in it a line end.
 */
import type { Fact } from '#lib/document/document.ts';

export interface GoldText {
	name: string;
	language: 'zh' | 'en';
	settings: Readonly<Record<string, string>>;
	blocks: GoldBlock[];
	articles: GoldArticle[];
	headings: GoldHeading[];
	/** Every paragraph that must come out as it is; a sample where the text was too long to annotate. */
	paragraphs: string[];
	sentences: string[];
	facts: GoldFact[];
	/** Words of the sentences in which the text contradicts itself. */
	contradictions: string[];
	/** What is on the page and not of the text. */
	furniture: string[];
	/** Whether only a sample of the paragraphs is annotated. */
	isSample: boolean;
	/** Letters of substance. */
	characters: number;
}

export interface GoldBlock {
	kind: 'title' | 'heading' | 'text' | 'list-item' | 'table' | 'caption' | 'attribution' | 'furniture';
	level: number;
	text: string;
	/** With the damage made by hand. */
	printed: string;
}

export interface GoldArticle {
	title: string;
	author?: string;
	/** Where its text begins. */
	opening: string;
}

export interface GoldHeading {
	level: number;
	text: string;
}

export interface GoldFact {
	kind: Fact['kind'];
	value: string;
	items?: string[];
	/** The sentence that states it; for an enumeration told off in several, all of them. */
	sentence: string;
}

const KINDS: Readonly<Record<string, Fact['kind']>> = {
	n: 'number',
	d: 'date',
	p: 'name',
	t: 'term',
	e: 'enumeration',
	l: 'place',
	b: 'title'
};

export function readGold(source: string, name: string): GoldText {
	const settings: Record<string, string> = {};
	const blocks: GoldBlock[] = [];
	const facts: GoldFact[] = [];
	const articles: GoldArticle[] = [];
	const contradictions: string[] = [];
	for (const line of source.split('\n')) {
		if (line.trim() === '') continue;
		const setting = /^@(\w+) ?(.*)$/.exec(line);
		if (setting) {
			settings[setting[1] ?? ''] = setting[2] ?? '';
			continue;
		}
		if (line.startsWith('! ')) {
			contradictions.push(line.slice(2));
			continue;
		}
		const { kind, level, rest } = readKind(line);
		const [written = '', author] = kind === 'title' ? rest.split(' | ') : [rest];
		const marked = readMarks(takeDamage(written, 0));
		facts.push(...marked.facts);
		const block = { kind, level, text: marked.text, printed: readMarks(takeDamage(written, 1)).text };
		if (kind === 'title')
			articles.push({ title: block.text, opening: '', ...(author !== undefined && { author }) });
		const article = articles.at(-1);
		if (article?.opening === '' && isText(block)) article.opening = block.text;
		blocks.push(block);
	}
	const paragraphs = blocks
		.filter((block) => isText(block) || block.kind === 'caption')
		.map(({ text }) => text);
	return {
		name,
		language: settings.language === 'en' ? 'en' : 'zh',
		settings,
		blocks,
		articles,
		headings: blocks.filter(({ kind }) => kind === 'heading').map(({ level, text }) => ({ level, text })),
		paragraphs,
		sentences: blocks.filter(({ kind }) => kind === 'text').flatMap(({ text }) => goldSentences(text)),
		facts,
		contradictions,
		furniture: blocks.filter(({ kind }) => kind === 'furniture').map(({ text }) => text),
		isSample: false,
		characters: paragraphs.join('').length
	};
}

function isText({ kind }: GoldBlock): boolean {
	return kind === 'text' || kind === 'list-item' || kind === 'table';
}

function readKind(line: string): { kind: GoldBlock['kind']; level: number; rest: string } {
	const heading = /^(#+) (.*)$/.exec(line);
	if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, rest: heading[2] ?? '' };
	if (line.startsWith('|')) return { kind: 'table', level: 0, rest: line.slice(1, -1).split('|').join('\t') };
	const kind = (
		{ '=': 'title', '*': 'list-item', '^': 'caption', '~': 'attribution', '%': 'furniture' } as const
	)[line.slice(0, 2).trim()];
	return kind ? { kind, level: 0, rest: line.slice(2) } : { kind: 'text', level: 0, rest: line };
}

/** `side` 0 the text as it is, 1 as it is printed. */
function takeDamage(text: string, side: 0 | 1): string {
	return text.replace(/‹([^¦›]*)¦([^›]*)›/gu, (_all, is: string, printed: string) =>
		side === 0 ? is : printed.replaceAll('\\n', '\n')
	);
}

/** The text without its marks, and the facts they mark. */
function readMarks(marked: string): { text: string; facts: GoldFact[] } {
	const open: { kind: Fact['kind']; at: number; items: string[] }[] = [];
	const found: { kind: Fact['kind']; from: number; to: number; items: string[] }[] = [];
	let item = 0;
	let text = '';
	for (let at = 0; at < marked.length; at++) {
		const char = marked[at] ?? '';
		const kind = KINDS[marked[at + 1] ?? ''];
		if (char === '{' && kind && marked[at + 2] === ' ') {
			open.push({ kind, at: text.length, items: [] });
			at += 2;
		} else if (char === '}' && open.length > 0) {
			const { kind, at: from, items } = open.pop() ?? { kind: 'term', at: 0, items: [] };
			found.push({ kind, from, to: text.length, items });
		} else if (char === '[' && open.some(({ kind }) => kind === 'enumeration')) item = text.length;
		else if (char === ']' && open.some(({ kind }) => kind === 'enumeration'))
			open.findLast(({ kind }) => kind === 'enumeration')?.items.push(text.slice(item));
		else text += char;
	}
	const facts = found.map(({ kind, from, to, items }) => ({
		kind,
		value: text.slice(from, to),
		...(items.length > 0 && { items }),
		sentence: sentenceAround(text, from, to)
	}));
	return { text, facts };
}

function sentenceAround(text: string, from: number, to: number): string {
	let at = 0;
	return goldSentences(text)
		.filter((sentence) => {
			at += sentence.length;
			return at > from && at - sentence.length < to;
		})
		.join('');
}

/** The gold's own idea of a sentence: up to a stop outside quotation marks and brackets. */
export function goldSentences(text: string): string[] {
	const sentences: string[] = [];
	let [depth, start] = [0, 0];
	for (let at = 0; at < text.length; at++) {
		const char = text[at] ?? '';
		if ('“（《('.includes(char)) depth++;
		if ('”）》)'.includes(char)) depth = Math.max(0, depth - 1);
		const stops =
			/[。！？]/.test(char) || (/[.!?]/.test(char) && /^["”)]* [A-Z“"(]/.test(text.slice(at + 1)));
		// “……。” at the end of a quotation that is a sentence ends the one around it, too.
		const closes =
			char === '”' &&
			depth === 0 &&
			/[。！？]/.test(text[at - 1] ?? '') &&
			!/^[，、；的]/.test(text.slice(at + 1));
		if (!(stops && depth === 0) && !closes) continue;
		let end = at + 1;
		while (/[”）") ]/.test(text[end] ?? '')) end++;
		sentences.push(text.slice(start, end));
		start = end;
		at = end - 1;
	}
	if (start < text.length) sentences.push(text.slice(start));
	return sentences;
}

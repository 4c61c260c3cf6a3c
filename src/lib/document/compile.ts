import { contentIds } from '../base/id.ts';
import { hashText } from '../base/hash.ts';
import { buildArticles, type DraftArticle } from './articles.ts';
import { findUnbalanced } from './balance.ts';
import { joinBlocks } from './blocks.ts';
import { countScripts, endsSentence } from './characters.ts';
import { measureCohesion } from './cohesion.ts';
import { findContents } from './contents.ts';
import type { Article, Document } from './document.ts';
import { findFurniture } from './furniture.ts';
import { markInterludes } from './interludes.ts';
import { readLines, type Line } from './lines.ts';
import { nameDocument } from './naming.ts';
import { assignRoles } from './outline.ts';
import { readSettings } from './profile.ts';
import type { RawText } from './raw.ts';
import { markTables } from './tables.ts';
import { isTitleLike } from './roles.ts';
import { findTitles } from './titles.ts';

/** Repairs a text as it was read: whole paragraphs under their headings, in articles. Facts are not yet read. */
export function compileDocument(raw: RawText): Document {
	const lines = readLines(raw);
	const contents = findContents(lines);
	const titles = contents?.periodical ? findTitles(lines, contents) : new Map<number, never>();
	const furniture = findFurniture(lines, contents, titles);
	const removed: string[] = [];
	const text: Line[] = [];
	const places = new Map<number, { count: number; entry: { title: string; author?: string } }>();
	lines.forEach((line, at) => {
		if (furniture.lines.has(at)) {
			removed.push(line.raw);
			return;
		}
		const title = titles.get(at);
		if (title) places.set(text.length, title);
		const above = furniture.lines.has(at - 1) ? text[text.length - 1] : undefined;
		// What stood between was the page's: the gap says nothing where a sentence goes on behind it.
		if (above === undefined) text.push(line);
		else text.push({ ...line, newPage: true, ...(isTornLine(above) && { blanks: 0 }) });
	});
	markTables(text);
	markInterludes(text);
	const cohesion = measureCohesion(text);
	const markdown = marksHeadings(raw);
	const blocks = joinBlocks({
		lines: text,
		settings: readSettings(text),
		titles: places,
		cohesion,
		markdown,
		isWord: wordTest(text),
		removed
	});
	const roles = assignRoles(blocks, {
		markdown,
		rubrics: contents?.rubrics ?? new Set(),
		periodical: contents?.periodical ?? false
	});
	const drafts = buildArticles(blocks, roles, cohesion, removed);
	return {
		id: `d-${hashText(lines.map((line) => line.text).join('\n')).slice(0, 16)}`,
		file: raw.file,
		title: nameDocument(drafts, {
			file: raw.file,
			removed,
			...(raw.title !== undefined && { title: raw.title }),
			...(furniture.publication !== undefined && { publication: furniture.publication })
		}),
		language: languageOf(lines),
		removed,
		warnings: drafts.flatMap(({ sections }) =>
			sections.flatMap(({ paragraphs }) =>
				paragraphs.flatMap(({ text, kind }) => (kind ? [] : findUnbalanced(text)))
			)
		),
		articles: withIds(drafts)
	};
}

/** Whether the format says which lines are headings; one alone may be the title of a text that says no more. */
function marksHeadings({ form, lines }: RawText): boolean {
	if (form === 'markdown') return true;
	return (
		(form === 'html' || form === 'docx') && lines.filter(({ heading }) => heading !== undefined).length > 1
	);
}

function withIds(drafts: readonly DraftArticle[]): Article[] {
	const nextId = contentIds();
	return drafts.map(({ title, author, sections }) => {
		const built = sections.map(({ level, heading, paragraphs }) => {
			const withId = paragraphs.map((paragraph) => ({ id: nextId('p', paragraph.text), ...paragraph }));
			// A heading may stand many times (目标, 背景): its first paragraph tells the sections apart.
			const id = nextId('s', `${heading}\n${withId[0]?.text ?? ''}`);
			return { id, level, heading, paragraphs: withId };
		});
		const id = nextId('a', `${title}\n${built[0]?.id ?? ''}`);
		return author === undefined ? { id, title, sections: built } : { id, title, author, sections: built };
	});
}

/** Stops in the middle of a sentence and is no heading. */
function isTornLine({ text, mark, heading, kind, field }: Line): boolean {
	if (heading !== undefined || kind !== undefined || field || text.length < 10) return false;
	return !endsSentence(text) && !/[：:]$/.test(text) && (!mark || text.length > 30) && !isTitleLike(text, 14);
}

/** Chinese unless Latin letters clearly prevail: an ideograph says as much as three of them. */
function languageOf(lines: readonly Line[]): 'zh' | 'en' {
	let [han, latin] = [0, 0];
	for (const line of lines) {
		const { ideographs, letters } = countScripts(line.text);
		han += ideographs;
		latin += letters;
	}
	return latin > han * 3 ? 'en' : 'zh';
}

/** Knows the words that stand whole somewhere in the text; read only when a hyphen asks. */
function wordTest(lines: readonly Line[]): (word: string) => boolean {
	let words: Set<string> | undefined;
	return (word) => {
		if (words === undefined) {
			words = new Set();
			for (const { text } of lines) {
				for (const match of text.matchAll(/[A-Za-z\u00c0-\u024f]+(?:-[A-Za-z\u00c0-\u024f]+)*(?!-?$)/g)) {
					words.add(match[0].toLowerCase());
				}
			}
		}
		return words.has(word);
	};
}

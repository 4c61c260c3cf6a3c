import type { Block } from './draft.ts';
import { titleKey } from './contents.ts';
import { levelsOf } from './levels.ts';
import type { Role } from './outline.ts';
import { authorOf } from './people.ts';
import { countScripts } from './characters.ts';
import { OpenMarks } from './quotes.ts';
import { isTitleLike, isTitleWhole } from './roles.ts';
import { ClauseCount } from './clauses.ts';
import { paragraphsOf, type DraftParagraph } from './paragraphs.ts';
import { closeSpaces } from './spacing.ts';
import type { Cohesion } from './cohesion.ts';

export interface DraftSection {
	level: number;
	heading: string;
	paragraphs: DraftParagraph[];
}

export interface DraftArticle {
	title: string;
	author?: string;
	sections: DraftSection[];
}

/** Puts the blocks together as articles with sections; what turns out to be furniture goes to `removed`. */
export function buildArticles(
	blocks: readonly Block[],
	roles: readonly Role[],
	cohesion: Cohesion,
	removed: string[]
): DraftArticle[] {
	const starts = articleStarts(roles);
	const articles: DraftArticle[] = [];
	starts.forEach((start, i) => {
		const end = starts[i + 1] ?? blocks.length;
		const article = buildArticle(blocks.slice(start, end), roles.slice(start, end), cohesion, removed);
		if (article.title !== '' || article.sections.length > 0) articles.push(article);
	});
	return articles;
}

function articleStarts(roles: readonly Role[]): number[] {
	const starts: number[] = [];
	const first = roles.findIndex((role) => role !== 'attribution' && role !== 'author' && role !== 'rubric');
	roles.forEach((role, at) => {
		const opens = role === 'title' || role === 'kicker';
		const opensArticle = opens && roles[at - 1] !== 'title' && roles[at - 1] !== 'kicker';
		if (at === 0 || (opensArticle && at !== first)) starts.push(at);
	});
	return starts;
}

function buildArticle(
	blocks: readonly Block[],
	roles: readonly Role[],
	cohesion: Cohesion,
	removed: string[]
): DraftArticle {
	const titles: Block[] = [];
	const kickers: Block[] = [];
	let at = 0;
	const lead = roles.findIndex((role) => role === 'title' || role === 'body' || role === 'heading');
	const leads = roles[lead] === 'title' ? lead : 0;
	for (; at < leads; at++) {
		const block = blocks[at];
		if (block && roles[at] === 'rubric') removed.push(...block.lines.map((line) => line.raw));
		else if (block) kickers.push(block);
	}
	while (roles[at] === 'title' || roles[at] === 'subtitle') {
		const block = blocks[at];
		if (block) titles.push(block);
		at++;
	}
	const title = joinTitle(titles);
	const announced = titles.find((block) => block.announced)?.announced;
	let author = announced?.author;
	const levels = levelsOf(blocks, roles);
	const sections: DraftSection[] = [];
	const ownKeys = new Set(titles.map((block) => titleKey(block.text)));
	if (kickers.length > 0)
		openSection(sections).paragraphs.push(...kickers.flatMap((block) => paragraphsOf(block, 'attribution')));
	let body = 0;
	const clauses = new ClauseCount(blocks);
	for (; at < blocks.length; at++) {
		const block = blocks[at];
		const role = roles[at];
		if (block === undefined || role === undefined) continue;
		if (role === 'rubric' || (body > 0 && block.text.length <= 60 && ownKeys.has(titleKey(block.text)))) {
			removed.push(...block.lines.map((line) => line.raw));
			continue;
		}
		if (role === 'heading') {
			sections.push({
				level: levels.get(block) ?? 1,
				heading: headingText(blocks, roles, at, cohesion),
				paragraphs: []
			});
			clauses.read(block, true);
			while (joinsNextHeading(blocks, roles, at, cohesion)) at++;
			continue;
		}
		if (role === 'author' && body === 0) author ??= authorOf(block.text);
		if (role === 'body') body++;
		const section = sections[sections.length - 1] ?? openSection(sections);
		clauses.read(block, false);
		section.paragraphs.push(...paragraphsOf(block, role).map((paragraph) => clauses.cite(paragraph)));
	}
	return author === undefined ? { title, sections } : { title, author, sections };
}

function openSection(sections: DraftSection[]): DraftSection {
	const section: DraftSection = { level: 0, heading: '', paragraphs: [] };
	sections.push(section);
	return section;
}

/** The lines of a title divide phrases, so a space joins them; a subtitle brings its own dash. */
function joinTitle(titles: readonly Block[]): string {
	let title = '';
	for (const block of titles) {
		const text = closeSpaces(block.text.replace(/\t/g, ' '), 'display');
		title += title === '' || text.startsWith('—') || isTornTitle(title, text) ? text : ` ${text}`;
	}
	return title;
}

/** The line broke within a phrase: 关于开展…… | 活动的通知, or within quotes. */
function isTornTitle(title: string, rest: string): boolean {
	if (countScripts(rest).ideographs === 0) return false;
	if (/^(?:的|和|及|与|之|等)/.test(rest)) return true;
	const open = new OpenMarks();
	open.read(title);
	return open.closer !== undefined || (title.includes('关于') && !isTitleWhole(title) && isTitleWhole(rest));
}

/** A heading that breaks over two blocks, as headings marked line by line do. */
function headingText(
	blocks: readonly Block[],
	roles: readonly Role[],
	at: number,
	cohesion: Cohesion
): string {
	let text = blocks[at]?.text ?? '';
	for (let i = at; joinsNextHeading(blocks, roles, i, cohesion); i++) text += blocks[i + 1]?.text ?? '';
	return closeSpaces(text, 'display');
}

function joinsNextHeading(
	blocks: readonly Block[],
	roles: readonly Role[],
	at: number,
	cohesion: Cohesion
): boolean {
	const block = blocks[at];
	const next = blocks[at + 1];
	if (!block || !next || roles[at] !== 'heading' || roles[at + 1] !== 'heading') return false;
	if (block.heading === undefined || next.heading === undefined || next.mark || block.ended) return false;
	if (/[，、：]$/.test(block.text)) return true;
	if (!isTitleLike(next.text)) return false;
	return next.heading <= block.heading || cohesion(block.text, next.text);
}

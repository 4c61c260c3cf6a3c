import type { Block } from './draft.ts';
import { isLatin } from './characters.ts';
import { titleKey } from './contents.ts';
import { isSignature } from './headings.ts';
import type { OutlineContext, Role } from './outline.ts';
import { isByline, isSpeaker } from './people.ts';
import { SET_ASIDE } from './columns.ts';
import {
	isAttribution,
	isDateLine,
	isDispatch,
	isOccasion,
	isSalutation,
	isSubtitle,
	isTitleLike,
	isTitleWhole,
	trailingSourceAt
} from './roles.ts';

/** Headings that carry what only titles carry become titles. */
export function markTitles(blocks: readonly Block[], roles: Role[], context: OutlineContext): void {
	const first = blocks.findIndex((_block, at) => roles[at] !== 'rubric' && roles[at] !== 'attribution');
	if (!context.periodical && opensText(blocks, roles, first)) roles[first] = 'title';
	const closed = closedArticles(blocks, roles, first);
	const tops = blocks.filter(
		(block, at) => block.heading === 1 && !block.mark && roles[at] === 'heading'
	).length;
	blocks.forEach((block, at) => {
		if (roles[at] === 'title' || block.mark || !isTitleLike(block.text, 90)) return;
		if (roles[at] !== 'heading' && roles[at] !== 'body') return;
		if (at > first && (isSubtitle(block.text) || isUnderTitle(blocks, roles, at))) return;
		const evidence =
			titleEvidence(blocks, roles, at) +
			(closed.has(at) ? 2 : 0) +
			(isEnclosed(blocks, at) ? 2 : 0) +
			(BRIEFS.test(block.text) && at > first ? 2 : 0) +
			(block.heading === 1 && (tops > 1 || at === first) ? 2 : 0);
		const opensDocument = at === first && roles[at] === 'heading';
		if (evidence >= 2 || (opensDocument && !context.periodical)) roles[at] = 'title';
	});
}

function titleEvidence(blocks: readonly Block[], roles: readonly Role[], at: number): number {
	let evidence = 0;
	const next = blocks[at + 1];
	const after = blocks[at + 2];
	if (next && isSubtitle(next.text) && roles[at + 1] !== 'title') evidence += 2;
	if (next && (isByline(next.text) || isDispatch(next.text))) evidence += 2;
	if (next && (isDateLine(next.text) || /^[（(].*(?:通过|讲话|日)[）)]$/.test(next.text))) evidence += 1;
	if (next && after && isSpeaker(next.text) && after.text.length > 30) evidence += 1;
	if (next && isSalutation(next.text)) evidence += 1;
	if (at > 0 && roles[at] === 'heading' && (roles[at - 1] === 'attribution' || roles[at - 1] === 'caption'))
		evidence += 1;
	if (at > 0 && (blocks[at]?.lines[0]?.newPage ?? false) && roles[at] === 'heading') evidence += 1;
	return evidence;
}

const BRIEFS = /^(?:简讯|短讯|快讯|短波|一句话新闻|新闻集纳|简明新闻|(?:News )?[Ii]n [Bb]rief)$/;

/** The paper that a notice sends out: its title stands under the notice's signature and date. */
function isEnclosed(blocks: readonly Block[], at: number): boolean {
	const [date, block] = [blocks[at - 1], blocks[at]];
	return (
		at > 2 && date !== undefined && block !== undefined && isDateLine(date.text) && isTitleWhole(block.text)
	);
}

/** A line of words over all the rest, which is more than such lines. */
function opensText(blocks: readonly Block[], roles: readonly Role[], first: number): boolean {
	const block = blocks[first];
	if (!block || roles[first] !== 'body' || block.mark || block.lines.length > 4 || blocks.length < 3)
		return false;
	if (
		!isTitleLike(block.text, isLatin(block.text) ? 120 : 60) ||
		isSubtitle(block.text) ||
		block.text.startsWith('【')
	)
		return false;
	const next = blocks[first + 1];
	// A torn beginning of a text goes on with small letters or with another scrap of the same kind.
	return next !== undefined && blocks.some(({ text, ended }) => ended && text.length > 20);
}

/** The speaker's line under a title. */
function isUnderTitle(blocks: readonly Block[], roles: readonly Role[], at: number): boolean {
	if (!isSpeaker(blocks[at]?.text ?? '')) return false;
	let above = at - 1;
	while (above >= 0 && (roles[above] === 'attribution' || roles[above] === 'subtitle')) above--;
	return roles[above] === 'title';
}

/**
 * Headings without number whose text ends with its source, where the text before ended so too: each is an
 * article of a newsletter.
 */
function closedArticles(blocks: readonly Block[], roles: readonly Role[], first: number): Set<number> {
	const closed = new Set<number>();
	let open: number | undefined;
	blocks.forEach((block, at) => {
		const heads = (roles[at] === 'heading' || roles[at] === 'title') && !block.mark;
		if (heads && (at === first || isSourced(blocks[at - 1], roles[at - 1]))) open = at;
		else if (heads) open = undefined;
		const next = roles[at + 1];
		const ends = next === undefined || ((next === 'heading' || next === 'title') && !blocks[at + 1]?.mark);
		if (open !== undefined && at > open && ends && isSourced(block, roles[at])) closed.add(open);
	});
	return closed;
}

function isSourced(block: Block | undefined, role: Role | undefined): boolean {
	if (block === undefined) return false;
	return (
		(role === 'attribution' && !isDateLine(block.text)) ||
		(role === 'body' && trailingSourceAt(block.text) >= 0)
	);
}

/** 工会动态 over the first of several titles names the column, not an article. */
export function markColumn(blocks: readonly Block[], roles: Role[]): void {
	const first = roles.indexOf('title');
	const block = blocks[first];
	const under = blocks[first + 1];
	if (!block || !under || block.announced || block.heading !== undefined || block.text.length > 8) return;
	if (roles[first + 1] !== 'heading' || under.mark || !roles.includes('title', first + 1)) return;
	roles[first] = 'rubric';
	roles[first + 1] = 'title';
}

/** Subtitle, author and the rest of a title follow it directly. */
export function markUnderTitles(blocks: readonly Block[], roles: Role[]): void {
	blocks.forEach((block, at) => {
		if (roles[at] !== 'title') return;
		for (let next = at + 1; next < Math.min(blocks.length, at + 5); next++) {
			const text = blocks[next]?.text ?? '';
			if (roles[next] === 'title' || roles[next] === 'rubric') break;
			if (isOccasion(text)) roles[next] = 'attribution';
			else if (isSubtitle(text)) roles[next] = 'subtitle';
			else if (goesOnTitle(blocks, roles, next)) roles[next] = 'title';
			else if (isByline(text)) roles[next] = 'author';
			else if (isSpeaker(text)) roles[next] = 'author';
			else if (isCompiler(text) && (roles[next] === 'body' || roles[next] === 'heading'))
				roles[next] = 'attribution';
			else if (leadsToHeading(blocks, roles, next)) roles[next] = 'attribution';
			else if (isAttribution(text) || isDateLine(text)) roles[next] = 'attribution';
			else break;
		}
	});
	blocks.forEach((block, at) => {
		if (roles[at] !== 'body') {
			if (roles[at] === 'attribution' && isByline(block.text)) roles[at] = 'author';
		} else if (isDateLine(block.text) || isSignature(blocks, at)) roles[at] = 'attribution';
	});
}

/** The first line of a title whose last line was found: both set in the middle, nothing between. */
export function markTitleHeads(blocks: readonly Block[], roles: Role[]): void {
	for (let at = blocks.length - 2; at >= 0; at--) {
		const [block, below] = [blocks[at], blocks[at + 1]];
		if (!block || !below || roles[at + 1] !== 'title' || below.announced || block.ended || block.mark)
			continue;
		if ((roles[at] !== 'body' && roles[at] !== 'heading') || !isTitleLike(block.text)) continue;
		const [line, next] = [block.lines[block.lines.length - 1], below.lines[0]];
		if (!line || !next || next.blanks > 0 || line.indent < SET_ASIDE || next.indent < SET_ASIDE) continue;
		roles[at] = 'title';
	}
}

/** 市总工会组织部编: who put a handbook together. */
function isCompiler(text: string): boolean {
	return (
		text.length <= 30 &&
		/[\u4e00-\u9fff]{3}(?:主?编|编印|编写|编制|编著|汇编|组织编写|印制)$/.test(text) &&
		isTitleLike(text)
	);
}

/** The second line of a title: what kind of paper it is, or set in the middle like the first. */
function goesOnTitle(blocks: readonly Block[], roles: readonly Role[], at: number): boolean {
	const [above, block] = [blocks[at - 1], blocks[at]];
	if (!above || !block || roles[at - 1] !== 'title' || roles[at] !== 'heading' || block.mark) return false;
	if (above.announced || above.heading !== undefined || block.heading !== undefined) return false;
	if (isSpeaker(block.text) || isTitleWhole(above.text)) return false;
	if (isTitleWhole(block.text)) return true;
	const [one, other] = [above.lines[0]?.indent ?? 0, block.lines[0]?.indent ?? 0];
	return one >= SET_ASIDE && other >= SET_ASIDE && (block.lines[0]?.blanks ?? 0) === 0;
}

/** An unnumbered line between a title and the first heading: who publishes, for whom. */
function leadsToHeading(blocks: readonly Block[], roles: readonly Role[], at: number): boolean {
	const block = blocks[at];
	if (!block || block.mark || block.heading !== undefined || roles[at] !== 'heading') return false;
	return roles[at + 1] === 'heading' && blocks[at + 1]?.mark !== undefined;
}

/** Names of columns and offices above a title belong to the page. */
export function markRubrics(blocks: readonly Block[], roles: Role[], context: OutlineContext): void {
	for (let at = blocks.length - 1; at >= 0; at--) {
		const block = blocks[at];
		if (block === undefined || roles[at] === 'title' || roles[at] === 'attribution' || block.text.length > 24)
			continue;
		const above = roles[at + 1] === 'title' || roles[at + 1] === 'rubric';
		const named = context.rubrics.has(titleKey(block.text));
		const bracketed = /^【[^】]{1,16}】$/.test(block.text);
		if ((named && (above || bracketed)) || (bracketed && above)) roles[at] = 'rubric';
	}
}

/** An unfinished line between the end of one article and the title of the next. */
export function markKickers(blocks: readonly Block[], roles: Role[]): void {
	const titles = new Set(
		blocks.filter((_block, at) => roles[at] === 'title').map(({ text }) => titleKey(text))
	);
	for (let at = blocks.length - 2; at >= 0; at--) {
		const block = blocks[at];
		if (block === undefined || (roles[at + 1] !== 'title' && roles[at + 1] !== 'rubric')) continue;
		if (roles[at] !== 'body' && roles[at] !== 'heading') continue;
		if (block.mark || block.ended || block.text.length > 60 || /[，、；：]$/.test(block.text)) continue;
		if (titles.has(titleKey(block.text))) continue;
		const before = blocks[at - 1];
		if (before === undefined || before.ended || roles[at - 1] !== 'body') roles[at] = 'kicker';
	}
}

import type { Block } from './blocks.ts';
import { titleKey } from './contents.ts';
import { isHeadingMark } from './numerals.ts';
import {
	isAttribution,
	isByline,
	isCaption,
	isDateLine,
	isSpeaker,
	isSalutation,
	isSubtitle,
	isTitleLike
} from './roles.ts';

/** What a block is in the outline. */
export type Role =
	| 'title'
	| 'subtitle'
	| 'heading'
	| 'author'
	| 'attribution'
	| 'caption'
	| 'list-item'
	| 'table'
	| 'rubric'
	/** A line over a title that leads up to it. */
	| 'kicker'
	| 'body';

/** Longer than this nothing is a heading. */
const HEADING_MOST = 60;

export interface OutlineContext {
	markdown: boolean;
	rubrics: ReadonlySet<string>;
	/** Whether the contents announced articles, so that titles need no other proof. */
	periodical: boolean;
}

/** Gives every block its role; neighbours decide together. */
export function assignRoles(blocks: readonly Block[], context: OutlineContext): Role[] {
	const roles = blocks.map((block) => ownRole(block));
	markNumbered(blocks, roles);
	markFormatHeadings(blocks, roles, context);
	if (!context.markdown) markUnnumbered(blocks, roles);
	markTitles(blocks, roles, context);
	markUnderTitles(blocks, roles);
	markRubrics(blocks, roles, context);
	markKickers(blocks, roles);
	return roles;
}

function ownRole(block: Block): Role {
	if (block.announced) return 'title';
	if (block.kind === 'list-item') return 'list-item';
	if (block.kind === 'table' || block.text.includes('\t')) return 'table';
	if (block.heading !== undefined) return 'body';
	if (isCaption(block.text)) return 'caption';
	if (isAttribution(block.text)) return 'attribution';
	return /^[•●▪■◆◇‣∙]\s?\S/.test(block.text) && !isByline(block.text) ? 'list-item' : 'body';
}

/** Short numbered blocks are headings, unless their neighbours of the same kind make them a list. */
function markNumbered(blocks: readonly Block[], roles: Role[]): void {
	const candidate = blocks.map((block, at) => roles[at] === 'body' && isNumberedHeading(block));
	blocks.forEach((block, at) => {
		if (!block.mark || roles[at] !== 'body') return;
		const listed = isListed(blocks, at, candidate) || (candidate[at] === true && !hasText(blocks, at));
		if (candidate[at] && (!listed || block.heading !== undefined)) roles[at] = 'heading';
		else if (listed && isShortItem(block)) roles[at] = 'list-item';
	});
}

function isNumberedHeading(block: Block): boolean {
	const { mark, text } = block;
	if (!mark || text.length > HEADING_MOST + (block.heading === undefined ? 0 : 40)) return false;
	if (/[，、：；,:;]$/.test(text) || /[。；]./.test(text.slice(mark.end))) return false;
	if (text.length === mark.end && mark.kind !== 'chapter' && mark.kind !== 'part') return false;
	if (mark.kind === 'clause' || mark.kind === 'question') return block.heading !== undefined;
	return isHeadingMark(mark);
}

/** Whether anything stands under a numbered line before the text ends in a signature; chapters need nothing. */
function hasText(blocks: readonly Block[], at: number): boolean {
	const kind = blocks[at]?.mark?.kind;
	if (kind === 'part' || kind === 'chapter' || kind === 'section' || blocks[at]?.heading !== undefined)
		return true;
	const next = blocks[at + 1];
	return next !== undefined && !isAttribution(next.text) && !isSignature(blocks, at + 1);
}

/** A name or an office over the date at the end. */
function isSignature(blocks: readonly Block[], at: number): boolean {
	const block = blocks[at];
	const next = blocks[at + 1];
	if (!block || !next || block.mark || block.ended || block.text.length > 25) return false;
	return isDateLine(next.text) && isTitleLike(block.text);
}

/** One sentence or a clause: longer numbered paragraphs are text that happens to be numbered. */
function isShortItem(block: Block): boolean {
	return (
		block.text.length <= 120 &&
		!/[。！？].{8}/.test(block.text) &&
		block.mark?.kind !== 'clause' &&
		block.mark?.kind !== 'lead'
	);
}

/** A sibling number directly before or behind, with nothing between: the numbers count items. */
function isListed(blocks: readonly Block[], at: number, candidate: readonly boolean[]): boolean {
	const mark = blocks[at]?.mark;
	if (!mark || ['part', 'chapter', 'section', 'clause', 'question', 'lead'].includes(mark.kind)) return false;
	let near = 0;
	for (const step of [-1, 1]) {
		const other = blocks[at + step];
		if (!other?.mark || other.mark.kind !== mark.kind || other.mark.depth !== mark.depth) continue;
		if (other.mark.number !== mark.number + step || other.heading !== undefined) continue;
		if (step === -1 || candidate[at + step] === candidate[at]) near++;
		if (/[；;]$/.test(other.text)) return true;
	}
	return near > 0;
}

/** What the format marks as a heading is one, if it is short enough and does not stop like a sentence. */
function markFormatHeadings(blocks: readonly Block[], roles: Role[], context: OutlineContext): void {
	blocks.forEach((block, at) => {
		if (block.heading === undefined || roles[at] !== 'body') return;
		if (context.rubrics.has(titleKey(block.text))) roles[at] = 'rubric';
		else if (block.text.length <= 100) roles[at] = 'heading';
	});
}

/** A short line without a stop, between a finished paragraph and one that begins: a heading without number. */
function markUnnumbered(blocks: readonly Block[], roles: Role[]): void {
	// From the end, so that a line over a heading knows that it leads up to one.
	for (let at = blocks.length - 1; at >= 0; at--) {
		const block = blocks[at];
		if (block === undefined || roles[at] !== 'body' || block.mark || block.lines.length > 3) continue;
		if (!isTitleLike(block.text, 45) || isSalutation(block.text) || isSignature(blocks, at)) continue;
		const next = nextIndex(roles, at);
		const follower = next === undefined ? undefined : blocks[next];
		if (follower === undefined || next === undefined) continue;
		const before = blocks[at - 1];
		const opens =
			before === undefined || before.ended || roles[at - 1] !== 'body' || isTitleLike(before.text);
		const body =
			roles[next] === 'body' &&
			(follower.text.length > 45 || (follower.ended && follower.text.length > block.text.length));
		const addressed = isSalutation(follower.text) || (at < 6 && /[：:]$/.test(follower.text));
		if (opens && (body || addressed || roles[next] === 'heading')) roles[at] = 'heading';
	}
}

/** The next block that is not a subtitle, an author or a bracket under a title. */
function nextIndex(roles: readonly Role[], at: number): number | undefined {
	for (let next = at + 1; next < Math.min(roles.length, at + 5); next++) {
		if (roles[next] !== 'attribution' && roles[next] !== 'author' && roles[next] !== 'subtitle') return next;
	}
	return undefined;
}

/** Headings that carry what only titles carry become titles. */
function markTitles(blocks: readonly Block[], roles: Role[], context: OutlineContext): void {
	const first = blocks.findIndex((_block, at) => roles[at] !== 'rubric' && roles[at] !== 'attribution');
	const tops = blocks.filter(
		(block, at) => block.heading === 1 && !block.mark && roles[at] === 'heading'
	).length;
	blocks.forEach((block, at) => {
		if (roles[at] === 'title' || block.mark || !isTitleLike(block.text, 90)) return;
		if (roles[at] !== 'heading' && roles[at] !== 'body') return;
		if (isSubtitle(block.text) && at > 0) return;
		const evidence =
			titleEvidence(blocks, roles, at) + (block.heading === 1 && (tops > 1 || at === first) ? 2 : 0);
		const opensDocument = at === first && roles[at] === 'heading';
		if (evidence >= 2 || (opensDocument && !context.periodical)) roles[at] = 'title';
	});
}

function titleEvidence(blocks: readonly Block[], roles: readonly Role[], at: number): number {
	let evidence = 0;
	const next = blocks[at + 1];
	const after = blocks[at + 2];
	if (next && isSubtitle(next.text) && roles[at + 1] !== 'title') evidence += 2;
	if (next && isByline(next.text)) evidence += 2;
	if (next && (isDateLine(next.text) || /^[（(].*(?:通过|讲话|日)[）)]$/.test(next.text))) evidence += 1;
	if (next && after && isSpeaker(next.text) && after.text.length > 30) evidence += 1;
	if (next && isSalutation(next.text)) evidence += 1;
	if (at > 0 && roles[at] === 'heading' && (roles[at - 1] === 'attribution' || roles[at - 1] === 'caption'))
		evidence += 1;
	if (at > 0 && (blocks[at]?.lines[0]?.newPage ?? false) && roles[at] === 'heading') evidence += 1;
	return evidence;
}

/** Subtitle, author and the rest of a title follow it directly. */
function markUnderTitles(blocks: readonly Block[], roles: Role[]): void {
	blocks.forEach((block, at) => {
		if (roles[at] !== 'title') return;
		for (let next = at + 1; next < Math.min(blocks.length, at + 5); next++) {
			const text = blocks[next]?.text ?? '';
			if (roles[next] === 'title' || roles[next] === 'rubric') break;
			if (isSubtitle(text)) roles[next] = 'subtitle';
			else if (isByline(text)) roles[next] = 'author';
			else if (isSpeaker(text)) roles[next] = 'author';
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

/** An unnumbered line between a title and the first heading: who publishes, for whom. */
function leadsToHeading(blocks: readonly Block[], roles: readonly Role[], at: number): boolean {
	const block = blocks[at];
	if (!block || block.mark || block.heading !== undefined || roles[at] !== 'heading') return false;
	return roles[at + 1] === 'heading' && blocks[at + 1]?.mark !== undefined;
}

/** Names of columns and offices above a title belong to the page. */
function markRubrics(blocks: readonly Block[], roles: Role[], context: OutlineContext): void {
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
function markKickers(blocks: readonly Block[], roles: Role[]): void {
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

import type { Block } from './draft.ts';
import { titleKey } from './contents.ts';
import { isSignature } from './headings.ts';
import type { OutlineContext, Role } from './outline.ts';
import { isByline, isSpeaker } from './people.ts';
import { isAttribution, isDateLine, isSalutation, isSubtitle, isTitleLike } from './roles.ts';

/** Headings that carry what only titles carry become titles. */
export function markTitles(blocks: readonly Block[], roles: Role[], context: OutlineContext): void {
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

import { isEnglishAnnex } from './annexes.ts';
import type { Block } from './draft.ts';
import { isLatin } from './characters.ts';
import { titleKey } from './contents.ts';
import { isClauseName, namesClauses } from './habits.ts';
import { isHeadingMark } from './numerals.ts';
import type { OutlineContext, Role } from './outline.ts';
import { isAttribution, isDateLine, isSalutation, isTitleLike, isTitleWhole } from './roles.ts';

/** Longer than this nothing is a heading. */
const HEADING_MOST = 60;

/** Short numbered blocks are headings, unless their neighbours of the same kind make them a list. */
export function markNumbered(blocks: readonly Block[], roles: Role[]): void {
	const named = namesClauses(blocks);
	const candidate = blocks.map((block, at) => roles[at] === 'body' && isNumberedHeading(block, named));
	blocks.forEach((block, at) => {
		if (!block.mark || roles[at] !== 'body') return;
		const listed = isListed(blocks, at, candidate) || (candidate[at] === true && !hasText(blocks, at));
		if (candidate[at] && (!listed || block.heading !== undefined)) roles[at] = 'heading';
		else if (listed && isShortItem(block)) roles[at] = 'list-item';
	});
	markFirstItems(blocks, roles);
}

/** A longer （一） over （二） that was found to be an item is one, too. */
function markFirstItems(blocks: readonly Block[], roles: Role[]): void {
	for (let at = blocks.length - 2; at >= 0; at--) {
		const [block, below] = [blocks[at], blocks[at + 1]];
		if (!block?.mark || !below?.mark || roles[at] !== 'body' || roles[at + 1] !== 'list-item') continue;
		const isNext = below.mark.kind === block.mark.kind && below.mark.number === block.mark.number + 1;
		if (isNext && below.mark.depth === block.mark.depth && isShortItem(block)) roles[at] = 'list-item';
	}
}

function isNumberedHeading(block: Block, clausesNamed: boolean): boolean {
	const { mark, text } = block;
	if (!mark || text.length > HEADING_MOST + (block.heading === undefined ? 0 : 40)) return false;
	if (/[，、：；,:;]$/.test(text) || /[。；]./.test(text.slice(mark.end))) return false;
	if (text.length === mark.end && mark.kind !== 'chapter' && mark.kind !== 'part') return false;
	if (mark.kind === 'clause' && clausesNamed) return isClauseName(text, mark);
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
export function isSignature(blocks: readonly Block[], at: number): boolean {
	const block = blocks[at];
	const next = blocks[at + 1];
	if (!block || !next || block.mark || block.ended || block.text.length > 25) return false;
	// A title's date stands in brackets or over the text; a signature's date is the end of it.
	const after = blocks[at + 2];
	if (at === 0 || /^[（(]/.test(next.text)) return false;
	if (after && !after.mark && (after.text.length > 45 || isSalutation(after.text))) return false;
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

/** Longer than this a question is a paragraph of an interview. */
const QUESTION_MOST = 120;

/** 问：…？ over 答：…, two times at least: the question is the heading of its answer. */
export function markQuestions(blocks: readonly Block[], roles: Role[]): void {
	const asked: number[] = [];
	blocks.forEach((block, at) => {
		if (roles[at] !== 'body' || block.text.length > QUESTION_MOST || !isQuestion(block)) return;
		const answer = blocks[at + 1];
		if (answer && ANSWER.test(answer.text)) asked.push(at);
	});
	if (asked.length < 2) return;
	for (const at of asked) roles[at] = 'heading';
}

const ANSWER = /^(?:答|A|Answer)\s?[0-9]{0,3}\s?[：:.]|^【答】|^\[答\]/;

function isQuestion(block: Block): boolean {
	if (/^(?:问|Q|Question)\s?[0-9]{0,3}\s?[：:.]|^【问】|^\[问\]/.test(block.text)) return true;
	return block.mark !== undefined && /[？?]$/.test(block.text);
}

/** What the format marks as a heading is one, if it is short enough and does not stop like a sentence. */
export function markFormatHeadings(blocks: readonly Block[], roles: Role[], context: OutlineContext): void {
	blocks.forEach((block, at) => {
		if (block.heading === undefined || roles[at] !== 'body') return;
		if (context.rubrics.has(titleKey(block.text))) roles[at] = 'rubric';
		else if (block.text.length <= 100) roles[at] = 'heading';
	});
}

/** A short line without a stop, between a finished paragraph and one that begins: a heading without number. */
export function markUnnumbered(blocks: readonly Block[], roles: Role[]): void {
	// From the end, so that a line over a heading knows that it leads up to one.
	for (let at = blocks.length - 1; at >= 0; at--) {
		const block = blocks[at];
		if (block === undefined || roles[at] !== 'body' || block.mark || block.lines.length > 3) continue;
		if (
			!isTitleLike(block.text, isLatin(block.text) ? 70 : 45) ||
			isSalutation(block.text) ||
			isSignature(blocks, at)
		)
			continue;
		const next = nextIndex(roles, at);
		const follower = next === undefined ? undefined : blocks[next];
		if (follower === undefined || next === undefined) continue;
		const before = blocks[at - 1];
		const opens =
			before === undefined || before.ended || roles[at - 1] !== 'body' || isTitleLike(before.text);
		const signed = roles[at - 1] === 'attribution' || (before !== undefined && isDateLine(before.text));
		const body =
			(roles[next] === 'table' && isEnglishAnnex(block.text)) ||
			(roles[next] === 'body' &&
				(follower.text.length > 45 ||
					(follower.ended && follower.text.length > block.text.length) ||
					(/[：:]$/.test(follower.text) && follower.text.length > block.text.length) ||
					(isTitleWhole(block.text) && (signed || follower.lines[0]?.field === true))));
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

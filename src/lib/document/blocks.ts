import { appendLine, draftOf, finishDraft, type Block, type Draft, type Print } from './draft.ts';
import { goesOn } from './breaks.ts';
import { readHabits } from './habits.ts';
import { joinCaption } from './interludes.ts';
import { isTitleLike } from './roles.ts';

/** Joins lines into blocks: a line goes on with the one before unless a paragraph ends there. */
export function joinBlocks(print: Print): Block[] {
	const blocks: Block[] = [];
	const habits = readHabits(print);
	let draft: Draft | undefined;
	let aside: Block[] = [];
	const finish = (): void => {
		if (draft) blocks.push(finishDraft(draft));
		draft = undefined;
		blocks.push(...aside);
		aside = [];
	};
	for (let at = 0; at < print.lines.length; at++) {
		const line = print.lines[at];
		if (line === undefined) continue;
		const title = print.titles.get(at);
		if (title) {
			finish();
			const lines = print.lines.slice(at, at + title.count);
			blocks.push({ ...finishDraft(draftOf(lines, ' ', false)), announced: title.entry });
			at += title.count - 1;
			continue;
		}
		if (line.aside) {
			let to = at + 1;
			while (print.lines[to]?.aside) to++;
			const lines = print.lines.slice(at, to);
			aside.push({ ...finishDraft(draftOf(lines, '', false)), text: joinCaption(lines), isCaption: true });
			at = to - 1;
			continue;
		}
		if (draft && goesOn(draft, at, print, habits)) appendLine(draft, line, at, print);
		else {
			finish();
			draft = draftOf([line], '', isHead(blocks[blocks.length - 1]));
		}
	}
	finish();
	return blocks;
}

/** Whether a subtitle may follow. */
function isHead(block: Block | undefined): boolean {
	if (block === undefined) return false;
	return (
		block.announced !== undefined || block.heading !== undefined || (!block.ended && isTitleLike(block.text))
	);
}

import { markAnnexes } from './annexes.ts';
import type { Block } from './draft.ts';
import { markFormatHeadings, markNumbered, markQuestions, markUnnumbered } from './headings.ts';
import { isNote } from './notes.ts';
import { isByline } from './people.ts';
import { isAttribution, isCaption } from './roles.ts';
import {
	markColumn,
	markKickers,
	markRubrics,
	markTitleHeads,
	markTitles,
	markUnderTitles
} from './title-roles.ts';

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

export interface OutlineContext {
	markdown: boolean;
	rubrics: ReadonlySet<string>;
	/** Whether the contents announced articles, so that titles need no other proof. */
	periodical: boolean;
}

/** Gives every block its role; neighbours decide together. */
export function assignRoles(blocks: readonly Block[], context: OutlineContext): Role[] {
	const roles = blocks.map((block) => ownRole(block));
	markQuestions(blocks, roles);
	markNumbered(blocks, roles);
	markFormatHeadings(blocks, roles, context);
	if (!context.markdown) markUnnumbered(blocks, roles);
	markTitles(blocks, roles, context);
	markAnnexes(blocks, roles);
	markColumn(blocks, roles);
	markTitleHeads(blocks, roles);
	markUnderTitles(blocks, roles);
	markRubrics(blocks, roles, context);
	markKickers(blocks, roles);
	return roles;
}

function ownRole(block: Block): Role {
	if (block.announced) return 'title';
	if (block.kind === 'list-item' || block.kind === 'caption') return block.kind;
	if (block.kind === 'table' || block.text.includes('\t')) return 'table';
	if (block.heading !== undefined) return 'body';
	if (block.isCaption || isCaption(block.text) || isNote(block.text)) return 'caption';
	if (isAttribution(block.text)) return 'attribution';
	return /^[•●▪■◆◇‣∙]\s?\S/.test(block.text) && !isByline(block.text) ? 'list-item' : 'body';
}

import type { Block } from './draft.ts';
import type { Role } from './outline.ts';
import { trailingSourceAt } from './roles.ts';
import { closeSpaces } from './spacing.ts';

export interface DraftParagraph {
	text: string;
	kind?: 'list-item' | 'table' | 'caption' | 'attribution';
	/** The provision it belongs to. */
	clause?: string;
}

/** The paragraphs of one block: the bracket that names its source stands apart. */
export function paragraphsOf(block: Block, role: Role): DraftParagraph[] {
	if (role === 'table') {
		const cells = block.text.split('\t').map((cell) => closeSpaces(cell, 'display'));
		return [{ text: cells.join('\t'), kind: 'table' }];
	}
	const spaced = block.text.replace(/\t/g, ' ');
	if (role === 'caption') return [{ text: closeSpaces(spaced, 'display'), kind: 'caption' }];
	if (role === 'attribution' || role === 'author' || role === 'subtitle') {
		return [{ text: closeSpaces(spaced, 'display'), kind: 'attribution' }];
	}
	if (role === 'list-item') {
		return [{ text: closeSpaces(spaced.replace(/^[•●▪■◆◇‣∙]\s?/, ''), 'running'), kind: 'list-item' }];
	}
	const source = trailingSourceAt(spaced);
	if (source < 0) return [{ text: closeSpaces(spaced, 'running') }];
	return [
		{ text: closeSpaces(spaced.slice(0, source), 'running') },
		{ text: closeSpaces(spaced.slice(source), 'display'), kind: 'attribution' }
	];
}

import type { Block } from './draft.ts';
import type { DraftParagraph } from './paragraphs.ts';

const CLAUSE = /^第 ?[〇零一二三四五六七八九十百0-9]{1,6} ?条(?:之[一二三四五六七八九十]{1,2})?/;
const ENGLISH_CLAUSE = /^(?:Article|ARTICLE) (?:\d{1,3}|[IVXL]{1,7})(?=[.:\s—–-]|$)/;
/** One provision alone is a quotation or a mention. */
const FEWEST = 2;

/** Goes through a law and knows which provision (条, Article) the paragraph at hand belongs to. */
export class ClauseCount {
	private readonly counts: boolean;
	private current: string | undefined;

	constructor(blocks: readonly Block[]) {
		this.counts = blocks.filter((block) => clauseOf(block) !== undefined).length >= FEWEST;
	}

	/** A provision goes on through its paragraphs and items up to the next one, or to a chapter or an annex. */
	read(block: Block, isHeading: boolean): void {
		const clause = clauseOf(block);
		if (clause !== undefined) this.current = clause;
		else if (isHeading || /^附[件表则录]?[：:\s0-9一二三四五六七八九十]*$|^附件/.test(block.text))
			this.current = undefined;
	}

	cite(paragraph: DraftParagraph): DraftParagraph {
		if (!this.counts || this.current === undefined) return paragraph;
		if (paragraph.kind === 'attribution' || paragraph.kind === 'caption') return paragraph;
		return { ...paragraph, clause: this.current };
	}
}

function clauseOf({ text, mark }: Block): string | undefined {
	if (mark?.kind === 'clause') return CLAUSE.exec(text)?.[0].replace(/ /g, '');
	return mark?.kind === 'section' ? ENGLISH_CLAUSE.exec(text)?.[0] : undefined;
}
